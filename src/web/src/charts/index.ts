/** Fetches the drawing of charts, the largest script of all, when the first chart comes near and the page is calm. */
export function chartsWhenSeen(): void {
  const charts = document.querySelectorAll('vafa-chart');
  if (charts.length === 0) return;
  const calm = globalThis.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 50));
  const seen = new IntersectionObserver(
    entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      seen.disconnect();
      calm(() => void import('./element'));
    },
    { rootMargin: '300px' },
  );
  for (const chart of charts) seen.observe(chart);
}
