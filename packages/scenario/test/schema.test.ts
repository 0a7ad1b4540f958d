import { expect, test } from 'vitest';
import { z } from 'zod';
import { scenarioFormat } from '../src';

test("the author's form can be told to editors as a JSON schema", () => {
  const schema = z.toJSONSchema(scenarioFormat, { io: 'input' });
  expect(schema.required).toEqual(['format', 'id', 'title', 'sides', 'issues']);
  expect(schema.additionalProperties).toBe(false);
});
