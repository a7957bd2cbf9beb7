import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonFault, scanJson } from '../../src/input/scan-json.ts';

function faultOf(text: string): JsonFault | undefined {
  try {
    scanJson(text);
    return undefined;
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('scanJson', () => {
  it('takes every JSON text and finds each key of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        const root = scanJson(text);
        expect(text.slice(root.offset)).toBe(text);
        if (root.children instanceof Map)
          for (const [key, node] of root.children) {
            expect(text.startsWith(JSON.stringify(key), node.key)).toBe(true);
            const value = JSON.stringify((data as Record<string, unknown>)[key], null, indent);
            expect(text.startsWith(value.slice(0, 1), node.offset)).toBe(true);
          }
      }),
    );
  });

  it('takes and refuses what JSON.parse takes and refuses', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"\\n"',
        '\\u00',
        'true',
        'null',
        'nul',
        '0',
        '-',
        '1.',
        '.5',
      ],
      ...['1e5', '01', ' ', '\n', '\t', '\u00a0', '//', "'", '\u0007', 'é', 'NaN'],
    );
    const mutated = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(3), pieces)
      .map(
        ([text, at, cut, piece]) =>
          text.slice(0, at % text.length) + piece + text.slice((at % text.length) + cut),
      );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      mutated,
    );
    fc.assert(
      fc.property(texts, (text) => {
        const fault = faultOf(text);
        if (fault?.earlier !== undefined) return;
        expect(fault === undefined, text).toBe(isJson(text));
        if (fault) expect(fault.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads 20 MB', { timeout: 60_000 }, () => {
    const skill = { name: 'Kubernetes', tier: 'core', level: 'Advanced', share: 0.62 };
    const text = JSON.stringify(Array.from({ length: 300_000 }, () => skill));
    expect(text.length).toBeGreaterThan(20_000_000);
    const { children } = scanJson(text);
    expect(Array.isArray(children) && children.length).toBe(300_000);
  });
});
