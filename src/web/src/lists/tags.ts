import { drawing, el } from '../dom';
import { listIn } from '../forms/read';
import { pageOf } from '../page';

/** `<vafa-tags name value="a,b" list="known">`: words that Enter or a comma adds and Backspace takes back. */
export class TagsField extends HTMLElement {
  initial = '';
  private built = false;
  private words: string[] = [];
  private readonly text = el('input', { type: 'text', autocomplete: 'off', class: 'tags-text' });
  private readonly sent = el('input', { type: 'hidden' });
  private readonly chips = el('span', { class: 'tags-said' });

  get value(): string {
    return this.built ? [...this.words, ...listIn(this.text.value)].join(',') : (this.getAttribute('value') ?? '');
  }

  override focus(): void {
    this.text.focus();
  }

  connectedCallback(): void {
    if (this.built) return;
    this.built = true;
    this.initial = this.getAttribute('value') ?? '';
    this.words = listIn(this.initial);
    if (this.id) this.text.id = this.id;
    this.removeAttribute('id');
    const known = this.getAttribute('list');
    if (known) this.text.setAttribute('list', known);
    this.sent.name = this.getAttribute('name') ?? '';
    this.classList.add('input');
    this.replaceChildren(this.chips, this.text, this.sent);
    this.text.addEventListener('keydown', event => this.keyed(event));
    this.text.addEventListener('change', () => this.take());
    this.text.addEventListener('input', () => /[,،]/.test(this.text.value) && this.take());
    this.draw();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.text.value.trim() !== '') {
      event.preventDefault();
      this.take();
    } else if (event.key === 'Backspace' && this.text.value === '' && this.words.length > 0) {
      this.words.pop();
      this.draw();
    }
  }

  private take(): void {
    this.words = listIn(this.value);
    this.text.value = '';
    this.draw();
  }

  private draw(): void {
    this.sent.value = this.words.join(',');
    const { words } = pageOf(document.documentElement);
    const chips = this.words.map(word => {
      const label = words.say(`برداشتن «${word}»`, `Remove “${word}”`);
      const remove = el('button', { type: 'button', 'aria-label': label }, drawing('M6 6l12 12M18 6L6 18'));
      remove.addEventListener('click', () => {
        this.words = this.words.filter(other => other !== word);
        this.draw();
        this.text.focus();
      });
      return el('span', { class: 'chip' }, el('bdi', {}, word), remove);
    });
    this.chips.replaceChildren(...chips);
  }
}
