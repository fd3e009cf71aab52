/**
 * Claimed lifetimes, for study: of a munition model or a transfer, who claims how long it stays live, what the law allows, and
 * what such a promise is worth. Nothing here is about an area, and nothing leads from here to the map, a task or a handover
 * (design, law 5).
 */
import { isCounted, lifetimeSubjects } from '@tilth/domain/claimed-lifetime/subjects';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import { useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { titleOfSpoken } from '../../record/sayings.ts';
import { Chip } from '../../ui/chip.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { SayingsScreen } from '../accountability/sayings-screen.tsx';
import { useHere } from '../frame/here.tsx';
import { ClaimsCard } from './claims-card.tsx';
import { Worth } from './worth.tsx';

const KINDS = ['munition-model', 'transfer', 'assurance', 'published-figure'] as const;

export function LifetimesScreen() {
  const { say } = useLanguage();
  return (
    <SayingsScreen
      id="lifetimes"
      kinds={KINDS}
      mark={<Chip tone="notice">{say('web.lifetimes.study')}</Chip>}
    >
      {({ items }) => <Claimed items={items} />}
    </SayingsScreen>
  );
}

function Claimed({ items }: { items: readonly SpokenItem[] }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists, me } = useHere();
  const { own } = useAddress();
  const subjects = useMemo(() => lifetimeSubjects(items), [items]);
  const named = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const chosen = subjects.find((s) => s.id === own.of) ?? subjects[0];
  const item = chosen && named.get(chosen.id);
  if (!chosen || !item)
    return (
      <Empty title={say('web.lifetimes.none')}>
        <p>{say('web.lifetimes.none-hint')}</p>
      </Empty>
    );
  return (
    <>
      <div className="products-tools">
        <Choice
          label={say('web.lifetimes.of')}
          value={chosen.id}
          options={subjects.flatMap(({ id, kind }) => {
            const found = named.get(id);
            return found
              ? [
                  {
                    id,
                    label: titleOfSpoken(found, kinds.get(kind), { language, lists }),
                    note: kinds.get(kind)?.label ?? kind,
                  },
                ]
              : [];
          })}
          onChange={(id) => go({ own: { ...own, of: id } }, { replace: true })}
        />
      </div>
      <div className="lifetime-cards">
        <ClaimsCard subject={chosen} item={item} tested={isCounted(chosen, items)} />
        {me.person === null ? (
          <p className="callout wide-card">{say('web.lifetimes.sign-in')}</p>
        ) : (
          <Worth key={chosen.id} subject={chosen} item={item} />
        )}
      </div>
    </>
  );
}
