import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, running } from './running';

const file = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const DEPLOYMENTS = ['compose.yaml', 'deploy/kubernetes.yaml', 'Dockerfile'];

let server: Running;
beforeAll(async () => {
  server = await running();
});
afterAll(() => server.stop());

describe('what is written for containers', () => {
  it.each(DEPLOYMENTS)('%s sets nothing that the server does not read', (path) => {
    const settings = file('apps/server/src/config.ts');
    const others = new Set([
      'NODE_ENV',
      'POSTGRES_USER',
      'POSTGRES_DB',
      'POSTGRES_PASSWORD',
      'ALL',
      'CHANGE',
    ]);
    const named = new Set(file(path).match(/\b[A-Z]{3,}(?:_[A-Z]+)*\b(?=[:=]|\n\s+value)/g));
    for (const name of named) if (!others.has(name)) expect(settings).toContain(`env.${name}`);
    expect(named.size).toBeGreaterThan(0);
  });

  it.each(DEPLOYMENTS)('%s asks only for paths that are answered', async (path) => {
    const asked = new Set(file(path).match(/\/(?:healthz|readyz|metrics)\b/g));
    for (const one of asked) expect((await fetch(server.url + one)).status, `${path} ${one}`).toBe(200);
  });

  it('is listed with every setting in the guide', () => {
    const guide = file('docs/hosting.md');
    for (const name of file('apps/server/src/config.ts').match(/(?<=env\.)[A-Z_]+/g) ?? [])
      if (name !== 'PUBLIC_ADDRESS') expect(guide).toContain(`\`${name}\``);
  });
});
