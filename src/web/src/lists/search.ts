/** `/` leads to the page's search from anywhere but a field. */
export function slashSearches(): void {
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const field = document.querySelector<HTMLInputElement>('[data-search], input[type=search]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** Whether keys belong to what is focused. */
export function isTyping(target: EventTarget | null): boolean {
  const at = target as HTMLElement | null;
  if (!at?.matches) return false;
  const quiet = 'input:is([type=checkbox], [type=radio], [type=button])';
  return at.matches('input, select, textarea, [contenteditable]') && !at.matches(quiet);
}
