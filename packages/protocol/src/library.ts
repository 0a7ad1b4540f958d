import type { OwnBrief, PublicScenario } from './brief';
import type { Instant, Terms } from './facts';
import type { RefereeLine, ScenarioCard, TableRecord } from './frames';

/**
 * A scenario as those may read it who host it: every number of every role. Over HTTP and never through a session; see
 * docs/library.md.
 */
export interface ScenarioSheet {
  readonly ok: true;
  /** Its address: a shipped scenario's id, or `own.` and letters. */
  readonly ref: string;
  /** For the owner of an own scenario: which saved state this is. null = shipped. */
  readonly version: number | null;
  readonly card: ScenarioCard;
  readonly public: PublicScenario;
  /** By role, what it alone may read: its packet, and nothing of any other role. */
  readonly roles: Readonly<Record<string, OwnBrief>>;
  readonly moves: readonly SheetMove[];
  readonly events: readonly SheetEvent[];
  readonly historic: { readonly deal: Terms; readonly moves: readonly string[] } | null;
  readonly sources: readonly string[];
  readonly debrief: TableRecord['debrief'];
  /** For whoever teaches with it: Markdown. Empty where there is none. */
  readonly teaching: string;
}

export interface SheetMove {
  readonly id: string;
  readonly kind: 'measure' | 'statement' | 'answer' | 'invitation' | 'faction';
  readonly name: string;
  readonly device: string;
  readonly by: readonly string[];
  readonly cost: number;
  readonly summary: string;
  readonly known: string;
  readonly risk: string;
  /** What it adds to supports and lasts to the vote, if it goes well. `always` = in every deal. */
  readonly effects: readonly {
    readonly faction: string;
    readonly points: number;
    readonly always: boolean;
  }[];
}

export interface SheetEvent {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly when: { readonly kind: 'round'; readonly round: number } | { readonly kind: 'when' | 'host' };
  readonly headline: string;
  readonly text: string;
}

/** What the referee makes of a deal with moves made, and going well. Comes again while win-sets are counted. */
export interface Trial {
  readonly line: RefereeLine;
  /** All sides in one breath. */
  readonly sentence: string;
  /** By side: what it needed, whose red lines are crossed, who could have turned it. */
  readonly details: Readonly<Record<string, readonly string[]>>;
  /** Of negotiators with points: what the deal is worth to them. */
  readonly values: Readonly<Record<string, number>>;
}

/** One finding of the playability check. Sentences are for authors. */
export interface Finding {
  readonly id: string;
  readonly result: 'good' | 'warn' | 'bad';
  readonly sentence: string;
}

/** A line of a check that is under way; the last one has the findings. */
export type CheckLine = { readonly part: number } | { readonly findings: readonly Finding[] };

/** A file of a scenario, such as `roles/baker.md`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Something wrong in a file, where its author can find it. Lines and columns begin with 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly message: string;
  readonly code: string;
}

/** What was found in the files of a scenario. It can be played when there are no problems; warnings do not matter to that. */
export interface Findings {
  readonly ok: true;
  readonly problems: readonly FileProblem[];
  readonly warnings: readonly FileProblem[];
}

/** The numbers of a scenario as its author may change them in a form. */
export interface ScenarioNumbers {
  readonly factions: readonly FactionNumbers[];
  readonly negotiators: readonly {
    readonly id: string;
    readonly name: string;
    readonly noAgreement: number;
  }[];
  readonly issues: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: readonly { readonly id: string; readonly label: string }[];
  }[];
  /** By faction or negotiator, issue and option. */
  readonly points: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

export interface FactionNumbers {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly start: number;
  readonly yes: number;
  readonly no: number;
  readonly fierce: number;
  readonly judgement: number;
  readonly noAgreement: number;
}

/** What was found in files that are being edited. */
export interface DraftFindings extends Findings {
  /** null while there are problems. */
  readonly numbers: ScenarioNumbers | null;
}

export interface ScenarioFiles extends DraftFindings {
  readonly ref: string;
  readonly version: number | null;
  readonly files: readonly TextFile[];
}

/** An own scenario in its owner's library. */
export interface OwnCard {
  readonly ref: string;
  readonly version: number;
  readonly changed: Instant;
  /** The newest title that could be read. */
  readonly title: string;
  /** null while something is wrong in it: then it can be mended, and not played. */
  readonly card: ScenarioCard | null;
  readonly problems: number;
}

export interface OwnCards {
  readonly ok: true;
  readonly scenarios: readonly OwnCard[];
}

/** After something was put into the library, or saved. */
export interface Kept extends Findings {
  readonly scenario: OwnCard;
}
