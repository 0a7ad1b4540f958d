import type { SideColour } from '@btt/protocol';

/** Class names written out, so that the style sheet holds them. */
export interface SideClasses {
  readonly stroke: string;
  readonly fill: string;
  readonly wash: string;
  readonly text: string;
  readonly border: string;
  readonly background: string;
}

const CLASSES: Record<SideColour, SideClasses> = {
  blue: {
    stroke: 'stroke-blue',
    fill: 'fill-blue',
    wash: 'fill-blue-wash',
    text: 'text-blue',
    border: 'border-blue',
    background: 'bg-blue-wash',
  },
  oxblood: {
    stroke: 'stroke-oxblood',
    fill: 'fill-oxblood',
    wash: 'fill-oxblood-wash',
    text: 'text-oxblood',
    border: 'border-oxblood',
    background: 'bg-oxblood-wash',
  },
  green: {
    stroke: 'stroke-green',
    fill: 'fill-green',
    wash: 'fill-green-wash',
    text: 'text-green',
    border: 'border-green',
    background: 'bg-green-wash',
  },
};

const NEUTRAL: SideClasses = {
  stroke: 'stroke-line-strong',
  fill: 'fill-ink',
  wash: 'fill-sheet',
  text: 'text-ink',
  border: 'border-line-strong',
  background: 'bg-sheet',
};

/** One colour per side, used everywhere for that side. */
export function colourOf(colour: SideColour | null | undefined): SideClasses {
  return colour ? CLASSES[colour] : NEUTRAL;
}
