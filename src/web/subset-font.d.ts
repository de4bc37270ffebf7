declare module 'subset-font' {
  /** Cuts a font down to these letters. */
  export default function subset(
    font: Uint8Array,
    letters: string,
    options: { targetFormat: 'woff2'; variationAxes?: Record<string, { min: number; max: number }> },
  ): Promise<Uint8Array>;
}
