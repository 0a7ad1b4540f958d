/**
 * What can be read from the whole record of one table: who moved whom, what came out, what was promised, and what it was all worth. The
 * whole truth, so for hosts and opened debriefs only. Points are support, in the points of the scenario's scale; rounds count from 1,
 * 0 being before the first. This is the part of what `packages/game/src/readings` finds that pages rely on: the compiler holds the two together
 * where the server answers.
 */
export interface TableFindings {
  readonly help: HelpFindings;
  readonly echoes: EchoFindings;
  readonly promises: PromiseFindings;
  readonly speeches: readonly SpeechFinding[];
  readonly maps: readonly MapFinding[];
  readonly legitimacy: readonly LegitimacyFinding[];
  /** These two are null where nothing was voted on. */
  readonly withoutHelp: WithoutHelpFinding | null;
  readonly turning: TurningFinding | null;
  readonly scores: ScoreFindings;
  readonly provocations: readonly ProvocationFinding[];
  readonly frozen: FrozenFindings;
  readonly coalitions: CoalitionFindings;
}

type Points = Readonly<Record<string, number>>;
type Outcome = 'ratified' | 'refused' | 'no-agreement';

/** Points gained, and points lost: 0 or less. */
interface Balance {
  readonly gained: number;
  readonly lost: number;
}

export interface HelpFindings {
  readonly deeds: readonly Deed[];
  readonly sides: readonly {
    readonly side: string;
    readonly given: number;
    readonly hurtGiven: number;
    readonly received: number;
    readonly hurtReceived: number;
    /** Lost among one's own factions by what helped abroad: 0 or less. */
    readonly price: number;
  }[];
  /** Moves that the other side could have asked for, and how many of those had been. */
  readonly invitable: { readonly made: number; readonly invited: number };
}

/** Something that somebody did, with all that came of it. */
export interface Deed {
  readonly happening: string;
  readonly headline: string | null;
  readonly side: string | null;
  readonly role: string | null;
  readonly round: number;
  readonly factions: Points;
  readonly home: Balance;
  readonly abroad: Balance;
  /** Asked for by the side that it moved. null: nobody could have asked. */
  readonly invited: boolean | null;
  /** Meant to help abroad and hurt, or did harm without meaning to. */
  readonly againstIntention: boolean;
}

export interface EchoFindings {
  readonly draws: readonly {
    readonly id: string;
    /** As written: "1/2". */
    readonly odds: string;
    readonly hit: boolean;
    readonly by: 'chance' | 'host';
    readonly round: number;
    readonly kind: 'echo' | 'leak' | 'other';
    readonly about: string | null;
    readonly side: string | null;
    readonly factions: Points;
  }[];
  /** What came to people for whom it was not meant. */
  readonly heard: readonly {
    readonly happening: string;
    readonly headline: string;
    readonly side: string | null;
    readonly role: string;
    readonly said: number;
    readonly heard: number;
    readonly how: 'chance' | 'faction' | 'move';
    readonly gainedAtHome: number;
    readonly costAbroad: number;
  }[];
  readonly contradictions: readonly {
    readonly side: string;
    readonly topic: string;
    readonly round: number;
    readonly first: SaidLine;
    readonly second: SaidLine;
    readonly heardBy: readonly string[];
    readonly factions: Points;
  }[];
}

interface SaidLine {
  readonly headline: string;
  readonly role: string;
  readonly round: number;
}

export interface PromiseFindings {
  readonly plans: readonly {
    readonly id: string;
    readonly by: string;
    readonly to: string;
    readonly round: number;
    readonly state: 'offered' | 'signed' | 'declined';
    readonly promises: readonly {
      readonly side: string;
      readonly kind: 'do' | 'avoid';
      /** A move for `do`, a tag for `avoid`. */
      readonly what: string;
      readonly until: number | null;
      readonly state: 'open' | 'kept' | 'broken';
      readonly settled: number | null;
      readonly by: string | null;
    }[];
  }[];
  readonly obligations: readonly {
    readonly obligation: string;
    readonly side: string | null;
    readonly who: readonly string[];
    readonly text: string;
    readonly round: number;
    readonly state: 'standing' | 'kept' | 'broken';
    readonly ended: number | null;
    readonly brokenBy: { readonly headline: string; readonly role: string } | null;
  }[];
  readonly assurances: readonly {
    readonly faction: string;
    readonly issue: string;
    readonly option: string;
    /** null = never answered. */
    readonly ruledOut: boolean | null;
    readonly broken: boolean;
  }[];
  readonly consents: readonly {
    readonly headline: string;
    readonly role: string;
    readonly asked: number;
    readonly yes: readonly string[];
    readonly no: readonly string[];
    /** Round in which the move was made at last; null = never. */
    readonly made: number | null;
  }[];
}

