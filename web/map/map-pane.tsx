/** The map with its controls, legend, scale, read-out and the sentence that always stands on it. */
import { useQuery } from '@tanstack/react-query';
import { placeNames } from '@tilth/domain/geometry/place-names';
import type { Position } from '@tilth/domain/report/entry';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { MapView } from '../address.ts';
import type { Geometry } from '../ask/answers.ts';
import { itemQuestion, placesQuestion, totalsQuestion } from '../ask/questions.ts';
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { isDark, onThemeChange } from '../ui/theme.ts';
import { addressNow, go, useAddress } from '../use-address.ts';
import { onSystem, systemChosen, writePosition } from './coordinate-system.ts';
import type { Aside, Drawn, Picked } from './draw-map.ts';
import { boundsOf, onMapFocus, onProposed, proposedNow } from './focus.ts';
import { toGeoJson } from './geojson.ts';
import { type Bounds, graticule, noGraticule } from './graticule.ts';
import { HoverTip, type Rested } from './hover-tip.tsx';
import { InsidePanel } from './inside-panel.tsx';
import type { Entered } from './kept-map.ts';
import { Legend } from './legend.tsx';
import { MapTools } from './map-tools.tsx';
import { dark, light } from './palette.ts';
import { PickList } from './pick-list.tsx';
import { PinNote } from './pin-note.tsx';
import { PlaceCard } from './place-card.tsx';
import { pointerMoved } from './pointer.ts';
import { ReadOut } from './read-out.tsx';
import { Scale } from './scale.tsx';
import { SketchPanel } from './sketch-panel.tsx';
import type { Wish } from './style.ts';
import { useBase } from './use-base.ts';
import { useSketch } from './use-sketch.ts';

const world: Bounds = [-170, -58, 170, 72];

/** How much of the map an open legend hides, and on which side; a folded one counts for nothing. */
function asideOf(legend: HTMLElement | null): Aside {
  const panel = legend?.querySelector<HTMLElement>('.legend');
  const map = legend?.closest('.map-pane')?.clientWidth ?? 0;
  const width = panel?.offsetWidth ?? 0;
  if (width === 0 || width > map / 2) return { left: 0, right: 0 };
  const right = document.documentElement.dir === 'rtl';
  return { left: right ? 0 : width, right: right ? width : 0 };
}

function centreOf(geometry: Geometry): [number, number] | null {
  const bounds = boundsOf(geometry);
  return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}

