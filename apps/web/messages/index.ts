import type { autopilotMessages } from './en/autopilot';
import type { consoleMessages } from './en/console';
import type { debriefMessages } from './en/debrief';
import type { deskMessages } from './en/desk';
import type { exploreMessages } from './en/explore';
import type { findingsMessages } from './en/findings';
import type { lessonMessages } from './en/lesson';
import type { libraryMessages } from './en/library';
import type { politicsMessages } from './en/politics';
import type { roomMessages } from './en/room';
import { sharedMessages } from './en/shared';
import { startMessages } from './en/start';
import { translation } from './language';

type Messages = typeof sharedMessages &
  typeof autopilotMessages &
  typeof startMessages &
  typeof deskMessages &
  typeof consoleMessages &
  typeof debriefMessages &
  typeof exploreMessages &
  typeof findingsMessages &
  typeof lessonMessages &
  typeof libraryMessages &
  typeof politicsMessages &
  typeof roomMessages;
export type MessageKey = keyof Messages;

/** Sentences by key. The front doors carry only their own, so that they open fast; `./full` adds the rest. */
const known: Partial<Record<MessageKey, string>> = { ...sharedMessages, ...startMessages };

/** Adds sentences for the pages that need them. */
export function know(messages: Partial<Record<MessageKey, string>>): void {
  Object.assign(known, messages);
}

/** The sentence for a key, with `{name}` replaced. A key whose sentences were not brought along is an error of the page. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const sentence = translation(key) ?? known[key];
  if (sentence === undefined)
    throw new Error(`No sentence for "${key}" on this page: import '@/messages/full'.`);
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
