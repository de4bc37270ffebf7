import type { Problem } from '../api';

/** Where the sale stands; Enter goes down this list, Escape up. */
export type Step = 'entry' | 'enrol' | 'pay' | 'sending' | 'unsure' | 'done';

/** Whether a refusal settles the sale: not when it still runs, nor when only the sign-in is over. */
export function isFinal(problem: Problem): boolean {
  return problem.status !== 401 && problem.status !== 429 && problem.code !== 'idempotency.in-progress';
}

/** Milliseconds until a sale whose answer was lost is sent again, and for which a receipt stays. */
export const TRY_AGAIN_AFTER = 3000;
export const RECEIPT_STAYS = 5000;
