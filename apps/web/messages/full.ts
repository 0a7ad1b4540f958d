import { know } from '.';
import { consoleMessages } from './en/console';
import { debriefMessages } from './en/debrief';
import { deskMessages } from './en/desk';
import { findingsMessages } from './en/findings';
import { politicsMessages } from './en/politics';

// For the pages behind the front doors: every sentence of the interface.
know({ ...deskMessages, ...consoleMessages, ...debriefMessages, ...findingsMessages, ...politicsMessages });
