import { refusals } from './refusals';
import { shared } from './shared';
import { start } from './start';

/** German for the front doors. */
export const front = { ...shared, ...start, ...refusals };
