import { know } from '.';
import { autopilotMessages } from './en/autopilot';
import { consoleMessages } from './en/console';
import { debriefMessages } from './en/debrief';
import { deskMessages } from './en/desk';
import { exploreMessages } from './en/explore';
import { findingsMessages } from './en/findings';
import { lessonMessages } from './en/lesson';
import { politicsMessages } from './en/politics';
import { roomMessages } from './en/room';

// For the pages behind the front doors: every sentence of the interface.
know({ ...deskMessages, ...consoleMessages, ...debriefMessages, ...findingsMessages, ...politicsMessages });
know(autopilotMessages);
know(exploreMessages);
know(roomMessages);
know(lessonMessages);
