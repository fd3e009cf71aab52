/** A state's acts under all four treaties, and what was decided of it, in order of their days, each by who tells it. */
import type { StatePage, Told, ToldAct, TreatyDecision, TreatyName } from '../../ask/treaties.ts';
import { useLanguage } from '../../language/language.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useHere } from '../frame/here.tsx';
import { ToldDays } from './days.tsx';
import { actNames, codeLabel } from './names.ts';

interface Event {
  readonly key: string;
  readonly treaty: TreatyName;
  readonly first: string;
  readonly days: readonly Told[];
  readonly act?: ToldAct;
  readonly decision?: TreatyDecision;
}

const firstOf = (days: readonly Told[]) => days.map((d) => d.from ?? d.to).sort()[0] ?? '';

function eventsOf(treaties: StatePage['treaties']): readonly Event[] {
  return treaties
    .flatMap(({ treaty, under, decisions }): readonly Event[] => [
      ...(under?.acts ?? []).map((act, n): Event => {
        const key = `${treaty} ${n}`;
        return { key, treaty, first: firstOf(act.days), days: act.told, act };
      }),
      ...decisions.map((decision): Event => {
        const { item, decided } = decision;
        return { key: item, treaty, first: firstOf(decided), days: decided, decision };
      }),
    ])
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}

export function Timeline({ treaties, at }: { treaties: StatePage['treaties']; at: string }) {
  const { say } = useLanguage();
  const events = eventsOf(treaties);
  if (events.length === 0) return null;
  return (
    <section className="treaty-timeline" aria-labelledby="timeline-head">
      <h2 id="timeline-head">{say('web.treaties.timeline')}</h2>
      <ol>
        {events.map((event) => (
          <Line key={event.key} event={event} at={at} />
        ))}
      </ol>
    </section>
  );
}

function Line({ event, at }: { event: Event; at: string }) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const { treaty, act, decision, days } = event;
  const names = act
    ? actNames(act, lists)
    : (decision?.types ?? []).map((code) => codeLabel(lists, 'treaty-decision-type', code));
  const later = event.first > at;
  return (
    <li data-later={later || undefined}>
      <div className="treaty-when">
        {days.length > 0 ? (
          <ToldDays days={days} records={act ? 'treaty-act' : 'treaty-decision'} />
        ) : (
          <span className="told-by">{say('web.treaties.undated')}</span>
        )}
      </div>
      <div className="treaty-what">
        <span className="row">
          {decision ? (
            <PlaceLink to={{ screen: 'item', own: {}, item: decision.item, itemKind: 'treaty-decision' }}>
              {names.join(' / ')}
            </PlaceLink>
          ) : (
            <strong>{names.join(' / ')}</strong>
          )}
          <Chip>{say(`web.treaties.name.${treaty}`)}</Chip>
          {act?.disputed && <Chip tone="disputed">{say('web.state.disputed')}</Chip>}
          {later && <Chip tone="notice">{say('web.treaties.later')}</Chip>}
        </span>
        {act?.class === 'suspension' && <span className="soft">{say('web.treaties.suspension')}</span>}
        {act?.contested.map((why) => (
          <span key={why}>
            <bdi>{say('web.treaties.contested', { why })}</bdi>
          </span>
        ))}
        {decision && <Decided of={decision} />}
      </div>
    </li>
  );
}

function Decided({ of }: { of: TreatyDecision }) {
  const { say, day } = useLanguage();
  const { lists } = useHere();
  const by = of.objector === null ? of.decided_by : codeLabel(lists, 'country', of.objector);
  const parts = [
    ...of.articles.map((code) => codeLabel(lists, 'treaty-article', code)),
    ...(by === null ? [] : [by]),
    ...of.deadline.map((d) => say('web.treaties.new-deadline', { day: day(d.to) })),
  ];
  return parts.length === 0 ? null : <span>{parts.join(' · ')}</span>;
}
