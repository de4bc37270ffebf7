/** Keys of the first goods at hand; F5 loads a page anew, F8 takes off, F9 spends. */
export const favouriteKeys = ['F1', 'F2', 'F3', 'F4', 'F6', 'F7'];
