/** Ground, releases, surveys and points: everything of the map but the hazards. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

export const font = ['system-ui', 'Noto Sans', 'sans-serif'];

/** Administrative units of our own record, and the grid: there is no other ground. */
export function groundLayers(p: Palette): LayerSpecification[] {
  const place = { source: 'place', 'source-layer': 'areas' };
  return [
    { id: 'water', type: 'background', paint: { 'background-color': p.water } },
    {
      id: 'land',
      type: 'fill',
      ...place,
      paint: { 'fill-color': p.land, 'fill-antialias': false },
    },
    {
      id: 'grid',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': p.grid, 'line-width': 0.8 },
    },
    {
      id: 'borders',
      type: 'line',
      ...place,
      paint: { 'line-color': p.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.6, 12, 1.4] },
    },
  ];
}

export function gridLabels(p: Palette): LayerSpecification[] {
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
      paint: { 'text-color': p.label, 'text-opacity': 0.75, 'text-halo-color': p.water, 'text-halo-width': 1.5 },
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
          paint: { 'line-color': p[method], 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.5, 13, 1.3] },
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

export function surveyLayers(p: Palette): LayerSpecification[] {
  const source = { source: 'survey-result', 'source-layer': 'areas' };
  return [
    {
      id: 'survey',
      type: 'fill',
      ...source,
      paint: { 'fill-pattern': `pattern:survey:${p.name}` },
    },
    {
      id: 'survey-line',
      type: 'line',
      ...source,
      paint: { 'line-color': p.survey, 'line-width': 0.8, 'line-dasharray': [3, 3] },
    },
  ];
}

/** Points of one kind: dots from afar, their symbol from near; reported ones hollow. */
export function pointLayers(kind: string, p: Palette): LayerSpecification[] {
  const source = { source: kind, 'source-layer': 'marks' };
  const reported: ExpressionSpecification = ['==', ['get', 'standing'], 'reported'];
  const colours: Readonly<Record<string, string>> = {
    accident: p.symbol,
    find: p.reduced,
    'hazard-report': p.report,
    'evidence-point': p.papersNotHeld,
  };
  return [
    {
      id: `${kind}-dot`,
      type: 'circle',
      ...source,
      maxzoom: 9,
      paint: {
        'circle-color': colours[kind] ?? p.symbol,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 1, 9, 2.6],
        'circle-stroke-color': p.symbolGround,
        'circle-stroke-width': 0.6,
      },
    },
    {
      id: `${kind}-symbol`,
      type: 'symbol',
      ...source,
      minzoom: 9,
      layout: {
        'icon-image': ['case', reported, `symbol:${kind}-reported:${p.name}`, `symbol:${kind}:${p.name}`],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.42, 13, 0.8],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

/** What is chosen, drawn over everything as a double line: it is found without colour too. */
export function chosenLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'chosen-ground',
      type: 'line',
      source: 'chosen',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': p.halo, 'line-width': 7, 'line-opacity': 0.9 },
    },
    {
      id: 'chosen-line',
      type: 'line',
      source: 'chosen',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': p.selected, 'line-width': 3 },
    },
    {
      id: 'chosen-point',
      type: 'circle',
      source: 'chosen',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-opacity': 0,
        'circle-radius': 15,
        'circle-stroke-color': p.selected,
        'circle-stroke-width': 3,
      },
    },
  ];
}
