import { expect, test } from 'vitest';
import { pageIn } from '../page.sample';
import { iso, readDay, shortDay } from './calendar';
import { led, weeks, type Month } from './month';
import { longDay } from './names';
import { presetName, spanOf } from './presets';

const azar: Month = { calendar: 'jalali', weekStart: 6, rightToLeft: true };
const at = readDay('1405/09/04')!;
const lead = (key: string, shift = false) => shortDay('jalali', led(azar, at, key, shift)!);

test('a month lies in weeks from Saturday', () => {
  const rows = weeks(azar, at);
  expect(rows.flat().filter(day => day !== null).length).toBe(30);
  expect(rows[0]!.indexOf(readDay('1405/09/01'))).toBe(1);
  expect(rows.every(row => row.length === 7)).toBe(true);
});

test('keys lead as the eye does: to the left is tomorrow in a Persian page', () => {
  expect(lead('ArrowLeft')).toBe('1405/09/05');
  expect(lead('ArrowRight')).toBe('1405/09/03');
  expect(lead('ArrowDown')).toBe('1405/09/11');
  expect(lead('PageDown')).toBe('1405/10/04');
  expect(lead('PageUp', true)).toBe('1404/09/04');
  expect(lead('Home')).toBe('1405/08/30');
  expect(lead('End')).toBe('1405/09/06');
  expect(led({ ...azar, rightToLeft: false }, at, 'ArrowRight', false)).toBe(at + 1);
  expect(led(azar, at, 'a', false)).toBeNull();
});

test('a day is written out in the reader’s language', () => {
  expect(longDay(pageIn('fa'), 'jalali', at)).toBe('چهارشنبه ۴ آذر ۱۴۰۵');
  expect(longDay(pageIn('en'), 'gregorian', at)).toBe('Wednesday 25 November 2026');
});

test('the usual spans end today and follow the club’s calendar', () => {
  const page = pageIn('fa');
  const span = (name: string) => {
    const { from, to } = spanOf(name, page)!;
    return [shortDay('jalali', from), shortDay('jalali', to)];
  };
  expect(span('today')).toEqual(['1405/09/04', '1405/09/04']);
  expect(span('7d')).toEqual(['1405/08/28', '1405/09/04']);
  expect(span('week')).toEqual(['1405/08/30', '1405/09/04']);
  expect(span('month')).toEqual(['1405/09/01', '1405/09/04']);
  expect(span('lastMonth')).toEqual(['1405/08/01', '1405/08/30']);
  expect(span('year')).toEqual(['1405/01/01', '1405/09/04']);
  expect(span('lastYear')).toEqual(['1404/01/01', '1404/12/29']);
  expect(spanOf('never', page)).toBeNull();
  expect(iso(spanOf('yesterday', page)!.to)).toBe('2026-11-24');
  expect(presetName('7d', page)).toBe('۷ روز');
});
