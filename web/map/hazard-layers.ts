/**
 * How hazards are drawn (IMSMA TN 07.11/01): fill by class, pattern besides colour, outline by status, and marks for what
 * is reported but not reviewed, no longer supported, or disputed. They are never clustered and always lie above releases.
 * A tile has the layers `areas`, `lines` (also areas too thin to fill), `marks` (positions, and what is smaller than a
 * pixel) and `badges` (one place for each outline that has a badge).
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { cha, type Palette, sha } from './palette.ts';
import { reach } from './point-layers.ts';

type Expression = ExpressionSpecification;

const areas = { source: 'hazardous-area', 'source-layer': 'areas' };
const marks = { source: 'hazardous-area', 'source-layer': 'marks' };
const suspected: Expression = ['==', ['get', 'hazard_class'], 'sha'];
/** a class that is missing or unreadable is drawn as the more dangerous one (design law 6) */
const byClass = (ofSha: string, ofCha: string): Expression => ['case', suspected, ofSha, ofCha];
const papersNotHeld: Expression = ['==', ['get', 'hazard_status'], 'closed-papers-not-held'];
const reported: Expression = ['==', ['get', 'standing'], 'reported'];
/** all of it, or a part, rests on reports not reviewed */
const partlyReported: Expression = ['any', reported, ['==', ['get', 'reported'], true]];
const unsupported: Expression = ['==', ['get', 'standing'], 'unsupported'];
const disputed: Expression = ['==', ['get', 'disputed'], true];
const workedOn: Expression = ['!=', ['coalesce', ['get', 'work_status'], 'none'], 'none'];

/** A width in pixels that grows with the zoom, from afar to near. */
function growing(from: [zoom: number, width: number], to: [zoom: number, width: number]): Expression {
  return ['interpolate', ['linear'], ['zoom'], ...from, ...to];
}

export function hazardLayers(p: Palette): LayerSpecification[] {
  return [...fills(p), ...outlines('areas', p), ...outlines('lines', p), ...hazardMarks(p)];
}

function fills(p: Palette): LayerSpecification[] {
  const pattern = (name: string) => `pattern:${name}:${p.name}`;
  const filled = (id: string, filter: Expression | null, image: string | Expression): LayerSpecification => ({
    id: `hazard-${id}`,
    type: 'fill',
    ...areas,
    minzoom: 8,
    ...(filter ? { filter } : {}),
    paint: { 'fill-pattern': image },
  });
  return [
    {
      id: 'hazard-fill',
      type: 'fill',
      ...areas,
      paint: {
        'fill-color': ['case', papersNotHeld, p.papersNotHeld, byClass(sha, cha)],
        'fill-opacity': ['case', papersNotHeld, 0.22, 0.5],
        'fill-antialias': false,
      },
    },
    filled('pattern', null, [
      'case',
      papersNotHeld,
      pattern('papers-not-held'),
      byClass(pattern('sha'), pattern('cha')),
    ]),
    filled('reported', partlyReported, pattern('reported')),
    filled('unsupported', unsupported, pattern('unsupported')),
  ];
}

/** Open: continuous. Worked on: long and short strokes. Not reviewed, or papers not held: even strokes. Disputed: dots beside it. */
function outlines(layer: 'areas' | 'lines', p: Palette): LayerSpecification[] {
  const more = layer === 'lines' ? 2 : 0;
  const source = { source: 'hazardous-area', 'source-layer': layer };
  const colour: Expression = ['case', papersNotHeld, p.papersNotHeld, byClass(p.shaLine, p.chaLine)];
  const apart: Expression = ['any', reported, papersNotHeld];
  return [
    {
      id: `hazard-open-${layer}`,
      type: 'line',
      ...source,
      filter: ['all', ['!', workedOn], ['!', apart]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': growing([6, 0.8 + more / 2], [14, 2 + more]) },
    },
    {
      id: `hazard-worked-on-${layer}`,
      type: 'line',
      ...source,
      filter: ['all', workedOn, ['!', apart]],
      paint: {
        'line-color': colour,
        'line-width': growing([6, 1 + more / 2], [14, 2.6 + more]),
        'line-dasharray': [4, 1.4, 1, 1.4],
      },
    },
    {
      id: `hazard-apart-${layer}`,
      type: 'line',
      ...source,
      filter: apart,
      paint: {
        'line-color': colour,
        'line-width': growing([6, 1 + more / 2], [14, 2.2 + more]),
        'line-dasharray': [2, 2],
      },
    },
    {
      id: `hazard-disputed-${layer}`,
      type: 'line',
      ...source,
      minzoom: 11.5,
      filter: disputed,
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': p.disputed,
        'line-width': growing([6, 1.2], [13, 2.6]),
        'line-offset': growing([6, -1.5], [13, -4]),
        'line-dasharray': [0.1, 2],
      },
    },
  ];
}

/** Badges stand beside what they are about, whatever it is: on it they would hide the sign of a small hazard. */
const BESIDE = [17, -17] as const;

/** Small on the screen, or only a position known: a mark that never gets too small to be seen. */
function hazardMarks(p: Palette): LayerSpecification[] {
  const symbol = (name: string) => `symbol:${name}:${p.name}`;
  const badge: Expression = ['case', disputed, symbol('disputed'), symbol('unsupported')];
  return [
    {
      id: 'hazard-reach',
      type: 'circle',
      ...marks,
      minzoom: 10,
      filter: ['has', 'reach'],
      paint: {
        'circle-radius': reach,
        'circle-color': ['case', papersNotHeld, p.papersNotHeld, byClass(sha, cha)],
        'circle-opacity': 0.22,
        'circle-stroke-color': ['case', papersNotHeld, p.papersNotHeld, byClass(p.shaLine, p.chaLine)],
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'hazard-dot',
      type: 'circle',
      ...marks,
      maxzoom: 10,
      paint: {
        'circle-color': ['case', papersNotHeld, p.papersNotHeld, byClass(sha, cha)],
        'circle-opacity': 0.8,
        'circle-radius': growing([4, 1.4], [10, 3.4]),
        'circle-stroke-color': ['case', papersNotHeld, p.papersNotHeld, byClass(p.shaLine, p.chaLine)],
        'circle-stroke-width': growing([4, 0.5], [9, 1]),
      },
    },
    {
      id: 'hazard-position',
      type: 'symbol',
      ...marks,
      minzoom: 10,
      layout: {
        'icon-image': [
          'case',
          reported,
          byClass(symbol('position-sha-reported'), symbol('position-cha-reported')),
          byClass(symbol('position-sha'), symbol('position-cha')),
        ],
        'icon-size': growing([10, 0.55], [14, 1]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    // an outline has one badge, however many tiles it crosses; tiles kept from before say nothing of where it stands
    ...(['badges', 'areas', 'lines', 'marks'] as const).map(
      (layer): LayerSpecification => ({
        id: `hazard-badges-${layer}`,
        type: 'symbol',
        source: 'hazardous-area',
        'source-layer': layer,
        minzoom: 9,
        filter:
          layer === 'badges'
            ? ['any', disputed, unsupported]
            : ['all', ['any', disputed, unsupported], ['!', ['has', 'badged']]],
        layout: {
          'icon-image': badge,
          'icon-size': growing([9, 0.5], [14, 0.8]),
          'icon-offset': [...BESIDE],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      }),
    ),
  ];
}
