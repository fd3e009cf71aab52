/**
 * The map of the map screen outlives the screen: to make one anew takes seconds on a plain machine (context, worker, every
 * tile in sight), to come back to one is a frame. One is kept, of one programme; while it is off the page it draws nothing.
 */
import type { MapView } from '../address.ts';
import { type Drawn, drawMap, type Start, type Told } from './draw-map.ts';

interface Kept {
  /** programme, its extent and the language: what a map is made for */
  readonly of: string;
  readonly node: HTMLElement;
  readonly map: Drawn;
  readonly tell: { to: Told };
  /** receipt number that its tiles were asked for under */
  seen: number | undefined;
}

let kept: Kept | null = null;

export interface Entered {
  readonly map: Drawn;
  /** says under which receipt number the screen is; tiles that are older are asked for again */
  readonly known: (number: number | undefined) => void;
  readonly leave: () => void;
}

const silent: Told = {
  onView: () => {},
  onPointer: () => {},
  onPick: () => {},
  onBusy: () => {},
  onFault: () => {},
};

/** Puts the map kept of this into `place`, or begins one there. `view`: where the address says it looks; null: as it is begun. */
export function enterMap(
  place: HTMLElement,
  of: string,
  view: MapView | null,
  start: Start,
  told: Told,
): Entered {
  if (kept !== null && kept.of !== of) {
    kept.map.end();
    kept = null;
  }
  const here = kept ?? begin(place, of, start, told);
  if (kept === here) {
    place.append(here.node);
    here.tell.to = told;
    here.map.again(view ?? start.first, start.aside);
  }
  kept = here;
  return {
    map: here.map,
    known: (number) => {
      if (number === undefined) return;
      if (here.seen !== undefined && here.seen !== number) here.map.reload();
      here.seen = number;
    },
    leave: () => {
      here.tell.to = silent;
      here.map.setting(false);
      here.node.remove();
    },
  };
}

function begin(place: HTMLElement, of: string, start: Start, told: Told): Kept {
  const node = document.createElement('div');
  node.className = 'map-kept';
  place.append(node);
  const tell = { to: told };
  const map = drawMap(node, start, {
    onView: (...all) => tell.to.onView(...all),
    onPointer: (at) => tell.to.onPointer(at),
    onPick: (...all) => tell.to.onPick(...all),
    onRest: (...all) => tell.to.onRest?.(...all),
    onPlace: (...all) => tell.to.onPlace?.(...all),
    onDouble: () => tell.to.onDouble?.(),
    onBaseFault: () => tell.to.onBaseFault?.(),
    onBusy: (busy) => tell.to.onBusy(busy),
    onFault: (error) => tell.to.onFault(error),
  });
  return { of, node, map, tell, seen: undefined };
}
