import { consoleMessages } from './en/console';
import { debriefMessages } from './en/debrief';
import { deskMessages } from './en/desk';
import { sharedMessages } from './en/shared';
import { startMessages } from './en/start';

/** Every sentence of the interface, by key. Scenario texts come from the scenario. */
export const en = {
  ...sharedMessages,
  ...startMessages,
  ...deskMessages,
  ...consoleMessages,
  ...debriefMessages,
} as const;
