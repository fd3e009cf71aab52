/** The lifetimes claimed, each by its speaker, as bands on a line of time; the limit of the law beside them; the same as a table. */
import * as Plot from '@observablehq/plot';
import {
  type LifetimeClaim,
  lifetimeClaims,
  type ShareClaim,
  shareClaims,
} from '@tilth/domain/claimed-lifetime/claims';
import { ceilingApplies, legalCeiling } from '@tilth/domain/claimed-lifetime/legal-ceiling';
import type { Subject } from '@tilth/domain/claimed-lifetime/subjects';
import type { Saying, SpokenItem } from '@tilth/domain/report/sayings';
import { useCallback, useId, useMemo } from 'react';
import { useLinkNames } from '../../ask/link-names.ts';
import { type Language, useLanguage } from '../../language/language.tsx';
import { explainSureness, showSureness } from '../../record/attribution.ts';
import { speakerName } from '../../record/sayings.ts';
import { showPeriod, showSpan } from '../../record/show-value.ts';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { turned } from '../../ui/turned.ts';
import { categoryOf } from './category.ts';
import { Treat } from './treat.tsx';

const HOUR = 1;
const DAY = 24;
const ticks = [HOUR, 4 * HOUR, DAY, 7 * DAY, 14 * DAY, 30 * DAY, 120 * DAY, 365 * DAY];
const END = 500 * DAY;
/** Those that are written on a narrow drawing. */
const named = [4 * HOUR, DAY, 14 * DAY, 120 * DAY];

/** Names of the speakers who are known by an organisation on record alone. */
export function useSpeakers(sayings: readonly Saying[]): (saying: Saying) => string {
  const ids = sayings.flatMap((s) => [s.said?.item, s.published?.item].filter((id) => id !== undefined));
  const key = [...new Set(ids)].join();
  const wanted = useMemo(() => (key === '' ? [] : [{ to: ['organisation'], ids: key.split(',') }]), [key]);
  const names = useLinkNames(wanted);
  const hidden = useLanguage().say('web.speaker.person-hidden');
  return useCallback((saying: Saying) => speakerName(saying, (id) => names.get(id), hidden), [names, hidden]);
}

interface Props {
  readonly subject: Subject;
  readonly item: SpokenItem;
  /** a figure counted out of a number of items is on record */
  readonly tested: boolean;
}

