import type { Report } from '@btt/referee';
import type { Scenario } from '@btt/scenario';
import type { AnalysisOutput } from './schema';

/** The documented result: the report without what is only of use inside the program, and what it is about. */
export function resultOf(scenario: Scenario, measures: readonly string[], report: Report): AnalysisOutput {
  const { format, version, deal, ...rest } = report;
  const { id, title } = scenario;
  return copied({
    format,
    version,
    scenario: { id, title },
    measures,
    ...rest,
    deal: deal && verdictOf(deal),
  });
}

function verdictOf(deal: NonNullable<Report['deal']>) {
  return {
    complete: deal.complete,
    passes: deal.passes,
    sentence: deal.sentence,
    sides: deal.sides.map((side) => ({
      side: side.side,
      passes: side.passes,
      margin: side.margin,
      fixed: side.fixed,
      yes: side.yes,
      no: side.no,
      abstain: side.abstain,
      pivotal: side.pivotal,
      blocs: side.blocs,
      sentence: side.sentence,
      details: side.details,
    })),
    factions: deal.factions.map((one) => ({
      faction: one.faction,
      side: one.side,
      weight: one.weight,
      support: one.support,
      parts: one.parts,
      margin: one.margin,
      redLines: one.redLines,
      vote: one.vote,
      fierce: one.fierce,
    })),
  };
}

/** As it will be read: what is not JSON would be lost here and not on the way. */
function copied(value: unknown): AnalysisOutput {
  return JSON.parse(JSON.stringify(value));
}
