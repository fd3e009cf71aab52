/** One treaty: how many states are what to it on the day on show, and each of them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { treatyStatuses } from '@tilth/domain/treaty/status-on';
import { treatyNames } from '@tilth/domain/treaty/treaty-named';
import { type TreatyList, type TreatyName, type TreatyState, treatyQuestion } from '../../ask/treaties.ts';
import { type Language, useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Search } from '../../ui/search.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { stateName } from './names.ts';
import { StateTable } from './state-table.tsx';

const ANY = 'any';
/** The mapping that reads a list of a treaty's parties. */
const mappings: Readonly<Record<TreatyName, string>> = {
  apmbc: 'treaty-status-apmbc',
  ccm: 'treaty-status-ccm',
  ap2: 'treaty-status-ccw-ap2',
  p5: 'treaty-status-ccw-p5',
};

export function TreatyScreen() {
  const language = useLanguage();
  const { say, day } = language;
  const { programme } = useHere();
  const address = useAddress();
  const { own } = address;
  const treaty = treatyNames.find((t) => t === own.treaty) ?? 'apmbc';
  const answer = useQuery({
    ...treatyQuestion(programme.id, treaty, address),
    placeholderData: keepPreviousData,
  });
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { stamp } = answer.data;
  return (
    <div className="screen treaties">
      <header className="screen-head">
        <h1>{say('web.screen.treaties')}</h1>
        <p className="lead">{say('web.treaties.lead')}</p>
      </header>
      <div className="products-tools">
        <Choice
          label={say('web.treaties.treaty')}
          value={treaty}
          options={treatyNames.map((id) => ({ id, label: say(`web.treaties.name.${id}`) }))}
          onChange={(id) => go({ own: { ...own, treaty: id } })}
        />
        <strong>{say('web.treaties.on', { day: day(stamp.at) })}</strong>
      </div>
      <Found list={answer.data} language={language} />
      <footer className="list-foot">
        <StampLine stamp={stamp} />
      </footer>
    </div>
  );
}

function Found({ list, language }: { list: TreatyList; language: Language }) {
  const { say } = language;
  const { lists } = useHere();
  const { own } = useAddress();
  const find = own.find ?? '';
  if (list.states.length + list.unlisted.length === 0) return <Nothing list={list} />;
  const status = [...treatyStatuses, 'open' as const].find((s) => s === own.status) ?? ANY;
  const sought = folded(find, language);
  const fits = (state: TreatyState) =>
    (status === ANY ||
      (status === 'open'
        ? state.statuses.length > 1
        : state.statuses[0] === status && state.statuses.length === 1)) &&
    (sought === '' ||
      [stateName(state, lists), state.named, state.country ?? ''].some((n) =>
        folded(n, language).includes(sought),
      ));
  const inOrder = (a: TreatyState, b: TreatyState) =>
    stateName(a, lists).localeCompare(stateName(b, lists), language.tag);
  const shown = list.states.filter(fits).toSorted(inOrder);
  return (
    <>
      <Counts list={list} />
      <Notes list={list} />
      <div className="products-tools">
        <Search
          label={say('web.treaties.find')}
          value={find}
          onChange={(text) => go({ own: withOwn(own, 'find', text) }, { replace: true })}
        />
        <Choice
          label={say('web.treaties.status')}
          value={status}
          options={[
            { id: ANY, label: say('web.treaties.status.any'), note: language.number(list.states.length) },
            ...[...treatyStatuses, 'open' as const]
              .filter((s) => list.counts[s] > 0)
              .map((s) => ({
                id: s,
                label: say(`web.treaties.status.${s}`),
                note: language.number(list.counts[s]),
              })),
          ]}
          onChange={(id) => go({ own: withOwn(own, 'status', id === ANY ? '' : id) }, { replace: true })}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft treaties-text">{say('web.treaties.none-here')}</p>
      ) : (
        <StateTable label={say('web.treaties.states')} states={shown} at={list.stamp.at} />
      )}
      {list.unlisted.length > 0 && (
        <section className="treaties-unlisted" aria-labelledby="unlisted-head">
          <h2 id="unlisted-head">{say('web.treaties.unlisted')}</h2>
          <p className="soft">{say('web.treaties.unlisted-hint')}</p>
          <StateTable label={say('web.treaties.unlisted')} states={list.unlisted} at={list.stamp.at} />
        </section>
      )}
    </>
  );
}

/** Compared without capitals and accents. */
function folded(text: string, { tag }: Language): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(tag).trim();
}

/** The screen's own part of the address with one word changed; without it where it is empty. */
function withOwn(own: Readonly<Record<string, string>>, name: string, text: string): Record<string, string> {
  const { [name]: _, ...others } = own;
  return text === '' ? others : { ...others, [name]: text };
}

function Counts({ list: { counts, in_force } }: { list: TreatyList }) {
  const { say, number } = useLanguage();
  const others = [...treatyStatuses, 'open' as const].filter(
    (s) => s !== 'in-force' && s !== 'withdrawal-notified' && counts[s] > 0,
  );
  return (
    <dl className="treaty-counts">
      <div data-main>
        <dt>{say('web.treaties.in-force-total')}</dt>
        <dd>
          <strong>{number(in_force)}</strong>
          {counts['withdrawal-notified'] > 0 && (
            <span className="told-by">
              {say('web.treaties.notified', { n: counts['withdrawal-notified'] })}
            </span>
          )}
        </dd>
      </div>
      {others.map((status) => (
        <div key={status}>
          <dt>{say(`web.treaties.status.${status}`)}</dt>
          <dd>
            <strong>{number(counts[status])}</strong>
            {status === 'open' && <span className="told-by">{say('web.treaties.open-hint')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is in no figure, and why. */
function Notes({ list: { pending, unplaced } }: { list: TreatyList }) {
  const { say } = useLanguage();
  const { may } = useHere();
  if (pending + unplaced === 0) return null;
  return (
    <div className="treaties-text">
      {pending > 0 && (
        <p className="callout">
          {say('web.treaties.pending', { n: pending })}{' '}
          {may.has('decide') && (
            <PlaceLink to={{ screen: null, own: {}, show: 'review', narrow: 'side' }}>
              {say('web.tab.review')}
            </PlaceLink>
          )}
        </p>
      )}
      {unplaced > 0 && <p className="soft">{say('web.treaties.unplaced', { n: unplaced })}</p>}
    </div>
  );
}

function Nothing({ list }: { list: TreatyList }) {
  const { say } = useLanguage();
  const { may, kinds } = useHere();
  const open = kinds.has('treaty-act');
  return (
    <>
      <Notes list={list} />
      <Empty title={say('web.treaties.none-under')}>
        {!open && <p>{say('web.treaties.not-open')}</p>}
        {may.has('report') && (
          <>
            <p>{say('web.treaties.none-hint')}</p>
            <p>
              <code dir="ltr">{`tilth import FILE --mapping fixtures/mappings/${mappings[list.treaty]}.json --approve`}</code>
            </p>
            <PlaceLink className="button" to={{ screen: 'import', own: {} }}>
              {say('web.treaties.none-import')}
            </PlaceLink>
          </>
        )}
      </Empty>
    </>
  );
}
