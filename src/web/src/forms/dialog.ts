import type { Words } from '../words';

/** What a dialog asks before an act. */
export interface Question {
  sentence: string;
  /** The act in words, on its button. */
  yes?: string | undefined;
  /** An act that takes something away. */
  danger?: boolean;
  /** Runs while the dialog waits; a returned sentence keeps it open, with what went wrong. */
  act?: (() => Promise<string | null>) | undefined;
}

/** Asks in a real dialog and says whether it was done. Escape and «نه» do nothing; the focus returns to its place. */
export function ask(question: Question, words: Words): Promise<boolean> {
  const before = document.activeElement;
  const { dialog, yes, no, alert } = build(question, words);
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  return new Promise(resolve => {
    const close = (done: boolean) => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(done);
    };
    let busy = false;
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      if (!busy) close(false);
    });
    dialog.addEventListener('click', event => {
      if (event.target === dialog && !busy) close(false);
    });
    no.addEventListener('click', () => close(false));
    yes.addEventListener('click', () => {
      if (busy) return;
      if (!question.act) return close(true);
      busy = no.disabled = true;
      yes.ariaBusy = 'true';
      void question.act().then(fault => {
        busy = no.disabled = false;
        yes.ariaBusy = null;
        if (fault === null) return close(true);
        alert.textContent = fault;
        alert.hidden = false;
      });
    });
  });
}

function build({ sentence, yes, danger = false }: Question, words: Words) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  const said = document.createElement('p');
  said.id = `ask-${Math.random().toString(36).slice(2, 10)}`;
  said.textContent = sentence;
  dialog.setAttribute('aria-labelledby', said.id);
  const alert = document.createElement('p');
  alert.className = 'field-wrong';
  alert.setAttribute('role', 'alert');
  alert.hidden = true;
  const acts = document.createElement('div');
  acts.className = 'ask-acts';
  const yesButton = button(yes ?? words.say('بله', 'Yes'), `btn ${danger ? 'btn-error' : 'btn-primary'}`);
  const noButton = button(words.say('نه، بماند', 'No, leave it'), 'btn');
  acts.append(yesButton, noButton);
  dialog.append(said, alert, acts);
  return { dialog, yes: yesButton, no: noButton, alert };
}

function button(text: string, className: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  return made;
}

/** `data-open="#dialog"` and `data-close`: dialogs that stand in the page, with a form inside. */
export function opens(): void {
  document.addEventListener('click', event => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>('[data-open]');
    if (opener) document.querySelector<HTMLDialogElement>(opener.dataset['open']!)?.showModal();
    if (target.closest('[data-close]')) target.closest('dialog')?.close();
  });
}
