/**
 * `<nav data-tabs>` of links to places of this page (`<a href="#rules">`): without a script they scroll, with it they
 * are tabs, of which the address names the open one.
 */
export function tabs(nav: HTMLElement): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const panels = links.map(link => document.getElementById(link.hash.slice(1)));
  if (links.length === 0 || panels.includes(null)) return;
  nav.setAttribute('role', 'tablist');
  const open = (at: number) => {
    links.forEach((link, index) => {
      link.setAttribute('aria-selected', String(index === at));
      link.tabIndex = index === at ? 0 : -1;
      panels[index]!.hidden = index !== at;
    });
  };
  links.forEach((link, at) => {
    const panel = panels[at]!;
    link.id ||= `tab-${panel.id}`;
    link.setAttribute('role', 'tab');
    link.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', link.id);
    link.addEventListener('click', event => {
      event.preventDefault();
      history.replaceState(null, '', link.hash);
      open(at);
    });
    link.addEventListener('keydown', event => {
      const forward = getComputedStyle(nav).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      const next = links[(at + (event.key === forward ? 1 : -1) + links.length) % links.length]!;
      next.click();
      next.focus();
    });
  });
  open(
    Math.max(
      0,
      links.findIndex(link => link.hash === location.hash),
    ),
  );
}
