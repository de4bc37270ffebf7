// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { tellsProxy } from './context';

test.each([
  ['http', 'http:', true],
  ['http', 'https:', false],
  ['https', 'https:', true],
])('a page asked for by %s and read over %s keeps its notice hidden: %s', (server, browser, hidden) => {
  document.body.innerHTML = `<div hidden data-asked-by="${server}">a proxy stands between</div>`;
  tellsProxy(document, browser);
  expect(document.querySelector<HTMLElement>('[data-asked-by]')?.hidden).toBe(hidden);
});
