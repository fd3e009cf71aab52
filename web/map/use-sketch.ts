/** What is being measured or selected: the tool, its points, and how they are drawn on the map as the pointer moves. */
import { type Ground, readGround, writeBox, writeRing } from '@tilth/domain/filter/ground';
import { isProblem, type Problem } from '@tilth/domain/problem';
import type { Position } from '@tilth/domain/report/entry';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { go } from '../use-address.ts';
import type { Drawn } from './draw-map.ts';
import { toGeoJson } from './geojson.ts';
import { onPointer, pointerNow } from './pointer.ts';
import { cornersOf, drawSketch, isWhole, type Tool, withPoint } from './sketch.ts';

export interface Sketch {
  readonly tool: Tool | null;
  readonly points: readonly Position[];
  /** the ground a list is narrowed to; null: none, or what stands in the address can't be read */
  readonly ground: Ground | null;
  /** why what was drawn is no ground */
  readonly wrong: Problem | null;
  readonly begin: (tool: Tool) => void;
  readonly add: (at: Position) => void;
  readonly undo: () => void;
  /** a selection goes into the address; a measure stays until it is closed */
  readonly finish: () => void;
  readonly close: () => void;
  /** as drawn now, for a style that is made anew */
  readonly drawnNow: () => GeoJSON.FeatureCollection;
}

export function useSketch(
  drawn: { readonly current: Drawn | null },
  ready: boolean,
  within: string | null,
  metresPerPixel: number,
): Sketch {
  const [tool, setTool] = useState<Tool | null>(null);
  const [points, setPoints] = useState<readonly Position[]>([]);
  const [ended, setEnded] = useState(false);
  const [wrong, setWrong] = useState<Problem | null>(null);
  const ground = useMemo(() => {
    const read = within === null ? null : readGround(within);
    return read === null || isProblem(read) ? null : read;
  }, [within]);
  const state = useRef({ tool, points, ground, ended });
  state.current = { tool, points, ground, ended };

  const drawnNow = useCallback(() => {
    const now = state.current;
    const shown = now.ground && now.tool !== 'box' && now.tool !== 'polygon' ? toGeoJson(now.ground) : null;
    return drawSketch(now.tool, now.points, now.ended ? null : pointerNow(), shown);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when what it draws has changed
  useEffect(() => {
    if (!ready) return;
    const draw = () => drawn.current?.sketch(drawnNow());
    draw();
    // only while a leg is open does anything follow the pointer
    return tool !== null && !ended && points.length > 0 ? onPointer(draw) : undefined;
  }, [ready, tool, points, ended, ground, drawn, drawnNow]);
  useEffect(() => {
    if (ready) drawn.current?.setting(tool !== null && !ended);
  }, [ready, tool, ended, drawn]);

  const close = () => {
    setTool(null);
    setPoints([]);
    setEnded(false);
    setWrong(null);
  };
  const select = (how: Tool, all: readonly Position[]) => {
    const corners = cornersOf(how, all);
    const [sw, , ne] = corners;
    const text = how === 'box' && sw && ne ? writeBox([sw[0], sw[1], ne[0], ne[1]]) : writeRing(corners);
    const read = readGround(text);
    if (isProblem(read)) return setWrong(read);
    close();
    go({ within: text });
  };
  const finish = () => {
    if (tool === null || !isWhole(tool, points)) return;
    if (tool === 'box' || tool === 'polygon') select(tool, points);
    else setEnded(true);
  };
  return {
    tool,
    points,
    ground,
    wrong,
    drawnNow,
    close,
    finish,
    begin: (next) => {
      close();
      setTool(next);
    },
    add: (at) => {
      if (tool === null || ended) return;
      setWrong(null);
      const next = withPoint(tool, points, at, 3 * metresPerPixel);
      if (tool === 'box' && next.length === 2) select(tool, next);
      else setPoints(next);
    },
    undo: () => {
      setWrong(null);
      setEnded(false);
      setPoints(points.slice(0, -1));
    },
  };
}
