import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { pageOf, type Page } from '../page';
import type { Chart, Look } from './data';
import type { Option } from './frame';
import { funnel } from './funnel';
import { days, hours } from './heat';
import { lines } from './lines';

// The canvas, because the drawing in SVG sets style attributes, which the content security policy refuses.
use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, MarkLineComponent]);
use([TooltipComponent, VisualMapContinuousComponent, CanvasRenderer]);

const KINDS: Record<Chart['kind'], (chart: Chart, look: Look, page: Page) => Option> = {
  line: lines,
  bar: lines,
  days,
  hours,
  funnel,
};

/** `<vafa-chart aria-label="…"><script type="application/json">{…}</script></vafa-chart>`. */
class ChartElement extends HTMLElement {
  private drawn: EChartsType | null = null;
  private readonly sized = new ResizeObserver(() => this.drawn?.resize());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private chart: Chart | null = null;

  connectedCallback(): void {
    const said = this.querySelector('script[type="application/json"]')?.textContent;
    if (!said) return;
    this.chart = JSON.parse(said) as Chart;
    const canvas = document.createElement('div');
    canvas.className = 'chart-canvas';
    this.append(canvas);
    this.setAttribute('role', 'img');
    this.drawn = init(canvas, null, { renderer: 'canvas' });
    // Letters that arrive later would leave the labels in another font.
    void document.fonts.ready.then(this.draw);
    this.sized.observe(this);
    this.dark.addEventListener('change', this.draw);
  }

  disconnectedCallback(): void {
    this.sized.disconnect();
    this.dark.removeEventListener('change', this.draw);
    this.drawn?.dispose();
    this.drawn = null;
    this.querySelector('.chart-canvas')?.remove();
  }

  private readonly draw = (): void => {
    const { chart } = this;
    if (!chart) return;
    const page = pageOf(document.documentElement);
    this.drawn?.setOption(KINDS[chart.kind](chart, lookOf(this), page), true);
  };
}

/** The page's colours: `--chart-1` to `--chart-6`, and the house's own names. */
function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const series = [1, 2, 3, 4, 5, 6].map(at => colour(`--chart-${at}`)).filter(Boolean);
  return {
    series: series.length > 0 ? series : [colour('--color-primary')],
    compare: colour('--chart-compare') || colour('--color-quiet'),
    text: colour('--color-base-content'),
    quiet: colour('--color-quiet'),
    line: colour('--color-base-300'),
    ground: colour('--color-base-100'),
    font: style.fontFamily,
    moves: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    rightToLeft: style.direction === 'rtl',
  };
}

customElements.define('vafa-chart', ChartElement);
