/**
 * The whole map style as one function of what is asked for: MapLibre works out what changed. Order is meaning: ground,
 * surveys, releases, hazards, points, names, what is chosen. Fonts are the reader's own; nothing is fetched but our tiles.
 */
import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { addressOf } from '../ask/ask.ts';
import type { Graticule } from './graticule.ts';
import { hazardLayers } from './hazard-layers.ts';
import {
  chosenLayers,
  dotLayer,
  gridLabels,
  groundLayers,
  listedLayers,
  nameLayers,
  releaseLayers,
  surveyLayers,
  symbolLayer,
} from './other-layers.ts';
import type { Palette } from './palette.ts';
import type { PlaceName } from './place-names.ts';

export const pointKinds = ['evidence-point', 'find', 'accident', 'hazard-report'] as const;
/** Kinds the map draws; of these only those the programme has and the reader may see. */
export const drawnKinds = [
  'place',
  'survey-result',
  'released-land',
  'hazardous-area',
  ...pointKinds,
] as const;

export interface Wish {
  readonly origin: string;
  readonly programme: string;
  readonly at: string | null;
  readonly known: string | null;
  readonly kinds: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** a kind with a place that is listed beside the map: drawn too, plainly, when the map has no sign of its own for it */
  readonly listed: string | null;
  readonly palette: Palette;
  readonly chosen: GeoJSON.Geometry | null;
  /** where the chosen one lies, for a ring around it when it is small on the screen */
  readonly centre: readonly [number, number] | null;
  /** land that a report or a decision speaks of, by what would become of it (focus.ts) */
  readonly proposed: readonly { readonly geometry: GeoJSON.Geometry; readonly role: string }[];
  readonly graticule: Graticule;
  readonly names: readonly PlaceName[];
}

/** Beyond this zoom tiles are not asked for: those of this zoom are drawn larger. */
const deepest = 16;

export function makeStyle(wish: Wish): StyleSpecification {
  const { programme, at, known, palette: p, hidden, kinds } = wish;
  const sources: Record<string, SourceSpecification> = {
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
      ]),
    },
  };
  const listed = wish.listed !== null && !drawnKinds.some((k) => k === wish.listed) ? wish.listed : null;
  for (const kind of listed === null ? drawnKinds : [...drawnKinds, listed]) {
    if (!kinds.has(kind)) continue;
    const tiles = addressOf(`${wish.origin}/tiles/${kind}/{z}/{x}/{y}.mvt`, { programme, at, known });
    sources[kind] = { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: deepest, promoteId: 'id' };
  }
  const shownPoints = pointKinds.filter((kind) => !hidden.has(kind));
  const layers = [
    ...groundLayers(p),
    ...gridLabels(p),
    ...(hidden.has('survey-result') ? [] : surveyLayers(p)),
    ...releaseLayers(p, hidden),
    ...shownPoints.map((kind) => dotLayer(kind, p)),
    ...(listed === null ? [] : listedLayers(listed, p)),
    ...hazardLayers(p),
    ...shownPoints.map((kind) => symbolLayer(kind, p)),
    ...nameLayers(p),
    ...chosenLayers(p),
  ].filter((layer) => !('source' in layer) || sources[layer.source] !== undefined);
  return { version: 8, sources, layers };
}

/** Sources that hold no items one may click on. */
export const groundSources: ReadonlySet<string> = new Set(['place', 'graticule', 'names', 'chosen']);

function collection(
  shapes: readonly { geometry: GeoJSON.Geometry; role: string }[],
): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map(({ geometry, role }) => ({ type: 'Feature', properties: { role }, geometry })),
  };
}
