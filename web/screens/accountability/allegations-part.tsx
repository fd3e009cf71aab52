/** Allegations: who accuses whom of what, where and when; what the accused replies; which inquiry looks into it, and its outcome. */

import type { SpokenItem } from '@tilth/domain/report/sayings';
import { linked } from '@tilth/domain/report/sayings';
import { useLanguage } from '../../language/language.tsx';
import { Facts } from './said.tsx';
import { useSpoken } from './spoken.ts';
import { SpokenCard, SpokenPart } from './spoken-card.tsx';

const ALLEGED = [
  'made_by',
  'made_by_named',
  'made_on',
  'against',
  'against_country',
  'accused_office',
  'person_named_by',
  'subject',
  'treaty',
  'article',
  'happened_on',
  'detail',
  'state',
  'reply',
  'replied_on',
  'transfer',
  'assurance',
];
const ACT = [
  'actor',
  'actor_named',
  'actor_country',
  'category',
  'model',
  'quantity',
  'country',
  'where',
  'civilian_area',
  'used_on',
  'basis',
  'confirmed_by',
  'evidence_described',
  'hazards',
];
const INQUIRY = [
  'inquiry_type',
  'held_by',
  'opened_on',
  'closed_on',
  'state',
  'finding',
  'recommendations',
  'published_on',
  'document',
];

export function AllegationsPart() {
  const { say } = useLanguage();
  const { items } = useSpoken();
  const allegations = items.filter((i) => i.kind === 'allegation');
  if (allegations.length === 0)
    return <p className="soft part-note">{say('web.accountability.no-allegations')}</p>;
  return (
    <div className="accountability-part">
      <p className="callout">{say('web.allegations.what')}</p>
      <div className="accountability-cards">
        {allegations.map((item) => (
          <Alleged key={item.id} item={item} />
        ))}
      </div>
    </div>
  );
}

function Alleged({ item }: { item: SpokenItem }) {
  const { say } = useLanguage();
  const { items, byId } = useSpoken();
  const acts = linked(item.sayings, 'use').flatMap((id) => byId.get(id) ?? []);
  const inquiries = items.filter(
    (i) =>
      i.kind === 'inquiry' &&
      (linked(i.sayings, 'allegations').includes(item.id) ||
        linked(item.sayings, 'inquiries').includes(i.id)),
  );
  return (
    <SpokenCard item={item}>
      <Facts item={item} names={ALLEGED} />
      <SpokenPart title={say('web.allegations.act')} items={acts} names={ACT} />
      <SpokenPart
        title={say('web.allegations.inquiry')}
        items={inquiries}
        names={INQUIRY}
        none={say('web.allegations.no-inquiry')}
      />
    </SpokenCard>
  );
}
