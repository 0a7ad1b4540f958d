import { describe, expect, it } from 'vitest';
import { readEvent, written } from '../src/streams/format';

describe('an event in the store', () => {
  it('is read as it was written', () => {
    expect(readEvent(written({ type: 'ready' }))).toEqual({ type: 'ready' });
  });

  it('of an older form is led through every step up to the newest', () => {
    const steps = { 1: (event: unknown) => [event, 'second'], 2: (event: unknown) => [event, 'third'] };
    expect(readEvent({ format: 1, event: 'first' }, steps, 3)).toEqual([['first', 'second'], 'third']);
    expect(readEvent({ format: 3, event: 'first' }, steps, 3)).toBe('first');
  });

  it('of a newer form is not guessed at', () => {
    expect(() => readEvent({ format: 2, event: {} })).toThrow('newer version');
  });
});