export interface SpeechFinding {
  readonly side: string;
  readonly role: string;
  readonly answers: readonly {
    readonly criticism: string;
    readonly attack: string;
    readonly reply: string;
    /** Factions of the side who truly hold it; none: a decoy. */
    readonly heldBy: readonly string[];
    readonly true: boolean;
  }[];
  readonly missed: readonly {
    readonly criticism: string;
    readonly attack: string;
    readonly heldBy: readonly string[];
  }[];
  readonly anticipated: number;
  readonly held: number;
  readonly answeredTruly: number;
  /** Whose draft it was given from; null = nobody's. */
  readonly draft: {
    readonly role: string;
    readonly side: string | null;
    readonly attacks: readonly string[];
    readonly foreseen: readonly string[];
  } | null;
  readonly ratings: Points;
  readonly points: { readonly answers: Points; readonly foreseen: Points; readonly ratings: Points };
}

interface Mean {
  readonly mean: number | null;
}

/** How well a map told what was true. */
export interface MapAccuracy {
  /** Estimate minus truth: above 0, factions were thought friendlier than they are. */
  readonly signedError: Mean;
  readonly absoluteError: Mean;
  /** Share, 0 to 1, taken for another of supporter, undecided and opponent than they are. */
  readonly misread: Mean;
  /** Of predicted votes, 0 (best) to 2. */
  readonly brier: Mean;
}

export interface MapFinding {
  readonly role: string;
  readonly side: string | null;
  readonly moments: readonly {
    readonly step: number;
    readonly round: number;
    readonly score: MapAccuracy;
  }[];
  readonly atTheVote: MapAccuracy | null;
}

export interface LegitimacyFinding {
  readonly happening: string;
  readonly headline: string;
  readonly side: string | null;
  readonly role: string;
  readonly yes: number;
  readonly no: number;
  /** Share, 0 to 1, of those who would defend it in public; null where nobody has said. */
  readonly share: number | null;
  readonly exposed: boolean;
}

/** How an agreement stands by the votes of the model. */
export interface Standing {
  readonly passes: boolean;
  readonly sides: readonly {
    readonly side: string;
    readonly passes: boolean;
    readonly yes: number;
    readonly no: number;
    readonly margin: number | null;
  }[];
}

export interface WithoutHelpFinding {
  readonly withHelp: Standing;
  /** Everything taken away that one side did to the factions of another. */
  readonly effectsRemoved: Standing & { readonly effects: number; readonly points: number };
  /** Played again without the causes of it. */
  readonly causesRemoved: {
    readonly causes: number;
    readonly outcome: Outcome | null;
    readonly standing: Standing | null;
  };
}

/** A result as it would be with some of its causes. */
interface Result {
  readonly worth: number;
  readonly passes: boolean;
}

/** How a result is shared out among its causes; null side: ratification on all sides. */
export interface TurningShares {
  readonly side: string | null;
  /** Points to spare, or ratified (1) and refused (0). */
  readonly of: 'margin' | 'verdict';
  readonly none: Result;
  readonly all: Result;
  readonly shares: readonly {
    readonly player: number;
    readonly shapley: { readonly exact: string; readonly value: number };
    /** Alone, and what would have come without it. */
    readonly own: number;
    readonly without: Result;
    readonly decisive: boolean;
  }[];
  /** Pairs that did more, or less, together than each alone. */
  readonly pairs: readonly {
    readonly players: readonly [number, number];
    readonly dividend: number;
  }[];
}

interface SpokenTurning {
  readonly side: string | null;
  readonly sentence: string;
  readonly details: readonly { readonly kind: string; readonly text: string }[];
}

export interface TurningFinding {
  /** `rest`: the smallest causes, taken together; its name is empty. */
  readonly players: readonly {
    readonly kind: 'cause' | 'group' | 'rest';
    /** Of a cause: the happening. */
    readonly id: string;
    readonly name: string;
  }[];
  readonly whole: TurningShares;
  readonly sides: readonly TurningShares[];
  readonly words: {
    readonly whole: SpokenTurning;
    readonly sides: readonly SpokenTurning[];
    readonly groups: readonly string[];
  };
}

