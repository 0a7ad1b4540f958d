import type { Answer, Kept } from '@btt/protocol';
import { ownerToken } from './owner';
import { ask, newWishId, scenarioPath } from './scenarios';

/** Puts a file that was exported into the library of this browser. Null = it is no JSON. */
export async function importScenario(file: File): Promise<Answer<Kept> | null> {
  const bundle = parse(await file.text());
  if (bundle === undefined) return null;
  ownerToken();
  return ask<Kept>('POST', '/own', { id: newWishId(), bundle });
}

export async function duplicateScenario(ref: string, title: string): Promise<Answer<Kept>> {
  ownerToken();
  return ask<Kept>('POST', '/own', { id: newWishId(), copyOf: ref, title });
}

/** Has the browser save a scenario as one file. Says what went wrong, or null. */
export async function exportScenario(ref: string, title: string): Promise<string | null> {
  // The answer is the file itself, or a refusal.
  const bundle = await ask<{ readonly ok: true }>('GET', scenarioPath(ref, '/bundle'));
  if ('code' in bundle) return bundle.message;
  const text = `${JSON.stringify(bundle, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(title)}.scenario.json`;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
  return null;
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'scenario';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
