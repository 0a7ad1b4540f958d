import { networkInterfaces } from 'node:os';

/** Where other devices may reach this server: the public address if there is one, else those of this machine in its networks. */
export function addresses(publicUrl: string | undefined, port: number): string[] {
  const given = publicUrl === undefined ? null : new URL(publicUrl);
  if (given && given.hostname !== 'localhost') return [given.origin];
  const shown = given?.port || String(port);
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap((one) =>
      one.family === 'IPv4' && !one.internal ? [`http://${one.address}:${shown}`] : [],
    ),
  );
}
