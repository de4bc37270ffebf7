import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./app.css', import.meta.url), 'utf8');

function colour(name: string): string {
  const found = new RegExp(`--color-${name}:\\s*(#[0-9a-f]{6})`).exec(css);
  if (!found) throw new Error(`no colour ${name}`);
  return found[1]!;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('Every text can be read', () => {
  it.each([
    ['base-content', 'base-100'],
    ['base-content', 'base-200'],
    ['quiet', 'base-100'],
    ['quiet', 'base-200'],
    ['primary', 'base-100'],
    ['primary', 'base-200'],
    ['primary', 'soft-brand'],
    ['primary-content', 'primary'],
    ['success', 'soft-good'],
    ['warning', 'soft-careful'],
    ['error', 'soft-wrong'],
    ['error', 'base-100'],
  ])('%s on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
