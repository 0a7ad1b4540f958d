import { writeFileSync } from 'node:fs';
import { scenarioSchema } from '@btt/scenario';
import { analysisSchema } from '../src/schema';

const SCHEMAS = { 'analysis-output.schema.json': analysisSchema(), 'scenario.schema.json': scenarioSchema() };

// npm run schema -w @btt/cli
for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(new URL(`../../../docs/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
