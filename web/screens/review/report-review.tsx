/** One report beside the record it would change, with the land it adds or takes off; then the reviewer's decision. */
import { useQuery } from '@tanstack/react-query';
import type { Queued, WouldBe } from '@tilth/domain/report/queue';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ItemView } from '../../ask/answers.ts';
import { changeQuestion } from '../../ask/queue.ts';

import { useLanguage } from '../../language/language.tsx';
import { focusMapOn, propose } from '../../map/focus.ts';
import { explainSureness, showSureness } from '../../record/attribution.ts';
import { PartyName } from '../../record/linked-item.tsx';
import { filesOfReport } from '../../record/report-files.ts';
import { showSpan } from '../../record/show-value.ts';
import { titleOf, titleOfClaims } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { MadeBar } from '../decide/made-bar.tsx';
import { MergeForm } from '../decide/merge-form.tsx';
import { MoveForm } from '../decide/move-form.tsx';
import { useHere } from '../frame/here.tsx';
import { Files } from '../item/files.tsx';
import { Changes } from '../item/history.tsx';
import { Comparison } from './comparison.tsx';
import { groundOf, landOf } from './ground-of.ts';
import { useKeys } from './keys.tsx';
import { Verdicts } from './verdicts.tsx';

interface Props {
  readonly queued: Queued;
  readonly next: string | null;
  readonly previous: string | null;
}

export function ReportReview({ queued, next, previous }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists, programme } = useHere();
  const { report, number, looks, lacking, standing } = queued;
  const change = useQuery(changeQuestion(programme.id, report.id));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const [doing, setDoing] = useState<{ what: 'move' | 'merge'; on: number } | null>(null);
  const told = doing === null ? change.data : undefined;
  // the map goes to each report as it is opened; not again when its change is asked anew
  const ground = useMemo(() => groundOf(report, change.data), [report, change.data]);
  const been = useRef<string | null>(null);
  useEffect(() => {
    if (ground === null || been.current === report.id) return;
    been.current = report.id;
    focusMapOn(ground);
  }, [ground, report.id]);
  // what it speaks of, and over it what it would bring onto the map and take off it
  useEffect(() => {
    propose([
      ...landOf(report).map((geometry) => ({ geometry, way: 'proposed' as const })),
      ...(told?.items ?? []).flatMap(({ gained, lost }) => [
        ...(gained ? [{ geometry: gained.land, way: 'gained' as const }] : []),
        ...(lost ? [{ geometry: lost.land, way: 'lost' as const }] : []),
      ]),
    ]);
    return () => propose([]);
  }, [report, told]);
  const to = (id: string | null) => () => {
    if (id !== null) go({ report: id }, { replace: true });
  };
  const files = filesOfReport(report, number);
  const [first] = report.items;
  useKeys({
    j: to(next),
    k: to(previous),
    ...(first && { o: () => go({ item: first.id, itemKind: first.kind }) }),
  });
  const nameOf = (on: number): string => {
    const item = report.items[on];
    const kind = kinds.get(item?.kind ?? '');
    const view = change.data?.items[on]?.before;
    const claims = report.claims.filter((c) => c.on === on);
    const named = view
      ? titleOf(view, kind, { language, lists })
      : titleOfClaims(claims, kind, { language, lists });
    return [kind?.label ?? item?.kind, named].filter(Boolean).join(' ');
  };
  return (
    <div className="review">
      <div className="item-tools">
        <Button tone="plain" icon="back" onPress={() => go({ report: null })}>
          {say('web.review.back')}
        </Button>
        <span className="review-steps">
          <Button
            tone="plain"
            icon="up"
            label={say('web.review.previous')}
            isDisabled={previous === null}
            onPress={to(previous)}
          />
          <Button
            tone="plain"
            icon="down"
            label={say('web.review.next')}
            isDisabled={next === null}
            onPress={to(next)}
          />
        </span>
      </div>
      <MadeBar />
      <header className="item-head">
        <p className="soft">
          {say('web.receipt', { number })} ·{' '}
          {report.form === 'article'
            ? say('web.review.article')
            : (kinds.get(report.form)?.label ?? report.form)}
          {queued.step !== null && queued.under.length > 0 && (
            <> · {say('web.review.step', { step: queued.step })}</>
          )}
          {standing !== 'pending' && (
            <>
              {' '}
              <Chip tone="notice">{say(`web.report.${standing}`)}</Chip>
            </>
          )}
        </p>
        <h1 tabIndex={-1} ref={title}>
          {report.source.name}
        </h1>
        <p>
          {report.said && (
            <>
              <bdi>
                <PartyName party={report.said} />
              </bdi>{' '}
              ·{' '}
            </>
          )}
          <bdi>{showSpan(report.when, language)}</bdi>{' '}
          <span title={explainSureness(report.sure, language)}>{showSureness(report.sure)}</span>
        </p>
        {looks.includes('land-off') && <p className="callout">{say('web.review.release-hint')}</p>}
        {looks.includes('lowers') && <p className="callout">{say('web.review.lowers-hint')}</p>}
        {lacking && <p className="callout">{say('web.review.lacking-hint')}</p>}
        <Changes report={report} />
      </header>
      {change.error ? (
        <Trouble error={change.error} retry={() => change.refetch()} />
      ) : (
        report.items.map((item, on) => (
          <section key={item.id} className="group">
            <h2>
              <bdi>{nameOf(on)}</bdi>{' '}
              {change.data && change.data.items[on]?.before === null ? (
                <Chip>{say('web.review.new')}</Chip>
              ) : (
                <Button tone="plain" onPress={() => go({ item: item.id, itemKind: item.kind })}>
                  {say('web.disputes.open')}
                </Button>
              )}
            </h2>
            {change.data ? (
              <>
                <LandChange change={change.data.items[on]} />
                <Comparison
                  claims={report.claims.filter((c) => c.on === on)}
                  kindName={item.kind}
                  before={change.data.items[on]?.before ?? null}
                  after={change.data.items[on]?.after ?? null}
                />
                {doing?.on === on ? (
                  <Elsewhere
                    queued={queued}
                    on={on}
                    what={doing.what}
                    view={change.data.items[on]?.after ?? change.data.items[on]?.before ?? null}
                    close={() => setDoing(null)}
                  />
                ) : (
                  <div className="row">
                    <Button onPress={() => setDoing({ what: 'move', on })} data-testid="review-move">
                      {say('web.review.move')}
                    </Button>
                    <Button onPress={() => setDoing({ what: 'merge', on })} data-testid="review-merge">
                      {say('web.item.do-merge')}
                    </Button>
                  </div>
                )}
              </>
            ) : (
              <Waiting />
            )}
          </section>
        ))
      )}
      {files.length > 0 && <Files files={files} />}
      <Verdicts queued={queued} seen={change.data?.seen ?? null} next={next} />
    </div>
  );
}

