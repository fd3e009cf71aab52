/** The programme's map with what is being drawn on it: a click adds a position, and so does Enter at the map's centre. */
import type { Position } from '@tilth/domain/report/entry';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { type Drawn, drawMap } from '../../map/draw-map.ts';
import { toGeoJson } from '../../map/geojson.ts';
import { noGraticule } from '../../map/graticule.ts';
import { dark, light } from '../../map/palette.ts';
import type { Wish } from '../../map/style.ts';
import { shapeOf, writtenPosition } from '../../report/read-answer.ts';
import { isDark, onThemeChange } from '../../ui/theme.ts';
import { addressNow } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import type { WayProps } from './geometry-field.tsx';

export function DrawPane({ shape, points, lines, write }: WayProps) {
  const { say } = useLanguage();
  const { programme, kinds } = useHere();
  const palette = useSyncExternalStore(onThemeChange, isDark) ? dark : light;
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [fault, setFault] = useState(false);
  const wish = useMemo((): Wish => {
    const geometry =
      shapeOf(shape, points) ??
      (points.length > 1
        ? { type: 'LineString' as const, coordinates: points }
        : points.length === 1
          ? { type: 'MultiPoint' as const, coordinates: points }
          : null);
    return {
      origin: window.location.origin,
      programme: programme.id,
      at: null,
      known: null,
      kinds: new Set(kinds.keys()),
      hidden: new Set(),
      listed: null,
      palette,
      chosen: null,
      centre: points.at(-1) ?? null,
      proposed: geometry ? [{ geometry: toGeoJson(geometry), role: 'proposed' }] : [],
      graticule: noGraticule,
      names: [],
    };
  }, [programme.id, kinds, palette, shape, points]);
  const onPoint = (position: Position) => {
    const row = writtenPosition(position);
    write(shape === 'point' ? [row] : [...lines, row]);
  };
  const latest = useRef({ wish, onPoint, points, title: say('web.form.draw-map') });
  latest.current = { wish, onPoint, points, title: say('web.form.draw-map') };

  useEffect(() => {
    if (!container.current) return;
    const last = latest.current.points.at(-1);
    const first = last
      ? { zoom: 14, lon: last[0], lat: last[1] }
      : (addressNow().map ?? programme.extent ?? ([-170, -58, 170, 72] as const));
    try {
      drawn.current = drawMap(
        container.current,
        { title: latest.current.title, first, aside: { left: 0, right: 0 }, wish: latest.current.wish },
        {
          onView: () => setFault(false),
          onPointer: () => {},
          onBusy: () => {},
          onPick: (_found, _x, _y, { lon, lat }) => latest.current.onPoint([lon, lat]),
          onFault: () => setFault(true),
        },
      );
    } catch {
      // no WebGL here: positions can still be typed
      setFault(true);
    }
    return () => {
      drawn.current?.end();
      drawn.current = null;
    };
  }, [programme.extent]);
  useEffect(() => drawn.current?.show(wish), [wish]);

  return (
    <div className="draw">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the map inside it has the focus; its keys come by here */}
      <div
        className="draw-pane map-pane"
        onKeyDown={(e) => {
          if (e.key === 'Enter') drawn.current?.pickCentre();
        }}
      >
        <div className="map" ref={container} />
        <div className="crosshair" aria-hidden="true" />
      </div>
      <p className="soft hint">{say(fault ? 'web.map.fault' : 'web.form.draw-hint')}</p>
    </div>
  );
}
