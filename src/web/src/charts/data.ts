/** What a page hands to `<vafa-chart>`; docs/pages.md tells of every field. */
export interface Chart {
  kind: 'line' | 'bar' | 'days' | 'hours' | 'funnel';
  /** How values are written: money in the smallest unit, percentages as 12.5. */
  measure?: 'number' | 'money' | 'percent';
  /** What stands below: ISO days, first days of months, or texts. */
  axis?: 'day' | 'month' | 'text';
  x?: string[];
  series?: Series[];
  /** Days of a heat calendar: ISO day and value. */
  days?: [day: string, value: number][];
  /** Cells of a week: weekday (0 is Sunday), hour of the day, value. */
  hours?: [weekday: number, hour: number, value: number][];
  /** Steps of a funnel from the widest. */
  steps?: { name: string; value: number }[];
  marks?: { at: string; text: string }[];
}

export interface Series {
  name: string;
  values: (number | null)[];
  /** The same measure of an earlier time: dashed, in grey. */
  compare?: boolean;
}

/** How the page looks: colours of the club, its letters, whether things may move. */
export interface Look {
  series: string[];
  compare: string;
  text: string;
  quiet: string;
  line: string;
  ground: string;
  font: string;
  moves: boolean;
  rightToLeft: boolean;
}
