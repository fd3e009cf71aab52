/**
 * The whole map style as one function of what is asked for: MapLibre works out what changed. Order is meaning: ground,
 * surveys, releases, work, hazards, points, names, what is chosen. Fonts are the reader's own; nothing is fetched but our
 * tiles and a basemap the reader has entered.
 */

import type { PlaceName } from '@tilth/domain/geometry/place-names';
import { APART, CELL, drawnKinds, gatheredKinds, pointKinds } from '@tilth/domain/record/drawn';
import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { addressOf } from '../ask/ask.ts';
import { type Base, baseLayers, baseSource } from './base-layers.ts';
import type { Graticule } from './graticule.ts';
import { hazardLayers } from './hazard-layers.ts';
import { isDrawn, REPORTED } from './layers.ts';
import {
  borderLayers,
  chosenLayers,
  gridLayers,
  groundLayers,
  listedLayers,
  nameLayers,
  releaseLayers,
} from './other-layers.ts';
import type { Palette } from './palette.ts';
import { pinData, pinLayers, type WishedPin } from './pin-layers.ts';
import { countLayer, dotLayer, gatheredLayers, reachLayer, symbolLayer } from './point-layers.ts';
import { noSketch, sketchLayers } from './sketch-layers.ts';
import { smallMarks } from './small-marks.ts';
import { surveyLayers, unsurveyedLayer } from './survey-layers.ts';
import { activityLayers, taskLayers } from './work-layers.ts';

/** Tiles that were kept, in the place of those the server would draw now. */
export interface Frozen {
  /** the only zoom there are tiles of */
  readonly level: number;
  /** address of a kind's tiles, with {z}, {x} and {y} */
  readonly tiles: (kind: string, gathered: boolean) => string;
}

export interface Wish {
  readonly origin: string;
  readonly programme: string;
  readonly at: string | null;
  readonly known: string | null;
  readonly kinds: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** kinds drawn besides the usual ones */
  readonly also?: ReadonlySet<string>;
  /** a kind with a place that is listed beside the map: drawn too, plainly, when the map has no sign of its own for it */
  readonly listed: string | null;
  readonly palette: Palette;
  readonly chosen: GeoJSON.Geometry | null;
  /** where the chosen one lies, for a ring around it when it is small on the screen */
  readonly centre: readonly [number, number] | null;
  /** land that a report or a decision speaks of, by what would become of it (focus.ts) */
  readonly proposed: readonly { readonly geometry: GeoJSON.Geometry; readonly role: string }[];
  /** a position that somebody went to; no record */
  readonly pin?: WishedPin | null;
  readonly graticule: Graticule;
  readonly names: readonly PlaceName[];
  /** a basemap of the reader's own; none: administrative units and the grid */
  readonly base?: Base | null;
  /** what is being measured or selected, and ground that a list is narrowed to */
  readonly sketch?: GeoJSON.FeatureCollection;
  /** how a survey that found nothing is written on the map, in the reader's language */
  readonly nothingFound?: string;
  readonly frozen?: Frozen;
}

/** Beyond this zoom tiles are not asked for: those of this zoom are drawn larger. */
const deepest = 16;

