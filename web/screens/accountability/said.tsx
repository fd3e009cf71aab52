/** One claim with who says it, and the properties of an item as their claims: value by value, speaker by speaker. */

import type { SpokenItem } from '@tilth/domain/report/sayings';
import { type Saying, speakerOf } from '@tilth/domain/report/sayings';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { explainSureness, showSureness } from '../../record/attribution.ts';
import { LinkedItem, PartyName } from '../../record/linked-item.tsx';
import { showValue } from '../../record/show-value.ts';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useHere } from '../frame/here.tsx';
import { useSpoken } from './spoken.ts';

/** The name of an item as a link to its record. */
export function ItemLink({ id }: { id: string }) {
  const { byId, titleOf } = useSpoken();
  const item = byId.get(id);
  if (!item) return null;
  return (
    <PlaceLink to={{ screen: 'item', own: {}, item: id, itemKind: item.kind }}>
      <bdi>{titleOf(id)}</bdi>
    </PlaceLink>
  );
}

export function SaidValue({ saying, kind }: { saying: Saying; kind: OpenKind | undefined }) {
  const language = useLanguage();
  const { lists } = useHere();
  const { byId, stateName } = useSpoken();
  const property = kind?.properties[saying.property];
  const value = saying.value.type === 'member' && saying.value.yes ? saying.value.of : saying.value;
  if (value.type === 'link')
    return value.item !== undefined && byId.has(value.item) ? (
      <ItemLink id={value.item} />
    ) : (
      <LinkedItem link={value} to={property?.to ?? []} />
    );
  if (value.type === 'text' && saying.property.endsWith('country')) return <>{stateName(value.text)}</>;
  return <bdi>{showValue(value, property, { language, lists })}</bdi>;
}

/** Who says it, who published it where that is another, how sure, and by which receipt it came. */
export function Speaker({ saying }: { saying: Saying }) {
  const language = useLanguage();
  const { say } = language;
  const { said, published, sure, number } = saying;
  const sureness = showSureness(sure);
  return (
    <span className="soft speaker">
      <span className="speaker-name">
        <PartyName party={speakerOf(saying)} />
      </span>
      {said && published && published.name !== said.name && (
        <span>
          {say('web.saying.published', { by: published.name ?? published.item?.slice(0, 8) ?? '' })}
        </span>
      )}
      {sureness !== '' && <bdi title={explainSureness(sure, language)}>{sureness}</bdi>}
      {number !== null && <span>{say('web.receipt', { number })}</span>}
      {saying.place === 'earlier' && <Chip>{say('web.saying.earlier')}</Chip>}
      {saying.place !== 'earlier' && saying.state === 'disputed' && (
        <Chip tone="disputed">{say('web.state.disputed')}</Chip>
      )}
    </span>
  );
}

/**
 * Those of the named properties that anybody speaks of, each value with its speakers. Where the very same speakers of the same
 * report tell several that follow one another, they are named once, under the last, and a line beside them holds them together.
 */
export function Facts({ item, names }: { item: SpokenItem; names: readonly string[] }) {
  const { kinds } = useHere();
  const kind = kinds.get(item.kind);
  const facts = names.flatMap((name) => {
    const values = grouped(item.sayings.filter((s) => s.property === name && s.place !== 'earlier'));
    return values.length === 0 ? [] : [{ name, values, by: speakersOf(values) }];
  });
  if (facts.length === 0) return null;
  const same = (n: number) => {
    const [one, next] = [facts[n], facts[n + 1]];
    return one !== undefined && next !== undefined && one.by !== null && one.by === next.by;
  };
  return (
    <dl className="said-facts">
      {facts.map(({ name, values }, n) => (
        <div key={name} data-run={same(n) || same(n - 1) || undefined} data-on={same(n) || undefined}>
          <dt>{kind?.properties[name]?.label ?? name}</dt>
          {values.map((told) => {
            const [first] = told;
            return (
              first && (
                <dd key={`${first.claim.report} ${first.claim.n}`}>
                  <SaidValue saying={first} kind={kind} />
                  {!same(n) && told.map((s) => <Speaker key={`${s.claim.report} ${s.claim.n}`} saying={s} />)}
                </dd>
              )
            );
          })}
        </div>
      ))}
    </dl>
  );
}

/** Claims that state the very same value, together. */
function grouped(sayings: readonly Saying[]): readonly (readonly Saying[])[] {
  return [...Map.groupBy(sayings, (s) => JSON.stringify(s.value)).values()];
}

/** All that is shown of who tells a value, as text; null where several values stand, or one is disputed. */
function speakersOf(values: readonly (readonly Saying[])[]): string | null {
  const [told = [], ...others] = values;
  if (others.length > 0 || told.some((s) => s.state === 'disputed')) return null;
  return JSON.stringify(told.map((s) => [s.claim.report, s.said, s.published, s.source, s.sure]));
}
