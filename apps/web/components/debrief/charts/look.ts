import type { SideColour } from '@btt/protocol';

/** A side's colour, as a chart takes it. */
const INK: Record<SideColour, string> = {
  blue: 'var(--blue)',
  oxblood: 'var(--oxblood)',
  green: 'var(--green)',
};

export const inkOf = (colour: SideColour | null | undefined) => (colour ? INK[colour] : 'var(--ink)');

/** How axes look, large enough for a projector. */
export const AXIS = { stroke: 'var(--muted)', fontSize: 13, tickLine: false } as const;

export const TOOLTIP = {
  background: 'var(--sheet)',
  border: '1px solid var(--line)',
  color: 'var(--ink)',
} as const;
