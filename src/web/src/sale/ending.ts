import type { Club, Wallet } from './contract';

const SOON = 30 * 86_400_000;

/** What of a wallet ends next, where that is within 30 days. */
export function endingSoon(
  wallet: Wallet,
  now: number,
  days: Club['days'],
): { amount: number; lastDay: string } | null {
  const next = wallet.expiring?.[0];
  const at = next ? Date.parse(next.at) : NaN;
  return next && at - now <= SOON ? { amount: next.amount, lastDay: lastDay(at, days) } : null;
}

/** The last business day on which it may be spent: of the moment before its end, on the club's wall clock. */
function lastDay(end: number, days: Club['days']): string {
  const [hours = 0, minutes = 0] = days.start.split(':').map(Number);
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: days.zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return clock.format(end - 1 - (hours * 60 + minutes) * 60_000);
}
