import { know } from '.';
import { libraryMessages } from './en/library';

// For the library and the pages of scenarios.
know(libraryMessages);
