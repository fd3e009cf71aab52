/**
 * The map of a report, drawn from the tiles that are kept with it and from nothing else: the same whenever it is opened.
 * Loaded only where a report has one, since the map library comes with it.
 */
import type { SheetMap } from '@tilth/domain/products/sheet-map';
import { useEffect, useId, useMemo } from 'react';
import type { Sheet } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { forgetTiles, frozenTiles } from '../../map/frozen-tiles.ts';
import { noGraticule } from '../../map/graticule.ts';
import { light } from '../../map/palette.ts';
import type { Wish } from '../../map/style.ts';
import { LegendSigns } from '../sheet/legend-signs.tsx';
import { North, ScaleBar } from '../sheet/measures.tsx';
import { HazardsKeptBack, ToLocate } from '../sheet/missing.tsx';
import { denominatorOf, PIXELS } from '../sheet/paper.ts';
import { usePicture } from '../sheet/sheet-map.tsx';

export function IssuedMap({ sheet, map }: { sheet: Sheet; map: SheetMap }) {
  const { say, day } = useLanguage();
  const name = useId().replace(/[^a-z0-9]/gi, '');
  const nothingFound = say('web.map.nothing-found');
  const wish = useMemo(
    (): Wish => ({
      origin: window.location.origin,
      programme: sheet.programme,
      at: sheet.at,
      known: String(sheet.known),
      kinds: new Set(map.kinds),
      hidden: new Set(),
      listed: null,
      palette: light,
      chosen: null,
      centre: null,
      proposed: [],
      graticule: noGraticule,
      names: map.names,
      nothingFound,
      frozen: frozenTiles(name, map),
    }),
    [sheet.programme, sheet.at, sheet.known, map, name, nothingFound],
  );
  useEffect(() => () => forgetTiles(name), [name]);
  const { lat, lon, zoom } = map;
  const view = useMemo(() => ({ lat, lon, zoom }), [lat, lon, zoom]);
  const size = useMemo(() => [map.frame[0] / PIXELS, map.frame[1] / PIXELS] as const, [map.frame]);
  const { picture, fault, holder } = usePicture({ wish, view, size });
  return (
    <figure className="issued-map" data-theme="light">
      <figcaption>
        <strong>{say('web.products.map-title')}</strong> · {say('web.sheet.as-of', { at: day(sheet.at) })}
      </figcaption>
      <div
        className="issued-map-frame"
        dir="ltr"
        style={{ aspectRatio: `${map.frame[0]} / ${map.frame[1]}` }}
      >
        {picture && <img src={picture.url} alt={say('web.sheet.picture', { title: sheet.title })} />}
        {!picture && <p role="status">{say(fault ? 'web.sheet.fault' : 'web.map.busy')}</p>}
      </div>
      <div className="issued-map-measures">
        <ScaleBar ratio={denominatorOf(zoom, lat)} across={size[0]} />
        <North />
      </div>
      <p className="sheet-warning">
        <strong>{say('web.absence')}</strong>
        <HazardsKeptBack drawn={map.kinds.includes('hazardous-area')} />
      </p>
      <div className="sheet-legend">
        {picture && <LegendSigns signs={picture.signs} />}
        <ToLocate n={map.to_locate} />
      </div>
      <p className="soft">{say('web.products.map-kept')}</p>
      <div className="sheet-holder" ref={holder} aria-hidden="true" inert />
    </figure>
  );
}
