/** Where the sale stands; Enter goes down this list, Escape up. */
export type Step = 'entry' | 'enrol' | 'pay' | 'sending' | 'unsure' | 'done';

/** Milliseconds until a sale whose answer was lost is sent again, and for which a receipt stays. */
export const TRY_AGAIN_AFTER = 3000;
export const RECEIPT_STAYS = 5000;
