/** The map with its controls, legend, scale, read-out and the sentence that always stands on it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
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
import type { Aside, Drawn, Picked } from './draw-map.ts';
import { boundsOf, onMapFocus, onProposed, proposedNow } from './focus.ts';
import { toGeoJson } from './geojson.ts';
import { type Bounds, graticule, noGraticule } from './graticule.ts';
import { Legend } from './legend.tsx';
import { dark, light } from './palette.ts';
import { PickList } from './pick-list.tsx';
import { placeNames } from './place-names.ts';
import { Scale } from './scale.tsx';
import type { Wish } from './style.ts';

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
  const { say, degrees } = language;
  const { programme, kinds, today } = useHere();
  const address = useAddress();
  const palette = useSyncExternalStore(onThemeChange, isDark) ? dark : light;
  const container = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const lines = useRef(noGraticule);
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState(false);
  const [busy, setBusy] = useState(true);
  const [open, setOpen] = useState(window.innerWidth >= 1200 && programme.extent !== null);
  const [view, setView] = useState<{ at: MapView; metresPerPixel: number } | null>(null);
  const [pointer, setPointer] = useState<{ lon: number; lat: number } | null>(null);
  const [picked, setPicked] = useState<{ found: readonly Picked[]; x: number; y: number } | null>(null);

  const chosenKind = address.itemKind ?? address.kind;
  const chosen = useQuery({
    ...itemQuestion(chosenKind, address.item ?? '', address),
    enabled: address.item !== null,
  });
  const geometry = address.item === null ? null : (chosen.data?.view.drawing?.geometry ?? null);
  const places = useQuery({ ...placesQuestion(programme.id, address), enabled: kinds.has('place') });
  const day = address.at ?? today;
  const names = useMemo(() => placeNames(places.data?.rows ?? [], day), [places.data, day]);
  const listed = kinds.get(address.kind)?.place === undefined ? null : address.kind;
  const proposed = useSyncExternalStore(onProposed, proposedNow);
  const totals = useQuery(totalsQuestion(programme.id, address));

  const wish = useMemo(
    (): Wish => ({
      origin: window.location.origin,
      programme: programme.id,
      at: address.at,
      known: address.known,
      kinds: new Set(kinds.keys()),
      hidden: new Set(address.hidden),
      listed,
      palette,
      chosen: geometry && toGeoJson(geometry),
      centre: geometry && centreOf(geometry),
      proposed: proposed.map(({ geometry: g, way }) => ({ geometry: toGeoJson(g), role: way })),
      graticule: lines.current,
      names,
    }),
    [
      programme.id,
      address.at,
      address.known,
      address.hidden,
      kinds,
      listed,
      palette,
      geometry,
      proposed,
      names,
    ],
  );
  const latest = useRef({ wish, language });
  latest.current = { wish, language };

  useEffect(() => {
    let wanted = true;
    let map: Drawn | null = null;
    const write = (n: number, axis: 'lat' | 'lon') =>
      latest.current.language.say(axis === 'lat' ? 'web.map.lat' : 'web.map.lon', {
        degrees: latest.current.language.number(n, 3),
      });
    const first = addressNow().map ?? programme.extent ?? world;
    import('./draw-map.ts').then(({ drawMap }) => {
      if (!wanted || !container.current) return;
      try {
        const start = {
          title: latest.current.language.say('web.map'),
          first,
          aside: asideOf(legend.current),
          wish: latest.current.wish,
        };
        map = drawMap(container.current, start, {
          onView: (at, bounds, metresPerPixel) => {
            lines.current = graticule(bounds, write);
            map?.graticule(lines.current);
            setFault(false);
            setView({ at, metresPerPixel });
            go({ map: at }, { replace: true });
          },
          onPointer: setPointer,
          onBusy: setBusy,
          onPick: (found, x, y) => {
            const [only] = found;
            setPicked(found.length > 1 ? { found, x, y } : null);
            if (only && found.length === 1) go({ item: only.id, itemKind: only.kind });
          },
          onFault: () => setFault(true),
        });
        drawn.current = map;
        setReady(true);
      } catch {
        // no WebGL: the lists beside the map hold everything that it would draw
        setFault(true);
      }
    });
    return () => {
      wanted = false;
      drawn.current = null;
      map?.end();
      setReady(false);
    };
  }, [programme.extent]);

  useEffect(() => {
    if (ready) drawn.current?.show({ ...wish, graticule: lines.current });
  }, [ready, wish]);

  // another receipt number: something arrived or was decided, so the tiles in sight may have changed
  const number = totals.data?.stamp.number;
  const drawnNumber = useRef(number);
  useEffect(() => {
    if (ready && number !== undefined && drawnNumber.current !== undefined && number !== drawnNumber.current)
      drawn.current?.reload();
    drawnNumber.current = number;
  }, [ready, number]);

  useEffect(
    () =>
      onMapFocus((g) => {
        const bounds = boundsOf(g);
        if (bounds) drawn.current?.fit(bounds, true, asideOf(legend.current));
      }),
    [],
  );

  // an item chosen elsewhere is brought into view; one that is in view already doesn't move the map
  useEffect(() => {
    const bounds = geometry && boundsOf(geometry);
    if (ready && bounds && !drawn.current?.sees(bounds))
      drawn.current?.fit(bounds, true, asideOf(legend.current));
  }, [ready, geometry]);

  const read = pointer ?? view?.at ?? null;
  return (
    // the canvas in it is the region called map
    <div className="map-pane">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the canvas inside */}
      <div
        className="map"
        ref={container}
        onKeyDown={(event) => event.key === 'Enter' && drawn.current?.pickCentre()}
      />
      <span className="crosshair" aria-hidden="true" />
      <p className="visually-hidden">{say('web.map.keys')}</p>
      <div className="map-tools">
        <Button icon="plus" label={say('web.map.in')} onPress={() => drawn.current?.zoomBy(1)} />
        <Button icon="minus" label={say('web.map.out')} onPress={() => drawn.current?.zoomBy(-1)} />
        <Button
          icon="fit"
          label={say('web.map.all')}
          onPress={() => drawn.current?.fit(programme.extent ?? world, true, asideOf(legend.current))}
        />
      </div>
      <Disclosure className="layers" ref={legend} isExpanded={open} onExpandedChange={setOpen}>
        <Pressed slot="trigger" className="button">
          <Icon name="layers" />
          {say('web.legend')}
        </Pressed>
        <DisclosurePanel>{open && <Legend palette={palette} />}</DisclosurePanel>
      </Disclosure>
      {programme.extent === null && !busy && !fault && <p className="map-empty">{say('web.map.empty')}</p>}
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
        <div className="map-measures">
          {read && (
            <output className="read-out">
              <bdi dir="ltr">
                {degrees(read.lat)}, {degrees(read.lon)}
              </bdi>{' '}
              <span className="soft">{say(pointer ? 'web.map.pointer' : 'web.map.centre')}</span>
            </output>
          )}
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
