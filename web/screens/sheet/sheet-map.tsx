/** The map of a sheet: drawn once at the resolution of paper, out of sight, and then shown as a picture that prints as it is. */
import { useEffect, useRef, useState } from 'react';
import type { MapView } from '../../address.ts';
import { useLanguage } from '../../language/language.tsx';
import { drawMap } from '../../map/draw-map.ts';
import type { Bounds } from '../../map/graticule.ts';
import type { Shown } from '../../map/signs.ts';
import type { Wish } from '../../map/style.ts';
import { PIXELS } from './paper.ts';

export interface Picture {
  readonly url: string;
  readonly signs: readonly Shown[];
  readonly bounds: Bounds;
}

/** Device pixels a pixel: 288 to the inch, or less where the sheet would be wider than a browser draws. */
const FINE = 3;
const WIDEST = 5_600;

interface Props {
  readonly wish: Wish;
  readonly view: MapView;
  /** millimetres */
  readonly size: readonly [number, number];
}

/** The picture once everything is drawn, and whether it is still being drawn. `fault`: something did not load. */
export function usePicture({ wish, view, size }: Props): {
  readonly picture: Picture | null;
  readonly fault: boolean;
  readonly holder: React.RefObject<HTMLDivElement | null>;
} {
  const { say } = useLanguage();
  const title = say('web.map');
  const holder = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [fault, setFault] = useState(false);
  const [width, height] = size.map((mm) => Math.round(mm * PIXELS));
  const { zoom, lat, lon } = view;
  useEffect(() => {
    const place = holder.current;
    if (!place || width === undefined || height === undefined) return;
    const container = document.createElement('div');
    container.style.width = `${width}px`;
    container.style.height = `${height}px`;
    place.replaceChildren(container);
    setPicture(null);
    setFault(false);
    let wanted = true;
    let made: string | null = null;
    const failed = () => wanted && setFault(true);
    let map: ReturnType<typeof drawMap> | null = null;
    try {
      map = drawMap(
        container,
        {
          title,
          first: { zoom, lat, lon },
          aside: { left: 0, right: 0 },
          wish,
          print: { pixels: Math.min(FINE, WIDEST / Math.max(width, height)) },
        },
        {
          onView: () => {},
          onPointer: () => {},
          onPick: () => {},
          onFault: failed,
          onBaseFault: failed,
          onBusy: (busy) => {
            if (busy || !wanted || !map) return;
            map.picture().then(({ image, signs, bounds }) => {
              if (!wanted) return;
              if (made !== null) URL.revokeObjectURL(made);
              made = URL.createObjectURL(image);
              setPicture({ url: made, signs, bounds });
            }, failed);
          },
        },
      );
    } catch {
      // no WebGL here: a sheet can't be drawn, and the screen says so
      failed();
    }
    return () => {
      wanted = false;
      map?.end();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [wish, zoom, lat, lon, width, height, title]);
  return { picture, fault, holder };
}
