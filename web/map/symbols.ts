/**
 * Point symbols, drawn here, each with a shape of its own: accident a burst, find a lozenge, hazard report a triangle
 * with a stroke, evidence a square (direct filled, indirect hollow), a quality visit a ticked disc, a hazard whose extent is unknown a ringed disc with
 * the hatching of its class. `-reported` is the hollow, broken form: received, not reviewed. `disputed` is a badge. `pin` marks a
 * position that is no record: a drop on its tip.
 */
import { cha, type Palette, sha } from './palette.ts';

export const symbolNames = [
  'accident',
  'find',
  'hazard-report',
  'evidence-point',
  'quality-visit',
  'position-sha',
  'position-cha',
  'disputed',
  'unsupported',
  'reach',
  'gathered',
  'pin',
] as const;
export type SymbolName = (typeof symbolNames)[number];

type Pen = CanvasRenderingContext2D;

/** Draws into a square of `size` device pixels. */
export function drawSymbol(pen: Pen, name: SymbolName, reported: boolean, p: Palette, size: number): void {
  const u = size / 24;
  pen.setTransform(u, 0, 0, u, 12 * u, 12 * u);
  pen.lineJoin = 'round';
  pen.lineWidth = 1.6;
  const shape = (path: () => void, fill: string) => {
    pen.beginPath();
    path();
    pen.lineWidth = 4.4;
    pen.strokeStyle = p.symbolGround;
    pen.stroke();
    pen.fillStyle = reported ? p.symbolGround : fill;
    pen.fill();
    pen.lineWidth = reported ? 2 : 1.4;
    pen.setLineDash(reported ? [2.6, 1.8] : []);
    pen.strokeStyle = reported ? fill : p.symbol;
    pen.stroke();
    pen.setLineDash([]);
  };
  switch (name) {
    case 'accident':
      shape(() => star(pen, 8, 9, 4.6), p.symbol);
      break;
    case 'find':
      shape(
        () =>
          polygon(pen, [
            [0, -8],
            [8, 0],
            [0, 8],
            [-8, 0],
          ]),
        p.reduced,
      );
      break;
    case 'hazard-report':
      shape(
        () =>
          polygon(pen, [
            [0, -8.5],
            [9, 7],
            [-9, 7],
          ]),
        reported ? p.shaLine : p.report,
      );
      pen.fillStyle = reported ? p.shaLine : '#1b2125';
      pen.fillRect(-0.9, -3.4, 1.8, 5);
      pen.fillRect(-0.9, 3, 1.8, 1.9);
      break;
    case 'evidence-point':
      shape(
        () =>
          polygon(pen, [
            [-6, -6],
            [6, -6],
            [6, 6],
            [-6, 6],
          ]),
        p.papersNotHeld,
      );
      pen.fillStyle = reported ? p.papersNotHeld : p.symbolGround;
      pen.fillRect(-1.8, -1.8, 3.6, 3.6);
      break;
    case 'quality-visit':
      shape(() => circle(pen, 7), p.symbolGround);
      pen.lineWidth = 2;
      pen.strokeStyle = p.symbol;
      pen.beginPath();
      pen.moveTo(-3.4, 0.2);
      pen.lineTo(-0.8, 2.8);
      pen.lineTo(3.6, -2.6);
      pen.stroke();
      break;
    case 'position-sha':
    case 'position-cha': {
      const confirmed = name === 'position-cha';
      pen.globalAlpha = 0.55;
      pen.fillStyle = confirmed ? cha : sha;
      circle(pen, 10);
      pen.fill();
      pen.globalAlpha = 1;
      pen.strokeStyle = confirmed ? p.chaLine : p.shaLine;
      pen.setLineDash(reported ? [2, 2.4] : [4, 2]);
      pen.stroke();
      pen.setLineDash([]);
      pen.lineWidth = 1.8;
      pen.beginPath();
      pen.moveTo(-4.5, 4.5);
      pen.lineTo(4.5, -4.5);
      if (confirmed) {
        pen.moveTo(-4.5, -4.5);
        pen.lineTo(4.5, 4.5);
      }
      pen.stroke();
      break;
    }
    case 'reach':
      pen.globalAlpha = 0.15;
      pen.fillStyle = p.symbol;
      circle(pen, 10);
      pen.fill();
      pen.globalAlpha = 1;
      pen.lineWidth = 1.2;
      pen.strokeStyle = p.symbol;
      pen.stroke();
      circle(pen, 2);
      pen.fill();
      break;
    case 'gathered':
      circle(pen, 9);
      pen.fillStyle = p.symbolGround;
      pen.fill();
      pen.strokeStyle = p.symbol;
      pen.stroke();
      pen.fillStyle = p.symbol;
      pen.font = '600 10px sans-serif';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText('12', 0, 0.6);
      break;
    case 'pin':
      pen.beginPath();
      pen.moveTo(0, 11);
      pen.bezierCurveTo(-2, 6, -7, 3, -7, -3.5);
      pen.arc(0, -3.5, 7, Math.PI, 0);
      pen.bezierCurveTo(7, 3, 2, 6, 0, 11);
      pen.closePath();
      pen.lineWidth = 3;
      pen.strokeStyle = p.halo;
      pen.stroke();
      pen.fillStyle = p.selected;
      pen.fill();
      pen.beginPath();
      pen.arc(0, -3.5, 2.6, 0, 2 * Math.PI);
      pen.fillStyle = p.halo;
      pen.fill();
      break;
    case 'disputed':
    case 'unsupported': {
      const colour = name === 'disputed' ? p.disputed : p.unsupported;
      circle(pen, 9);
      pen.fillStyle = p.symbolGround;
      pen.fill();
      pen.lineWidth = 2;
      pen.setLineDash([1.6, 1.6]);
      pen.strokeStyle = colour;
      pen.stroke();
      pen.fillStyle = colour;
      pen.font = '700 14px sans-serif';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(name === 'disputed' ? '?' : '!', 0, 0.8);
    }
  }
}

function circle(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
}

function polygon(pen: Pen, points: readonly (readonly [number, number])[]): void {
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.closePath();
}

function star(pen: Pen, rays: number, outer: number, inner: number): void {
  const points = Array.from({ length: rays * 2 }, (_, i) => {
    const r = i % 2 === 0 ? outer : inner;
    const turn = (i * Math.PI) / rays;
    return [r * Math.sin(turn), -r * Math.cos(turn)] as const;
  });
  polygon(pen, points);
}
