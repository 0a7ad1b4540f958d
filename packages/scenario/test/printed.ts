import { compileScenario, printProblem, type ScenarioFile, type UpcasterChain } from '../src';

/** The smallest scenario that can be scored. Tests change one place of it. */
export const MINIMAL = `format: 1
id: minimal
title: Minimal
sides:
  west:
    rule: {more-than: 1/2, of: cast}
factions:
  general-staff: {side: west, weight: 22, start: -4}
  congress: {side: west, weight: 18, start: -1}
issues:
  alliance:
    options:
      neutral: {points: {general-staff: 2}}
      member: {points: {general-staff: -2, congress: 2}}
`;

/** What an author reads about a scenario: the problems, or else the warnings, one line each. */
export function printed(
  yaml: string,
  files: readonly ScenarioFile[] = [],
  upcasters?: UpcasterChain,
): string[] {
  const compiled = compileScenario([{ path: 'scenario.yaml', text: yaml }, ...files], { upcasters });
  return (compiled.ok ? compiled.warnings : compiled.problems).map(printProblem);
}

/** The minimal scenario with more at its end. */
export function minimalWith(more: string): string {
  return `${MINIMAL}${more}`;
}

/** The minimal scenario with a text in it replaced. Fails where the text is not there. */
export function minimalBut(text: string, other: string): string {
  if (!MINIMAL.includes(text)) throw new Error(`the minimal scenario has no \`${text}\``);
  return MINIMAL.replace(text, other);
}
