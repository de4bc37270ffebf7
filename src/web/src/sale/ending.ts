import type { Wallet } from './contract';

const SOON = 30 * 86_400_000;

/** What of a wallet ends next, where that is within 30 days. */
export function endingSoon(wallet: Wallet, now: number): { amount: number; lastDay: string } | null {
  const next = wallet.expiring?.[0];
  if (!next?.lastDay || Date.parse(next.at) - now > SOON) return null;
  return { amount: next.amount, lastDay: next.lastDay };
}
