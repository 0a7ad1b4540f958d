/** What this browser holds: the tokens of seats and sessions, never sent anywhere but to the socket. */
export interface SeatPass {
  readonly token: string;
  readonly session: string;
  readonly code: string;
  readonly nickname: string;
  /** Shown until its owner has kept it. */
  readonly returnCode?: string;
}

export interface HostPass {
  readonly token: string;
  readonly screenToken: string;
  readonly session: string;
  readonly code: string;
  readonly title: string;
}

const SEATS = 'behind-the-table.seats';
const HOSTED = 'behind-the-table.hosted';
const SCREEN = 'behind-the-table.screen';
/** Passes kept at most; the oldest go first. */
const KEPT = 12;

export const seatPasses = (): readonly SeatPass[] => read<SeatPass>(SEATS);
export const hostPasses = (): readonly HostPass[] => read<HostPass>(HOSTED);

export function keepSeat(pass: SeatPass): void {
  write(SEATS, [pass, ...seatPasses().filter((one) => one.token !== pass.token)]);
}

export function forgetSeat(token: string): void {
  write(
    SEATS,
    seatPasses().filter((one) => one.token !== token),
  );
}

export function keepHost(pass: HostPass): void {
  write(HOSTED, [pass, ...hostPasses().filter((one) => one.token !== pass.token)]);
}

export function forgetHost(token: string): void {
  write(
    HOSTED,
    hostPasses().filter((one) => one.token !== token),
  );
}

/** The session that a projector page of this browser shows; kept for reloading it. */
export const keptScreen = (): string | null => read<string>(SCREEN)[0] ?? null;

export function keepScreen(token: string | null): void {
  write(SCREEN, token === null ? [] : [token]);
}

function read<T>(key: string): readonly T[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? (value as T[]) : [];
  } catch {
    return [];
  }
}

function write(key: string, value: readonly unknown[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(value.slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing still plays until it is closed.
  }
}
