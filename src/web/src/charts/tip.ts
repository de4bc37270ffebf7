import { el } from '../dom';

export interface Row {
  name: string;
  value: string;
  colour?: string | undefined;
}

/**
 * The box beside the pointer as nodes: the library's own would set style attributes through markup, which the content
 * security policy refuses.
 */
export function tip(head: string, rows: Row[]): HTMLElement {
  const lines = rows.map(({ name, value, colour }) => {
    const dot = el('span', { class: 'tip-dot' });
    if (colour) dot.style.backgroundColor = colour;
    return el('div', { class: 'tip-row' }, ...(colour ? [dot] : []), el('span', {}, name), el('b', {}, value));
  });
  return el('div', { class: 'tip' }, el('div', { class: 'tip-head' }, head), ...lines);
}
