import type { Desk } from './send';
import { sentences, problemOf } from '../api';
import { signIn, lostSentence } from './send';
import { toast } from './toast';

/** `data-download="/api/v1/…"`: a file of the API, which a plain link cannot fetch for want of our header. */
export async function download(button: HTMLElement, desk: Desk): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  try {
    const response = await fetch(button.dataset['download']!, {
      headers: { 'X-Vafa': '1', 'Accept-Language': document.documentElement.lang },
    });
    if (response.ok) save(await response.blob(), nameIn(response.headers.get('Content-Disposition')));
    else if (response.status === 401) signIn(desk);
    else toast(sentences(problemOf(response.status, await response.json()))[0]!, 'wrong');
  } catch {
    toast(lostSentence(desk.page), 'wrong');
  } finally {
    button.ariaBusy = null;
  }
}

/** The name that the server gave the file. */
export function nameIn(disposition: string | null): string {
  const written = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return written ? decodeURIComponent(written) : (/filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'file');
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
