/**
 * A map sheet for a field team: what the map shows, on paper. The browser prints it, or keeps it as a PDF: it knows the
 * paper, sets every script's letters with the fonts of the machine, and leaves text as text, without a library of our own.
 */

import { useQuery } from '@tanstack/react-query';
import { readGround } from '@tilth/domain/filter/ground';
import { SYSTEMS } from '@tilth/domain/geometry/coordinates';
import { placeNames } from '@tilth/domain/geometry/place-names';
import { isProblem } from '@tilth/domain/problem';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { placesQuestion, totalsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { chooseSystem, onSystem, systemChosen } from '../../map/coordinate-system.ts';
import { toGeoJson } from '../../map/geojson.ts';
import { noGraticule } from '../../map/graticule.ts';
import { light } from '../../map/palette.ts';
import { drawSketch } from '../../map/sketch.ts';
import type { Wish } from '../../map/style.ts';
import { useBase } from '../../map/use-base.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import {
  denominatorOf,
  fitting,
  type Paper,
  PIXELS,
  papers,
  scales,
  sheetOf,
  type Turn,
  turns,
  usualScale,
  zoomOf,
} from './paper.ts';
import { SheetOfPaper } from './sheet.tsx';
import { usePicture } from './sheet-map.tsx';

export function SheetScreen() {
  const { say, number } = useLanguage();
  const { programme, kinds, today } = useHere();
  const address = useAddress();
  const { own } = address;
  const paper: Paper = papers.find((p) => p === own.paper) ?? 'a4';
  const turn: Turn = turns.find((t) => t === own.turn) ?? 'landscape';
  const sheet = useMemo(() => sheetOf(paper, turn), [paper, turn]);
  const system = useSyncExternalStore(onSystem, systemChosen);
  const [title, setTitle] = useState(() => say('web.sheet.title', { programme: programme.name }));
  const [printed, setPrinted] = useState(() => new Date().toISOString());
  const { base } = useBase();

  const asked = address.map ?? fitting(programme.extent ?? [-170, -58, 170, 72], sheet.map);
  const chosen = Number(own.scale);
  const scale = scales.includes(chosen) ? chosen : usualScale(denominatorOf(asked.zoom, asked.lat));
  const { lat, lon } = asked;
  const view = useMemo(() => ({ lat, lon, zoom: zoomOf(scale, lat) }), [lat, lon, scale]);

  const places = useQuery({ ...placesQuestion(programme.id, address), enabled: kinds.has('place') });
  // the sheet says how many hazards it can't draw: not without that on paper
  const totals = useQuery(totalsQuestion(programme.id, address));
  const nothingFound = say('web.map.nothing-found');
  const wish = useMemo((): Wish => {
    const ground = address.within === null ? null : readGround(address.within);
    return {
      origin: window.location.origin,
      programme: programme.id,
      at: address.at,
      known: address.known,
      kinds: new Set(kinds.keys()),
      hidden: new Set(address.hidden),
      also: new Set(address.also),
      listed: null,
      palette: light,
      chosen: null,
      centre: null,
      proposed: [],
      graticule: noGraticule,
      names: placeNames(places.data?.rows ?? [], address.at ?? today),
      base,
      nothingFound,
      sketch: drawSketch(null, [], null, ground && !isProblem(ground) ? toGeoJson(ground) : null),
    };
  }, [
    programme.id,
    kinds,
    address.at,
    address.known,
    address.hidden,
    address.also,
    address.within,
    places.data,
    today,
    base,
    nothingFound,
  ]);
  const { picture, fault, holder } = usePicture({ wish, view, size: sheet.map });
  const set = (part: Readonly<Record<string, string>>) => go({ own: { ...own, ...part } }, { replace: true });
  const desk = useRef<HTMLDivElement>(null);
  const fit = useFit(desk, sheet.page);

  return (
    <div className="sheet-screen">
      <header className="sheet-tools">
        <div className="screen-head">
          <h1>{say('web.screen.sheet')}</h1>
          <p className="lead">{say('web.sheet.lead')}</p>
        </div>
        <div className="row">
          <TextField className="field" value={title} onChange={setTitle} maxLength={90}>
            <Label>{say('web.sheet.name')}</Label>
            <Input className="input" />
          </TextField>
          <Choice
            label={say('web.sheet.paper')}
            value={`${paper}-${turn}`}
            options={papers.flatMap((p) =>
              turns.map((t) => ({ id: `${p}-${t}`, label: `${p.toUpperCase()} ${say(`web.sheet.${t}`)}` })),
            )}
            onChange={(id) => {
              const [p = 'a4', t = 'landscape'] = id.split('-');
              set({ paper: p, turn: t });
            }}
          />
          <Choice
            label={say('web.sheet.scale')}
            value={String(scale)}
            options={scales.map((s) => ({ id: String(s), label: `\u2066 1 : ${number(s)}\u2069` }))}
            onChange={(id) => set({ scale: id })}
          />
          <Choice
            label={say('web.coords')}
            value={system}
            options={SYSTEMS.map((id) => ({ id, label: say(`web.coords.${id}`) }))}
            onChange={(id) => chooseSystem(SYSTEMS.find((s) => s === id) ?? 'decimal')}
          />
          <Button onPress={() => go({ screen: 'map', own: {} })}>{say('web.sheet.back')}</Button>
          <Button
            tone="main"
            icon="print"
            isDisabled={picture === null || totals.isPending}
            onPress={() => {
              setPrinted(new Date().toISOString());
              // the moment on the paper is drawn before the paper is
              requestAnimationFrame(() => window.print());
            }}
          >
            {say('web.print')}
          </Button>
        </div>
        {fault && (
          <p className="wrong" role="alert">
            {say('web.sheet.fault')}
          </p>
        )}
        <p className="soft" role="status">
          {picture === null && !fault ? say('web.map.busy') : ''}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it */}
      <section className="sheet-desk" ref={desk} tabIndex={0} aria-label={say('web.sheet.preview')}>
        <div className="sheet-fit" style={{ ['--fit' as string]: fit }}>
          <SheetOfPaper
            title={title}
            paper={paper}
            turn={turn}
            sheet={sheet}
            view={view}
            picture={picture}
            system={system}
            attribution={base?.attribution ?? null}
            printed={printed}
          />
        </div>
      </section>
      <div className="sheet-holder" ref={holder} aria-hidden="true" inert />
    </div>
  );
}

/** How much the sheet has to be made smaller to be seen in its width. */
function useFit(desk: React.RefObject<HTMLDivElement | null>, page: readonly [number, number]): number {
  const [fit, setFit] = useState(0.6);
  useEffect(() => {
    const place = desk.current;
    if (!place) return;
    const measure = () => setFit(Math.min(1, Math.max(0.25, (place.clientWidth - 32) / (page[0] * PIXELS))));
    const seen = new ResizeObserver(measure);
    seen.observe(place);
    measure();
    return () => seen.disconnect();
  }, [desk, page]);
  return fit;
}
