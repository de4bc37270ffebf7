import { describe, expect, it } from 'vitest';
import { canUsePasskeys, ours } from './passkey';

const able = { isSecureContext: true, PublicKeyCredential: { parseRequestOptionsFromJSON: () => undefined } };

describe('Passkeys', () => {
  it('are offered on a safe line to a host with a name', () => {
    expect(canUsePasskeys(able, 'club.example')).toBe(true);
    expect(canUsePasskeys(able, 'localhost')).toBe(true);
  });

  it('are not offered where they cannot work', () => {
    expect(canUsePasskeys({ ...able, isSecureContext: false }, 'club.example')).toBe(false);
    expect(canUsePasskeys({ isSecureContext: true }, 'club.example')).toBe(false);
    expect(canUsePasskeys({ isSecureContext: true, PublicKeyCredential: {} }, 'club.example')).toBe(false);
    expect(canUsePasskeys(able, '127.0.0.1')).toBe(false);
    expect(canUsePasskeys(able, '[::1]')).toBe(false);
  });

  it('go on only to our own pages', () => {
    expect(ours('/members?q=x')).toBe('/members?q=x');
    for (const elsewhere of [undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'x'])
      expect(ours(elsewhere)).toBe('/');
  });
});
