import { expect, it } from 'vitest';
import { fitFigure } from '../../src/render/fit-figure.ts';

it.each([
  ['small', { width: 300, height: 100 }, { width: 300, height: 100 }],
  ['wide', { width: 1200, height: 100 }, { width: 600, height: 50 }],
  ['tall', { width: 600, height: 1800 }, { width: 300, height: 900 }],
  ['both', { width: 1200, height: 3600 }, { width: 300, height: 900 }],
])('fits a %s picture into the page without distortion', (_name, size, expected) => {
  expect(fitFigure(size, { width: 600, height: 900 })).toEqual(expected);
});
