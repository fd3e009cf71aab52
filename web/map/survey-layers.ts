/**
 * How well the ground is known. Land that no survey on record covered has a texture, everywhere and at every zoom, so that
 * bare ground is never read as an answer; a survey lays it bare under dashes, and says when it was and whether it found
 * nothing. "Nothing found" is what the survey says, not that nothing is there; and only a survey that was accepted says it
 * (design law 6): one still in review has its outline alone.
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { font } from './other-layers.ts';
import type { Palette } from './palette.ts';

/** `based`: a basemap lies below, which the texture must leave legible. */
export function unsurveyedLayer(p: Palette, based: boolean): LayerSpecification {
  return {
    id: 'unsurveyed',
    type: 'background',
    paint: { 'background-pattern': `pattern:unsurveyed:${p.name}`, 'background-opacity': based ? 0.5 : 0.7 },
  };
}

/** `nothingFound`: said of a survey that found no evidence. `waiting`: whether surveys in review are outlined. */
export function surveyLayers(p: Palette, nothingFound: string, waiting: boolean): LayerSpecification[] {
  const areas = { source: 'survey-result', 'source-layer': 'areas' };
  const none: ExpressionSpecification = ['==', ['get', 'outcome'], 'no-evidence'];
  const accepted: ExpressionSpecification = [
    'all',
    ['==', ['get', 'standing'], 'live'],
    ['!=', ['get', 'reported'], true],
  ];
  const outlined = waiting ? {} : { filter: accepted };
  return [
    {
      id: 'survey-ground',
      type: 'fill',
      ...areas,
      filter: accepted,
      paint: { 'fill-color': p.land, 'fill-opacity': 0.92, 'fill-antialias': false },
    },
    {
      id: 'survey',
      type: 'fill',
      ...areas,
      filter: accepted,
      paint: { 'fill-pattern': `pattern:survey:${p.name}` },
    },
    {
      id: 'survey-line',
      type: 'line',
      ...areas,
      ...outlined,
      paint: { 'line-color': p.survey, 'line-width': 1.2, 'line-dasharray': [3, 3] },
    },
    {
      id: 'survey-mark',
      type: 'circle',
      ...areas,
      'source-layer': 'marks',
      ...outlined,
      paint: {
        'circle-radius': 2,
        'circle-color': p.land,
        'circle-stroke-color': p.survey,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'survey-when',
      type: 'symbol',
      ...areas,
      minzoom: 10,
      filter: accepted,
      layout: {
        'text-field': [
          'concat',
          ['slice', ['coalesce', ['get', 'surveyed_on'], ''], 0, 4],
          ['case', none, `\n${nothingFound}`, ''],
        ],
        'text-font': font,
        'text-size': 11,
        'text-max-width': 8,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.2,
      },
      paint: { 'text-color': p.survey, 'text-halo-color': p.land, 'text-halo-width': 1.4 },
    },
  ];
}
