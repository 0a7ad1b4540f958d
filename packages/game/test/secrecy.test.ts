import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../src';
import { look, plays, type Project } from './secrecy';

describe('secrecy', () => {
  it('[S1, S3, L1] holds through every pair of eyes and for every wish, at tables that are played at random', () => {
    fc.assert(
      fc.property(plays, (play) => {
        expect(look(play).leaks).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  const planted: readonly (readonly [string, Project])[] = [
    ['everybody is told everything', (parts) => parts.map(({ fact }) => fact)],
    [
      'somebody is told how many hidden facts there are',
      (parts, viewer) => [
        ...visible(parts, viewer),
        ...(viewer.kind === 'observer' && parts.some(({ to }) => to === 'host')
          ? [{ type: 'told' as const, id: 'x', text: JSON.stringify(parts).slice(0, 40), cause: null }]
          : []),
      ],
    ],
  ];
  it.each(planted)('is found to be broken when %s', (_what, project) => {
    const found = fc.check(
      fc.property(plays, (play) => look(play, project).leaks.length === 0),
      { numRuns: 200, seed: 7 },
    );
    expect(found.failed).toBe(true);
  });
});
