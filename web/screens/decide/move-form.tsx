/**
 * What a report said of one record is moved to another, or to a record of its own: all of it or some claims. An outline that
 * is moved away stays drawn where it was, until a release or a void covers it.
 */
import type { Act, Report } from '@tilth/domain/report/entry';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Ref } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { showSpan, showValue } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { DecisionForm } from './decision-form.tsx';
import { PickRecord } from './pick-record.tsx';

/** A report with the places of its claims that speak of the record now. */
export interface Movable {
  readonly ref: Ref;
  readonly number: number;
  readonly report: Report;
  readonly claims: readonly number[];
}

interface Props {
  readonly kind: string;
  readonly joined: readonly string[];
  readonly reports: readonly Movable[];
  /** id of the report chosen at first */
  readonly first: string | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function MoveForm({ kind, joined, reports, first, onDone, onCancel }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const [id, setId] = useState(first ?? reports[0]?.report.id ?? null);
  const [whole, setWhole] = useState(true);
  const [some, setSome] = useState<readonly string[]>([]);
  const [where, setWhere] = useState<'other' | 'new'>('other');
  const [other, setOther] = useState<string | null>(null);
  const [fresh] = useState(newId);
  const one = reports.find((r) => r.report.id === id);
  const to = where === 'new' ? fresh : other;
  const act = one && to ? actOf(one, whole ? null : some.map(Number), to, where === 'new') : null;
  const defined = kinds.get(kind);
  return (
    <section className="decide" data-testid="move">
      <h2>{say('web.decide.move')}</h2>
      <p className="lead">{say('web.decide.move-hint')}</p>
      <Choice
        label={say('web.decide.move-report')}
        value={id}
        options={reports.map(({ report, number }) => ({
          id: report.id,
          label: [say('web.receipt', { number }), report.source.name, showSpan(report.when, language)].join(
            ' · ',
          ),
        }))}
        onChange={(chosen) => {
          setId(chosen);
          setSome([]);
          setWhole(true);
        }}
      />
      {one && (
        <RadioGroup
          aria-label={say('web.decide.move-what')}
          value={whole ? 'all' : 'some'}
          onChange={(v) => setWhole(v === 'all')}
        >
          <Radio className="radio" value="all">
            {say('web.decide.move-all', { n: one.claims.length })}
          </Radio>
          <Radio className="radio" value="some">
            {say('web.decide.move-some')}
          </Radio>
        </RadioGroup>
      )}
      {one && !whole && (
        <CheckboxGroup
          className="move-claims"
          aria-label={say('web.decide.move-what')}
          value={[...some]}
          onChange={setSome}
        >
          {one.claims.map((n) => {
            const claim = one.report.claims[n];
            const property = defined?.properties[claim?.property ?? ''];
            return (
              claim && (
                <Checkbox key={n} className="check" value={String(n)}>
                  <span>
                    <span className="soft">{property?.label ?? claim.property}</span>{' '}
                    <bdi>{showValue(claim.value, property, { language, lists })}</bdi>
                  </span>
                </Checkbox>
              )
            );
          })}
        </CheckboxGroup>
      )}
      <RadioGroup
        aria-label={say('web.decide.move-to')}
        value={where}
        onChange={(v) => setWhere(v === 'new' ? 'new' : 'other')}
      >
        <Radio className="radio" value="other">
          {say('web.decide.move-other')}
        </Radio>
        <Radio className="radio" value="new">
          {say('web.decide.move-new')}
        </Radio>
      </RadioGroup>
      {where === 'other' && (
        <PickRecord
          kind={kind}
          label={say('web.decide.move-to')}
          but={joined}
          value={other}
          onChoose={setOther}
        />
      )}
      {act === null ? (
        <div className="row">
          <Button onPress={onCancel}>{say('web.decide.not')}</Button>
        </div>
      ) : (
        <DecisionForm
          key={JSON.stringify(act)}
          wish={act}
          what={where === 'new' ? 'split' : 'move'}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </section>
  );
}

/** Moves name the item as the report does; all claims on one are moved as one, so that later ones of it would follow. */
function actOf(one: Movable, picked: readonly number[] | null, to: string, split: boolean): Act | null {
  const chosen = one.claims.filter((n) => picked === null || picked.includes(n));
  const itemOf = (n: number) => one.report.items[one.report.claims[n]?.on ?? -1]?.id;
  const froms = [...new Set(chosen.map(itemOf))].filter((id) => id !== undefined);
  if (froms.length === 0) return null;
  const moves = froms.map((from) => {
    const mine = chosen.filter((n) => itemOf(n) === from);
    const all = one.report.claims.flatMap((_, n) => (itemOf(n) === from ? [n] : []));
    const every = picked === null && all.every((n) => mine.includes(n));
    return { report: one.ref, from, to, ...(every ? {} : { claims: mine }) };
  });
  return { act: split ? 'split' : 'retarget', moves };
}
