import type { Page } from '../page';
import type { Chart, Look } from './data';
import { frame, nameAxis, type Option } from './frame';
import { tip } from './tip';
import { value } from './write';

/**
 * How many of the first step come to each next one, as bars from one line: lengths can be compared, which the slanted
 * sides of a drawn funnel hide.
 */
export function funnel(chart: Chart, look: Look, page: Page): Option {
  const { steps = [] } = chart;
  const { words } = page;
  const whole = steps[0]?.value ?? 0;
  const share = (number: number) =>
    whole === 0 ? '' : words.number(Math.round((number / whole) * 1000) / 10) + words.say('٪', '%');
  const side = look.rightToLeft ? 'left' : 'right';
  return {
    ...frame(look, {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const { name, value: number } = steps[dataIndex]!;
        const before = steps[dataIndex - 1]?.value;
        const rows = [{ name: value(number, chart, page), value: share(number) }];
        if (before) {
          const kept = words.number(Math.round((number / before) * 1000) / 10) + words.say('٪', '%');
          rows.push({ name: words.say('از گام پیش', 'of the step before'), value: kept });
        }
        return tip(name, rows);
      },
    }),
    grid: { top: 4, left: 8, right: 8, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'value', inverse: look.rightToLeft, show: false, min: 0, max: whole * 1.3 || 1 },
    yAxis: nameAxis(
      look,
      steps.map(step => step.name),
      {
        inverse: true,
        position: look.rightToLeft ? 'right' : 'left',
        axisLine: { show: false },
        axisLabel: { color: look.text, fontSize: 13, interval: 0, width: 140, overflow: 'truncate' },
      },
    ),
    series: [
      {
        type: 'bar',
        data: steps.map(step => step.value),
        barMaxWidth: 32,
        itemStyle: { color: look.series[0], borderRadius: 4 },
        label: {
          show: true,
          position: side,
          color: look.text,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const number = steps[dataIndex]!.value;
            return `${value(number, chart, page)}  ${share(number)}`;
          },
        },
      },
    ],
  };
}
