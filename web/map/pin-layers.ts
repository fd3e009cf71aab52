/** A position that somebody went to: a pin with its coordinates beside it, like no sign of a record, over everything. */
import type { LayerSpecification } from 'maplibre-gl';
import { font } from './other-layers.ts';
import type { Palette } from './palette.ts';

export interface WishedPin {
  readonly at: readonly [lon: number, lat: number];
  /** its coordinates in the system the reader chose */
  readonly label: string;
}

export function pinData(pin: WishedPin | null): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features:
      pin === null
        ? []
        : [
            {
              type: 'Feature',
              properties: { label: pin.label },
              geometry: { type: 'Point', coordinates: [...pin.at] },
            },
          ],
  };
}

export function pinLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'pin',
      type: 'symbol',
      source: 'pin',
      layout: {
        'icon-image': `symbol:pin:${p.name}`,
        'icon-anchor': 'bottom',
        'icon-size': 1.25,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'label'],
        'text-font': font,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.3],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': p.selected, 'text-halo-color': p.halo, 'text-halo-width': 2 },
    },
  ];
}
