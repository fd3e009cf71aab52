/** What is disputed of one item: its claims side by side, with who made them, when and how sure. */
import { useQuery } from '@tanstack/react-query';
import type { ItemView, Received } from '../../ask/answers.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOf } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { go, hrefOf, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { PropertyLine } from '../item/property-line.tsx';

export function Dispute({ kind: name, id }: { kind: string; id: string }) {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds, lists, may } = useHere();
  const address = useAddress();
  const answer = useQuery(itemQuestion(programme.id, name, id, address));
  const kind = kinds.get(name);
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { view, entries } = answer.data;
  const decides = may.has('decide') && address.at === null && address.known === null;
  const disputed = view.properties.filter((p) => p.state === 'disputed');
  const title = titleOf(view, kind, { language, lists });
  return (
    <article className="board-item" aria-label={title}>
      <div className="item-tools board-back">
        <Button tone="plain" icon="back" onPress={() => go({ item: null, itemKind: null })}>
          {say('web.item.back')}
        </Button>
      </div>
      <header className="item-head">
        <p className="soft">{kind?.label ?? name}</p>
        <h2>{title}</h2>
        <div className="chips">
          <StandingChips standing={view.standing} disputed={false} />
          {view.contested.length > 0 && (
            <Chip tone="alarm">{say('web.contested', { n: view.contested.length })}</Chip>
          )}
        </div>
        <PlaceLink to={{ screen: null, own: {}, item: id, itemKind: name, narrow: 'side' }}>
          {say('web.disputes.open')}
        </PlaceLink>
      </header>
      {disputed.length > 0 && (
        <dl className="group">
          {disputed.map((p) => (
            <PropertyLine
              key={`${p.property} ${p.definition}`}
              shown={p}
              kind={kind}
              entries={entries}
              history={hrefOf({ screen: null, own: {}, item: id, itemKind: name, narrow: 'side' })}
              {...(decides ? { decidesOn: view } : {})}
            />
          ))}
        </dl>
      )}
      {disputed.length === 0 && (
        <p className="lead">
          {say(view.contested.length > 0 ? 'web.disputes.contested-hint' : 'web.disputes.settled-hint')}
        </p>
      )}
      <Notes view={view} entries={entries} />
    </article>
  );
}

/** What was written when somebody left a dispute open, the last first. */
function Notes({ view, entries }: { view: ItemView; entries: readonly Received[] }) {
  const { say, instant } = useLanguage();
  const notes = entries
    .toReversed()
    .flatMap(({ number, instant: at, entry }) =>
      entry.type === 'decision' &&
      entry.act === 'withdraw' &&
      entry.reason !== '' &&
      entry.registers.some((r) => view.joined.some((id) => r.startsWith(`choice/${id}/`)))
        ? [{ number, at, reason: entry.reason }]
        : [],
    );
  if (notes.length === 0) return null;
  return (
    <section className="group" aria-labelledby="dispute-notes">
      <h3 id="dispute-notes">{say('web.disputes.notes')}</h3>
      <ul className="dispute-notes">
        {notes.map(({ number, at, reason }) => (
          <li key={number}>
            <bdi>{reason}</bdi>{' '}
            <span className="soft">
              {say('web.receipt', { number })} · {instant(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
