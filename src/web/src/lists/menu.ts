/** `<details class="menu">` closes like a menu: by Escape, by a click beside it, and when another one opens. */
export function menusClose(): void {
  const close = (keep: Element | null) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (menu !== keep && !menu.contains(keep)) menu.open = false;
    }
  };
  document.addEventListener('click', event => {
    const target = event.target as Element;
    // A calendar is drawn anew by its own clicks, so what was clicked may be gone from its menu by now.
    if (target.isConnected) close(target.closest('details.menu'));
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const menu = (event.target as Element).closest<HTMLDetailsElement>('details.menu[open]');
    close(null);
    menu?.querySelector('summary')?.focus();
  });
}
