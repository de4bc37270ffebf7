/**
 * Where the page says by which scheme the server was asked, and the browser asks by another, a proxy stands between
 * whose word does not count: the notice about that is shown.
 */
export function tellsProxy(page: ParentNode = document, asks = location.protocol): void {
  for (const notice of page.querySelectorAll<HTMLElement>('[data-asked-by]')) {
    notice.hidden = `${notice.dataset['askedBy']}:` === asks;
  }
}
