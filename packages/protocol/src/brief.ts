import type {
  Channel,
  Condition,
  Issue,
  Move,
  PickItem,
  Role,
  SideColour,
  TableDefaults,
} from '@btt/scenario';

/** What the scenario says to one viewer: public parts for all, private parts of its own role. A pure function of scenario and viewer. */
export interface Brief {
  readonly hash: string;
  readonly public: PublicScenario;
  /** null for everybody without a role: observers, the screen and the host. */
  readonly own: OwnBrief | null;
  /** For the host's console alone. */
  readonly host: HostBrief | null;
}

export interface PublicScenario {
  readonly id: string;
  readonly title: string;
  readonly tagline: string;
  readonly summary: string;
  readonly period: string;
  readonly language: string;
  readonly scale: { readonly min: number; readonly max: number };
  readonly table: TableDefaults;
  readonly sides: readonly {
    readonly id: string;
    readonly name: string;
    readonly short: string;
    readonly place: string;
    readonly colour: SideColour;
    readonly ruleText: string;
  }[];
  readonly roles: readonly PublicRole[];
  readonly issues: readonly Issue[];
}

export interface PublicRole
  extends Pick<
    Role,
    'id' | 'kind' | 'side' | 'name' | 'short' | 'office' | 'initials' | 'order' | 'capacity'
  > {
  /** Factions only: share of the side's weight, and everybody's idea of where it stands. */
  readonly weight: number | null;
  readonly reputation: 'supporter' | 'opponent' | 'undecided' | null;
}

export interface OwnBrief {
  readonly role: string;
  readonly card: Role['card'];
  readonly stake: Role['stake'];
  /** Markdown. */
  readonly briefing: string;
  /** Own points per issue and option; factions: support points; negotiators: value of the outcome. */
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  readonly interactions: readonly {
    readonly deal: readonly { readonly issue: string; readonly options: readonly string[] }[];
    readonly points: number;
  }[];
  readonly faction: {
    readonly start: number;
    readonly yes: number;
    readonly no: number;
    readonly fierce: number;
    readonly judgement: number;
    readonly redLines: readonly {
      readonly deal: readonly { readonly issue: string; readonly options: readonly string[] }[];
      readonly text: string;
    }[];
  } | null;
  readonly noAgreement: number | null;
  readonly rumours: readonly {
    readonly about: string | null;
    readonly text: string;
    readonly range: { readonly min: number; readonly max: number } | null;
  }[];
  readonly channels: readonly OwnChannel[];
  readonly moves: readonly OwnMove[];
  /** Negotiators and aides: attacks their factions may make, with answer cards. Factions: the attacks they hold, without cards. */
  readonly criticisms: readonly {
    readonly id: string;
    readonly text: string;
    readonly answers: readonly { readonly id: string; readonly text: string }[];
  }[];
  /** Attacks that the other sides' factions may make: for those who can help with the other side's speech. Which are truly held is not said. */
  readonly theirCriticisms: readonly { readonly id: string; readonly side: string; readonly text: string }[];
  readonly speech: { readonly max: number } | null;
  readonly politics: OwnPolitics;
}

/** A channel without what follows if it comes out; `leaks` tells that it may. */
export interface OwnChannel extends Omit<Channel, 'leak'> {
  readonly leaks: boolean;
}

/** What a seat may do in the politics behind the table, beyond its moves. */
export interface OwnPolitics {
  /** Blocking coalitions of the own side's rule that the role can form with others. Factions only. */
  readonly blocs: readonly { readonly id: string; readonly factions: readonly string[] }[];
  /** What can be promised and asked for in a joint plan; null for who may not sign one. */
  readonly plan: {
    readonly partners: readonly string[];
    readonly moves: readonly {
      readonly id: string;
      readonly name: string;
      readonly sides: readonly string[];
    }[];
    readonly avoid: readonly { readonly tag: string; readonly label: string }[];
  } | null;
  /** Capital for an estimate and for an expert; null for who keeps no map. */
  readonly intelligence: { readonly cost: number; readonly expert: number; readonly error: number } | null;
  /** Capital for working on another faction and for a leak. */
  readonly prices: { readonly lobby: number; readonly leak: number };
  /** Roles of other sides with whom a back channel is shared. */
  readonly confidants: readonly string[];
  /** The chance, "1/10", that a faction hears that it was talked about; null for who has nobody to confide in. */
  readonly overheard: string | null;
  /** How many attacks a draft of a speech may expect, for the own side or another; null for who may not draft one. */
  readonly drafts: { readonly attacks: number } | null;
}

/** A move as the one who may make it sees it: price, known effect and risk in words, no numbers of others. */
export interface OwnMove
  extends Pick<
    Move,
    | 'id'
    | 'kind'
    | 'name'
    | 'summary'
    | 'device'
    | 'cost'
    | 'headline'
    | 'tags'
    | 'limit'
    | 'answers'
    | 'expects'
    | 'secrets'
    | 'words'
    | 'known'
    | 'risk'
    | 'consent'
  > {
  readonly pick: {
    readonly from: 'criticisms' | 'items';
    readonly items: readonly Pick<PickItem, 'id' | 'label' | 'group'>[];
    readonly min: number;
    readonly max: number;
  } | null;
  readonly available: Condition | null;
  /** Who will learn of it at once. */
  readonly seenBy: 'everyone' | 'host' | readonly string[];
}

/** For the host's console. */
export interface HostBrief {
  readonly triggers: readonly {
    readonly id: string;
    readonly name: string;
    readonly date: string;
    readonly when: string;
  }[];
  /** All rooms by name, for the log. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}
