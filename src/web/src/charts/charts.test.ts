import { expect, test } from 'vitest';
import { pageIn } from '../page.sample';
import type { Chart, Look } from './data';
import { funnel } from './funnel';
import { days, hours } from './heat';
import { lines } from './lines';
import { below, brief, place, value } from './write';

const page = pageIn('fa');
const look: Look = {
  series: ['teal', 'orange'],
  compare: 'grey',
  text: 'black',
  quiet: 'dim',
  line: 'pale',
  ground: 'white',
  font: 'Vazirmatn',
  moves: false,
  rightToLeft: true,
};

const week: Chart = {
  kind: 'line',
  measure: 'money',
  axis: 'day',
  x: ['2026-11-24', '2026-11-25'],
  series: [
    { name: 'این هفته', values: [12_000_000, null] },
    { name: 'هفتهٔ پیش', values: [10_000_000, 9_000_000], compare: true },
  ],
  marks: [
    { at: '2026-11-25', text: 'آغاز پیشنهاد' },
    { at: '2020-01-01', text: 'پیش از این' },
  ],
};

test('values and places are written for the reader', () => {
  expect(value(12_000_000, week, page)).toBe('۱٬۲۰۰٬۰۰۰ تومان');
  expect(brief(12_000_000, week, page)).toBe('۱٫۲ میلیون');
  expect(brief(9_990, { kind: 'bar' }, page)).toBe('۹٫۹۹ هزار');
  expect(value(12.5, { kind: 'bar', measure: 'percent' }, page)).toBe('۱۲٫۵٪');
  expect(below('2026-11-25', week, page)).toBe('۴ آذر');
  expect(place('2026-11-25', week, page)).toBe('چهارشنبه ۴ آذر ۱۴۰۵');
  expect(below('2026-11-22', { ...week, axis: 'month' }, page)).toBe('آذر');
  expect(below('2026-03-21', { ...week, axis: 'month' }, page)).toBe('فروردین ۱۴۰۵');
  expect(below('شعبهٔ 2', { ...week, axis: 'text' }, page)).toBe('شعبهٔ ۲');
});

test('lines run from right to left, the earlier time dashed, marks at days that are shown', () => {
  const option = lines(week, look, page) as Record<string, any>;
  expect(option['xAxis'].inverse).toBe(true);
  expect(option['xAxis'].axisLabel).toMatchObject({ alignMinLabel: 'right', alignMaxLabel: 'left' });
  expect(option['yAxis'].position).toBe('right');
  expect(option['legend'].data).toEqual(['هفتهٔ پیش', 'این هفته']);
  expect(option['series'][0].lineStyle).toMatchObject({ type: 'solid', color: 'teal' });
  expect(option['series'][1].lineStyle).toMatchObject({ type: 'dashed', color: 'grey' });
  expect(option['series'][0].markLine.data).toEqual([{ xAxis: 1, label: { formatter: 'آغاز پیشنهاد' } }]);
});

test('bars stand on each other', () => {
  const option = lines({ ...week, kind: 'bar' }, { ...look, rightToLeft: false }, page) as Record<string, any>;
  expect(option['series'].map((one: { stack: string }) => one.stack)).toEqual(['all', 'compare']);
  expect(option['xAxis'].inverse).toBe(false);
  expect(option['xAxis'].axisLabel).not.toHaveProperty('alignMinLabel');
});

test('a heat calendar has a column a week from Saturday and names Jalali months where they begin', () => {
  const chart: Chart = {
    kind: 'days',
    days: [
      ['2026-11-22', 5],
      ['2026-11-25', 7],
      ['2026-12-22', 1],
    ],
  };
  const option = days(chart, look, page) as Record<string, any>;
  expect(option['xAxis'].data).toEqual(['آذر', '', '', '', 'دی']);
  expect(option['yAxis'].data[0]).toBe('شنبه');
  const cells = option['series'][0].data.map((cell: number[]) => cell.slice(0, 3));
  expect(cells.length).toBe(31);
  expect(cells[0]).toEqual([0, 1, 5]);
  expect(cells[1]).toEqual([0, 2, 0]);
  expect(cells.at(-1)).toEqual([4, 3, 1]);
  expect(option['visualMap'].dimension).toBe(2);
  expect(option['visualMap'].max).toBe(7);
});

test('hours of the week show from the first to the last that is busy', () => {
  const option = hours(
    {
      kind: 'hours',
      hours: [
        [6, 9, 4],
        [0, 11, 2],
      ],
    },
    look,
    page,
  ) as Record<string, any>;
  expect(option['xAxis'].data).toEqual(['۹', '۱۰', '۱۱']);
  const cells = option['series'][0].data as number[][];
  expect(cells.length).toBe(21);
  expect(cells.filter(cell => cell[2] !== 0)).toEqual([
    [0, 0, 4],
    [2, 1, 2],
  ]);
});

test('a funnel says each step’s share of the first', () => {
  const steps = [
    { name: 'دید', value: 200 },
    { name: 'خرید', value: 25 },
  ];
  const option = funnel({ kind: 'funnel', steps }, look, page) as Record<string, any>;
  expect(option['series'][0].label.formatter({ dataIndex: 1 })).toBe('۲۵  ۱۲٫۵٪');
});

test('charts without a value are empty, not broken', () => {
  for (const [kind, draw] of [
    ['line', lines],
    ['days', days],
    ['hours', hours],
    ['funnel', funnel],
  ] as const) {
    expect(() => draw({ kind }, look, page), kind).not.toThrow();
  }
});
