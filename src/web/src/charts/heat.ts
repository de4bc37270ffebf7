import { dayOf, fromIso, weekdayIndex } from '../dates/calendar';
import { longDay, monthName, weekdayName } from '../dates/names';
import type { Page } from '../page';
import type { Chart, Look } from './data';
import { frame, nameAxis, type Option } from './frame';
import { tip } from './tip';
import { value } from './write';

/** A year at a glance: a column is a week, a cell a day. The library's own calendar knows no Jalali months. */
export function days(chart: Chart, look: Look, page: Page): Option {
  const said = new Map((chart.days ?? []).map(([at, number]) => [fromIso(at) ?? NaN, number]));
  said.delete(NaN);
  const [from, last] = said.size > 0 ? [Math.min(...said.keys()), Math.max(...said.keys())] : [0, -1];
  // A day of which nothing is said had nothing.
  const cells = Array.from({ length: last - from + 1 }, (_, at) => ({
    day: from + at,
    number: said.get(from + at) ?? 0,
  }));
  const first = from - weekdayIndex(from, page.weekStart);
  const weeks = Array.from({ length: Math.floor((last - first) / 7) + 1 }, (_, week) =>
    monthOf(first + week * 7, page),
  );
  const data = cells.map(({ day, number }) => [
    Math.floor((day - first) / 7),
    weekdayIndex(day, page.weekStart),
    number,
    day,
  ]);
  return heat(chart, look, page, {
    x: weeks,
    y: weekdays(page),
    data,
    head: at => longDay(page, page.calendar, at[3]!),
    everyX: true,
  });
}

/** When the shop is busy: hours of the day across, days of the week down. */
export function hours(chart: Chart, look: Look, page: Page): Option {
  const { words } = page;
  const clock = (hour: number) => words.script(String(hour));
  const said = (chart.hours ?? []).map(([, hour]) => hour);
  const from = said.length > 0 ? Math.min(...said) : 0;
  const to = said.length > 0 ? Math.max(...said) : 23;
  const found = new Map((chart.hours ?? []).map(([weekday, hour, number]) => [weekday * 24 + hour, number]));
  const data = Array.from({ length: 7 * (to - from + 1) }, (_, at) => {
    const [hour, row] = [Math.floor(at / 7), at % 7];
    return [hour, row, found.get(((row + page.weekStart) % 7) * 24 + hour + from) ?? 0];
  });
  return heat(chart, look, page, {
    x: Array.from({ length: to - from + 1 }, (_, at) => clock(from + at)),
    y: weekdays(page),
    data,
    head: ([hour, weekday]) =>
      words.say(
        `${weekdays(page)[weekday!]} ساعت ${clock(hour! + from)} تا ${clock(hour! + from + 1)}`,
        `${weekdays(page)[weekday!]} ${clock(hour! + from)} to ${clock(hour! + from + 1)}`,
      ),
    everyX: false,
  });
}

interface Cells {
  x: string[];
  y: string[];
  data: number[][];
  head: (cell: number[]) => string;
  /** Names are few and already far apart. */
  everyX: boolean;
}

function heat(chart: Chart, look: Look, page: Page, { x, y, data, head, everyX }: Cells): Option {
  const most = Math.max(1, ...data.map(cell => cell[2]!));
  const label = { color: look.quiet, fontSize: 12, hideOverlap: true };
  return {
    ...frame(look, {
      trigger: 'item',
      formatter: (at: { value: number[] }) =>
        tip(head(at.value), [{ name: '', value: value(at.value[2]!, chart, page) }]),
    }),
    grid: { top: 8, left: 4, right: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: nameAxis(look, x, {
      inverse: look.rightToLeft,
      axisLine: { show: false },
      axisLabel: everyX ? { ...label, interval: (at: number) => x[at] !== '' } : label,
    }),
    yAxis: nameAxis(look, y, {
      inverse: true,
      position: look.rightToLeft ? 'right' : 'left',
      axisLine: { show: false },
      axisLabel: { ...label, interval: 0 },
    }),
    visualMap: {
      show: false,
      dimension: 2,
      min: 0,
      max: most,
      // From almost the ground to the club's colour.
      inRange: { color: [look.line, look.series[0]] },
    },
    series: [
      {
        type: 'heatmap',
        data,
        animation: false,
        itemStyle: { borderColor: look.ground, borderWidth: 2, borderRadius: 4 },
        emphasis: { itemStyle: { borderColor: look.text } },
      },
    ],
  };
}

function weekdays(page: Page): string[] {
  return Array.from({ length: 7 }, (_, at) => weekdayName(page, (at + page.weekStart) % 7));
}

/** The name of the month that begins in this week; '' when none does. */
function monthOf(weekStart: number, page: Page): string {
  for (let day = weekStart; day < weekStart + 7; day++) {
    const { month, day: ofMonth } = dayOf(page.calendar, day);
    if (ofMonth === 1) return monthName(page, page.calendar, month);
  }

  return '';
}
