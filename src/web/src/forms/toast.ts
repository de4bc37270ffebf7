const KEY = 'vafa.toast';
const SHOWN = 6_000;

/** The corner where the page says what was done; it stands from the start, or a screen reader would miss it. */
function corner(): HTMLElement {
  const there = document.querySelector<HTMLElement>('.toasts');
  if (there) return there;
  const made = document.createElement('div');
  made.className = 'toasts';
  document.body.append(made);
  for (const role of ['status', 'alert']) {
    const region = document.createElement('div');
    region.setAttribute('role', role);
    made.append(region);
  }

  return made;
}

/** Says what was done; what went wrong stays until the next thing is said. A click takes either away. */
export function toast(text: string, kind: 'good' | 'wrong' = 'good'): void {
  const region = corner().querySelector(kind === 'good' ? '[role=status]' : '[role=alert]')!;
  const said = document.createElement('p');
  said.className = `toast-said toast-${kind}`;
  said.textContent = text;
  said.addEventListener('click', () => said.remove());
  region.replaceChildren(said);
  if (kind === 'good') setTimeout(() => said.remove(), SHOWN);
}

/** Keeps a sentence for the page that comes next. */
export function toastNext(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Without storage the next page is silent; what was done is done.
  }
}

/** Says what the last page left to say. */
export function toastKept(): void {
  corner();
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }

  // After the region is known to the screen reader.
  if (kept) setTimeout(toast, 150, kept);
}
