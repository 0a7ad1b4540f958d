import { factionScore, voteOn } from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefFor } from '../src';
import { adjustmentsOf } from '../src/projection/vector';
import { grant, wishes } from './random-play';
import { bargainingTable, RIVER } from './table';

const { scenario, referee } = RIVER;
/** Some issues settled, others open. */
const deal = fc
  .subarray([...scenario.issues])
  .chain((issues) =>
    fc.tuple(
      ...issues.map(({ id, options }) => fc.constantFrom(...options.map((one) => [id, one.id] as const))),
    ),
  )
  .map((terms): Readonly<Record<string, string>> => Object.fromEntries(terms));

describe('the page of a faction', () => {
  it('[F6] works out from its own dossier and what it has felt the very support and vote that the referee knows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), wishes, deal, (luck, list, terms) => {
        const table = bargainingTable({ luck });
        for (const one of list) grant(table, one);
        for (const truth of referee.support(terms, adjustmentsOf(table.desk()))) {
          const { own } = briefFor(RIVER, { kind: 'seat', role: truth.faction });
          const score = own && factionScore(own, table.view(truth.faction).effects, terms);
          if (!own || !score) throw new Error(`${truth.faction} has no score.`);
          expect([score.total, score.refused, voteOn(own, score)]).toEqual([
            truth.support,
            truth.redLines,
            truth.vote,
          ]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
