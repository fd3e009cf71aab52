/** The programme's map with shapes on it that are not on record (yet): where they lie can be seen, nothing on it can be changed. */
import type { Geometry } from '@tilth/domain/report/entry';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { isDark, onThemeChange } from '../ui/theme.ts';
import { boundsOf } from './focus.ts';
import { toGeoJson } from './geojson.ts';
import type { Bounds } from './graticule.ts';
import { noGraticule } from './graticule.ts';
import { dark, light } from './palette.ts';
import type { Wish } from './style.ts';
import { useDrawnMap } from './use-drawn-map.ts';

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
  const { container, drawn, fault } = useDrawnMap({ title: label, wish, first: () => bounds });
  useEffect(() => {
    const box = chosen ? boundsOf(chosen) : bounds;
    if (box) drawn.current?.fit(box, false);
  }, [bounds, chosen, drawn]);

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
