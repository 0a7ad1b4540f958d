import { choose, EMPTY_NOTES, note } from '@btt/autopilot';
import { type TableEvent, visible } from '@btt/game';
import { type Brief, EMPTY_DESK, foldAll, type SeatCommand } from '@btt/protocol';
import type { Recorded } from '../streams/stream';
import { type PhaseTime, phaseTime } from './phase-time';

/** The autopilot of one seat: it reads what the seat was told, and nothing else. */
export interface Pilot {
  /** Reads on in the log, a piece at a time. False = there is more to read. */
  catchUp(): boolean;
  /** What it wishes now. The same again until it has been told something or time has passed is not asked twice. */
  choose(now: number): SeatCommand | null;
  /** The wish was not granted: not again until something has changed. */
  refused(command: SeatCommand): void;
}

export interface PilotOptions {
  readonly role: string;
  readonly seed: string;
  readonly brief: Brief;
  readonly log: () => readonly Recorded<TableEvent>[];
}

/** Events that are read at once: a few milliseconds. */
const PIECE = 100;
/** A phase is divided into so many moments at which a seat may change its mind without having been told anything. */
const MOMENTS = 24;

export function createPilot({ role, seed, brief, log }: PilotOptions): Pilot {
  const viewer = { kind: 'seat', role } as const;
  let seen = 0;
  let desk = EMPTY_DESK;
  let notes = EMPTY_NOTES;
  let phase: PhaseTime | null = null;
  let askedAt = '';
  let fruitless = '';

  function read({ event, at }: Recorded<TableEvent>): void {
    const told = visible(event.parts, viewer);
    if (told.length === 0) return;
    notes = note(notes, told, desk, role);
    desk = foldAll(desk, told);
    if (told.some((fact) => fact.type === 'phase')) phase = { at, desk };
  }

  return {
    catchUp() {
      const all = log();
      const end = Math.min(all.length, seen + PIECE);
      for (; seen < end; seen++) {
        const one = all[seen];
        if (one) read(one);
      }
      return seen === all.length;
    },

    choose(now) {
      const elapsed = phase ? phaseTime(phase, desk, now) : 0;
      const moment = Math.floor(elapsed * MOMENTS) / MOMENTS;
      const asked = `${notes.told} ${moment}`;
      if (asked === askedAt) return null;
      const command = choose({ desk, notes, brief }, { seed, elapsed: moment });
      if (command === null) askedAt = asked;
      return command && JSON.stringify(command) !== fruitless ? command : null;
    },

    refused(command) {
      fruitless = JSON.stringify(command);
      askedAt = '';
    },
  };
}
