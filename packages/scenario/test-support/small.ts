import type { Scenario, ScenarioFile } from '../src';
import { scenarioOf } from './scenario-of';

/**
 * A small complete scenario: two sides share a river. Without help the historic deal passes in the north (75 of 100, two thirds
 * needed) and fails in the south (25 of 100); with the quiet order kept and the invited pressure the generals vote for it.
 */
export const SMALL = `format: 1
id: small-river
title: The river
tagline: Two countries, one river, three years of drought.
summary: Two sides bargain about a **river**.
period: A dry summer
players: {min: 2, max: 30}
minutes: [20]
licence: CC BY 4.0
table:
  briefing: 2
  rounds:
    - {name: Opening, date: June, minutes: 3}
    - {name: Middle, date: July, minutes: 3}
    - {name: Last, date: August, minutes: 3}
  ratification: 2
  returns: {times: 1, minutes: 2}
  ballot: bounded
  capital: {per-round: 3, carry: 1}
sides:
  north:
    name: Northern side
    short: North
    place: Nordhaven
    rule: {at-least: 2/3, of: cast}
    rule-text: Two thirds of the weight cast must be in favour.
  south:
    name: Southern side
    short: South
    place: Sudria
    rule: {all: [{more-than: 1/2, of: cast}, {no-bloc: [generals, old-guard]}]}
roles:
  mara: {kind: negotiator, side: north, name: Mara, office: Leads for the north., initials: true, order: 1, no-agreement: 20}
  nils: {kind: negotiator, side: north, name: Nils, office: Minister of water., order: 5}
  nora: {kind: aide, side: north, name: Nora, office: Knows Sofia., order: 7}
  sela: {kind: negotiator, side: south, name: Sela, office: Leads for the south., initials: true, order: 2, no-agreement: 20}
  simon: {kind: negotiator, side: south, name: Simon, office: Minister of finance., order: 6}
  sofia: {kind: aide, side: south, name: Sofia, office: Knows Nora., order: 8}
  wire: {kind: press, name: The wire, office: Reports., order: 20}
factions:
  farmers: {side: north, name: Farmers, order: 9, weight: 40, start: 0, yes: 1, no: -1, fierce: -3, judgement: 1}
  engineers: {side: north, name: Engineers, order: 10, weight: 35, start: 2, yes: 1, no: -1, fierce: -3, judgement: 1}
  border-guard:
    side: north
    name: Border guard
    order: 4
    weight: 25
    start: -2
    yes: 1
    no: -1
    fierce: -3
    judgement: 1
    red-lines:
      - {deal: {water: [free]}, text: No guard will open the gates for ever.}
  generals:
    side: south
    name: Generals
    order: 3
    capacity: 2
    weight: 40
    start: -3
    yes: 1
    no: -1
    fierce: -3
    judgement: 1
    no-agreement: -1
    resists: [money]
    red-lines:
      - {deal: {dam: [built]}, text: A dam is a weapon.}
  old-guard: {side: south, name: Old guard, order: 11, weight: 35, start: -3, yes: 1, no: -1, fierce: -3, judgement: 1}
  fishers: {side: south, name: Fishers, order: 12, weight: 25, start: 2, yes: 1, no: -1, fierce: -3, judgement: 1}
issues:
  water:
    name: Water
    question: Who gets how much?
    options:
      free: {label: Whoever needs it, points: {farmers: -2, generals: 2, fishers: 2, mara: 0, sela: 40}}
      quotas: {label: Fixed quotas, points: {farmers: 1, generals: 1, fishers: 1, mara: 30, sela: 30}}
      upstream: {label: The north decides, points: {farmers: 3, generals: -3, old-guard: -2, fishers: -2, mara: 40, sela: 0}}
  dam:
    name: The dam
    short: Dam
    question: Will it be built?
    options:
      built: {label: Built now, points: {engineers: 2, old-guard: -2, fishers: -2, mara: 30, sela: 0}}
      delayed: {label: Delayed ten years, points: {engineers: -1, generals: 1, old-guard: 1, mara: 20, sela: 20}}
      dropped: {label: Given up, points: {engineers: -3, border-guard: -1, generals: 2, old-guard: 1, fishers: 1, mara: 0, sela: 30}}
  fund:
    name: River fund
    short: Fund
    question: Who pays?
    options:
      none: {label: No fund, points: {farmers: 1, fishers: -1, mara: 20, sela: 0}}
      small: {label: A small fund, points: {fishers: 1, mara: 15, sela: 15}}
      large: {label: A large fund, points: {farmers: -2, old-guard: 1, fishers: 2, mara: 0, sela: 30}}
incompatible:
  - {water: [upstream], dam: [dropped]}
interactions:
  - {of: fishers, deal: {water: [free], fund: [large]}, points: 1}
  - {of: mara, deal: {dam: [built], fund: [none]}, points: 5}
channels:
  nora-sofia: {kind: back-channel, name: Nora and Sofia, members: [nora, sofia], leak: {odds: 1/4, do: [{tell: Aides of both sides meet in secret.}, {effect: {border-guard: -1, old-guard: -1}}]}}
rumours:
  - {to: north.team, about: generals, text: The generals want war., range: [-5, -2], true: false, truth: They want quiet.}
  - {to: south.team, about: farmers, text: The farmers can be talked to., range: [-1, 1], true: true}
moves:
  quiet-order:
    kind: measure
    name: Order silence
    summary: Nobody in the north may claim a victory.
    device: no triumphalism
    by: north.negotiators
    audience: [north, south.team]
    headline: The north keeps quiet
    limit: 1
    do:
      - oblige: quiet
        who: north
        never: {tags: [boast]}
        audience: [north, south.team]
        until: {trigger: assembly}
        upkeep: [{effect: {farmers: -1}, until: {rounds: 1}}]
        standing: [{effect: {generals: 1, old-guard: 1}}]
        kept: [{effect: {generals: 1, old-guard: 1}}]
        broken: [{effect: {generals: -2, old-guard: -2}}]
        text: Claim no victory.
    known: Calms the south while it is kept.
    risk: One boast undoes it.
  pressure:
    kind: measure
    name: Press the generals
    device: external pressure
    by: north.head
    headline: The north presses the generals
    cases:
      - {when: {invited-by: south}, do: [{effect: {generals: 1}}]}
      - {do: [{effect: {generals: -2, old-guard: -1}}]}
  ask-pressure:
    kind: invitation
    name: Ask for pressure
    by: [sela, sofia]
    cost: 0
    audience: [south.team, nora, mara]
    invites: pressure
  package:
    kind: measure
    name: Wrap small steps
    device: package
    by: north.head
    cost: 2
    pick:
      min: 2
      max: 4
      items:
        gauges: {label: Shared gauges, group: trust}
        visits: {label: Visits, group: trust}
        fish: {label: A fish ladder, group: economy, do: [{effect: {fishers: 1}}]}
        flood: {label: Flood warnings, group: security}
    do:
      - {effect: {old-guard: 1}, scale: {by: picked, steps: {3: 1, 4: 2}}}
      - {effect: {generals: 1}, scale: {by: spread, steps: {3: 1}}}
  victory-line:
    kind: statement
    name: The river is ours
    by: [mara, nils]
    audience: north
    headline: "Mara: the river is ours"
    tags: [boast]
    asserts: {river: ours}
    words: true
    do:
      - {effect: {farmers: 2}, until: {rounds: 1}}
      - draw: echo
        odds: 1/2
        at: next-round
        hit: [{disclose: move, to: everyone, text: Heard in the south.}, {effect: {old-guard: -1}}]
  sharing-line:
    kind: statement
    name: The river is everybody's
    by: [north.negotiators, south.negotiators]
    headline: The river belongs to all
    asserts: {river: shared}
    words: true
    do: [{effect: {fishers: 1, border-guard: -1}}]
  hard-paper:
    kind: statement
    name: Hard paper
    by: south.negotiators
    audience: table
    headline: The south tables a hard paper
    expects: north
    secrets: {manner: {meant: Meant as it stands, performed: Performed for the generals}}
    do: [{effect: {generals: 1}}]
  match:
    kind: answer
    answers: hard-paper
    name: Answer in kind
    by: north.negotiators
    tags: [boast]
    do: [{effect: {farmers: 1, generals: -1, old-guard: -2}}]
  stand-firm:
    kind: answer
    answers: hard-paper
    name: Stand firm and calm
    by: north.negotiators
    do: [{effect: {farmers: -1}}]
    cases:
      - {when: {secret: {manner: performed}}, do: [{effect: {old-guard: 1}}]}
  ask-quietly:
    kind: answer
    answers: hard-paper
    name: Ask what is meant
    by: [nora, mara]
    cost: 0
    audience: [north.team, sofia]
    tags: [inquiry]
    do: [{disclose: manner, to: north.team, text: Sofia says how it is meant.}]
  help-speech:
    kind: measure
    name: Help with the speech
    device: framing
    by: [mara, nora]
    audience: [mara, nora, south.team]
    pick: {from: criticisms, max: 2}
    do: [{effect: {old-guard: 1, generals: 1}, scale: {by: answered, steps: {1: 1}}}]
  open-border:
    kind: measure
    name: Open the border
    device: compensation
    by: south.negotiators
    available: {any: [{taken: sharing-line}, {round: [2, 3]}]}
    do: [{effect: {border-guard: 2, generals: -1}}]
  water-gift:
    kind: measure
    name: Send water now
    device: side payment
    by: mara
    audience: [north.team, farmers, engineers, south.team]
    headline: The north sends water by night
    tags: [money]
    consent: {of: [farmers, engineers], least: 1}
    leaked: [{effect: {farmers: -1}}]
    do: [{effect: {generals: 2, fishers: 2}}]
  word-on-the-border:
    kind: measure
    name: Give a word on the border
    device: promise
    by: sela
    audience: [south.team, north.team]
    limit: 1
    do:
      - oblige: border-word
        who: south.negotiators
        must: open-border
        audience: [south.team, north.team]
        until: {trigger: assembly}
        kept: [{effect: {border-guard: 1}}]
        broken: [{effect: {border-guard: -2}}]
        text: Open the border before the assembly.
  lobby:
    kind: faction
    name: Talk to the old guard
    by: fishers
    audience: south
    limit: 2
    do: [{effect: {old-guard: 2}}]
triggers:
  freeze:
    name: The army's word
    date: June
    at: {round: 1}
    audience: south.team
    headline: The army sets a limit
    do:
      - oblige: hold-out
        who: south.negotiators
        never: {accept: {water: [quotas, upstream]}}
        until: {trigger: assembly}
        pressed: [{effect: {old-guard: -1}}]
        text: Until the assembly you may not accept quotas.
  drought:
    name: Drought
    date: July
    at: {round: 2}
    headline: No rain for forty days
    text: The fields are dry.
    do:
      - {tell: The farmers are marching., to: north}
      - {effect: {farmers: -1}, until: {rounds: 1}}
  assembly:
    name: Assembly
    date: August
    at: {round: 3}
    gate: true
    headline: The assembly meets
    cases:
      - {when: {support: {old-guard: -2}}, do: [{tell: Sela survives.}]}
      - do: [{draw: fall, odds: 1/3, hit: [{end: no-agreement, text: Sela falls.}], miss: [{effect: {fishers: -1}}]}]
  quick-deal:
    name: A quick deal
    at: {when: initialled}
    only-if: {round: 1}
    headline: So soon?
    do: [{effect: {farmers: -1, generals: -1}}]
  flood:
    name: Flood
    at: host
    headline: The river rises
    do: [{deliver: {fund: small}}]
criticisms:
  gave-away:
    side: south
    text: You gave the river away.
    held-by: [old-guard]
    answers:
      quotas-hold: {text: The quotas are written down., deal: {water: [quotas]}}
      north-is-quiet: {text: They do not even claim to have won., when: {taken: quiet-order}}
  sold-out:
    side: south
    text: You sold us.
    held-by: [generals]
    answers:
      fund-pays: {text: The fund pays for the banks., deal: {fund: [small, large]}}
  no-fish:
    side: south
    text: There will be no fish.
    answers:
      ladder: {text: There will be a ladder.}
  too-soft:
    side: north
    text: You were soft.
    held-by: [border-guard]
    answers:
      dam-stands: {text: The dam is only delayed., deal: {dam: [delayed]}}
speech: {max: 2, per-answer: 1, most: 2, rating: 1}
politics:
  plan:
    by: [mara, sela, nora, sofia]
    moves: [pressure, quiet-order, open-border]
    avoid: {boast: claiming a victory}
    kept: {north: [{effect: {fishers: 1}}]}
    broken: {north: [{effect: {fishers: -1}}]}
historic:
  deal: {water: quotas, dam: delayed, fund: small}
  moves: [quiet-order, pressure]
`;

