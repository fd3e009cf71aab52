/**
 * Promises: who gave them to whom, in what words, and what is said of their keeping. One with a territory is held against
 * recorded use, finds and hazards, for a person to look at: no screen says that a promise was kept or broken, or that any
 * ground is free of mines.
 */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UNSTATED_POSITION_M } from '@tilth/domain/accountability/territory';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import { useMemo } from 'react';
import { type Outcome, type Promises, promisesQuestion, type Relation } from '../../ask/accountability.ts';
import { useLinkNames } from '../../ask/link-names.ts';
import { useLanguage } from '../../language/language.tsx';
import { showSpan } from '../../record/show-value.ts';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Facts } from './said.tsx';
import { useSpoken } from './spoken.ts';
import { SpokenCard } from './spoken-card.tsx';

const FACTS = [
  'assurance_type',
  'given_by',
  'given_by_country',
  'given_to',
  'given_on',
  'wording',
  'territory_named',
  'lifetime_claimed',
  'in_writing',
  'published_text',
  'state',
  'transfers',
  'policy_acts',
];

/** So many are listed without being asked for. */
const FEW = 12;
const relations: readonly Relation[] = ['transfer', 'model', 'category'];
const outcomes: readonly Outcome[] = ['outside', 'too-imprecise', 'inside'];

type Checked = Promises['promises'][number];

export function PromisesPart() {
  const { say, list } = useLanguage();
  const { programme, kinds } = useHere();
  const address = useAddress();
  const { items } = useSpoken();
  const answer = useQuery({
    ...promisesQuestion(programme.id, address),
    placeholderData: keepPreviousData,
  });
  const promises = items.filter((i) => i.kind === 'assurance');
  if (promises.length === 0) return <p className="soft part-note">{say('web.accountability.no-promises')}</p>;
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const checked = new Map(answer.data.promises.map((p) => [p.id, p]));
  return (
    <div className="accountability-part">
      <p className="callout">{say('web.promises.look')}</p>
      {answer.data.not_all.length > 0 && (
        <p className="callout">
          {say('web.promises.not-all', {
            kinds: list(answer.data.not_all.map((k) => kinds.get(k)?.plural ?? k)),
          })}
        </p>
      )}
      <div className="accountability-cards">
        {promises.map((item) => (
          <Promised key={item.id} item={item} checked={checked.get(item.id)} />
        ))}
      </div>
    </div>
  );
}

function Promised({ item, checked }: { item: SpokenItem; checked: Checked | undefined }) {
  const { say } = useLanguage();
  return (
    <SpokenCard item={item}>
      <Facts item={item} names={FACTS} />
      {checked && (
        <div className="said-part">
          <h3>{say('web.promises.territory')}</h3>
          {!checked.territory && <p className="soft">{say('web.promises.no-territory')}</p>}
          <Against checked={checked} />
        </div>
      )}
    </SpokenCard>
  );
}

function Against({ checked }: { checked: Checked }) {
  const language = useLanguage();
  const { say, number } = language;
  const { kinds } = useHere();
  const { counts, checks, before } = checked;
  const wanted = useMemo(
    () =>
      [...Map.groupBy(checks, (c) => c.kind)].map(([kind, of]) => ({
        to: [kind],
        ids: of.map((c) => c.id),
      })),
    [checks],
  );
  const names = useLinkNames(wanted);
  const sum = (r: Relation) => outcomes.reduce((n, o) => n + counts[r][o], 0);
  const held = relations.filter((r) => sum(r) > 0);
  const total = held.reduce((n, r) => n + sum(r), 0);
  return (
    <>
      {held.length > 0 && (
        <table className="issued-figures">
          <thead>
            <tr>
              <th scope="col">{say('web.promises.relation')}</th>
              {outcomes.map((o) => (
                <th key={o} scope="col">
                  {say(`web.promises.${o}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {held.map((r) => (
              <tr key={r}>
                <th scope="row">{say(`web.promises.by-${r}`)}</th>
                {outcomes.map((o) => (
                  <td key={o}>{number(counts[r][o])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {total === 0 && <p className="soft">{say('web.promises.nothing')}</p>}
      {before > 0 && <p className="soft">{say('web.promises.before', { n: before })}</p>}
      {checks.length > 0 && (
        <details open={total <= FEW} className="promise-checks">
          <summary>{say('web.promises.listed', { n: checks.length })}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('web.promises.record')}</th>
                <th scope="col">{say('web.promises.where')}</th>
                <th scope="col">{say('web.promises.relation')}</th>
                <th scope="col">{say('web.promises.when')}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map((c) => (
                <tr key={c.id}>
                  <th scope="row">
                    <span className="soft">{kinds.get(c.kind)?.label ?? c.kind}</span>{' '}
                    <PlaceLink to={{ screen: 'item', own: {}, item: c.id, itemKind: c.kind }}>
                      <bdi>{names.get(c.id) ?? c.id.slice(0, 8)}</bdi>
                    </PlaceLink>
                  </th>
                  <td>
                    {say(`web.promises.${c.outcome}`)}
                    {c.why !== undefined && (
                      <span className="soft">
                        {' '}
                        {language.sayIf(`web.promises.why.${c.why}`, { km: UNSTATED_POSITION_M / 1000 })}
                      </span>
                    )}
                  </td>
                  <td>{say(`web.promises.by-${c.relation}`)}</td>
                  <td>{c.when === null ? say('web.promises.undated') : showSpan(c.when, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {checks.length < total && (
        <p className="soft">{say('web.promises.more', { n: total - checks.length })}</p>
      )}
    </>
  );
}