export function ClaimsCard({ subject, item, tested }: Props) {
  const language = useLanguage();
  const { say, direction } = language;
  const head = useId();
  const times = useMemo(() => lifetimeClaims(subject.sayings), [subject]);
  const shares = useMemo(() => shareClaims(subject.sayings), [subject]);
  const speaker = useSpeakers(subject.sayings);
  const ceiling = ceilingApplies(categoryOf(item));
  const bands = useMemo(
    () =>
      times.map((t) => ({
        name: `${speaker(t.saying)} · ${say(`web.lifetimes.event.${t.event}`)}`,
        from: Math.log(Math.max(HOUR, t.from)),
        to: Math.log(t.to === null ? END : Math.min(END, Math.max(t.to, HOUR * 1.15))),
        open: t.to === null,
      })),
    [times, speaker, say],
  );
  const limits = useMemo(
    () =>
      ceiling === 'no'
        ? []
        : [legalCeiling.selfDestruct.byDay, legalCeiling.together.byDay].map((day) => ({
            at: Math.log(day * DAY),
          })),
    [ceiling],
  );
  const rtl = direction === 'rtl';
  const draw = useCallback(
    (width: number) =>
      Plot.plot({
        width,
        height: 46 + bands.length * 46,
        marginLeft: 14,
        marginRight: 14,
        marginTop: 8,
        style: { background: 'none', fontFamily: 'inherit', fontSize: '12px', color: 'currentColor' },
        // hours by their logarithm: an axis of its own would leave most of these ticks without a word
        x: { domain: [0, Math.log(END)], reverse: rtl, label: null },
        y: { type: 'band', domain: bands.map((_, i) => i), axis: null, paddingInner: 0.1 },
        marks: [
          Plot.ruleX(ticks, { x: Math.log, stroke: 'var(--line)' }),
          Plot.axisX({
            ticks: (width < 560 ? ticks.filter((t) => named.includes(t)) : ticks).map(Math.log),
            tickFormat: (log: number) => turned(showPeriod(Math.round(Math.exp(log)), language), rtl),
            label: null,
          }),
          Plot.ruleX(limits, { x: 'at', stroke: 'var(--ink)', strokeDasharray: '5 3', strokeWidth: 1.5 }),
          Plot.barX(bands, {
            y: (_, i) => i,
            x1: 'from',
            x2: 'to',
            fill: 'var(--series-1)',
            fillOpacity: (b) => (b.open ? 0.35 : 0.9),
            insetTop: 24,
            insetBottom: 8,
          }),
          Plot.text(bands, {
            y: (_, i) => i,
            x: 0,
            text: (b) => turned(shortened(b.name, Math.floor(width / 6.4)), rtl),
            textAnchor: rtl ? 'end' : 'start',
            dy: -10,
            dx: rtl ? -2 : 2,
            stroke: 'var(--raised)',
            strokeWidth: 4,
            fill: 'var(--ink)',
          }),
        ],
      }),
    [bands, limits, rtl, language],
  );
  return (
    <section className="chart-card wide-card" aria-labelledby={head}>
      <div className="row card-head">
        <h2 id={head}>{say('web.lifetimes.claimed')}</h2>
        <PlaceLink to={{ screen: 'item', own: {}, item: item.id, itemKind: item.kind }}>
          {say('web.saying.record')}
        </PlaceLink>
      </div>
      <Treat />
      {bands.length > 0 && (
        <>
          <PlotFigure sentence={say('web.lifetimes.bands', { n: bands.length })} draw={draw} />
          <p className="soft chart-note">
            {say(ceiling === 'no' ? 'web.lifetimes.no-ceiling' : 'web.lifetimes.lines')}
          </p>
        </>
      )}
      <ul className="claim-sentences">
        {times.map((t) => (
          <li key={`${t.saying.claim.report} ${t.saying.claim.n}`}>
            <p>
              {say('web.lifetimes.says', {
                who: speaker(t.saying),
                event: t.event.replace('-', '_'),
                bound: boundOf(t),
                from: showPeriod(t.from, language),
                to: t.to === null ? '' : showPeriod(t.to, language),
              })}
            </p>
            <Where saying={t.saying} tested={tested} />
          </li>
        ))}
        {shares.map((s) => (
          <li key={`${s.saying.claim.report} ${s.saying.claim.n}`}>
            <p>{say('web.lifetimes.share-says', { who: speaker(s.saying), share: shareIn(s, language) })}</p>
            <Where saying={s.saying} tested={tested} />
          </li>
        ))}
      </ul>
      {ceiling !== 'no' && (
        <p className="callout">
          {say(ceiling === 'yes' ? 'web.lifetimes.ceiling' : 'web.lifetimes.ceiling-may')}
        </p>
      )}
    </section>
  );
}

const shortened = (text: string, letters: number) =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

function boundOf({ from, to }: LifetimeClaim): string {
  if (to === null) return 'open';
  if (from === 0) return 'within';
  return from === to ? 'exact' : 'between';
}

/** As typed where it was typed; else as per cent. */
function shareIn({ saying, low, high }: ShareClaim, { say, number }: Language): string {
  const typed = saying.value.type === 'number' ? saying.value.typed : undefined;
  if (typed) return typed;
  const percent = (n: number) => number(n * 100, 6);
  return low === high
    ? say('web.lifetimes.percent', { n: percent(high) })
    : say('web.lifetimes.percents', { from: percent(low), to: percent(high) });
}

/** As it was worded, whether a count is on record, when it was said, how sure. */
function Where({ saying, tested }: { saying: Saying; tested: boolean }) {
  const language = useLanguage();
  const { say } = language;
  const typed = saying.value.type === 'number' ? saying.value.typed : undefined;
  return (
    <p className="soft claim-where">
      {typed && (
        <span>
          <bdi>
            <q>{typed}</q>
          </bdi>
        </span>
      )}
      {!tested && <span>{say('web.lifetimes.untested')}</span>}
      <span>{showSpan(saying.when, language)}</span>
      {saying.place === 'earlier' && <Chip>{say('web.saying.earlier')}</Chip>}
      {saying.state === 'disputed' && saying.place !== 'earlier' && (
        <Chip tone="disputed">{say('web.state.disputed')}</Chip>
      )}
      <bdi title={explainSureness(saying.sure, language)}>{showSureness(saying.sure)}</bdi>
    </p>
  );
}