const SEATS = ['mara', 'nils', 'nora', 'sela', 'simon', 'sofia', 'wire'];
const FACTIONS = ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard', 'fishers'];

/** A private text for every role, each with a string of its own (`only-mara-knows`) that tests can search for; and a debrief. */
export const SMALL_FILES: readonly ScenarioFile[] = [
  ...SEATS.map((id) => ({
    path: `roles/${id}.md`,
    text: `---\n${cardOf(id)}---\n## Who you are\nThis only-${id}-knows.\n`,
  })),
  ...FACTIONS.map((id) => ({
    path: `roles/${id}.md`,
    text: `---\n${cardOf(id)}stake: {concern: concern-of-${id}, give: gift-of-${id}, hurt: hurt-of-${id}}\n---\n## Who you are\nThis only-${id}-knows.\n`,
  })),
  { path: 'debrief/history.md', text: 'The river was shared.\n' },
  { path: 'debrief/disputes.md', text: 'Historians disagree.\n' },
  { path: 'debrief/questions.md', text: '- Who helped whom?\n- What would you do\n  another time?\n' },
];

function cardOf(id: string): string {
  return `card: {who: You are ${id}., want: wish-of-${id}, question: question-of-${id}}\n`;
}

export function smallScenario(): Scenario {
  return scenarioOf(SMALL, SMALL_FILES);
}
