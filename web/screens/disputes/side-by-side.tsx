/** The claims on one thing side by side, each with its source; how each two stand to each other; and a person's word on it. */
import { useQuery } from '@tanstack/react-query';
import { byRelation } from '@tilth/domain/contradiction/relation';
import type { Alignment, Pair, Told } from '@tilth/domain/contradiction/told';
import { useState } from 'react';
import type { Alignments } from '../../ask/alignments.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { showSureness, sourceName } from '../../record/attribution.ts';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { ChooseForm } from '../decide/choose-form.tsx';
import { useHere } from '../frame/here.tsx';
import { ValueText } from '../item/property-line.tsx';
import { relationTones } from './relation-tones.ts';

interface Props {
  readonly alignment: Alignment;
  readonly names: Alignments['names'];
  readonly title: readonly [string, string];
  readonly back: () => void;
}

/** Letters name the claims where they are compared. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letter = (n: number) => LETTERS[n] ?? String(n + 1);

export function SideBySide({ alignment, names, title: [title, of], back }: Props) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const { told, pairs, item, kind } = alignment;
  return (
    <article className="board-item" aria-label={title}>
      <div className="item-tools board-back">
        <Button tone="plain" icon="back" onPress={back}>
          {say('web.item.back')}
        </Button>
      </div>
      <header className="item-head">
        <p className="soft">{[kinds.get(kind)?.label ?? kind, of].join(' · ')}</p>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {item !== null && (
          <PlaceLink to={{ screen: null, own: {}, item, itemKind: kind, narrow: 'side' }}>
            {say('web.disputes.open')}
          </PlaceLink>
        )}
      </header>
      <ol className="told">
        {told.map((t, n) => (
          <One
            key={`${t.item} ${t.saying.claim.report} ${t.saying.claim.n}`}
            told={t}
            letter={letter(n)}
            name={t.item === item ? null : (names[t.item] ?? null)}
            property={alignment.property === null}
            contradicted={pairs.some((p) => p.relation === 'contradict' && [p.first, p.second].includes(n))}
          />
        ))}
      </ol>
      <h3>{say('web.sources.pairs')}</h3>
      <ul className="pairs">
        {alike(pairs).map((same) => (
          <PairLine key={same.map((p) => `${p.first} ${p.second} ${p.reason}`).join()} pairs={same} />
        ))}
      </ul>
      {item !== null && alignment.property !== null && (
        <Settle item={item} kind={kind} property={alignment.property} />
      )}
    </article>
  );
}

/** What asks most for a person first; pairs of which the very same is said are told in one line. */
function alike(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const inOrder = pairs.toSorted((a, b) => byRelation(a.relation, b.relation));
  return [...Map.groupBy(inOrder, (p) => `${p.relation} ${p.reason} ${p.leads ? leading(p) : ''}`).values()];
}

/** The claim that its sentence is told of first, and the other. */
function leading({ first, second, leads }: Pair): readonly [number, number] {
  return leads === 'second' ? [second, first] : [first, second];
}

function PairLine({ pairs }: { pairs: readonly Pair[] }) {
  const { say } = useLanguage();
  const [one] = pairs;
  if (one === undefined) return null;
  const { relation, reason } = one;
  const [a, b] = leading(one);
  return (
    <li>
      <strong>
        {pairs
          .map(({ first, second }) => say('web.sources.pair', { a: letter(first), b: letter(second) }))
          .join(' · ')}
      </strong>{' '}
      <Chip tone={relationTones[relation]}>{say(`web.relation.${relation}`)}</Chip>{' '}
      <span>{say(`web.reason.${reason}`, { a: letter(a), b: letter(b) })}</span>
    </li>
  );
}

interface OneProps {
  readonly told: Told;
  readonly letter: string;
  /** of another item than the one compared */
  readonly name: string | null;
  /** which property it is of has to be said */
  readonly property: boolean;
  /** by another of them */
  readonly contradicted: boolean;
}

function One({ told: { kind: of, saying }, letter: mark, name, property, contradicted }: OneProps) {
  const language = useLanguage();
  const { say } = language;
  const { kinds } = useHere();
  const kind = kinds.get(of);
  const { said, published, source, sure, when, number, definition } = saying;
  const label = kind?.properties[saying.property]?.label ?? saying.property;
  const sureness = showSureness(sure);
  return (
    <li className="voice" data-boxed data-place={saying.place} data-contradicted={contradicted || undefined}>
      <p className="told-head">
        <span className="told-letter">{mark}</span>
        {name !== null && <bdi>{name}</bdi>}
        {property && <span className="soft">{label}</span>}
        {sure?.certainty && <Chip>{say(`web.certainty.${sure.certainty}`)}</Chip>}
      </p>
      <div className="voice-value">
        <ValueText value={saying.value} name={saying.property} kind={kind} />
      </div>
      {definition !== '' && definition !== kind?.properties[saying.property]?.definition && (
        <p className="typed">{say('web.definition', { definition })}</p>
      )}
      <p className="voice-who">
        <span>
          <bdi title={source}>{said ? <PartyName party={said} /> : sourceName(source)}</bdi>
        </span>
        {said?.relayed_by && (
          <span>
            <bdi>{say('web.sources.relayed', { name: said.relayed_by })}</bdi>
          </span>
        )}
        {published && published.name !== said?.name && (
          <span>
            <bdi>
              {say('web.voice.published')} <PartyName party={published} />
            </bdi>
          </span>
        )}
        <span>
          <bdi>{showSpan(when, language)}</bdi>
        </span>
        {sureness && (
          <span>
            <bdi>{sureness}</bdi>
          </span>
        )}
        {number !== null && <span>{say('web.receipt', { number })}</span>}
      </p>
    </li>
  );
}

/** Settled or left open by a person: also what is in tension only, as long as more than one claim stands. */
function Settle({ item, kind: name, property }: { item: string; kind: string; property: string }) {
  const { say } = useLanguage();
  const { programme, kinds, may } = useHere();
  const address = useAddress();
  const [choosing, setChoosing] = useState(false);
  const decides = may.has('decide') && address.at === null && address.known === null;
  const answer = useQuery({ ...itemQuestion(programme.id, name, item, address), enabled: decides });
  const shown = answer.data?.view.properties.find((p) => p.property === property && p.remaining.length > 0);
  if (!answer.data || !shown) return null;
  return (
    <section className="settle">
      {shown.state === 'chosen' && <Chip>{say('web.state.chosen')}</Chip>}
      <Button
        icon="disputes"
        aria-expanded={choosing}
        onPress={() => setChoosing(!choosing)}
        data-testid="settle"
      >
        {say('web.decide.settle')}
      </Button>
      {choosing && (
        <ChooseForm
          view={answer.data.view}
          shown={shown}
          kind={kinds.get(name)}
          entries={answer.data.entries}
          close={() => setChoosing(false)}
        />
      )}
    </section>
  );
}
