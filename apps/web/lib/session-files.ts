import { type Answer, type Hosting, type Refusal, refuse } from '@btt/protocol';
import { heldHostPass } from './host-pass';
import { inWords, readable } from './refused';
import { newWishId } from './scenarios';

const UNREACHABLE = 'The server cannot be reached just now.';

async function send(part: string, body: object, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const pass = heldHostPass();
  if (pass !== null) headers['x-host-pass'] = encodeURIComponent(pass);
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  return fetch(`/api/sessions/${part}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Has the browser save something of a session as a file. Says what went wrong, or null. */
export async function saveOf(
  part: 'file' | 'results',
  body: { readonly names: boolean; readonly as?: 'csv' | 'json' },
  token: string,
  name: string,
): Promise<string | null> {
  try {
    const response = await send(part, body, token);
    if (!response.ok) return inWords((await response.json()) as Refusal);
    saveFile(await response.blob(), name);
    return null;
  } catch {
    return inWords({ code: 'unavailable', message: UNREACHABLE });
  }
}

function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}

/** Saves a text of the page itself. */
export function saveText(text: string, name: string): void {
  saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
}

/** Opens a new session from a moment of a record. */
export const branchAt = (table: string, position: number, token: string): Promise<Answer<Hosting>> =>
  answered(send('branch', { id: newWishId(), table, position }, token));

/** Brings a session back from a file. Null = the file is no JSON. */
export async function bringSession(file: File, names: boolean): Promise<Answer<Hosting> | null> {
  let value: unknown;
  try {
    value = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  return answered(send('import', { id: newWishId(), file: value, names }, null));
}

async function answered(sent: Promise<Response>): Promise<Answer<Hosting>> {
  try {
    return readable((await (await sent).json()) as Answer<Hosting>);
  } catch {
    return readable(refuse('unavailable', UNREACHABLE));
  }
}
