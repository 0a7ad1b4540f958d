import { z } from 'zod';
import { scenarioFormat } from './scenario';

/**
 * The form of scenario.yaml as JSON Schema, in the draft that editors of YAML know best: they complete and check while an author types.
 * What refers to what is beyond a schema; the compiler finds that.
 */
export function scenarioSchema(): Record<string, unknown> {
  return {
    title: 'A scenario of Behind the Table',
    description: 'scenario.yaml in a scenario’s folder. The guide is docs/authoring.md.',
    ...z.toJSONSchema(scenarioFormat, { io: 'input', target: 'draft-7' }),
  };
}
