/** Menus that open by a click (`details.menu`) close as people expect: by Escape, a click elsewhere, another menu. */
export function menusClose(): void {
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const at = (event.target as Element | null)?.closest<HTMLDetailsElement>(OPEN);
    const menu = at ?? [...document.querySelectorAll<HTMLDetailsElement>(OPEN)].at(-1);
    if (!menu) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  for (const kind of ['pointerdown', 'focusin']) document.addEventListener(kind, event => closeBut(event.target));
}

/** On a phone the places of the settings, and the views of one thing, are a long row; it begins where the reader is. */
export function placesInView(): void {
  for (const row of document.querySelectorAll<HTMLElement>('.aside-nav, .tabs-bar')) {
    const here = row.querySelector<HTMLElement>('[aria-current="page"]');
    if (!here) continue;
    const [around, place] = [row.getBoundingClientRect(), here.getBoundingClientRect()];
    row.scrollLeft += place.left + place.width / 2 - (around.left + around.width / 2);
  }
}

const OPEN = 'details.menu[open]';

/** A dialog that asks about an act of the menu leaves it open, so that the focus finds its way back. */
function closeBut(target: EventTarget | null): void {
  if (!(target instanceof Element) || target.closest('dialog')) return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN)) {
    if (!menu.contains(target)) menu.open = false;
  }
}
