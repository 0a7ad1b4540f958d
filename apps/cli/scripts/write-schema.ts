import { writeFileSync } from 'node:fs';
import { analysisSchema } from '../src/schema';

// npm run schema -w @btt/cli
writeFileSync(
  new URL('../../../docs/analysis-output.schema.json', import.meta.url),
  `${JSON.stringify(analysisSchema(), null, 2)}\n`,
);
