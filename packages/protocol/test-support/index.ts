export { MESSAGES } from '../test/messages';
