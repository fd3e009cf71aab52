/** Ground, borders, grid, names, releases, and what is listed, chosen or under review. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

export const font = ['system-ui', 'Noto Sans', 'sans-serif'];

/** Land as our own record of units has it; under a basemap, if there is one. */
export function groundLayers(p: Palette): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': p.water } },
    {
      id: 'land',
      type: 'fill',
      source: 'place',
      'source-layer': 'areas',
      paint: { 'fill-color': p.land, 'fill-antialias': false },
    },
  ];
}

/** Administrative units, the wider the stronger. */
export function borderLayers(p: Palette): LayerSpecification[] {
  const width = (wide: number, narrow: number): ExpressionSpecification => [
    'match',
    ['coalesce', ['get', 'level'], ''],
    ['country', 'adm1'],
    wide,
    narrow,
  ];
  return [
    {
      id: 'borders',
      type: 'line',
      source: 'place',
      'source-layer': 'areas',
      paint: {
        'line-color': p.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, width(1.2, 0.5), 12, width(2.2, 1.3)],
      },
    },
  ];
}

export function gridLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'grid',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': p.grid, 'line-width': 0.8 },
    },
    ...gridLabels(p),
  ];
}

function gridLabels(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'grid-labels',
      type: 'symbol',
      source: 'graticule',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 600,
        'text-field': ['get', 'degrees'],
        'text-font': font,
        'text-size': 10,
        'text-keep-upright': true,
      },
      paint: {
        'text-color': p.label,
        'text-opacity': 0.75,
        'text-halo-color': p.water,
        'text-halo-width': 1.5,
      },
    },
  ];
}

/** Names of units and settlements, in the reader's own fonts. */
export function nameLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'place-names',
      type: 'symbol',
      source: 'names',
      filter: ['>=', ['zoom'], ['get', 'from']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': ['step', ['get', 'from'], 13, 7, 12, 9, 11],
        'symbol-sort-key': ['get', 'from'],
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
    },
  ];
}

/** Released land, below every hazard; each way of release has its own pattern. Nothing here says that land is safe. */
export function releaseLayers(p: Palette, hidden: ReadonlySet<string>): LayerSpecification[] {
  const source = { source: 'released-land', 'source-layer': 'areas' };
  return (['cancelled', 'reduced', 'cleared'] as const)
    .filter((method) => !hidden.has(method))
    .flatMap((method): LayerSpecification[] => {
      const filter: ExpressionSpecification = ['==', ['get', 'method'], method];
      return [
        {
          id: `release-${method}-ground`,
          type: 'fill',
          ...source,
          filter,
          paint: { 'fill-color': p[method], 'fill-opacity': 0.1 },
        },
        {
          id: `release-${method}`,
          type: 'fill',
          ...source,
          minzoom: 8,
          filter,
          paint: { 'fill-pattern': `pattern:${method}:${p.name}` },
        },
        {
          id: `release-${method}-line`,
          type: 'line',
          ...source,
          filter,
          paint: {
            'line-color': p[method],
            'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.5, 13, 1.3],
          },
        },
        {
          id: `release-${method}-thin`,
          type: 'line',
          ...source,
          'source-layer': 'lines',
          filter,
          paint: { 'line-color': p[method], 'line-width': 1.5, 'line-dasharray': [1, 1] },
        },
        {
          id: `release-${method}-mark`,
          type: 'circle',
          ...source,
          'source-layer': 'marks',
          filter,
          paint: {
            'circle-radius': 1.6,
            'circle-opacity': 0,
            'circle-stroke-color': p[method],
            'circle-stroke-width': 0.8,
          },
        },
      ];
    });
}

/** A kind without a sign of its own on the map, while it is listed: thin outlines and small rings, below the hazards. */
export function listedLayers(kind: string, p: Palette): LayerSpecification[] {
  const line = (layer: 'areas' | 'lines'): LayerSpecification => ({
    id: `listed-${layer}`,
    type: 'line',
    source: kind,
    'source-layer': layer,
    paint: { 'line-color': p.selected, 'line-width': 1.4, 'line-dasharray': [5, 2] },
  });
  return [
    line('areas'),
    line('lines'),
    {
      id: 'listed-marks',
      type: 'circle',
      source: kind,
      'source-layer': 'marks',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 1.5, 12, 5],
        'circle-color': p.symbolGround,
        'circle-stroke-color': p.selected,
        'circle-stroke-width': 1.4,
      },
    },
  ];
}

