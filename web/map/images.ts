/** Makes the image that a style asks for by name: `pattern:sha:light`, `symbol:accident:dark`, `symbol:find-reported:…`. */
import { dark, light } from './palette.ts';
import { drawPattern, patternNames } from './patterns.ts';
import { drawSymbol, symbolNames } from './symbols.ts';

/** Device pixels to one CSS pixel in the images made. */
export const pixelRatio = 2;

/** A canvas with the image, or null for a name that is none of ours. `zoom` enlarges it (a legend on a sharp screen). */
export function makeImage(name: string): HTMLCanvasElement | null {
  const [sort, what = '', theme] = name.split(':');
  const palette = theme === 'dark' ? dark : light;
  const canvas = document.createElement('canvas');
  // read back at once by who asks: left to a graphics card that takes a second, during which nothing moves
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  if (sort === 'pattern') {
    const pattern = patternNames.find((n) => n === what);
    if (!pattern) return null;
    canvas.width = canvas.height = 16 * pixelRatio;
    drawPattern(pen, pattern, palette, canvas.width);
    return canvas;
  }
  const reported = what.endsWith('-reported');
  const symbol = symbolNames.find((n) => n === what.replace(/-reported$/, ''));
  if (sort !== 'symbol' || !symbol) return null;
  canvas.width = canvas.height = 24 * pixelRatio;
  drawSymbol(pen, symbol, reported, palette, canvas.width);
  return canvas;
}
