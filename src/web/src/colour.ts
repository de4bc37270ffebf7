const LATER = 120;

/** Dresses the page in a colour that is not kept yet, by the sheet that Vafa makes of it. */
export class Dress {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private worn = '';

  /** A colour picker says many colours a second; the last one counts. */
  try(colour: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wear(colour), LATER);
  }

  private wear(colour: string): void {
    if (!/^#[0-9a-f]{6}$/i.test(colour) || colour === this.worn) return;
    this.worn = colour;
    const before = document.querySelectorAll('link[data-club-colour]');
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = `/club.css?colour=${colour.slice(1).toLowerCase()}`;
    sheet.dataset['clubColour'] = '';
    // The old one stays until the new one is here, so that the page never flashes.
    sheet.addEventListener('load', () => before.forEach(old => old.remove()));
    sheet.addEventListener('error', () => sheet.remove());
    document.head.append(sheet);
  }
}

/**
 * `[data-colour]` holds a colour field and buttons `[data-swatch="#rrggbb"]`: a pressed one fills the field,
 * and the page
 * shows the field's colour while it is chosen.
 */
export function triesColours(): void {
  const dress = new Dress();
  document.addEventListener('input', event => {
    const input = event.target as HTMLInputElement;
    if (input.type === 'color' && input.closest('[data-colour]')) tried(input, dress);
  });
  document.addEventListener('click', event => {
    const swatch = (event.target as Element).closest<HTMLElement>('[data-swatch]');
    const input = swatch?.closest('[data-colour]')?.querySelector<HTMLInputElement>('input[type="color"]');
    if (!swatch || !input) return;
    input.value = swatch.dataset['swatch']!;
    tried(input, dress);
  });
}

function tried(input: HTMLInputElement, dress: Dress): void {
  for (const swatch of input.closest('[data-colour]')!.querySelectorAll<HTMLElement>('[data-swatch]')) {
    swatch.setAttribute('aria-pressed', String(swatch.dataset['swatch'] === input.value));
  }
  dress.try(input.value);
}
