/**
 * That a record or a report was recorded in error: wrong position, drawn wrongly, the same thing twice, a test entry. It takes
 * land off the map, so its evidence is owed and, where the programme has one, a second person has to confirm it.
 */
import type { Act } from '@tilth/domain/report/entry';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useLanguage } from '../../language/language.tsx';
import { showSpan } from '../../record/show-value.ts';
import { Choice } from '../../ui/choice.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { Movable } from './move-form.tsx';

interface Props {
  readonly item: string;
  readonly reports: readonly Movable[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function VoidForm({ item, reports, onDone, onCancel }: Props) {
  const language = useLanguage();
  const { say } = language;
  const [whole, setWhole] = useState(true);
  const [id, setId] = useState(reports[0]?.report.id ?? null);
  const one = reports.find((r) => r.report.id === id);
  const seen = (whole ? reports : one ? [one] : []).flatMap(({ report, claims }) =>
    claims.map((n) => ({ report: report.id, n })),
  );
  const act: Act = {
    act: 'void',
    of: whole || !one ? { item } : { report: one.ref },
    evidence: '',
    saw: seen,
  };
  return (
    <section className="decide" data-testid="void">
      <h2>{say('web.item.do-void')}</h2>
      <p className="lead">{say('web.decide.void-hint')}</p>
      <RadioGroup
        aria-label={say('web.decide.void-what')}
        value={whole ? 'item' : 'report'}
        onChange={(v) => setWhole(v === 'item')}
      >
        <Radio className="radio" value="item">
          {say('web.decide.void-item')}
        </Radio>
        <Radio className="radio" value="report">
          {say('web.decide.void-report')}
        </Radio>
      </RadioGroup>
      {!whole && (
        <Choice
          label={say('web.decide.move-report')}
          value={id}
          options={reports.map(({ report, number }) => ({
            id: report.id,
            label: [say('web.receipt', { number }), report.source.name, showSpan(report.when, language)].join(
              ' · ',
            ),
          }))}
          onChange={setId}
        />
      )}
      <DecisionForm
        key={JSON.stringify(act)}
        wish={act}
        what="void"
        askEvidence
        onDone={onDone}
        onCancel={onCancel}
      />
    </section>
  );
}