export function makeStyle(wish: Wish): StyleSpecification {
  const { programme, at, known, palette: p, hidden, kinds, base = null } = wish;
  const listed = wish.listed !== null && kinds.has(wish.listed) ? wish.listed : null;
  const drawn = (kind: string) =>
    kinds.has(kind) && isDrawn(kind, { hidden, also: wish.also ?? new Set(), listed });
  const sources: Record<string, SourceSpecification> = {
    ...baseSource(base),
    graticule: { type: 'geojson', data: wish.graticule },
    names: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: wish.names.map(({ name, from, at }) => ({
          type: 'Feature',
          properties: { name, from },
          geometry: { type: 'Point', coordinates: [...at] },
        })),
      },
    },
    chosen: {
      type: 'geojson',
      data: collection([
        ...(wish.chosen ? [{ geometry: wish.chosen, role: 'chosen' }] : []),
        ...(wish.centre
          ? [{ geometry: { type: 'Point' as const, coordinates: [...wish.centre] }, role: 'centre' }]
          : []),
        ...wish.proposed,
        ...wish.proposed.flatMap(({ geometry, role }) =>
          smallMarks(geometry).map(({ at, until }) => ({
            geometry: { type: 'Point' as const, coordinates: [...at] },
            role: `${role}-small`,
            until,
          })),
        ),
      ]),
    },
    sketch: { type: 'geojson', data: wish.sketch ?? noSketch },
    pin: { type: 'geojson', data: pinData(wish.pin ?? null) },
  };
  const plain = listed !== null && !drawnKinds.some((k) => k === listed) ? listed : null;
  for (const kind of plain === null ? drawnKinds : [...drawnKinds, plain]) {
    if (!kinds.has(kind)) continue;
    const tiles = (cluster: number | null) => [
      wish.frozen?.tiles(kind, cluster !== null) ??
        addressOf(`${wish.origin}/tiles/${kind}/{z}/{x}/{y}.mvt`, { programme, at, known, cluster }),
    ];
    const levels = (minzoom: number, maxzoom: number) =>
      wish.frozen ? { minzoom: wish.frozen.level, maxzoom: wish.frozen.level } : { minzoom, maxzoom };
    const gathered = gatheredKinds.has(kind);
    sources[kind] = {
      type: 'vector',
      tiles: tiles(null),
      ...levels(gathered ? APART : 0, deepest),
      promoteId: 'id',
    };
    if (gathered)
      sources[`${kind}${GATHERED}`] = { type: 'vector', tiles: tiles(CELL), ...levels(0, APART - 1) };
  }
  const points = pointKinds.filter(drawn);
  const waiting = !hidden.has(REPORTED);
  const layers = [
    ...groundLayers(p),
    ...baseLayers(base, p),
    unsurveyedLayer(p, base !== null),
    ...(drawn('survey-result') ? surveyLayers(p, wish.nothingFound ?? '', waiting) : []),
    ...(drawn('place') ? borderLayers(p) : []),
    ...gridLayers(p),
    ...releaseLayers(p, hidden),
    ...(drawn('task') ? taskLayers(p, waiting) : []),
    ...(drawn('activity') ? activityLayers(p, waiting) : []),
    ...points.flatMap((kind) =>
      gatheredKinds.has(kind)
        ? gatheredLayers(kind, `${kind}${GATHERED}`, p, waiting)
        : [dotLayer(kind, p, waiting)],
    ),
    ...points.map((kind) => reachLayer(kind, p, waiting)),
    ...(plain === null ? [] : listedLayers(plain, p)),
    ...hazardLayers(p),
    ...points.flatMap((kind) => [
      ...(gatheredKinds.has(kind) ? [countLayer(kind, `${kind}${GATHERED}`, p, waiting)] : []),
      symbolLayer(kind, p, waiting),
    ]),
    ...(drawn('place') ? nameLayers(p) : []),
    ...chosenLayers(p),
    ...sketchLayers(p),
    ...pinLayers(p),
  ].filter((layer) => !('source' in layer) || sources[layer.source] !== undefined);
  return { version: 8, sources, layers };
}

/** What the name of a source ends on that holds points gathered with their counts. */
export const GATHERED = '-gathered';

/** Sources that hold no items one may click on. */
export const groundSources: ReadonlySet<string> = new Set([
  'place',
  'graticule',
  'names',
  'chosen',
  'sketch',
  'pin',
  'base',
]);

function collection(
  shapes: readonly { geometry: GeoJSON.Geometry; role: string; until?: number }[],
): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map(({ geometry, ...properties }) => ({ type: 'Feature', properties, geometry })),
  };
}
