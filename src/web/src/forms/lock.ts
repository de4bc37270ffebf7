/** A form that the browser posts cannot be sent twice: its button is busy from the first send until the page leaves. */
function lock(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]')) {
    button.ariaBusy = 'true';
    // After this turn, or the browser would leave the pressed button out of what it sends.
    setTimeout(() => (button.disabled = true));
  }
}

function unlock(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[aria-busy=true], [data-held]')) {
    button.ariaBusy = null;
    button.disabled = false;
    delete button.dataset['held'];
  }
}

/** Call it last: forms that something else sends are not the browser's to lock. */
export function locks(wake: () => void): void {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.method === 'post' && !event.defaultPrevented) lock(form);
  });
  // Back from the browser's cache the page is alive again.
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    unlock();
    wake();
  });
}
