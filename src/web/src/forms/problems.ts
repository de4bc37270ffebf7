import type { Problem } from '../api';
import { segments } from './body';
import { fieldsOf, nameOf } from './fields';

/** A sentence and the name of the control it is about; '' is about the whole. */
export interface Fault {
  name: string;
  sentence: string;
}

/** The sentences of a refusal with the controls they are about. */
export function faultsOf(problem: Problem, nameOfPointer: (pointer: string) => string): Fault[] {
  const faults = problem.errors
    .map(error => ({
      name: error.pointer ? nameOfPointer(error.pointer) : '',
      sentence: error.message ?? error.title ?? error.detail ?? '',
    }))
    .filter(fault => fault.sentence !== '');
  return faults.length > 0 ? faults : [{ name: '', sentence: problem.title || problem.code }];
}

/** Writes every fault at its field and the rest in the form's alert; the first wrong field takes the focus. */
export function show(form: HTMLFormElement, faults: Fault[]): void {
  clear(form);
  const homeless: string[] = [];
  const wrong: HTMLElement[] = [];
  for (const { name, sentence } of faults) {
    const home = homeOf(form, name);
    if (!home) {
      homeless.push(sentence);
      continue;
    }

    home.place.textContent = [home.place.textContent, sentence].filter(Boolean).join(' ');
    home.place.hidden = false;
    if (home.control) {
      mark(home.control, home.place);
      wrong.push(home.control);
    }
  }

  if (homeless.length > 0) tell(form, [...new Set(homeless)].join(' '));
  const first = wrong.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
  if (first) reveal(first);
}

/** Takes back every sentence of the last answer. */
export function clear(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-error]')) empty(place);
  for (const control of form.querySelectorAll<HTMLElement>('[aria-invalid]')) unmark(control);
  const alert = alertOf(form);
  if (alert) alert.hidden = true;
}

/** What is typed anew is no longer wrong. */
export function forgive(form: HTMLFormElement, target: Element): void {
  const control = target.closest<HTMLElement>('[aria-invalid]');
  if (!control) return;
  const place = document.getElementById(control.dataset['faultAt'] ?? '');
  if (place && form.contains(place)) empty(place);
  unmark(control);
}

/** Says something about the whole form, with an act beside it if there is one. */
export function tell(form: HTMLFormElement, sentence: string, act?: HTMLElement): void {
  const alert = alertOf(form) ?? made(form);
  const text = alert.querySelector<HTMLElement>('[data-say]') ?? (alert.lastElementChild as HTMLElement);
  text.replaceChildren(sentence, ...(act ? [' ', act] : []));
  alert.hidden = false;
  alert.scrollIntoView?.({ block: 'nearest' });
}

/** Where a fault is written and which control it is about: the longest part of its name that the form knows. */
function homeOf(form: HTMLFormElement, name: string): { place: HTMLElement; control: HTMLElement | null } | null {
  const places = [...form.querySelectorAll<HTMLElement>('[data-error]')];
  const controls = fieldsOf(form);
  for (let parts = segments(name); parts.length > 0; parts = parts.slice(0, -1)) {
    const known = parts.join('/');
    const control = controls.find(field => segments(field.name).join('/') === known)?.controls[0] ?? null;
    const place = places.find(p => segments(p.dataset['error']!).join('/') === known);
    if (place) return { place, control: control ?? nearControl(place) };
    if (control && isSeen(control)) return { place: placeFor(control), control };
  }

  const whole = controls.find(field => field.name === '.')?.controls[0];
  return whole && name !== '' ? { place: placeFor(whole), control: whole } : null;
}

function isSeen(control: HTMLElement): boolean {
  return (control as HTMLInputElement).type !== 'hidden';
}

/** The control beside a place that belongs to none by name: the first of its field or group. */
function nearControl(place: HTMLElement): HTMLElement | null {
  const around = place.closest('.field, fieldset');
  const near = around ? [...around.querySelectorAll<HTMLElement>('input, select, textarea, vafa-date, vafa-tags')] : [];
  return near.find(control => nameOf(control) !== '' && isSeen(control)) ?? null;
}

function placeFor(control: HTMLElement): HTMLElement {
  const place = document.createElement('p');
  place.className = 'field-wrong';
  place.dataset['error'] = nameOf(control);
  const around = control.closest('.field');
  if (around) around.append(place);
  else (control.closest('label') ?? control).after(place);
  return place;
}

/** Our own elements pass the mark on to the text field inside of them. */
function inner(control: HTMLElement): HTMLElement {
  return control.localName.startsWith('vafa-') ? (control.querySelector<HTMLElement>('input') ?? control) : control;
}

function mark(control: HTMLElement, place: HTMLElement): void {
  place.id ||= `fault-${Math.random().toString(36).slice(2, 10)}`;
  const target = inner(control);
  target.setAttribute('aria-invalid', 'true');
  target.dataset['faultAt'] = place.id;
  const described = new Set((target.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  target.setAttribute('aria-describedby', [...described.add(place.id)].join(' '));
}

function unmark(control: HTMLElement): void {
  const id = control.dataset['faultAt'] ?? '';
  const rest = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(part => part && part !== id);
  control.removeAttribute('aria-invalid');
  delete control.dataset['faultAt'];
  if (rest.length > 0) control.setAttribute('aria-describedby', rest.join(' '));
  else control.removeAttribute('aria-describedby');
}

function reveal(control: HTMLElement): void {
  for (let at = control.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
  inner(control).focus();
}

function empty(place: HTMLElement): void {
  place.textContent = '';
  place.hidden = true;
}

function alertOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('[role=alert]:not([data-error])');
}

function made(form: HTMLFormElement): HTMLElement {
  const alert = document.createElement('div');
  alert.className = 'notice notice-wrong';
  alert.setAttribute('role', 'alert');
  alert.append(document.createElement('div'));
  const button = form.querySelector('button[type=submit], button:not([type])');
  if (button) (button.closest('.actions') ?? button).before(alert);
  else form.append(alert);
  return alert;
}
