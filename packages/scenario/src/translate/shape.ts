/** Where texts that people read stand in a scenario. Whatever is not named here is structure, and is the same in every language. */
export type Shape =
  /** `made`: made from the id, in the words of nobody's language, where it is not written. */
  | { readonly kind: 'text'; readonly made: boolean }
  | { readonly kind: 'fields'; readonly of: Fields }
  /** Id → something. With `groups` the field by which its things fall into groups. */
  | { readonly kind: 'each'; readonly of: Shape; readonly groups?: string }
  /** A list; a translation names its places from 0. */
  | { readonly kind: 'list'; readonly of: Shape }
  /** A list of ids, or id → its label. */
  | { readonly kind: 'labels' }
  /** A text, or fields of which one is that text. */
  | { readonly kind: 'label-or-fields'; readonly label: string; readonly of: Fields };

export type Fields = Readonly<Record<string, Shape>>;

const text: Shape = { kind: 'text', made: false };
const made: Shape = { kind: 'text', made: true };
const fields = (of: Fields): Shape => ({ kind: 'fields', of });
const each = (of: Shape): Shape => ({ kind: 'each', of });
const list = (of: Shape): Shape => ({ kind: 'list', of });

const action: Shape = fields({
  text,
  tell: text,
  get hit() {
    return actions;
  },
  get miss() {
    return actions;
  },
  get pressed() {
    return actions;
  },
  get upkeep() {
    return actions;
  },
  get standing() {
    return actions;
  },
  get kept() {
    return actions;
  },
  get broken() {
    return actions;
  },
});
const actions: Shape = list(action);
const cases = list(fields({ do: actions }));

const seat = {
  name: made,
  short: text,
  office: text,
  card: fields({ who: text, want: text, question: text }),
  stake: fields({ concern: text, give: text, hurt: text }),
  briefing: text,
};

const pick = fields({
  items: {
    kind: 'each',
    of: { kind: 'label-or-fields', label: 'label', of: { label: text, group: text, do: actions } },
    groups: 'group',
  },
});

/** The texts of `scenario.yaml`. */
export const TEXTS: Fields = {
  title: text,
  tagline: text,
  summary: text,
  period: text,
  devices: list(text),
  licence: text,
  sources: list(text),
  table: fields({ rounds: list(fields({ name: text, date: text })) }),
  sides: each(fields({ name: made, short: text, place: text, 'rule-text': text })),
  roles: each(fields(seat)),
  factions: each(fields({ ...seat, 'red-lines': list(fields({ text })) })),
  issues: each(
    fields({
      name: made,
      short: text,
      question: text,
      options: each(fields({ label: made, short: text, note: text })),
    }),
  ),
  channels: each(fields({ name: made, leak: fields({ do: actions }) })),
  rumours: list(fields({ text, truth: text })),
  moves: each(
    fields({
      name: made,
      summary: text,
      device: text,
      headline: text,
      secrets: each({ kind: 'labels' }),
      pick,
      leaked: actions,
      known: text,
      risk: text,
      cases,
      do: actions,
    }),
  ),
  triggers: each(fields({ name: made, date: text, headline: text, text, cases, do: actions })),
  criticisms: each(fields({ text, answers: each(fields({ text })) })),
  politics: fields({ plan: fields({ avoid: each(text), kept: each(actions), broken: each(actions) }) }),
  balance: list(fields({ name: text })),
};

/** Texts that may well stay as they are: names of books and licences, and what only an author reads. */
export const MAY_STAY: ReadonlySet<string> = new Set(['licence', 'sources', 'balance']);
