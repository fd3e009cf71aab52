/** The programme's map with shapes on it that are not on record (yet): where they lie can be seen, nothing on it can be changed. */
import type { Geometry } from '@tilth/domain/report/entry';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { isDark, onThemeChange } from '../ui/theme.ts';
import { type Drawn, drawMap } from './draw-map.ts';
import { boundsOf } from './focus.ts';
import { toGeoJson } from './geojson.ts';
import type { Bounds } from './graticule.ts';
import { noGraticule } from './graticule.ts';
import { dark, light } from './palette.ts';
import type { Wish } from './style.ts';

interface Props {
  readonly label: string;
  readonly shapes: readonly Geometry[];
  /** drawn above the others, and looked at */
  readonly chosen: Geometry | null;
}

export function ShapesMap({ label, shapes, chosen }: Props) {
  const { say } = useLanguage();
  const { programme, kinds } = useHere();
  const palette = useSyncExternalStore(onThemeChange, isDark) ? dark : light;
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [fault, setFault] = useState(false);
  const wish = useMemo(
    (): Wish => ({
      origin: window.location.origin,
      programme: programme.id,
      at: null,
      known: null,
      kinds: new Set(kinds.keys()),
      hidden: new Set(),
      listed: null,
      palette,
      chosen: chosen && toGeoJson(chosen),
      centre: chosen && centreOf(chosen),
      proposed: shapes.map((g) => ({ geometry: toGeoJson(g), role: 'proposed' })),
      graticule: noGraticule,
      names: [],
    }),
    [programme.id, kinds, palette, shapes, chosen],
  );
  const bounds = useMemo(() => boundsOfAll(shapes), [shapes]);
  const latest = useRef({ wish, bounds, label });
  latest.current = { wish, bounds, label };

  useEffect(() => {
    if (!container.current) return;
    const first = latest.current.bounds ?? programme.extent ?? ([-170, -58, 170, 72] as const);
    try {
      drawn.current = drawMap(
        container.current,
        { title: latest.current.label, first, aside: { left: 0, right: 0 }, wish: latest.current.wish },
        {
          onView: () => setFault(false),
          onPointer: () => {},
          onBusy: () => {},
          onPick: () => {},
          onFault: () => setFault(true),
        },
      );
    } catch {
      // no WebGL here: the rows stand in the list all the same
      setFault(true);
    }
    return () => {
      drawn.current?.end();
      drawn.current = null;
    };
  }, [programme.extent]);
  useEffect(() => drawn.current?.show(wish), [wish]);
  useEffect(() => {
    const box = chosen ? boundsOf(chosen) : bounds;
    if (box) drawn.current?.fit(box, false);
  }, [bounds, chosen]);

  return (
    <div className="shapes-map">
      <div className="map-pane">
        <div className="map" ref={container} />
      </div>
      <p className="hint shapes-legend">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" stroke={palette.disputed} />
        </svg>
        {say('web.map.shapes-legend')}
      </p>
      <p className="hint">{say('web.absence')}</p>
      {fault && <p className="soft hint">{say('web.map.fault')}</p>}
    </div>
  );
}

function boundsOfAll(shapes: readonly Geometry[]): Bounds | null {
  const boxes = shapes.flatMap((g) => {
    const box = boundsOf(g);
    return box ? [box] : [];
  });
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map((b) => b[0])),
    Math.min(...boxes.map((b) => b[1])),
    Math.max(...boxes.map((b) => b[2])),
    Math.max(...boxes.map((b) => b[3])),
  ];
}

function centreOf(geometry: Geometry): [number, number] | null {
  const box = boundsOf(geometry);
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
