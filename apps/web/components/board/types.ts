import type { SideColour } from '@btt/protocol';

export type Stand = 'supporter' | 'opponent' | 'undecided';

export interface BoardSide {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly colour: SideColour;
  /** Who initials for the side. */
  readonly head: { readonly id: string; readonly short: string } | null;
  /** Shown on the seal when the side has initialled or ratified. */
  readonly sealed?: boolean;
}

export interface BoardFaction {
  readonly id: string;
  readonly side: string;
  readonly name: string;
  readonly short: string;
  readonly weight: number;
  readonly stand: Stand;
  /** A number beside the name, where the viewer is entitled to it. */
  readonly value?: string | null;
  readonly mine?: boolean;
  readonly vote?: 'yes' | 'no' | 'abstain' | null;
}

/** Factions of one side that everybody knows to be ready to block an agreement together. */
export interface BoardBloc {
  readonly id: string;
  readonly members: readonly string[];
  /** All that it takes are members. */
  readonly stands: boolean;
}

/** Somebody acted: from a role or side to factions or negotiators. */
export interface BoardArrow {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly label: string;
}
