/** The programme's map with what is being drawn on it: a click adds a position, and so does Enter at the map's centre. */
import type { Position } from '@tilth/domain/report/entry';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../../language/language.tsx';
import { toGeoJson } from '../../map/geojson.ts';
import { noGraticule } from '../../map/graticule.ts';
import { dark, light } from '../../map/palette.ts';
import type { Wish } from '../../map/style.ts';
import { useDrawnMap } from '../../map/use-drawn-map.ts';
import { nearestPoint, placeBetween, type Tool } from '../../report/edit-points.ts';
import { shapeOf, writtenPosition } from '../../report/read-answer.ts';
import { isDark, onThemeChange } from '../../ui/theme.ts';
import { addressNow } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import type { Drawing } from './draw-on.tsx';

const TOOLS: readonly Tool[] = ['add', 'between', 'move', 'remove'];
/** CSS pixels that a click may miss a position by. */
const REACH = 24;

export function DrawPane({ shape, points, lines, write }: Drawing) {
  const { say } = useLanguage();
  const { programme, kinds } = useHere();
  const palette = useSyncExternalStore(onThemeChange, isDark) ? dark : light;
  const [chosen, setTool] = useState<Tool>('add');
  /** the position that the next click moves */
  const [held, setHeld] = useState<number | null>(null);
  /** degrees that a click may miss a position by */
  const reach = useRef(0);
  // a line that can't be read stands for no position: which line is which position is then not known
  const simple = lines.length === points.length;
  const tool = simple ? chosen : 'add';
  const wish = useMemo((): Wish => {
    const whole = shape === 'points' ? null : shapeOf(shape, points);
    const open = !whole && shape !== 'points' && points.length > 1;
    const line = open ? ({ type: 'LineString', coordinates: points } as const) : null;
    const corners = points.length > 0 ? ({ type: 'MultiPoint', coordinates: points } as const) : null;
    const sketch = [whole ?? line, corners].filter((g) => g !== null);
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
      centre: points[held ?? points.length - 1] ?? null,
      proposed: sketch.map((g) => ({ geometry: toGeoJson(g), role: 'proposed' })),
      graticule: noGraticule,
      names: [],
    };
  }, [programme.id, kinds, palette, shape, points, held]);
  const onPoint = (at: Position) => {
    const row = writtenPosition(at);
    if (shape === 'point') return write([row]);
    if (tool === 'add') return write([...lines, row]);
    if (tool === 'between') {
      const n = placeBetween(points, at, shape === 'polygon');
      return write([...lines.slice(0, n), row, ...lines.slice(n)]);
    }
    if (tool === 'move' && held !== null) {
      setHeld(null);
      return write(lines.map((line, i) => (i === held ? row : line)));
    }
    const found = nearestPoint(points, at, reach.current);
    if (tool === 'move') setHeld(found);
    else if (found !== null) write(lines.filter((_, i) => i !== found));
  };
  const { container, drawn, fault } = useDrawnMap({
    title: say('web.form.draw-map'),
    wish,
    first: () => {
      const last = points.at(-1);
      return last ? { zoom: 14, lon: last[0], lat: last[1] } : addressNow().map;
    },
    onView: (_view, _bounds, metres) => {
      reach.current = (metres * REACH) / 111_320;
    },
    onPick: (_found, _x, _y, { lon, lat }) => onPoint([lon, lat]),
    // a click beside a cluster sets a position, and doesn't open the cluster
    began: (map) => map.setting(true),
  });

  return (
    <div className="draw">
      {shape !== 'point' && simple && points.length > 1 && (
        <ToggleButtonGroup
          className="yes-no"
          aria-label={say('web.form.tool')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[tool]}
          onSelectionChange={(keys) => {
            setHeld(null);
            setTool(TOOLS.find((t) => keys.has(t)) ?? 'add');
          }}
        >
          {TOOLS.filter((t) => t !== 'between' || shape !== 'points').map((t) => (
            <ToggleButton key={t} id={t} className="button">
              {say(`web.form.tool.${t}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
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
      <p className="soft hint" role="status">
        {fault
          ? say('web.map.fault')
          : say('web.form.draw-hint', { tool, held: held === null ? 'no' : 'yes' })}
      </p>
    </div>
  );
}
