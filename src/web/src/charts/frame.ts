import type { EChartsCoreOption } from 'echarts/core';
import type { Look } from './data';

export type Option = EChartsCoreOption & Record<string, unknown>;

/** What every kind shares: letters, motion, and a tooltip that the page's own style sheet draws. */
export function frame(look: Look, tooltip: Record<string, unknown>): Option {
  return {
    animation: look.moves,
    animationDuration: 150,
    textStyle: { fontFamily: look.font, fontSize: 13, color: look.text },
    tooltip: {
      className: 'chart-tip',
      // Kept inside, it also needs no arrow, whose markup the content security policy would refuse.
      confine: true,
      backgroundColor: 'transparent',
      borderWidth: 0,
      padding: 0,
      extraCssText: 'box-shadow: none; z-index: 20;',
      ...tooltip,
    },
  };
}

/** An axis of names: labels that never overlap, one thin line. */
export function nameAxis(look: Look, labels: string[], more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'category',
    data: labels,
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.quiet, hideOverlap: true, fontSize: 12 },
    ...more,
  };
}

export function valueAxis(look: Look, write: (value: number) => string): Record<string, unknown> {
  return {
    type: 'value',
    position: look.rightToLeft ? 'right' : 'left',
    splitNumber: 4,
    axisLabel: { color: look.quiet, formatter: write, fontSize: 12 },
    splitLine: { lineStyle: { color: look.line } },
  };
}
