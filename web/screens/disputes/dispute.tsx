/** What is disputed of one item: its claims side by side, with who made them, when and how sure. */
import { useQuery } from '@tanstack/react-query';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOf } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { PropertyLine } from '../item/property-line.tsx';

export function Dispute({ kind: name, id }: { kind: string; id: string }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const answer = useQuery(itemQuestion(name, id, useAddress()));
  const kind = kinds.get(name);
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { view, entries } = answer.data;
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
            <PropertyLine key={`${p.property} ${p.definition}`} shown={p} kind={kind} entries={entries} />
          ))}
        </dl>
      )}
      {disputed.length === 0 && <p className="lead">{say('web.disputes.contested-hint')}</p>}
    </article>
  );
}
