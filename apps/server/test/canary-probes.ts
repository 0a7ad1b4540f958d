import { type Answer, type ClientMessageName, REVEALS } from '@btt/protocol';
import { MESSAGES } from '@btt/protocol/test-support';
import { newId } from './library-api';
import type { Probe } from './routes';
import { openPage } from './wire';

/** Somebody who looks at everything that the server says. */
export interface Viewer {
  readonly name: string;
  /** null = has none at all. */
  readonly token: string | null;
  /** In the network: each of its own, for limits are counted by it. */
  readonly address: string;
  /** Shown with every request, where it is known. */
  readonly pass?: string;
  /** Everything that the server has told, as it came. */
  readonly told: string[];
}

const json = (value: unknown): string => JSON.stringify(value);

const SCENARIO: readonly Probe[] = [
  { method: 'GET', path: '' },
  { method: 'GET', path: '/files' },
  { method: 'GET', path: '/bundle' },
  { method: 'POST', path: '/problems', body: json({ files: [{ path: 'roles/mara.md', text: 'no' }] }) },
  { method: 'POST', path: '/change', body: json({ text: 'title: A', path: ['title'], value: 'B' }) },
  { method: 'POST', path: '/check', body: '{}' },
  { method: 'POST', path: '/trial', body: json({ deal: {}, moves: [] }) },
  { method: 'PUT', path: '', body: json({ id: newId(), version: 99, files: [] }) },
];

/** Requests to every route there is, and to some that there are not. Those who may make them are told what the route tells. */
export const probesOf = (refs: readonly string[], table: string): readonly Probe[] => [
  ...['/healthz', '/readyz', '/metrics', '/api/library', '/api/addresses'].map((path) => ({
    method: 'GET',
    path,
  })),
  { method: 'GET', path: '/j/ABCDE' },
  { method: 'GET', path: '/join' },
  ...refs.flatMap((ref) =>
    SCENARIO.map(({ path, ...probe }) => ({ ...probe, path: `/api/scenarios/${ref}${path}` })),
  ),
  { method: 'DELETE', path: '/api/scenarios/own.abcdefghijklmn' },
  { method: 'GET', path: '/api/scenarios/own' },
  { method: 'POST', path: '/api/scenarios/own', body: json({ id: newId(), copyOf: refs[0] }) },
  { method: 'POST', path: '/api/sessions/file', body: json({ names: true }) },
  { method: 'POST', path: '/api/sessions/results', body: json({ names: true, as: 'json' }) },
  { method: 'POST', path: '/api/sessions/results', body: json({ names: true, as: 'csv' }) },
  { method: 'POST', path: '/api/sessions/branch', body: json({ id: newId(), table, position: 5 }) },
  { method: 'POST', path: '/api/sessions/import', body: json({ id: newId(), file: { table } }) },
  // What is no route, is malformed, or is asked by another method.
  { method: 'GET', path: '/api/nothing' },
  { method: 'GET', path: `/api/scenarios/${refs[0]}/nothing` },
  { method: 'GET', path: '/api/sessions/file' },
  { method: 'GET', path: '/j/%E0%A4%A' },
  { method: 'PATCH', path: '/api/library' },
  { method: 'OPTIONS', path: `/api/scenarios/${refs[0]}` },
  { method: 'HEAD', path: `/api/scenarios/${refs[0]}/files` },
  { method: 'POST', path: '/api/sessions/results', body: '{' },
  { method: 'POST', path: `/api/scenarios/${refs[0]}/trial`, body: '{' },
];

/** Makes a request as the viewer, who keeps the whole answer; its body comes back. */
export async function request(url: string, viewer: Viewer, { method, path, body }: Probe): Promise<string> {
  const { token, pass, address, told } = viewer;
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(pass === undefined ? {} : { 'x-host-pass': pass }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  told.push(json([...response.headers]), text);
  return text;
}

/** A page of the viewer's, which has said who it is where there is something to say. */
export async function pageOf(url: string, { token, address }: Viewer, heard: (text: string) => void) {
  const page = openPage(url, { extraHeaders: { 'x-forwarded-for': address } });
  page.socket.onAny((...message: readonly unknown[]) => heard(json(message)));
  if (token !== null) heard(json(await page.hello(token)));
  return page;
}

/** Messages of one page: fewer than make it wait. */
const OF_ONE_PAGE = 60;
/** What is told about records, which a page may not ask for often. */
const ABOUT_RECORDS = ['record', 'findings', 'compare', 'reveal', 'explore', 'agreements'];

export interface Place {
  readonly session: string;
  readonly table: string;
  readonly person: string;
}

/** One message of every kind, about what there is at this server, without any pass. */
function messagesAbout({ session, table, person }: Place): [ClientMessageName, object][] {
  const known = new Map([
    ['k7m2p-1', table],
    ['k7m2p', session],
    ['p-1', person],
  ]);
  const about = (value: unknown): unknown => {
    if (typeof value === 'string') return known.get(value) ?? value;
    if (Array.isArray(value)) return value.map(about);
    return typeof value === 'object' && value !== null ? within(value) : value;
  };
  const within = (body: object): object =>
    Object.fromEntries(
      Object.entries(body)
        .filter(([key]) => key !== 'pass')
        .map(([key, value]) => [known.get(key) ?? key, key === 'id' ? newId() : about(value)]),
    );
  const all = { ...MESSAGES, reveal: REVEALS.map((step) => ({ step })) };
  return Object.entries(all).flatMap(([name, bodies]) =>
    bodies.map((body): [ClientMessageName, object] => [name as ClientMessageName, within(body)]),
  );
}

export interface Answered {
  readonly name: string;
  readonly body: object;
  readonly answer: Answer<{ readonly ok: true }>;
}

/** Sends one message of every kind as the viewer, who keeps all that comes; `acts`: also those by which a seat may act. */
export async function everyMessage(
  url: string,
  viewer: Viewer,
  place: Place,
  acts: boolean,
): Promise<Answered[]> {
  const all = messagesAbout(place).filter(([, body]) => acts || !json(body).startsWith('{"as":"seat"'));
  const few = all.filter(([name]) => ABOUT_RECORDS.includes(name));
  const rest = all.filter(([name]) => !ABOUT_RECORDS.includes(name));
  const answered: Answered[] = [];
  for (const list of [few, rest.slice(0, OF_ONE_PAGE), rest.slice(OF_ONE_PAGE)]) {
    const page = await pageOf(url, viewer, (text) => void viewer.told.push(text));
    await Promise.all(
      list.map(async ([name, body]) => {
        const answer = await page.ask(name, body);
        viewer.told.push(json(answer));
        answered.push({ name, body, answer });
      }),
    );
    page.close();
  }
  return answered;
}
