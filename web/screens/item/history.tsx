/** Everything received about an item, last first: reports and decisions, each with its receipt number and instant. */
import type { Decision, Report } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { OpenKind, Received } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { go } from '../../use-address.ts';
import { ValueText } from './property-line.tsx';

interface Props {
  readonly view: ItemView;
  readonly entries: readonly Received[];
  readonly kind: OpenKind | undefined;
}

export function History({ view, entries, kind }: Props) {
  const { say, instant } = useLanguage();
  const lastFirst = entries.toSorted((a, b) => b.number - a.number);
  return (
    <section className="group" aria-labelledby="history">
      <h2 id="history">{say('web.history', { n: entries.length })}</h2>
      <ol className="history">
        {lastFirst.map(({ ref, number, instant: at, entry }) => (
          <li key={ref.digest} id={`receipt-${number}`} data-entry={entry.type}>
            <p className="history-when">
              <span>{say('web.receipt', { number })}</span> <time dateTime={at}>{instant(at)}</time>
              <Button tone="plain" onPress={() => go({ known: String(number) })}>
                {say('web.history.as-known')}
              </Button>
            </p>
            {entry.type === 'report' && <ReportLine report={entry} view={view} kind={kind} />}
            {entry.type === 'decision' && <DecisionLine decision={entry} />}
            {entry.type === 'rule' && (
              <p>{say('web.history.rule', { key: entry.key, reason: entry.reason })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
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
        <strong>{report.source.name}</strong>
        {report.said && (
          <>
            {' '}
            · <PartyName party={report.said} />
          </>
        )}{' '}
        · {showSpan(report.when, language)}{' '}
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

function DecisionLine({ decision }: { decision: Decision }) {
  const { say } = useLanguage();
  return (
    <p>
      <strong>{say(`web.act.${decision.act}`)}</strong>
      {decision.reason && <> · {decision.reason}</>}
    </p>
  );
}
