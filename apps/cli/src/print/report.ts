import type {
  ComparisonReport,
  RatifiedReport,
  Report,
  SideReport,
  SolutionReport,
  WithinReport,
} from '@btt/referee';
import type { Deal, Scenario } from '@btt/scenario';

/** A report for people, at most about a hundred columns wide. */
export function printReport(scenario: Scenario, report: Report): string {
  const name = namesOf(scenario);
  return [
    [
      scenario.title,
      `${report.deals === null ? 'more deals than may be counted' : number(report.deals)} possible deals`,
    ].join('\n'),
    ...report.sides.map((side) => sideText(side, name)),
    joint(report),
    comparison('The principals', report.principals, name),
    comparison('Everybody', report.everybody, name),
    ...(report.deal ? [dealText(report.deal)] : []),
    ...(report.list ? [listText(report.list, name, report.principals)] : []),
  ].join('\n\n');
}

type Name = (id: string) => string;

function namesOf(scenario: Scenario): Name {
  const names = new Map([
    ...scenario.roles.map((role) => [role.id, role.name] as const),
    ...scenario.sides.map((side) => [side.id, side.name] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

function sideText(side: SideReport, name: Name): string {
  const lines = [name(side.side), `  win-set: ${sizeText(side.winSet)}`];
  const { coalitions, power } = side;
  if (coalitions.kind === 'exact') {
    lines.push(`  minimal winning coalitions: ${coalitionList(coalitions.minimalWinning, name)}`);
    lines.push(`  minimal blocking coalitions: ${coalitionList(coalitions.minimalBlocking, name)}`);
    if (coalitions.vetoPlayers.length > 0)
      lines.push(`  can each veto: ${coalitions.vetoPlayers.map(name).join(', ')}`);
    if (coalitions.dummies.length > 0)
      lines.push(`  without influence: ${coalitions.dummies.map(name).join(', ')}`);
  } else lines.push(`  coalitions: ${coalitions.reason}`);
  if (power.kind !== 'exact') return [...lines, `  power: ${power.reason}`].join('\n');
  const rows = power.players.map(({ faction, banzhaf, banzhafShare, shapleyShubik }) => [
    `  ${name(faction)}`,
    `${banzhaf.fraction} = ${banzhaf.decimal.toFixed(4)}`,
    banzhafShare.decimal.toFixed(4),
    shapleyShubik ? `${shapleyShubik.fraction} = ${shapleyShubik.decimal.toFixed(4)}` : '–',
  ]);
  return [...lines, columns([['  power', 'Banzhaf', 'its share', 'Shapley–Shubik'], ...rows])].join('\n');
}

function coalitionList(all: readonly (readonly string[])[], name: Name): string {
  if (all.length === 0) return 'none';
  const shown = all.slice(0, 12).map((one) => `\n    ${one.map(name).join(' + ') || '(nobody is needed)'}`);
  return `${all.length}${shown.join('')}${all.length > 12 ? `\n    and ${all.length - 12} more` : ''}`;
}

function joint(report: Report): string {
  return [
    `Joint win-set: ${sizeText(report.joint)}`,
    `Every faction says yes: ${sizeText(report.unanimous)}`,
  ].join('\n');
}

function comparison(title: string, { parties, all, joint, ratified }: ComparisonReport, name: Name): string {
  const who = parties.map(
    (one) => `${name(one.party)} (no agreement ${one.noAgreement}, best ${one.best ?? '–'})`,
  );
  return [
    `${title}: ${who.join(', ') || 'nobody has points'}`,
    ...withinText('over all deals', all),
    ...withinText('inside the joint win-set', joint),
    ...ratifiedText(ratified),
  ].join('\n');
}

function ratifiedText(ratified: ComparisonReport['ratified']): string[] {
  if (ratified.kind !== 'exact') return [];
  const part = ({ deals, joint }: RatifiedReport) => `${number(joint)} of ${number(deals)}`;
  return [
    `  ratified on all sides: ${part(ratified.rational)} deals in which nobody loses, ${part(ratified.front)} on the front over all deals`,
  ];
}

function withinText(where: string, { front, solutions }: WithinReport): string[] {
  const lines = [
    'kind' in front
      ? `  Pareto front ${where}: ${front.reason}`
      : `  Pareto front ${where}: ${number(front.deals)} deals, ${number(front.points)} distinct points`,
  ];
  if (solutions.kind !== 'exact') return lines;
  const names = {
    nash: 'Nash',
    kalaiSmorodinsky: 'Kalai–Smorodinsky',
    egalitarian: 'egalitarian',
    utilitarian: 'utilitarian',
  } as const;
  for (const key of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const)
    lines.push(...solutionText(`    ${names[key]}`, solutions[key]));
  return lines;
}

function solutionText(title: string, solution: SolutionReport): string[] {
  if (solution.kind === 'none')
    return [
      `${title}: none, ${solution.reason === 'no-deal' ? 'as there is no deal' : 'as in every deal somebody loses'}`,
    ];
  const ties =
    solution.count === null
      ? 'many ties'
      : `${number(solution.count)} ${solution.count === 1 ? 'deal' : 'deals'}`;
  const [first] = solution.deals;
  return [
    `${title}: ${solution.objective}, ${ties}`,
    ...(first ? [`      ${dealLine(first.deal)}  →  ${first.values.join(', ')}`] : []),
  ];
}

function dealText(deal: NonNullable<Report['deal']>): string {
  return [
    `The deal: ${deal.sentence}`,
    ...deal.sides.flatMap((side) => side.details.map((detail) => `  ${detail}`)),
    columns([
      ['  faction', 'support', 'margin', 'vote', ''],
      ...deal.factions.map((one) => [
        `  ${one.faction}`,
        String(one.support),
        String(one.margin),
        one.vote,
        one.redLines.length > 0 ? 'red line' : one.fierce ? 'fierce' : '',
      ]),
    ]),
  ].join('\n');
}

function listText(list: NonNullable<Report['list']>, name: Name, { parties }: ComparisonReport): string {
  const title = `${list.of}, by ${list.sort}: ${list.count === null ? 'too many to go through' : `${number(list.count)} deals`}`;
  const rows = list.deals.map((one) => [`  ${one.value ?? ''}`, one.values.join(', '), dealLine(one.deal)]);
  return [
    title,
    columns([[`  ${list.sort}`, parties.map((one) => name(one.party)).join(', '), 'deal'], ...rows]),
  ].join('\n');
}

function dealLine(deal: Deal): string {
  return Object.entries(deal)
    .map(([issue, option]) => `${issue}=${option}`)
    .join(',');
}

function sizeText(size: Report['joint']): string {
  if (size === null) return 'more deals than may be gone through';
  return `${number(size.count)} deals (${(size.share * 100).toFixed(size.share < 0.01 ? 3 : 1)} %)`;
}

function number(count: number | string): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
