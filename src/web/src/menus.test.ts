// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { menusClose } from './menus';

beforeAll(menusClose);

beforeEach(() => {
  document.body.innerHTML = `
    <details class="menu" id="help" open><summary>?</summary><div><input id="inside" /></div></details>
    <details class="menu" id="filter"><summary>filter</summary></details>
    <details id="why" open><summary>why</summary></details>
    <button id="elsewhere">elsewhere</button>`;
});

const open = (id: string) => (document.getElementById(id) as HTMLDetailsElement).open;
const on = (id: string, event: Event) => document.getElementById(id)!.dispatchEvent(event);
const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });

describe('A menu', () => {
  it('closes by Escape and gives the focus back', () => {
    document.getElementById('inside')!.focus();
    on('inside', escape());
    expect(open('help')).toBe(false);
    expect(document.activeElement).toBe(document.querySelector('#help summary'));
  });

  it('leaves Escape to whoever took it first', () => {
    const taken = escape();
    taken.preventDefault();
    on('inside', taken);
    expect(open('help')).toBe(true);
  });

  it.each(['pointerdown', 'focusin'])('closes by %s elsewhere but not inside', kind => {
    on('inside', new Event(kind, { bubbles: true }));
    expect(open('help')).toBe(true);
    on('elsewhere', new Event(kind, { bubbles: true }));
    expect(open('help')).toBe(false);
  });

  it('is not whatever else folds', () => {
    on('elsewhere', new Event('pointerdown', { bubbles: true }));
    on('elsewhere', escape());
    expect(open('why')).toBe(true);
  });
});
