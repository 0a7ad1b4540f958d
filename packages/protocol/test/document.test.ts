import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_DESK, type Fact, foldAll, type Frame, REFUSALS } from '../src';
import { ClientMessages } from '../src/schema';
import { FACT_TYPES } from './arbitrary';
import {
  HOST_COMMANDS,
  LESSON_HOST_COMMANDS,
  LESSON_PERSON_COMMANDS,
  SEAT_COMMANDS,
  SESSION_COMMANDS,
} from './messages';

const text = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/^```json ([a-z-]+)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', json = '']) => ({ kind, value: JSON.parse(json) as unknown }),
);

describe('the description of the protocol', () => {
  it('shows messages that the server accepts', () => {
    const shown = examples.filter(({ kind }) => kind in ClientMessages);
    expect(shown.map(({ kind }) => kind)).toEqual([
      'join',
      'hello',
      'command',
      'resync',
      'record',
      'findings',
      'compare',
      'explore',
      'agreements',
    ]);
    for (const { kind, value } of shown) {
      const schema = ClientMessages[kind as keyof typeof ClientMessages];
      expect(schema.parse(value)).toEqual(value);
    }
  });

  it('shows frames that can be folded', () => {
    const frames = examples.filter(({ kind }) => kind === 'frame').map(({ value }) => value as Frame);
    expect(frames).toHaveLength(1);
    for (const frame of frames) {
      const facts = frame.entries.flatMap((entry) => entry.facts) as Fact[];
      expect(facts.map((fact) => fact.type).filter((type) => !FACT_TYPES.includes(type))).toEqual([]);
      expect(foldAll(EMPTY_DESK, facts).text).toHaveProperty('toll');
    }
  });

  it('names every fact, every command and every refusal with its sentence', () => {
    for (const word of [
      ...FACT_TYPES,
      ...Object.keys({ ...SEAT_COMMANDS, ...HOST_COMMANDS, ...SESSION_COMMANDS }),
      ...Object.keys({ ...LESSON_HOST_COMMANDS, ...LESSON_PERSON_COMMANDS }),
    ])
      expect(text).toContain(`\`${word}\``);
    for (const [code, sentence] of Object.entries(REFUSALS))
      expect(text).toContain(`| \`${code}\` | ${sentence} |`);
  });
});