export function MapPane() {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds, today } = useHere();
  const address = useAddress();
  const palette = useSyncExternalStore(onThemeChange, isDark) ? dark : light;
  const container = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const kept = useRef<Entered | null>(null);
  const lines = useRef(noGraticule);
  const seen = useRef<Bounds | null>(null);
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState(false);
  const [busy, setBusy] = useState(true);
  const [open, setOpen] = useState(window.innerWidth >= 1200 && programme.extent !== null);
  const [view, setView] = useState<{ at: MapView; metresPerPixel: number } | null>(null);
  const [picked, setPicked] = useState<{ found: readonly Picked[]; x: number; y: number } | null>(null);
  const [rested, setRested] = useState<Rested | null>(null);
  const [placed, setPlaced] = useState<{ at: Position; x: number; y: number } | null>(null);
  const use = useBase();
  const sketch = useSketch(drawn, ready, address.within, view?.metresPerPixel ?? 0);

  const chosenKind = address.itemKind ?? address.kind;
  const chosen = useQuery({
    ...itemQuestion(programme.id, chosenKind, address.item ?? '', address),
    enabled: address.item !== null,
  });
  const geometry = address.item === null ? null : (chosen.data?.view.drawing?.geometry ?? null);
  const places = useQuery({ ...placesQuestion(programme.id, address), enabled: kinds.has('place') });
  const day = address.at ?? today;
  const names = useMemo(() => placeNames(places.data?.rows ?? [], day), [places.data, day]);
  const listed = kinds.get(address.kind)?.place === undefined ? null : address.kind;
  const proposed = useSyncExternalStore(onProposed, proposedNow);
  const totals = useQuery(totalsQuestion(programme.id, address));

  const { drawnNow } = sketch;
  const system = useSyncExternalStore(onSystem, systemChosen);
  const { pin } = address;
  const wish = useMemo(
    (): Wish => ({
      origin: window.location.origin,
      programme: programme.id,
      at: address.at,
      known: address.known,
      kinds: new Set(kinds.keys()),
      hidden: new Set(address.hidden),
      also: new Set(address.also),
      base: use.base,
      sketch: drawnNow(),
      nothingFound: say('web.map.nothing-found'),
      listed,
      palette,
      chosen: geometry && toGeoJson(geometry),
      centre: geometry && centreOf(geometry),
      proposed: proposed.map(({ geometry: g, way }) => ({ geometry: toGeoJson(g), role: way })),
      pin: pin && {
        at: [pin.lon, pin.lat],
        label: writePosition([pin.lon, pin.lat], system) ?? '',
      },
      graticule: lines.current,
      names,
    }),
    [
      programme.id,
      address.at,
      address.known,
      address.hidden,
      address.also,
      use.base,
      drawnNow,
      say,
      kinds,
      listed,
      palette,
      geometry,
      proposed,
      pin,
      system,
      names,
    ],
  );
  const latest = useRef({ wish, language, sketch, baseFailed: use.failed });
  latest.current = { wish, language, sketch, baseFailed: use.failed };

  useEffect(() => {
    let wanted = true;
    let entered: Entered | null = null;
    const { map: view } = addressNow();
    const title = latest.current.language.say('web.map');
    const of = JSON.stringify([programme.id, programme.extent, title]);
    import('./kept-map.ts').then(({ enterMap }) => {
      if (!wanted || !container.current) return;
      try {
        const start = {
          title,
          first: view ?? programme.extent ?? world,
          aside: asideOf(legend.current),
          wish: latest.current.wish,
        };
        const here = enterMap(container.current, of, view, start, {
          onView: (at, bounds, metresPerPixel) => {
            seen.current = bounds;
            lines.current = graticule(bounds, systemChosen());
            drawn.current?.graticule(lines.current);
            setFault(false);
            setView({ at, metresPerPixel });
            go({ map: at }, { replace: true });
          },
          onPointer: (at) => pointerMoved(at && [at.lon, at.lat]),
          onRest: (found, x, y) => setRested(found && { found, x, y }),
          onPlace: ({ lon, lat }, x, y) => setPlaced({ at: [lon, lat], x, y }),
          onDouble: () => latest.current.sketch.finish(),
          onBaseFault: () => latest.current.baseFailed(),
          onBusy: setBusy,
          onPick: (found, x, y, at) => {
            setPlaced(null);
            if (latest.current.sketch.tool !== null) return latest.current.sketch.add([at.lon, at.lat]);
            const [only] = found;
            setPicked(found.length > 1 ? { found, x, y } : null);
            if (only && found.length === 1) go({ item: only.id, itemKind: only.kind });
          },
          onFault: () => setFault(true),
        });
        entered = here;
        drawn.current = here.map;
        kept.current = here;
        setReady(true);
      } catch {
        // no WebGL: the lists beside the map hold everything that it would draw
        setFault(true);
      }
    });
    return () => {
      wanted = false;
      drawn.current = null;
      kept.current = null;
      entered?.leave();
      setReady(false);
    };
  }, [programme.id, programme.extent]);

  useEffect(() => {
    if (ready) drawn.current?.show({ ...wish, graticule: lines.current });
  }, [ready, wish]);

  // another receipt number: something arrived or was decided, so the tiles in sight may have changed
  const number = totals.data?.stamp.number;
  useEffect(() => {
    if (ready) kept.current?.known(number);
  }, [ready, number]);

  useEffect(() => {
    if (!ready) return;
    return onMapFocus((g) => {
      const bounds = boundsOf(g);
      if (bounds) drawn.current?.fit(bounds, true, asideOf(legend.current));
    });
  }, [ready]);

  // an item chosen elsewhere is brought into view; one that is in view already doesn't move the map
  useEffect(() => {
    const bounds = geometry && boundsOf(geometry);
    if (ready && bounds && !drawn.current?.sees(bounds))
      drawn.current?.fit(bounds, true, asideOf(legend.current));
  }, [ready, geometry]);

  useEffect(() => {
    if (!ready || seen.current === null) return;
    lines.current = graticule(seen.current, system);
    drawn.current?.graticule(lines.current);
  }, [ready, system]);

  const { ground, tool } = sketch;
  // a panel beside the legend would leave little of the map between them
  const working = ground !== null || tool !== null;
  useEffect(() => {
    if (working && (container.current?.clientWidth ?? 0) < 1000) setOpen(false);
  }, [working]);
  // ground that a list is narrowed to is brought into view
  useEffect(() => {
    const bounds = ground && boundsOf(ground);
    if (ready && bounds && !drawn.current?.sees(bounds))
      drawn.current?.fit(bounds, true, asideOf(legend.current));
  }, [ready, ground]);

  const keys = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLCanvasElement)) return;
    if (event.key === 'Enter') drawn.current?.pickCentre();
    else if (event.key === 'c' && !event.ctrlKey && !event.metaKey) drawn.current?.placeCentre();
    else if (event.key === 'Backspace' && sketch.tool !== null) sketch.undo();
    else if (event.key === 'Escape' && sketch.tool !== null) sketch.close();
  };
  return (
    // the canvas in it is the region called map
    <div className="map-pane">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the canvas inside */}
      <div
        className="map"
        ref={container}
        onKeyDown={keys}
        data-setting={sketch.tool !== null || undefined}
      />
      <span className="crosshair" aria-hidden="true" />
      <p className="visually-hidden">{say('web.map.keys')}</p>
      <MapTools
        zoomBy={(step) => drawn.current?.zoomBy(step)}
        fit={() => drawn.current?.fit(programme.extent ?? world, true, asideOf(legend.current))}
        begin={sketch.begin}
        use={use}
      />
      <Disclosure className="layers" ref={legend} isExpanded={open} onExpandedChange={setOpen}>
        <Pressed slot="trigger" className="button">
          <Icon name="layers" />
          {say('web.legend')}
        </Pressed>
        <DisclosurePanel>{open && <Legend palette={palette} />}</DisclosurePanel>
      </Disclosure>
      {programme.extent === null && !busy && !fault && <p className="map-empty">{say('web.map.empty')}</p>}
      {sketch.tool !== null ? (
        <SketchPanel sketch={sketch} />
      ) : (
        address.within !== null &&
        sketch.ground && <InsidePanel within={address.within} ground={sketch.ground} />
      )}
      <HoverTip rested={sketch.tool === null && !picked && !placed ? rested : null} />
      {placed && <PlaceCard {...placed} close={() => setPlaced(null)} />}
      {picked && <PickList {...picked} close={() => setPicked(null)} />}
      {fault && (
        <div className="map-fault" role="alert">
          <p>{say(ready ? 'web.map.tiles-fault' : 'web.map.fault')}</p>
          {ready && (
            <Button
              onPress={() => {
                setFault(false);
                drawn.current?.reload();
              }}
            >
              {say('web.again')}
            </Button>
          )}
        </div>
      )}
      <div className="map-foot">
        <p className="standing-sentence">{say('web.absence')}</p>
        {busy && !fault && (
          <p className="map-busy" role="status">
            {say('web.map.busy')}
          </p>
        )}
        {use.base && (
          <p className="map-attribution" dir="auto">
            {use.base.attribution}
          </p>
        )}
        {use.fault && (
          <p className="map-note" role="status">
            {say('web.base.fault')}
          </p>
        )}
        {pin && <PinNote pin={pin} />}
        <div className="map-measures">
          {view && <ReadOut centre={[view.at.lon, view.at.lat]} />}
          {view && <Scale metresPerPixel={view.metresPerPixel} />}
          <span className="north" title={say('web.map.north')}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M12 3l5 17-5-4-5 4Z" />
            </svg>
            {say('web.map.n')}
          </span>
        </div>
      </div>
    </div>
  );
}
