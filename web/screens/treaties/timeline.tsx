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
  /** to the act */
  readonly objections: readonly TreatyDecision[];
}

const firstOf = (days: readonly Told[]) => days.map((d) => d.from ?? d.to).sort()[0] ?? '';

function eventsOf(treaties: StatePage['treaties']): readonly Event[] {
  return treaties
    .flatMap(({ treaty, under, decisions }): readonly Event[] => [
      ...(under?.acts ?? []).map((act, n): Event => {
        const key = `${treaty} ${n}`;
        const objections = decisions.filter(
          (d) => d.types.includes('objection') && act.told.some((t) => t.item === d.about),
        );
        return { key, treaty, first: firstOf(act.days), days: act.told, act, objections };
      }),
      ...decisions.map((decision): Event => {
        const { item, decided } = decision;
        return { key: item, treaty, first: firstOf(decided), days: decided, decision, objections: [] };
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
  const { treaty, act, decision, days } = event;
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
          {act ? <Named act={act} /> : decision && <Decided of={decision} />}
          <Chip>{say(`web.treaties.name.${treaty}`)}</Chip>
          {[...new Set(act?.types.flatMap((t) => t.certainty ?? []))].map((how) => (
            <Chip key={how} tone="notice">
              {say(`web.certainty.${how}`)}
            </Chip>
          ))}
          {act?.disputed && <Chip tone="disputed">{say('web.state.disputed')}</Chip>}
          {later && <Chip tone="notice">{say('web.treaties.later')}</Chip>}
        </span>
        {act && <Answered act={act} objections={event.objections} />}
      </div>
    </li>
  );
}

/** What it was; where that is disputed, each reading by who says so. */
function Named({ act }: { act: ToldAct }) {
  const { lists } = useHere();
  const names = actNames(act, lists);
  return names.map(({ name, by }) => (
    <span key={name}>
      <strong>{name}</strong>
      {names.length > 1 && (
        <span className="told-by">
          {' '}
          <bdi>{by.join(' · ')}</bdi>
        </span>
      )}
    </span>
  ));
}

/** What is said against an act, and that a suspension is no status. */
function Answered({ act, objections }: { act: ToldAct; objections: readonly TreatyDecision[] }) {
  const { say, list, tag } = useLanguage();
  const { lists } = useHere();
  const states = objections
    .flatMap((o) => (o.objector === null ? [] : [codeLabel(lists, 'country', o.objector)]))
    .sort(new Intl.Collator(tag).compare);
  return (
    <>
      {act.types.some((t) => t.code === 'suspension-stated') && (
        <span className="soft">{say('web.treaties.suspension')}</span>
      )}
      {states.length > 0 && <span>{say('web.treaties.objections', { states: list(states) })}</span>}
      {act.contested.map((why) => (
        <span key={why}>
          <bdi>{say('web.treaties.contested', { why })}</bdi>
        </span>
      ))}
    </>
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
  return (
    <>
      <PlaceLink to={{ screen: 'item', own: {}, item: of.item, itemKind: 'treaty-decision' }}>
        {of.types.map((code) => codeLabel(lists, 'treaty-decision-type', code)).join(' / ')}
      </PlaceLink>
      {parts.length > 0 && <span>{parts.join(' · ')}</span>}
    </>
  );
}
