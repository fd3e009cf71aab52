/** A dispute settled by a person: one of the claims is taken, or all are left open with a note. The others stay visible. */
import type { ClaimRef } from '@tilth/domain/report/entry';
import { register } from '@tilth/domain/report/registers';
import type { ItemView, PropertyView } from '@tilth/domain/report/view';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { OpenKind, Received } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { attributionOf, sourceName } from '../../record/attribution.ts';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan, showValue } from '../../record/show-value.ts';
import { useHere } from '../frame/here.tsx';
import { DecisionForm } from './decision-form.tsx';

interface Props {
  readonly view: ItemView;
  readonly shown: PropertyView;
  readonly kind: OpenKind | undefined;
  readonly entries: readonly Received[];
  readonly close: () => void;
}

const OPEN = 'open';

export function ChooseForm({ view, shown, kind, entries, close }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { lists } = useHere();
  const [taken, setTaken] = useState<string | null>(null);
  const property = kind?.properties[shown.property];
  const claims: readonly ClaimRef[] = [
    ...(shown.claim ? [shown.claim] : []),
    ...shown.remaining.map((s) => s.claim).filter((c) => nameOfClaim(c) !== nameOfClaim(shown.claim)),
  ];
  const takes = claims.find((c) => nameOfClaim(c) === taken);
  const { property: name, definition } = shown;
  const item = chosenOn(view, shown, entries);
  const valueText = (c: ClaimRef) => {
    const value =
      nameOfClaim(c) === nameOfClaim(shown.claim)
        ? shown.value
        : shown.remaining.find((s) => nameOfClaim(s.claim) === nameOfClaim(c))?.value;
    return value ? showValue(value, property, { language, lists }) : '';
  };
  return (
    <div className="choose" data-testid="choose">
      <RadioGroup
        aria-label={say('web.decide.which', { property: property?.label ?? name })}
        value={taken}
        onChange={setTaken}
      >
        {claims.map((c) => (
          <Radio key={nameOfClaim(c)} className="radio choose-claim" value={nameOfClaim(c)}>
            <span>
              <strong>
                <bdi>{valueText(c)}</bdi>
              </strong>{' '}
              <span className="soft">
                <WhoSays claim={c} entries={entries} />
              </span>
            </span>
          </Radio>
        ))}
        <Radio className="radio choose-claim" value={OPEN}>
          <span>{say('web.decide.leave-open')}</span>
        </Radio>
      </RadioGroup>
      {takes && (
        <DecisionForm
          key={taken}
          wish={{ act: 'choose', item, property: name, definition, saw: claims, takes }}
          what="choose"
          askEvidence
          onDone={close}
          onCancel={close}
        />
      )}
      {taken === OPEN && (
        <DecisionForm
          wish={{ act: 'withdraw', registers: [register.choice(item, name, definition)] }}
          what="open"
          onDone={close}
          onCancel={close}
        />
      )}
    </div>
  );
}

function WhoSays({ claim, entries }: { claim: ClaimRef; entries: readonly Received[] }) {
  const language = useLanguage();
  const from = attributionOf(claim, entries);
  if (!from) return null;
  return (
    <>
      <bdi>{from.said ? <PartyName party={from.said} /> : sourceName(from.source)}</bdi> ·{' '}
      {showSpan(from.when, language)}
    </>
  );
}

function nameOfClaim(c: ClaimRef | null): string {
  return c === null ? '' : `${c.report}/${c.n}`;
}

/** Of joined items the one an earlier choice was made on: two choices on two of them would contradict each other. */
function chosenOn(view: ItemView, shown: PropertyView, entries: readonly Received[]): string {
  const before = entries.findLast(
    ({ entry }) =>
      entry.type === 'decision' &&
      entry.act === 'choose' &&
      entry.property === shown.property &&
      entry.definition === shown.definition &&
      view.joined.includes(entry.item),
  )?.entry;
  return before?.type === 'decision' && before.act === 'choose' ? before.item : view.id;
}
