/** Activities and tasks: where work was done or is ordered. Thin, below the hazards: work says nothing about what is there. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

const reviewed: ExpressionSpecification = ['!=', ['get', 'standing'], 'reported'];

export function activityLayers(p: Palette, waiting: boolean): LayerSpecification[] {
  return [
    {
      id: 'activity-ground',
      type: 'fill',
      source: 'activity',
      'source-layer': 'areas',
      minzoom: 8,
      ...(waiting ? {} : { filter: reviewed }),
      paint: { 'fill-pattern': `pattern:activity:${p.name}` },
    },
    ...outlines('activity', p.activity, [6, 1.5, 1.5, 1.5], waiting),
  ];
}

export function taskLayers(p: Palette, waiting: boolean): LayerSpecification[] {
  return outlines('task', p.task, [8, 2], waiting);
}

function outlines(kind: string, colour: string, dashes: number[], waiting: boolean): LayerSpecification[] {
  const filter = waiting ? {} : { filter: reviewed };
  const line = (layer: 'areas' | 'lines'): LayerSpecification => ({
    id: `${kind}-${layer}`,
    type: 'line',
    source: kind,
    'source-layer': layer,
    ...filter,
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 13, 1.8],
      'line-dasharray': dashes,
    },
  });
  return [
    line('areas'),
    line('lines'),
    {
      id: `${kind}-marks`,
      type: 'circle',
      source: kind,
      'source-layer': 'marks',
      ...filter,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 1.2, 12, 4],
        'circle-opacity': 0,
        'circle-stroke-color': colour,
        'circle-stroke-width': 1.2,
      },
    },
  ];
}
