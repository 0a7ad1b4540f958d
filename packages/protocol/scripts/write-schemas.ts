import { writeFileSync } from 'node:fs';
import { messageSchemas } from './schemas';

writeFileSync(
  new URL('../../../docs/protocol/messages.schema.json', import.meta.url),
  `${JSON.stringify(messageSchemas(), null, 2)}\n`,
);
