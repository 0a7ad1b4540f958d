import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('docs/SPEC.md', ROOT), 'utf8');

/** Each rule with all that is written of it. */
const rules = text.split(/\n(?=- \*\*[A-Z]\d+\*\*)/).slice(1);

function testsIn(rule: string): string[] {
  return [...rule.matchAll(/`((?:apps\/)?[a-z]+\/test\/[^`]+)`/g)].flatMap(([, path]) => path ?? []);
}

describe('docs/SPEC.md', () => {
  it('names for every rule a test, and none that is not there', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter((rule) => testsIn(rule).length === 0).map((rule) => rule.slice(0, 60))).toEqual([]);
    const paths = rules
      .flatMap(testsIn)
      .map((path) => (path.startsWith('apps/') ? path : `packages/${path}`));
    expect(paths.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });
});
