import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleLesson, visibleSession, visibleToPerson } from '../src';
import { wishes } from './random-play';
import { look, playsOf, type Project } from './secrecy';
import { lookAtSession, sessionPlays, type SessionProjection } from './session-secrecy';
import { RIVER } from './table';

const plays = playsOf(wishes);

describe('secrecy', () => {
  it('[S1, S3, L1] holds through every pair of eyes and for every wish, at tables that are played at random', () => {
    fc.assert(
      fc.property(plays, (play) => {
        expect(look(RIVER, play).leaks).toEqual([]);
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
      fc.property(plays, (play) => look(RIVER, play, project).leaks.length === 0),
      { numRuns: 200, seed: 7 },
    );
    expect(found.failed).toBe(true);
  });

  it('[S1] holds for the session and its lesson, through the eyes of the projector and of every person', () => {
    fc.assert(
      fc.property(sessionPlays(RIVER), (play) => {
        expect(lookAtSession(RIVER, play).leaks).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  const own: SessionProjection = { visibleSession, visibleToPerson, visibleLesson };
  const plantedInSessions: readonly (readonly [string, SessionProjection])[] = [
    ['the class list', { ...own, visibleSession: (parts) => parts.map(({ fact }) => fact) }],
    [
      'messages to others',
      {
        ...own,
        visibleToPerson: (parts) => parts.filter(({ to }) => typeof to === 'object').map(({ fact }) => fact),
      },
    ],
    ['what others write', { ...own, visibleLesson: (parts) => parts.map(({ fact }) => fact) }],
  ];
  it.each(plantedInSessions)('is found to be broken when somebody is told %s', (_what, project) => {
    const found = fc.check(
      fc.property(sessionPlays(RIVER), (play) => lookAtSession(RIVER, play, project).leaks.length === 0),
      { numRuns: 200, seed: 7 },
    );
    expect(found.failed).toBe(true);
  });

  it('counts what was granted and what was refused', () => {
    const list = [
      { as: 'seat', role: 'mara', command: { type: 'initial' } },
      { as: 'seat', role: 'mara', command: { type: 'propose', terms: { fund: 'small' } } },
      { as: 'clock' },
    ] as const;
    expect(look(RIVER, { luck: 1, list, noise: '' })).toMatchObject({ accepted: 2, refused: 1 });
  });
});
