/**
 * The one place that touches MapLibre: starts it, hands it styles and tells what happens on it. Loaded only when the page
 * around it stands. The worker is a file of our own origin, since no script may come from a blob.
 */
import { Map as LibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapView } from '../address.ts';
import type { Bounds, Graticule } from './graticule.ts';
import { makeImage, pixelRatio } from './images.ts';
import { type Shown, signsOf } from './signs.ts';
import { GATHERED, groundSources, makeStyle, type Wish } from './style.ts';

setWorkerUrl(workerUrl);

export interface Picked {
  readonly id: string;
  readonly kind: string;
}

export interface Told {
  /** after the map came to rest */
  readonly onView: (view: MapView, bounds: Bounds, metresPerPixel: number) => void;
  /** while the pointer is over the map, and null when it leaves */
  readonly onPointer: (position: { lon: number; lat: number } | null) => void;
  /** what lies under a click, hazards first; empty beside everything. `x`, `y`: where, in CSS pixels; `at`: on the ground */
  readonly onPick: (
    found: readonly Picked[],
    x: number,
    y: number,
    at: { readonly lon: number; readonly lat: number },
  ) => void;
  /** what lies under the pointer once it rests, or at the middle once the map was moved by keys; null: gone on */
  readonly onRest?: (found: readonly Picked[] | null, x: number, y: number) => void;
  /** asked for the position itself: the other mouse button, or a long press */
  readonly onPlace?: (at: { readonly lon: number; readonly lat: number }, x: number, y: number) => void;
  readonly onDouble?: () => void;
  /** the reader's own basemap did not answer */
  readonly onBaseFault?: () => void;
  /** whether anything in sight is still being fetched or drawn */
  readonly onBusy: (busy: boolean) => void;
  readonly onFault: (error: unknown) => void;
}

export interface Aside {
  readonly left: number;
  readonly right: number;
}

export interface Drawn {
  readonly show: (wish: Wish) => void;
  readonly graticule: (data: Graticule) => void;
  /** what is being measured or selected; drawn at once, the rest of the style stays */
  readonly sketch: (data: GeoJSON.FeatureCollection) => void;
  /** while points are set a double click ends them and doesn't zoom, and nothing is told of what lies below */
  readonly setting: (on: boolean) => void;
  /** asks again for every tile, after something was decided or received */
  readonly reload: () => void;
  /** `aside`: CSS pixels at the left and right that something lies over */
  readonly fit: (bounds: Bounds, animate: boolean, aside?: Aside) => void;
  readonly go: (view: MapView) => void;
  /** back on the page after it was off it: fills its place, looks there, and tells what it sees */
  readonly again: (at: MapView | Bounds, aside: Aside) => void;
  readonly zoomBy: (step: number) => void;
  readonly sees: (bounds: Bounds) => boolean;
  readonly pickCentre: () => void;
  /** calls `onPlace` for the middle */
  readonly placeCentre: () => void;
  /** what is drawn now as a picture, of a map made for paper; and the signs on it */
  readonly picture: () => Promise<{
    readonly image: Blob;
    readonly signs: readonly Shown[];
    readonly bounds: Bounds;
  }>;
  readonly end: () => void;
}

/** Room around what is shown, without what lies over the map; less where the map is narrow. */
function paddingOf({ left, right }: Aside = { left: 0, right: 0 }) {
  const around = 40;
  return { top: around, bottom: around + 30, left: around + left, right: around + right };
}

export interface Start {
  readonly title: string;
  readonly first: MapView | Bounds;
  readonly aside: Aside;
  readonly wish: Wish;
  /** for paper: so many device pixels a pixel, and nothing moves it */
  readonly print?: { readonly pixels: number };
}

