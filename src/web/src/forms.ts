/** A form cannot be sent twice: its button is busy from the first send until the page leaves. */
function lock(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]')) {
    button.ariaBusy = 'true';
    // After this turn, or the browser would leave the pressed button out of what it sends.
    setTimeout(() => (button.disabled = true));
  }
}

function unlock(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[aria-busy=true]')) {
    button.ariaBusy = null;
    button.disabled = false;
  }
}

document.addEventListener('submit', event => {
  if (event.target instanceof HTMLFormElement && !event.defaultPrevented) {
    lock(event.target);
  }
});

// Back from the browser's cache the page is alive again.
addEventListener('pageshow', event => event.persisted && unlock());
