import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [light, dark] = [sheet('./app.css'), sheet('./dark.css')];

function colour(css: string, name: string): string {
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

function contrast(css: string, a: string, b: string): number {
  const [low, high] = [luminance(colour(css, a)), luminance(colour(css, b))].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
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
    ['success', 'base-100'],
    ['warning', 'base-100'],
    ['error-content', 'error'],
    ['success-content', 'success'],
  ])('%s on %s', (text, ground) => {
    expect(contrast(light, text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, text, ground), 'in the dark').toBeGreaterThanOrEqual(4.5);
  });
});
