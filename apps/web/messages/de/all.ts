import type { MessageKey } from '..';
import { autopilot } from './autopilot';
import { hostConsole } from './console';
import { debrief } from './debrief';
import { desk } from './desk';
import { explore } from './explore';
import { findings } from './findings';
import { front } from './front';
import { lesson } from './lesson';
import { library } from './library';
import { politics } from './politics';
import { room } from './room';

const rest = {
  ...autopilot,
  ...hostConsole,
  ...debrief,
  ...desk,
  ...explore,
  ...findings,
  ...lesson,
  ...library,
  ...politics,
  ...room,
};

/** German, every sentence of the interface: a key that is missing here does not compile. */
export const all: typeof front & Readonly<Record<MessageKey, string>> = { ...front, ...rest };
