/** What is being measured or selected, drawn over everything: line or outline, its corners, and ground a list is narrowed to. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

export type SketchRole = 'ground' | 'area' | 'line' | 'corner';

export const noSketch: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

export function sketchLayers(p: Palette): LayerSpecification[] {
  const role = (...names: SketchRole[]): ExpressionSpecification => [
    'in',
    ['get', 'role'],
    ['literal', names],
  ];
  const source = { source: 'sketch' } as const;
  return [
    {
      id: 'sketch-fill',
      type: 'fill',
      ...source,
      filter: role('area'),
      paint: { 'fill-color': p.selected, 'fill-opacity': 0.12 },
    },
    {
      id: 'sketch-halo',
      type: 'line',
      ...source,
      filter: role('ground', 'area', 'line'),
      paint: { 'line-color': p.halo, 'line-width': 5, 'line-opacity': 0.8 },
    },
    {
      id: 'sketch-ground',
      type: 'line',
      ...source,
      filter: role('ground'),
      paint: { 'line-color': p.selected, 'line-width': 2.4, 'line-dasharray': [2, 1.4] },
    },
    {
      id: 'sketch-line',
      type: 'line',
      ...source,
      filter: role('area', 'line'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': p.selected, 'line-width': 2.4 },
    },
    {
      id: 'sketch-corners',
      type: 'circle',
      ...source,
      filter: role('corner'),
      paint: {
        'circle-radius': 5,
        'circle-color': p.halo,
        'circle-stroke-color': p.selected,
        'circle-stroke-width': 2.4,
      },
    },
  ];
}
