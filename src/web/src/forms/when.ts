/** What only matters with another answer: `<fieldset data-when="type=choice">` shows, and is sent, only then. */
export function shows(root: ParentNode = document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form:has([data-when])')) arrange(form);
  document.addEventListener('change', event => {
    const form = (event.target as Element).closest<HTMLFormElement>('form');
    if (form) arrange(form);
  });
}

/** Shows and enables what fits the form as it is filled in now; what is inside of a hidden one is hidden too. */
export function arrange(form: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-when]')) {
    const [name = '', wanted = ''] = part.dataset['when']!.split('=');
    const fits = wanted.split('|').includes(valueOf(form, name));
    part.hidden = part.disabled = !fits;
  }
}

/** The chosen value of a control; a tick box says true or false. */
function valueOf(form: HTMLFormElement, name: string): string {
  const controls = [...form.elements].filter(e => (e as HTMLInputElement).name === name) as HTMLInputElement[];
  const first = controls[0];
  if (first?.type === 'radio') return controls.find(control => control.checked)?.value ?? '';
  if (first?.type === 'checkbox') return String(first.checked);
  return first?.value ?? '';
}
