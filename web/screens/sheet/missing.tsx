/** What is on record and not on the sheet: signs that were switched off, counted on its ground, and hazards without a place. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { countQuestion, totalsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Bounds } from '../../map/graticule.ts';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { notDrawn } from './not-drawn.ts';

/** `danger`: those that speak of danger, or the others. Named even before they are counted. */
export function NotDrawnLine({ bounds, danger }: { bounds: Bounds | null; danger: boolean }) {
  const language = useLanguage();
  const { say, number } = language;
  const { programme, kinds } = useHere();
  const address = useAddress();
  const missing = notDrawn(address.hidden, address.also, new Set(kinds.keys())).filter(
    (one) => one.danger === danger,
  );
  const bbox = bounds ? boxOf(bounds) : undefined;
  const asked = missing.flatMap(({ sign, counted }) => counted.map((one) => ({ sign, ...one })));
  const answers = useQueries({
    queries: asked.map(({ kind, where }) => ({
      ...countQuestion(programme.id, kind, { ...where, ...(bbox !== undefined && { bbox }) }, address),
      enabled: bbox !== undefined,
    })),
  });
  if (missing.length === 0) return null;
  const named = missing.map(({ sign }) => {
    const counts = answers.filter((_, i) => asked[i]?.sign === sign).map((a) => a.data);
    const n = counts.reduce<number>((sum, c) => sum + (c ?? Number.NaN), 0);
    return `${say(`web.legend.${sign}`)}${Number.isNaN(n) ? '' : ` (${number(n)})`}`;
  });
  const words = say('web.sheet.not-drawn', { what: language.list(named) });
  return danger ? <strong data-testid="not-drawn">{words}</strong> : <p>{words}</p>;
}

/** As the server takes it: a sheet of the whole earth reaches beyond its edges. */
function boxOf([west, south, east, north]: Bounds): string {
  return [Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)].join(',');
}

/** A map without hazards, for readers who may not know where they lie, says so: it would be read as ground that has none. */
export function HazardsKeptBack({ drawn }: { drawn: boolean }) {
  const { say } = useLanguage();
  return drawn ? null : (
    <strong data-testid="hazards-kept-back"> {say('web.sheet.hazards-kept-back')}</strong>
  );
}

/** Hazards that cannot be drawn lie somewhere: said with their number, and also when there are none. */
export function ToLocateLine() {
  const { programme } = useHere();
  const totals = useQuery(totalsQuestion(programme.id, useAddress()));
  return totals.isPending ? null : <ToLocate n={totals.data?.to_locate ?? null} />;
}

/** `n` null: not known. */
export function ToLocate({ n }: { n: number | null }) {
  const { say } = useLanguage();
  return (
    <p className="sheet-to-locate" data-testid="sheet-to-locate">
      {n === null
        ? say('web.sheet.to-locate-unknown')
        : n === 0
          ? say('web.sheet.to-locate-none')
          : say('web.sheet.to-locate', { n })}
    </p>
  );
}