/** What is chosen, drawn over everything as a double line, ringed from afar; and land under review, in broken lines. */
export function chosenLayers(p: Palette): LayerSpecification[] {
  const role = (name: string): ExpressionSpecification => ['==', ['get', 'role'], name];
  const line = (
    id: string,
    of: string,
    colour: string,
    width: number,
    dashes?: number[],
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: 'chosen',
    filter: role(of),
    paint: { 'line-color': colour, 'line-width': width, ...(dashes ? { 'line-dasharray': dashes } : {}) },
  });
  const ring = (id: string, filter: ExpressionSpecification, maxzoom: number): LayerSpecification => ({
    id,
    type: 'circle',
    source: 'chosen',
    maxzoom,
    filter,
    paint: {
      'circle-opacity': 0,
      'circle-radius': 15,
      'circle-stroke-color': p.selected,
      'circle-stroke-width': 3,
    },
  });
  const ground = (id: string, of: string, colour: string, opacity: number): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'chosen',
    filter: ['all', role(of), ['==', ['geometry-type'], 'Polygon']],
    paint: { 'fill-color': colour, 'fill-opacity': opacity },
  });
  const point: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
  const round = (
    id: string,
    of: string,
    radius: number,
    colour: string,
    width: number,
  ): LayerSpecification => ({
    id,
    type: 'circle',
    source: 'chosen',
    filter: ['all', point, role(of)],
    paint: {
      'circle-opacity': 0,
      'circle-radius': radius,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  });
  const small = (of: string, colour: string): LayerSpecification => ({
    id: `${of}-small`,
    type: 'circle',
    source: 'chosen',
    filter: ['all', role(`${of}-small`), ['<', ['zoom'], ['get', 'until']]],
    paint: {
      'circle-opacity': 0,
      'circle-radius': 6,
      'circle-stroke-color': colour,
      'circle-stroke-width': 2,
    },
  });
  return [
    line('proposed-ground', 'proposed', p.halo, 6),
    line('proposed-line', 'proposed', p.disputed, 3, [2, 1.2]),
    ground('gained-fill', 'gained', p.chaLine, 0.3),
    ground('lost-fill', 'lost', p.halo, 0.7),
    line('gained-ground', 'gained', p.halo, 7),
    line('gained-line', 'gained', p.chaLine, 4),
    line('lost-ground', 'lost', p.halo, 7),
    line('lost-line', 'lost', p.selected, 3, [1, 1]),
    line('version-ground', 'version', p.halo, 6),
    line('version-line', 'version', p.disputed, 3, [4, 1.5]),
    {
      id: 'proposed-point',
      type: 'circle',
      source: 'chosen',
      filter: ['all', point, role('proposed')],
      paint: {
        'circle-radius': 5,
        'circle-color': p.disputed,
        'circle-stroke-color': p.halo,
        'circle-stroke-width': 2,
      },
    },
    round('gained-point-ground', 'gained', 12, p.halo, 7),
    round('gained-point', 'gained', 12, p.chaLine, 4),
    // hollow, so that the sign of what is on record shows within it
    small('proposed', p.disputed),
    small('version', p.disputed),
    small('gained', p.chaLine),
    small('lost', p.selected),
    // two rings: what is chosen has one, and is most often what goes
    round('lost-point-ground', 'lost', 12, p.halo, 7),
    round('lost-point', 'lost', 11, p.selected, 2),
    round('lost-point-around', 'lost', 21, p.selected, 2),
    line('chosen-ground', 'chosen', p.halo, 7),
    line('chosen-line', 'chosen', p.selected, 3),
    ring('chosen-point', ['all', point, role('chosen')], 24),
    ring('chosen-centre', ['all', point, role('centre')], 11.5),
  ];
}
