/**
 * Fill patterns, drawn here so that nothing is fetched, each told from the others without colour: SHA thin hatching, CHA
 * crossed hatching, reported broken hatching the other way, no longer supported dots, papers not held upright dashes;
 * releases: cancelled level lines, reduced a lattice of crosses, cleared rings. Land without a survey on record has a texture
 * of its own, so that bare ground never reads as an answer; surveyed land is laid bare under dashes.
 */
import type { Palette } from './palette.ts';

export const patternNames = [
  'sha',
  'cha',
  'reported',
  'unsupported',
  'papers-not-held',
  'cancelled',
  'reduced',
  'cleared',
  'survey',
  'unsurveyed',
  'activity',
] as const;
export type PatternName = (typeof patternNames)[number];

type Pen = CanvasRenderingContext2D;

/** One tile of a pattern, `size` device pixels square, ready to be repeated without seams. */
export function drawPattern(pen: Pen, name: PatternName, p: Palette, size: number): void {
  const unit = size / 16;
  pen.lineCap = 'butt';
  pen.lineWidth = 1.3 * unit;
  switch (name) {
    case 'sha':
      pen.strokeStyle = p.shaLine;
      pen.globalAlpha = 0.65;
      diagonals(pen, size, 2, 1);
      break;
    case 'cha':
      pen.strokeStyle = p.chaLine;
      pen.globalAlpha = 0.75;
      diagonals(pen, size, 2, 1);
      diagonals(pen, size, 2, -1);
      break;
    case 'reported':
      pen.strokeStyle = p.symbolGround;
      pen.lineWidth = 3.4 * unit;
      pen.globalAlpha = 0.85;
      diagonals(pen, size, 1, -1);
      break;
    case 'unsupported':
      pen.fillStyle = p.unsupported;
      dots(pen, size, 1.6 * unit, true);
      break;
    case 'papers-not-held':
      pen.strokeStyle = p.papersNotHeld;
      pen.lineWidth = 1.8 * unit;
      pen.setLineDash([5 * unit, 3 * unit]);
      line(pen, 4 * unit, 0, 4 * unit, size);
      pen.lineDashOffset = 4 * unit;
      line(pen, 12 * unit, 0, 12 * unit, size);
      break;
    case 'cancelled':
      pen.strokeStyle = p.cancelled;
      line(pen, 0, 4 * unit, size, 4 * unit);
      line(pen, 0, 12 * unit, size, 12 * unit);
      break;
    case 'reduced':
      pen.strokeStyle = p.reduced;
      for (const [x, y] of [
        [4, 4],
        [12, 12],
      ] as const) {
        line(pen, (x - 3) * unit, y * unit, (x + 3) * unit, y * unit);
        line(pen, x * unit, (y - 3) * unit, x * unit, (y + 3) * unit);
      }
      return;
    case 'cleared':
      pen.strokeStyle = p.cleared;
      dots(pen, size, 2.6 * unit, false);
      break;
    case 'survey':
      pen.strokeStyle = p.survey;
      pen.globalAlpha = 0.6;
      pen.setLineDash([1.5 * unit, 2.5 * unit]);
      line(pen, 0, 8 * unit, size, 8 * unit);
      break;
    case 'unsurveyed':
      pen.strokeStyle = p.unsurveyed;
      pen.lineWidth = unit;
      line(pen, 2 * unit, 5 * unit, 4.4 * unit, 2.6 * unit);
      line(pen, 10 * unit, 13 * unit, 12.4 * unit, 10.6 * unit);
      break;
    case 'activity':
      pen.strokeStyle = p.activity;
      pen.globalAlpha = 0.35;
      pen.lineWidth = unit;
      line(pen, 0, 4 * unit, size, 4 * unit);
      line(pen, 4 * unit, 0, 4 * unit, size);
  }
}

function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** `count` lines across the tile; drawn one tile beyond each edge so that the corners join. */
function diagonals(pen: Pen, size: number, count: number, slope: 1 | -1): void {
  const step = size / count;
  for (let x = -2 * size; x < 3 * size; x += step)
    if (slope === 1) line(pen, x, size * 1.5, x + size * 2, -size / 2);
    else line(pen, x, -size / 2, x + size * 2, size * 1.5);
}

function dots(pen: Pen, size: number, radius: number, filled: boolean): void {
  for (const [x, y] of [
    [size / 4, size / 4],
    [(3 * size) / 4, (3 * size) / 4],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    if (filled) pen.fill();
    else pen.stroke();
  }
}
