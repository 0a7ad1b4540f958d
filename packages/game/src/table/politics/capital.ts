import type { Chronicle } from '../chronicle';

/** Gives or takes political capital. A purse is never overdrawn, and an unlimited one never changes. */
export function changeCapital(chronicle: Chronicle, role: string, change: number, cause: string): void {
  const balance = chronicle.desk().capital[role];
  if (balance === null || balance === undefined || change === 0) return;
  const after = Math.max(0, balance + change);
  if (after === balance) return;
  chronicle.tell([role], { type: 'capital', role, balance: after, change: after - balance, cause });
}

/** Whether a purse, as its owner sees it, has so much. */
export function canPay(balance: number | null | undefined, cost: number): boolean {
  return cost === 0 || balance === null || (balance !== undefined && balance >= cost);
}
