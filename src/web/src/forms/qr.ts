import type { Api } from '../api';

interface Squares {
  side: number;
  path: string;
}

/** Draws `<svg data-qr="#field">` of what was just shown. The text goes in a body: it may be a secret. */
export function drawsCodes(api: Api): void {
  document.addEventListener('vafa-shown', event => {
    for (const svg of (event.target as Element).querySelectorAll<SVGElement>('svg[data-qr]')) void draw(svg, api);
  });
}

async function draw(svg: SVGElement, api: Api): Promise<void> {
  const text = document.querySelector<HTMLInputElement>(svg.dataset['qr']!)?.value;
  if (!text) return;
  const answer = await api.call<Squares>('/qr', { method: 'POST', body: { text } });
  // Without it the link is there to copy.
  if (answer.kind !== 'ok') return;
  const { side, path } = answer.value;
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.querySelector('path')?.setAttribute('d', path);
  svg.removeAttribute('hidden');
}
