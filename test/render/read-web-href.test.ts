import { describe, expect, it } from 'vitest';
import { readWebHref } from '../../src/render/read-web-href.ts';

describe('readWebHref', () => {
  it.each(['https://example.com', 'http://example.com/a-b_c?d=e&f=%20#g', 'HTTPS://EXAMPLE.com/x'])(
    'keeps %s as it is, or as the same address',
    (href) => {
      const read = readWebHref(href);
      expect(read && new URL(read).href).toBe(new URL(href).href);
    },
  );

  it.each([
    undefined,
    '',
    'example.com',
    '/path',
    '//example.com',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.co',
    'https://',
  ])('refuses %j', (href) => {
    expect(readWebHref(href)).toBeUndefined();
  });

  it('encodes what would end a link or an attribute', () => {
    expect(readWebHref('https://example.com/a b(c)|"<d>\\e')).toBe(
      'https://example.com/a%20b%28c%29%7C%22%3Cd%3E/e',
    );
    expect(readWebHref('https://müller.example/ü')).toBe('https://xn--mller-kva.example/%C3%BC');
  });
});
