/** One sheet of paper with the map, what is drawn on it, and what must be known to read it. */
import { useQuery } from '@tanstack/react-query';
import type { System } from '@tilth/domain/geometry/coordinates';
import { isPlacedFor } from '@tilth/domain/record/drawn';
import type { MapView } from '../../address.ts';
import { stampQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { writePosition } from '../../map/coordinate-system.ts';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Frame } from './frame.tsx';
import { LegendSigns } from './legend-signs.tsx';
import { North, ScaleBar } from './measures.tsx';
import { HazardsKeptBack, NotDrawnLine, ToLocateLine } from './missing.tsx';
import { denominatorOf, type Paper, type Sheet, type Turn } from './paper.ts';
import type { Picture } from './sheet-map.tsx';
import { gridOf } from './ticks.ts';

interface Props {
  readonly title: string;
  readonly paper: Paper;
  readonly turn: Turn;
  readonly sheet: Sheet;
  readonly view: MapView;
  readonly picture: Picture | null;
  readonly system: System;
  readonly attribution: string | null;
  /** when it is printed, an instant */
  readonly printed: string;
}

/** Signs that a legend holds at its usual size. */
const MANY = 13;

export function SheetOfPaper({
  title,
  paper,
  turn,
  sheet,
  view,
  picture,
  system,
  attribution,
  printed,
}: Props) {
  const { say, number, instant, day } = useLanguage();
  const { programme, me, today, kinds } = useHere();
  const hazard = kinds.get('hazardous-area');
  const address = useAddress();
  const stamp = useQuery(stampQuestion(programme.id, address)).data;
  const grid = picture && gridOf(picture.bounds, system);
  const ratio = denominatorOf(view.zoom, view.lat);
  const known = address.known;
  // switched off, units are still the ground that the rest is drawn on
  const signs = picture?.signs.filter(({ id }) => id !== 'place' || !address.hidden.includes(id)) ?? [];
  return (
    <article className="sheet" data-paper={`${paper}-${turn}`} data-theme="light" aria-label={title}>
      <header className="sheet-head">
        <div>
          <h2>{title}</h2>
          <p>
            {programme.name} · {say('web.sheet.as-of', { at: day(address.at ?? today) })}
          </p>
        </div>
        {programme.invented && <p className="sheet-invented">{say('web.invented')}</p>}
      </header>
      <div
        className="sheet-map"
        dir="ltr"
        style={{ inlineSize: `${sheet.map[0] + 12}mm`, blockSize: `${sheet.map[1] + 12}mm` }}
      >
        {!picture && <p className="sheet-drawing">{say('web.map.busy')}</p>}
        {picture && <img src={picture.url} alt={say('web.sheet.picture', { title })} />}
        {grid && <Frame grid={grid} size={sheet.map} />}
      </div>
      <div className="sheet-aside">
        <p className="sheet-warning">
          <strong>{say('web.absence')}</strong> <NotDrawnLine bounds={picture?.bounds ?? null} danger />
          <HazardsKeptBack drawn={hazard !== undefined && isPlacedFor(hazard, hazard.level)} />
        </p>
        <div className="sheet-measures">
          <ScaleBar ratio={ratio} />
          <div className="sheet-ratio">
            <strong dir="ltr">1 : {number(Math.round(ratio))}</strong>{' '}
            <small>{say('web.sheet.at-full-size', { paper: paper.toUpperCase() })}</small>
          </div>
          <North />
        </div>
        <section
          className="sheet-legend"
          data-many={signs.length + address.hidden.length > MANY || undefined}
        >
          <h3>{say('web.sheet.legend')}</h3>
          <LegendSigns signs={signs} />
          <NotDrawnLine bounds={picture?.bounds ?? null} danger={false} />
          <ToLocateLine />
        </section>
        <footer className="sheet-foot">
          <p>
            {known === null
              ? say('web.sheet.known-all')
              : say('web.sheet.known', {
                  known: /^\d+$/.test(known) ? number(Number(known)) : instant(known),
                })}
          </p>
          <StampLine stamp={stamp} />
          <p>
            {grid?.zone != null
              ? say('web.sheet.grid-utm', { zone: grid.zone })
              : say('web.sheet.grid-degrees')}{' '}
            {say('web.sheet.middle', { at: writePosition([view.lon, view.lat], system) ?? '–' })}
          </p>
          <p>
            {say('web.sheet.printed', {
              // a name or a date keeps its own direction in any sentence
              who: `\u2068${me.person?.name || say('web.sheet.nobody')}\u2069`,
              when: `\u2068${instant(printed)}\u2069`,
            })}
          </p>
          {attribution !== null && <p dir="auto">{say('web.sheet.basemap', { attribution })}</p>}
        </footer>
      </div>
    </article>
  );
}