export interface ScoreFindings {
  readonly outcome: Outcome | null;
  /** 0 to 100: how near to the best that could have been ratified. */
  readonly joint: number | null;
  readonly seats: readonly {
    readonly role: string;
    readonly held: boolean;
    /** Three lines, 0 to 100 each, never added up. null: nothing to measure by. */
    readonly own: number | null;
    readonly side: number | null;
    readonly table: number | null;
    readonly beside: {
      readonly fidelity: 'true-to-role' | 'judgement' | 'against-role' | null;
      readonly margin: number | null;
      readonly misread: number | null;
    };
  }[];
}

export interface ProvocationFinding {
  readonly happening: string;
  readonly headline: string;
  readonly side: string | null;
  readonly role: string;
  readonly round: number;
  readonly secrets: readonly { readonly key: string; readonly value: string; readonly label: string }[];
  readonly answers: readonly {
    readonly happening: string;
    readonly headline: string;
    readonly side: string | null;
    readonly role: string;
    readonly inquiry: boolean;
    readonly knew: boolean;
    readonly abroad: number;
    readonly home: number;
    readonly right: boolean | null;
  }[];
  readonly unanswered: readonly string[];
}

export interface FrozenFindings {
  readonly presses: readonly {
    readonly obligation: string;
    readonly by: string;
    readonly side: string;
    readonly issue: string;
    readonly option: string;
    readonly round: number;
    readonly points: number;
  }[];
  readonly uninvited: readonly {
    readonly happening: string;
    readonly headline: string;
    readonly side: string | null;
    readonly round: number;
    readonly points: number;
  }[];
  readonly suspicion: readonly {
    readonly trigger: string;
    readonly headline: string;
    readonly round: number;
    readonly points: number;
  }[];
}

export interface CoalitionFindings {
  readonly blocs: readonly {
    readonly bloc: string;
    readonly factions: readonly string[];
    readonly formed: readonly number[];
    readonly broken: readonly {
      readonly round: number;
      readonly by: string;
      readonly after: string | null;
    }[];
  }[];
  readonly across: readonly {
    readonly invitation: string;
    readonly by: string;
    readonly round: number;
    readonly answer: {
      readonly headline: string;
      readonly by: string;
      readonly round: number;
      readonly points: number;
    } | null;
  }[];
}

/** One table held against the others of its class. Without names of people. */
export interface TableStanding {
  readonly table: string;
  readonly name: string;
  readonly outcome: Outcome | null;
  /** 0 to 100; see {@link ScoreFindings}. */
  readonly joint: number | null;
  readonly sides: readonly {
    readonly side: string;
    /** What its head got of the best that could have been ratified, 0 to 100. */
    readonly value: number | null;
    /** Points to spare at home in the last count; null where there was none. */
    readonly margin: number | null;
    readonly given: number;
    readonly received: number;
    readonly price: number;
    readonly echoes: number;
    /** Attacks answered truly, of those that were held; null = no speech. */
    readonly speech: { readonly answered: number; readonly held: number } | null;
    /** Of the last maps of its people: mean signed and absolute error; null = no map. */
    readonly map: { readonly signed: number; readonly absolute: number } | null;
  }[];
  /** Share of the moves that could be asked for and had been, 0 to 1; null where none was made. */
  readonly invited: number | null;
  /** The last agreement with all cross-table help removed; null where nothing was voted on. */
  readonly withoutHelp: boolean | null;
}

/** The answer to `findings`. */
export interface FindingsOfTable {
  readonly ok: true;
  readonly table: string;
  readonly findings: TableFindings;
}

/** The answer to `compare`: the tables that the asker may look into, in their order. */
export interface Comparison {
  readonly ok: true;
  readonly tables: readonly TableStanding[];
  /** null where no table is open to the asker, or there is nothing to measure by. */
  readonly fair: FairPoints | null;
}

/** What the best agreements would have given, on the scale of {@link TableStanding} values: the same for all tables of a class. */
export interface FairPoints {
  /** Sides with somebody whose value counts, in the order of the values below. */
  readonly sides: readonly string[];
  /** The Pareto front of what all sides could have ratified with all the help that they could afford. */
  readonly front: readonly (readonly number[])[];
  /** Where the product of the gains is highest; more than one where several tie. */
  readonly nash: readonly (readonly number[])[];
}
