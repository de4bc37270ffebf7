import { getContext } from 'svelte';
import type { App } from './app.svelte';

/** The one app of this page. */
export function app(): App {
  return getContext<App>('app');
}