/** The land a report speaks of. */
/** The report speaks of another record than it was filed under, or its record is one with another. */
function Elsewhere({
  queued,
  on,
  what,
  view,
  close,
}: {
  queued: Queued;
  on: number;
  what: 'move' | 'merge';
  view: ItemView | null;
  close: () => void;
}) {
  const { report, ref, number } = queued;
  const item = report.items[on];
  if (!item) return null;
  const kind = view?.kind ?? item.kind;
  const joined = view?.joined ?? [item.id];
  if (what === 'merge')
    return (
      <MergeForm kind={kind} item={view?.id ?? item.id} joined={joined} onDone={close} onCancel={close} />
    );
  const claims = report.claims.flatMap((c, n) => (c.on === on ? [n] : []));
  return (
    <MoveForm
      kind={kind}
      joined={joined}
      reports={[{ ref, number, report, claims }]}
      first={report.id}
      onDone={close}
      onCancel={close}
    />
  );
}

/** The land that approving adds to the map and takes off it; each can be shown there. */
function LandChange({ change }: { change: WouldBe['items'][number] | undefined }) {
  const { say } = useLanguage();
  if (!change || (change.gained === null && change.lost === null)) return null;
  return (
    <p className="land-change">
      {(['gained', 'lost'] as const).map((way) => {
        const part = change[way];
        if (part === null) return null;
        return (
          <span key={way} data-way={way} className="land-line">
            <span className="land-sign" data-way={way} aria-hidden="true" />
            {say(`web.review.${way}`, { m2: Math.round(part.m2) })}{' '}
            <Button tone="plain" onPress={() => focusMapOn(part.land)}>
              {say('web.review.on-map')}
            </Button>
          </span>
        );
      })}
    </p>
  );
}
