import { getContext } from 'svelte';
import type { Till } from './till.svelte';

/** The one till of this page; it lives as long as the page, so its parts ask for it instead of passing it on. */
export function till(): Till {
  return getContext<Till>('till');
}

/** Address of the sprite of icons. */
export function icons(): string {
  return getContext<string>('icons');
}
