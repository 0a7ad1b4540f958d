import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

export interface Reach {
  /** Address to listen on. */
  readonly host: string;
  readonly publicUrl?: string | undefined;
  readonly port: number;
}

type Networks = Readonly<Record<string, NetworkInterfaceInfo[] | undefined>>;

const EVERYWHERE = ['0.0.0.0', '::'];
const ONLY_HERE = ['127.0.0.1', '::1', 'localhost'];

/** The address to open on this machine. */
export function addressHere({ host, publicUrl, port }: Reach): string {
  if (publicUrl !== undefined) return publicUrl;
  const name = EVERYWHERE.includes(host) || ONLY_HERE.includes(host) ? 'localhost' : host;
  return `http://${name}:${port}`;
}

/** Where other devices reach this server: the public address if there is one, else those of this machine in its networks. */
export function addressesElsewhere(reach: Reach, networks: Networks = networkInterfaces()): string[] {
  const { host, publicUrl } = reach;
  const own = publicUrl === undefined ? null : new URL(publicUrl);
  if (own && !ONLY_HERE.includes(own.hostname)) return [addressHere(reach)];
  if (ONLY_HERE.includes(host)) return [];
  const port = own?.port || reach.port;
  if (!EVERYWHERE.includes(host)) return [`http://${host}:${port}`];
  const all = Object.values(networks).flatMap((list) => list ?? []);
  return all.flatMap(({ family, internal, address }) =>
    family === 'IPv4' && !internal ? [`http://${address}:${port}`] : [],
  );
}
