/** Transfers, each from the decision to the delivery: who gives, who receives, what, in which package, on what promise. */
import { placeInTime, timeLine } from '@tilth/domain/accountability/time-line';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import { linked } from '@tilth/domain/report/sayings';
import { useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Facts } from './said.tsx';
import { useSpoken } from './spoken.ts';
import { SpokenCard, SpokenPart } from './spoken-card.tsx';
import { Day } from './time-part.tsx';

const WHAT = [
  'from_country',
  'from_state',
  'giver',
  'to_country',
  'to_state',
  'receiver',
  'categories',
  'models',
  'models_named',
  'quantity',
  'purpose',
  'justification',
  'policy_acts',
];
const PACKAGE = [
  'amount',
  'currency',
  'package_type',
  'number',
  'contents',
  'includes_mines',
  'includes_cluster',
];
const PROMISE = ['given_by', 'given_to', 'wording', 'territory_named', 'lifetime_claimed', 'state'];

export function TransfersPart() {
  const { say } = useLanguage();
  const { items } = useSpoken();
  const transfers = useMemo(
    () =>
      items
        .filter((i) => i.kind === 'transfer')
        .map((item) => ({ item, moments: timeLine([item]).moments }))
        .toSorted((a, b) => (lastOf(a.moments) > lastOf(b.moments) ? -1 : 1)),
    [items],
  );
  if (transfers.length === 0)
    return <p className="soft part-note">{say('web.accountability.no-transfers')}</p>;
  return (
    <div className="accountability-part accountability-cards">
      {transfers.map(({ item, moments }) => (
        <Transfer key={item.id} item={item} moments={moments} />
      ))}
    </div>
  );
}

type Moments = ReturnType<typeof timeLine>['moments'];

function lastOf(moments: Moments): string {
  const last = moments.at(-1);
  return last ? placeInTime(last.when) : '';
}

function Transfer({ item, moments }: { item: SpokenItem; moments: Moments }) {
  const { say } = useLanguage();
  const { items, byId } = useSpoken();
  const packages = linked(item.sayings, 'package').flatMap((id) => byId.get(id) ?? []);
  const promises = items.filter(
    (i) =>
      i.kind === 'assurance' &&
      (linked(i.sayings, 'transfers').includes(item.id) || linked(item.sayings, 'assurances').includes(i.id)),
  );
  return (
    <SpokenCard item={item}>
      <ol className="time-line">
        {moments.map((m) => (
          <Day key={`${m.when.from} ${m.when.to}`} moment={m} titled={false} />
        ))}
      </ol>
      <Facts item={item} names={WHAT} />
      <SpokenPart title={say('web.accountability.package')} items={packages} names={PACKAGE} />
      <SpokenPart
        title={say('web.accountability.on-promise')}
        items={promises}
        names={PROMISE}
        none={say('web.accountability.no-promise')}
      />
    </SpokenCard>
  );
}