export function drawMap(
  container: HTMLElement,
  { title, first, aside, wish, print }: Start,
  told: Told,
): Drawn {
  const at = 'zoom' in first ? { center: [first.lon, first.lat] as [number, number], zoom: first.zoom } : {};
  const within = !('zoom' in first)
    ? {
        bounds: [...first] as [number, number, number, number],
        fitBoundsOptions: { padding: paddingOf(aside) },
      }
    : {};
  const map = new LibreMap({
    container,
    style: makeStyle(wish),
    ...at,
    ...within,
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    maxPitch: 0,
    maxZoom: 19,
    fadeDuration: 0,
    // a map that is taken off the page has no size, and is not to look elsewhere for that
    trackResize: false,
    renderWorldCopies: true,
    locale: { 'Map.Title': title },
    ...(print && {
      interactive: false,
      pixelRatio: print.pixels,
      maxCanvasSize: [8192, 8192] as [number, number],
      canvasContextAttributes: { preserveDrawingBuffer: true },
    }),
  });
  // what is still right is not drawn anew
  const fill = () => {
    const { clientWidth: w, clientHeight: h } = container;
    const canvas = map.getCanvas();
    if (w > 0 && h > 0 && (canvas.clientWidth !== w || canvas.clientHeight !== h)) map.resize();
  };
  const sized = new ResizeObserver(fill);
  sized.observe(container);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const give = (name: string) => {
    const canvas = map.hasImage(name) ? null : makeImage(name);
    const pen = canvas?.getContext('2d');
    if (canvas && pen)
      map.addImage(name, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio });
  };
  map.setMissingStyleImageResolver(give);
  // what a background is made of is asked of nobody
  map.on('style.load', () => {
    for (const palette of ['light', 'dark']) give(`pattern:unsurveyed:${palette}`);
  });

  // a style can't be exchanged before the first one stands: the last wish waits for it
  let stands = false;
  let waiting: Wish | null = null;
  const show = (next: Wish) => {
    if (stands) map.setStyle(makeStyle(next), { diff: true });
    else waiting = next;
  };
  map.once('style.load', () => {
    stands = true;
    if (waiting) show(waiting);
    tellView();
  });
  map.on('dataloading', () => told.onBusy(true));
  map.on('idle', () => told.onBusy(false));

  const tellView = () => {
    const { lng, lat } = map.getCenter();
    const b = map.getBounds();
    const metresPerPixel = (156_543.033_928 * Math.cos((lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 1);
    told.onView(
      { zoom: map.getZoom(), lat, lon: ((((lng + 180) % 360) + 360) % 360) - 180 },
      [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()],
      metresPerPixel,
    );
  };
  map.on('moveend', tellView);
  map.on('mousemove', (e) => {
    told.onPointer({ lon: e.lngLat.wrap().lng, lat: e.lngLat.lat });
    rest(e.point.x, e.point.y);
  });
  map.on('mouseout', () => {
    told.onPointer(null);
    moved();
  });
  map.on('movestart', () => moved());
  map.on('error', (e) => {
    if ('sourceId' in e && e.sourceId === 'base') told.onBaseFault?.();
    else told.onFault(e.error);
  });

  const under = (x: number, y: number) => {
    const found = map.queryRenderedFeatures([
      [x - 5, y - 5],
      [x + 5, y + 5],
    ]);
    const seen = new Map<string, Picked>();
    let gathered = false;
    for (const { source, properties, layer } of found) {
      // the ground on which a point may lie is wide: the point itself is what is meant
      if (layer.id.endsWith('-reach') && source !== 'hazardous-area') continue;
      if (source.endsWith(GATHERED) && Number(properties.count) > 1) gathered = true;
      else if (!groundSources.has(source) && typeof properties.id === 'string')
        seen.set(properties.id, { id: properties.id, kind: source.replace(GATHERED, '') });
    }
    return { found: [...seen.values()], gathered };
  };
  let setting = false;
  // what lies under the pointer is only looked for once it rests: on the way nothing is worked out
  let resting: ReturnType<typeof setTimeout> | undefined;
  let shown = false;
  const moved = () => {
    clearTimeout(resting);
    if (shown) told.onRest?.(null, 0, 0);
    shown = false;
    map.getCanvas().style.cursor = setting ? 'crosshair' : '';
  };
  const rest = (x: number, y: number) => {
    moved();
    if (setting || !told.onRest) return;
    resting = setTimeout(() => {
      const { found, gathered } = under(x, y);
      shown = true;
      if (found.length > 0 || gathered) map.getCanvas().style.cursor = 'pointer';
      told.onRest?.(found, x, y);
    }, 160);
  };
  const middle = () => [container.clientWidth / 2, container.clientHeight / 2] as const;
  map.on('moveend', (e) => {
    if (e.originalEvent instanceof KeyboardEvent) rest(...middle());
  });

  const pick = (x: number, y: number) => {
    const { found, gathered } = setting ? { found: [], gathered: false } : under(x, y);
    const { lng, lat } = map.unproject([x, y]).wrap();
    moved();
    if (gathered && found.length === 0)
      map.easeTo({ center: [lng, lat], zoom: Math.min(map.getZoom() + 2, 16) });
    told.onPick(found, x, y, { lon: lng, lat });
  };
  map.on('click', (e) => pick(e.point.x, e.point.y));
  map.on('dblclick', () => setting && told.onDouble?.());
  const place = (x: number, y: number) => {
    const { lng, lat } = map.unproject([x, y]).wrap();
    told.onPlace?.({ lon: lng, lat }, x, y);
  };
  map.on('contextmenu', (e) => place(e.point.x, e.point.y));
  const setData = (name: string, data: GeoJSON.FeatureCollection) => {
    const source = map.getSource(name);
    if (source && 'setData' in source && typeof source.setData === 'function') source.setData(data);
  };

  /** as near as an address says it */
  const looksAt = ({ lon, lat, zoom }: MapView) => {
    const now = map.getCenter().wrap();
    const near = (a: number, b: number, by: number) => Math.abs(a - b) < by;
    return near(now.lng, lon, 1e-5) && near(now.lat, lat, 1e-5) && near(map.getZoom(), zoom, 0.01);
  };

  return {
    show,
    graticule: (data) => setData('graticule', data),
    sketch: (data) => setData('sketch', data),
    setting: (on) => {
      setting = on;
      if (on) map.doubleClickZoom.disable();
      else map.doubleClickZoom.enable();
      moved();
    },
    reload: () => {
      for (const [id, { type }] of Object.entries(map.getStyle().sources))
        if (type === 'vector' && id !== 'base') map.refreshTiles(id);
    },
    fit: (bounds, animate, aside) =>
      map.fitBounds([...bounds], { padding: paddingOf(aside), maxZoom: 16, animate, duration: 500 }),
    go: ({ lon, lat, zoom }) => map.jumpTo({ center: [lon, lat], zoom }),
    again: (at, aside) => {
      fill();
      if (!('zoom' in at)) map.fitBounds([...at], { padding: paddingOf(aside), animate: false });
      else if (!looksAt(at)) map.jumpTo({ center: [at.lon, at.lat], zoom: at.zoom });
      tellView();
      told.onBusy(!map.areTilesLoaded());
    },
    zoomBy: (step) => map.zoomTo(map.getZoom() + step, { duration: 200 }),
    sees: ([west, south, east, north]) => {
      const b = map.getBounds();
      return west >= b.getWest() && east <= b.getEast() && south >= b.getSouth() && north <= b.getNorth();
    },
    pickCentre: () => pick(...middle()),
    placeCentre: () => place(...middle()),
    picture: async () => {
      const image = await new Promise<Blob | null>((done) => map.getCanvas().toBlob(done));
      if (image === null) throw new Error('the map gave no picture');
      const b = map.getBounds();
      return {
        image,
        signs: signsOf(map.queryRenderedFeatures(), map.getZoom()),
        bounds: [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()],
      };
    },
    end: () => {
      clearTimeout(resting);
      sized.disconnect();
      map.remove();
    },
  };
}
