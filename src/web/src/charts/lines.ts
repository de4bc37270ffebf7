import { dayOf, fromIso } from '../dates/calendar';
import type { Page } from '../page';
import type { Chart, Look, Series } from './data';
import { frame, nameAxis, valueAxis, type Option } from './frame';
import { tip } from './tip';
import { below, brief, place, value } from './write';

/** From so many days on only the first of each month is named. */
const CROWDED = 62;

/** Lines over time, with dashed ones of an earlier time; or bars that stand on each other. */
export function lines(chart: Chart, look: Look, page: Page): Option {
  const { x = [], series = [] } = chart;
  let next = 0;
  const coloured = series.map(one => ({
    one,
    colour: one.compare ? look.compare : look.series[next++ % look.series.length]!,
  }));
  const names = series.map(one => one.name);
  return {
    ...frame(look, {
      trigger: 'axis',
      axisPointer: { type: chart.kind === 'bar' ? 'shadow' : 'line', lineStyle: { color: look.quiet } },
      formatter: (at: { dataIndex: number }[]) => {
        const index = at[0]!.dataIndex;
        const rows = coloured.flatMap(({ one, colour }) => {
          const number = one.values[index];
          return typeof number === 'number' ? [{ name: one.name, value: value(number, chart, page), colour }] : [];
        });
        return tip(place(x[index]!, chart, page), rows);
      },
    }),
    grid: { top: series.length > 1 ? 40 : 16, left: 8, right: 8, bottom: 4, outerBoundsMode: 'same' },
    legend: {
      show: series.length > 1,
      // From right to left the first name stands at the right, its mark before it.
      data: look.rightToLeft ? [...names].reverse() : names,
      align: look.rightToLeft ? 'right' : 'left',
      [look.rightToLeft ? 'right' : 'left']: 0,
      top: 0,
      icon: 'roundRect',
      itemWidth: 14,
      itemHeight: 4,
      textStyle: { color: look.text },
    },
    xAxis: nameAxis(
      look,
      x.map(at => below(at, chart, page)),
      {
        inverse: look.rightToLeft,
        boundaryGap: chart.kind === 'bar',
        axisLabel: { color: look.quiet, hideOverlap: true, fontSize: 12, ...ends(chart, look), ...crowd(chart, page) },
      },
    ),
    yAxis: valueAxis(look, number => brief(number, chart, page)),
    series: coloured.map(({ one, colour }, at) => ({
      ...(chart.kind === 'bar' ? bar(one, colour) : line(one, colour)),
      ...(at === 0 ? marks(chart, look) : {}),
    })),
  };
}

function line({ name, values, compare }: Series, colour: string): Record<string, unknown> {
  return {
    type: 'line',
    name,
    data: values,
    z: compare ? 2 : 3,
    // A single value would else be invisible.
    showSymbol: values.filter(number => number !== null).length === 1,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: colour },
    lineStyle: { width: compare ? 1.5 : 2.5, type: compare ? 'dashed' : 'solid', color: colour },
  };
}

function bar({ name, values, compare }: Series, colour: string): Record<string, unknown> {
  return {
    type: 'bar',
    name,
    data: values,
    stack: compare ? 'compare' : 'all',
    barMaxWidth: 36,
    itemStyle: { color: colour, opacity: compare ? 0.6 : 1 },
  };
}

/**
 * The outermost names of a line stand inside of it: outside they run into the scale, and an axis from right to left
 * gets a margin many times as wide as what sticks out.
 */
function ends({ kind }: Chart, look: Look): Record<string, unknown> {
  if (kind === 'bar') return {};
  return look.rightToLeft
    ? { alignMinLabel: 'right', alignMaxLabel: 'left' }
    : { alignMinLabel: 'left', alignMaxLabel: 'right' };
}

function crowd({ axis, x = [] }: Chart, page: Page): Record<string, unknown> {
  if (axis !== 'day' || x.length < CROWDED) return {};
  return { interval: (at: number) => dayOf(page.calendar, fromIso(x[at]!) ?? 0).day === 1 };
}

/** What happened at a place, as a thin upright line with its words. */
function marks({ marks: said = [], x = [] }: Chart, look: Look): Record<string, unknown> {
  const there = said.map(({ at, text }) => ({ at: x.indexOf(at), text })).filter(({ at }) => at >= 0);
  if (there.length === 0) return {};
  return {
    markLine: {
      symbol: 'none',
      silent: true,
      animation: false,
      lineStyle: { color: look.quiet, type: 'dotted', width: 1 },
      label: { color: look.text, position: 'insideEndTop', rotate: 0, fontSize: 12 },
      data: there.map(({ at, text }) => ({ xAxis: at, label: { formatter: text } })),
    },
  };
}
