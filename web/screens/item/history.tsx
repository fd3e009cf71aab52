/**
 * Everything received about an item, last first: reports and decisions, each with its receipt number and instant and with
 * what it changed, before and after. From here a decision is taken back, a report corrected, and its claims are moved elsewhere.
 */
import { useQuery } from '@tanstack/react-query';
import type { Decision, Report } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import { useEffect, useState } from 'react';
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { OpenKind, Received, Ref } from '../../ask/answers.ts';
import { type Changed, changesQuestion } from '../../ask/around-item.ts';
import { useLanguage } from '../../language/language.tsx';
import { DifferenceList } from '../../record/difference-list.tsx';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { go, useAddress } from '../../use-address.ts';
import { DecisionForm } from '../decide/decision-form.tsx';
import { useHere } from '../frame/here.tsx';
import { ValueText } from './property-line.tsx';

interface Props {
  readonly view: ItemView;
  readonly entries: readonly Received[];
  readonly kind: OpenKind | undefined;
  /** whether this reader may decide, on the record as it is now */
  readonly decides: boolean;
}

export function History({ view, entries, kind, decides }: Props) {
  const { say, instant } = useLanguage();
  const address = useAddress();
  const now = address.at === null && address.known === null;
  const { programme } = useHere();
  const changes = useQuery(changesQuestion(programme.id, view.kind, view.id, address));
  const told = new Map(changes.data?.changes.map((c) => [c.number, c]));
  // whoever came by a link to a receipt is brought to it, once it stands
  useEffect(() => {
    const { hash } = window.location;
    if (hash.startsWith('#receipt-')) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, []);
  const lastFirst = entries.toSorted((a, b) => b.number - a.number);
  return (
    <section className="group" id="history" aria-labelledby="history-head">
      <h2 id="history-head">{say('web.history', { n: entries.length })}</h2>
      <ol className="history">
        {lastFirst.map(({ ref, number, instant: at, entry }) => (
          <li key={ref.digest} id={`receipt-${number}`} data-entry={entry.type}>
            <p className="history-when">
              <span>{say('web.receipt', { number })}</span> <time dateTime={at}>{instant(at)}</time>
              <Button tone="plain" onPress={() => go({ known: String(number) })}>
                {say('web.history.as-known')}
              </Button>
              {decides && entry.type === 'report' && (
                <Button tone="plain" onPress={() => go({ part: `move:${entry.id}` })}>
                  {say('web.history.move')}
                </Button>
              )}
              {entry.type === 'report' && now && <CorrectIt report={entry} view={view} decides={decides} />}
            </p>
            {entry.type === 'report' && <ReportLine report={entry} view={view} kind={kind} />}
            {entry.type === 'decision' && (
              <DecisionLine decision={entry} decides={decides} own={ref} entries={entries} />
            )}
            {entry.type === 'rule' && (
              <p>{say('web.history.rule', { key: entry.key, reason: entry.reason })}</p>
            )}
            <WhatChanged changed={told.get(number)} kind={kind} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Standings whose reports a correction replaces (domain/report/standing.ts); of the others it changes nothing. */
const corrigible: readonly (string | undefined)[] = ['live', 'pending', 'returned'];

/** To the form that begins with what the report said, for who wrote it and for reviewers. */
function CorrectIt({ report, view, decides }: { report: Report; view: ItemView; decides: boolean }) {
  const { say } = useLanguage();
  const { me, may } = useHere();
  const own = me.person !== null && report.by === me.person.id;
  const standing = view.reports.find((r) => r.id === report.id)?.standing;
  if (!may.has('report') || !(own || decides) || !corrigible.includes(standing)) return null;
  const about = report.items.find((i) => view.joined.includes(i.id))?.id;
  return (
    <Button
      tone="plain"
      onPress={() =>
        go({
          screen: 'report',
          own: { corrects: report.id, ...(about !== undefined && { about }) },
          item: null,
          itemKind: null,
        })
      }
    >
      {say('web.history.correct')}
    </Button>
  );
}

function WhatChanged({ changed, kind }: { changed: Changed | undefined; kind: OpenKind | undefined }) {
  const language = useLanguage();
  const { say, exactArea } = language;
  if (!changed) return null;
  const { properties, standing, m2, joined } = changed;
  const area = (n: number | null) => (n === null ? '–' : exactArea(n));
  const lines = [
    ...(m2.before !== m2.after
      ? [say('web.history.area', { before: area(m2.before), after: area(m2.after) })]
      : []),
    ...(standing.before !== standing.after && standing.before !== null && standing.after !== null
      ? [
          say('web.history.standing', {
            before: say(`web.standing.${standing.before}`),
            after: say(`web.standing.${standing.after}`),
          }),
        ]
      : []),
    ...(joined.before !== joined.after && joined.before > 0
      ? [say('web.history.joined', { before: joined.before, after: joined.after })]
      : []),
  ];
  if (lines.length === 0 && properties.length === 0)
    return <p className="soft history-none">{say('web.history.nothing')}</p>;
  // a first report brings everything: what it says stands under its statements
  const first = properties.every((p) => p.before === null);
  return (
    <div className="history-changed" data-testid="changed">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {first ? null : <DifferenceList differences={properties} kind={kind} most={8} />}
    </div>
  );
}

function ReportLine({ report, view, kind }: { report: Report; view: ItemView; kind: OpenKind | undefined }) {
  const language = useLanguage();
  const { say } = language;
  const standing = view.reports.find((r) => r.id === report.id)?.standing;
  const mine = report.claims.filter((c) => view.joined.includes(report.items[c.on]?.id ?? ''));
  return (
    <>
      <p>
        <strong>
          <bdi>{report.source.name}</bdi>
        </strong>{' '}
        {report.said && (
          <>
            ·{' '}
            <bdi>
              <PartyName party={report.said} />
            </bdi>{' '}
          </>
        )}
        · <bdi>{showSpan(report.when, language)}</bdi>{' '}
        {standing && standing !== 'live' && (
          <Chip tone={standing === 'pending' ? 'pending' : 'plain'}>{say(`web.report.${standing}`)}</Chip>
        )}
      </p>
      <Changes report={report} />
      <Disclosure className="disclosure">
        <Pressed slot="trigger" className="button" data-tone="plain">
          <Icon name="forward" />
          {say('web.history.claims', { n: mine.length })}
        </Pressed>
        <DisclosurePanel>
          <ul className="claims">
            {mine.map((c) => (
              <li key={`${c.property} ${JSON.stringify(c.value)}`}>
                <span className="soft">{kind?.properties[c.property]?.label ?? c.property}</span>{' '}
                <ValueText value={c.value} name={c.property} kind={kind} />
              </li>
            ))}
          </ul>
        </DisclosurePanel>
      </Disclosure>
    </>
  );
}

/** What an importer or a form changed on the way in, and why the report waits for a person. */
export function Changes({ report }: { report: Report }) {
  const { say, sayIf } = useLanguage();
  const { changes = [], waits } = report;
  if (changes.length === 0 && !waits) return null;
  const chip = <Chip tone="notice">{say('web.waits')}</Chip>;
  return (
    <ul className="changes">
      {changes.map((c) => (
        <li key={`${c.code} ${JSON.stringify(c.facts)}`}>
          {c.code === waits && <>{chip} </>}
          {sayIf(`problem.${c.code}`, c.facts) ?? c.code}
        </li>
      ))}
      {waits && !changes.some((c) => c.code === waits) && <li>{chip}</li>}
    </ul>
  );
}

interface DecisionProps {
  readonly decision: Decision;
  readonly own: Ref;
  readonly entries: readonly Received[];
  readonly decides: boolean;
}

function DecisionLine({ decision, own, entries, decides }: DecisionProps) {
  const { say } = useLanguage();
  const { me } = useHere();
  const [doing, setDoing] = useState<'undo' | 'confirm' | null>(null);
  // a void that asks for a second person stands only once one who didn't write it confirms
  const unconfirmed =
    decision.act === 'void' &&
    decision.second === true &&
    !entries.some(
      ({ entry }) => entry.type === 'decision' && entry.act === 'confirm' && entry.of.id === own.id,
    );
  // who leaves a dispute open withdraws a choice that nobody made, and says why
  const leftOpen =
    decision.act === 'withdraw' &&
    decision.after.length === 0 &&
    decision.registers.every((r) => r.startsWith('choice/'));
  const evidence = decision.act === 'void' || decision.act === 'choose' ? (decision.evidence ?? '') : '';
  return (
    <>
      <p>
        <strong>{say(leftOpen ? 'web.act.left-open' : `web.act.${decision.act}`)}</strong>
        {decision.by === me.person?.id && <> · {say('web.history.by-you')}</>}
        {decision.reason && (
          <>
            {' '}
            · <bdi>{decision.reason}</bdi>
          </>
        )}
      </p>
      {evidence !== '' && (
        <p className="soft">
          {say('web.decide.evidence')}: {evidence}
        </p>
      )}
      {unconfirmed && <p className="callout">{say('web.history.unconfirmed')}</p>}
      {decides && doing === null && (
        <div className="row">
          <Button tone="plain" onPress={() => setDoing('undo')} data-testid="take-back">
            {say('web.history.take-back')}
          </Button>
          {unconfirmed && decision.by !== me.person?.id && (
            <Button tone="plain" onPress={() => setDoing('confirm')}>
              {say('web.decide.do-confirm')}
            </Button>
          )}
        </div>
      )}
      {doing !== null && (
        <DecisionForm
          wish={doing === 'undo' ? { reverse: own.id } : { act: 'confirm', of: own }}
          what={doing}
          onDone={() => setDoing(null)}
          onCancel={() => setDoing(null)}
        />
      )}
    </>
  );
}
