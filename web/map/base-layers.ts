/**
 * A basemap of the reader's own below everything of ours: pictures (XYZ or PMTiles), or the lines of vector tiles in quiet
 * greys. Pictures are paled, so that the colours of hazards stay what they are, and dimmed by night.
 */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

export interface Base {
  readonly tiles: string;
  readonly type: 'raster' | 'vector';
  readonly attribution: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** of a vector basemap, those in its own list */
  readonly layers: readonly string[];
}

export function baseSource(base: Base | null): Record<string, SourceSpecification> {
  if (base === null) return {};
  const { tiles, minzoom, maxzoom } = base;
  const at = { tiles: [tiles], minzoom, maxzoom };
  return {
    base: base.type === 'raster' ? { type: 'raster', tileSize: 256, ...at } : { type: 'vector', ...at },
  };
}

export function baseLayers(base: Base | null, p: Palette): LayerSpecification[] {
  if (base === null) return [];
  if (base.type === 'raster')
    return [
      {
        id: 'base',
        type: 'raster',
        source: 'base',
        paint: {
          'raster-saturation': -0.45,
          'raster-brightness-min': p.name === 'dark' ? 0 : 0.12,
          'raster-brightness-max': p.name === 'dark' ? 0.55 : 1,
          'raster-fade-duration': 0,
        },
      },
    ];
  return base.layers.flatMap((layer): LayerSpecification[] => {
    const source = { source: 'base', 'source-layer': layer } as const;
    const water = /water|ocean|sea|lake/i.test(layer);
    return [
      {
        id: `base-${layer}-fill`,
        type: 'fill',
        ...source,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': water ? p.water : p.border, 'fill-opacity': water ? 1 : 0.12 },
      },
      {
        id: `base-${layer}-line`,
        type: 'line',
        ...source,
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': p.border, 'line-width': 0.9 },
      },
    ];
  });
}
