/**
 * Points: from afar dots, or gathered with their count, below the hazards, which they must never hide; from near their
 * symbol, hollow where reported and not reviewed, and around it the ground on which they may lie.
 */

import { APART } from '@tilth/domain/record/drawn';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { font } from './other-layers.ts';
import type { Palette } from './palette.ts';

type Expression = ExpressionSpecification;

const marksOf = (source: string) => ({ source, 'source-layer': 'marks' });
const reported: Expression = ['==', ['get', 'standing'], 'reported'];
const reviewed: Expression = ['!', reported];

/** `waiting`: whether what is reported and not reviewed is drawn. */
const standing = (waiting: boolean, more?: Expression) => {
  if (waiting) return more ? { filter: more } : {};
  return { filter: more ? (['all', reviewed, more] as Expression) : reviewed };
};

function colourOf(kind: string, p: Palette): string {
  const colours: Readonly<Record<string, string>> = {
    accident: p.symbol,
    find: p.reduced,
    'hazard-report': p.report,
    'evidence-point': p.papersNotHeld,
    'quality-visit': p.cancelled,
  };
  return colours[kind] ?? p.symbol;
}

/** Each point a small dot, from afar. */
export function dotLayer(kind: string, p: Palette, waiting: boolean): LayerSpecification {
  return {
    id: `${kind}-dot`,
    type: 'circle',
    ...marksOf(kind),
    ...standing(waiting),
    maxzoom: APART,
    paint: {
      'circle-color': colourOf(kind, p),
      'circle-opacity': 0.65,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 0.6, APART, 1.9],
      'circle-stroke-color': p.symbolGround,
      'circle-stroke-width': 0.3,
    },
  };
}

/** Points gathered in squares: a ring whose size grows with the count, which stands in it. One alone is a dot. */
export function gatheredLayers(
  kind: string,
  source: string,
  p: Palette,
  waiting: boolean,
): LayerSpecification[] {
  const count = countOf(waiting);
  const several: Expression = ['>', count, 1];
  const size: Expression = [
    'interpolate',
    ['linear'],
    ['log10', ['max', 1, count]],
    0,
    2.4,
    1,
    9,
    2,
    12,
    4,
    17,
  ];
  return [
    {
      id: `${kind}-gathered-dot`,
      type: 'circle',
      ...marksOf(source),
      ...standing(waiting, ['==', count, 1]),
      maxzoom: APART,
      paint: {
        'circle-color': colourOf(kind, p),
        'circle-radius': 2.4,
        'circle-stroke-color': p.symbolGround,
        'circle-stroke-width': 0.6,
      },
    },
    {
      id: `${kind}-gathered-ring-dot`,
      type: 'circle',
      ...marksOf(source),
      filter: several,
      maxzoom: APART,
      paint: {
        'circle-color': p.symbolGround,
        'circle-opacity': 0.85,
        'circle-radius': size,
        'circle-stroke-color': colourOf(kind, p),
        'circle-stroke-width': 1.8,
        'circle-translate': [...(beside[kind] ?? [0, 0])],
      },
    },
  ];
}

/** The counts in the rings: thin figures, which hide no hazard, above them, or nobody could read them. */
export function countLayer(kind: string, source: string, p: Palette, waiting: boolean): LayerSpecification {
  const count = countOf(waiting);
  return {
    id: `${kind}-gathered-count`,
    type: 'symbol',
    ...marksOf(source),
    filter: ['>', count, 1],
    maxzoom: APART,
    layout: {
      'text-field': ['to-string', count],
      'text-font': font,
      'text-size': 10.5,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: {
      'text-color': p.symbol,
      'text-halo-color': p.symbolGround,
      'text-halo-width': 0.8,
      'text-translate': [...(beside[kind] ?? [0, 0])],
    },
  };
}

/** Rings of different kinds stand beside each other: their squares are the same. Pixels. */
const beside: Readonly<Record<string, readonly [number, number]>> = {
  accident: [-11, -8],
  find: [11, -8],
  'evidence-point': [11, 11],
  'quality-visit': [-11, 11],
};

function countOf(waiting: boolean): Expression {
  const all: Expression = ['coalesce', ['get', 'count'], 1];
  return waiting ? all : ['-', all, ['coalesce', ['get', 'waiting'], 0]];
}

/** Where a point may lie: a circle of so many metres on the ground, drawn as large as that is at every zoom. */
export function reachLayer(kind: string, p: Palette, waiting: boolean): LayerSpecification {
  return {
    id: `${kind}-reach`,
    type: 'circle',
    ...marksOf(kind),
    minzoom: 10,
    ...standing(waiting, ['has', 'reach']),
    paint: {
      'circle-radius': reach,
      'circle-color': colourOf(kind, p),
      'circle-opacity': 0.05,
      'circle-stroke-color': colourOf(kind, p),
      'circle-stroke-width': 1,
      'circle-stroke-opacity': 0.5,
    },
  };
}

/** Pixels of a tile's `reach`, which are those of zoom 20. */
export const reach: Expression = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  10,
  ['/', ['get', 'reach'], 1024],
  20,
  ['get', 'reach'],
];

/** The symbol of each, from near. */
export function symbolLayer(kind: string, p: Palette, waiting: boolean): LayerSpecification {
  return {
    id: `${kind}-symbol`,
    type: 'symbol',
    ...marksOf(kind),
    ...standing(waiting),
    minzoom: APART,
    layout: {
      'icon-image': ['case', reported, `symbol:${kind}-reported:${p.name}`, `symbol:${kind}:${p.name}`],
      'icon-size': ['interpolate', ['linear'], ['zoom'], APART, 0.42, 13, 0.8],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  };
}
