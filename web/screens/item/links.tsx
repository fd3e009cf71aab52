/** The records an item has to do with, group by group with counts: each can be walked to. */
import { useQuery } from '@tanstack/react-query';
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { type LinkGroup, linksQuestion } from '../../ask/around-item.ts';
import { useLanguage } from '../../language/language.tsx';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Icon } from '../../ui/icon.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function Links({ kind, id }: { kind: string; id: string }) {
  const { say } = useLanguage();
  const { programme, kinds } = useHere();
  const answer = useQuery(linksQuestion(programme.id, kind, id, useAddress()));
  const groups = answer.data?.groups ?? [];
  const unfound = answer.data?.unfound ?? [];
  const total = groups.reduce((n, g) => n + g.matched, 0);
  const own = kinds.get(kind);
  return (
    <section className="group" id="links" aria-labelledby="links-head" data-testid="links">
      <h2 id="links-head">
        {say('web.item.links')} {answer.data && <span className="count">{total}</span>}
      </h2>
      {answer.error && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Waiting />}
      {answer.data && groups.length === 0 && unfound.length === 0 && (
        <p className="soft">{say('web.item.links-none')}</p>
      )}
      {groups.map((g) => (
        <Group key={`${g.way} ${g.kind} ${g.property}`} group={g} from={kind} />
      ))}
      {unfound.length > 0 && (
        <div className="link-group">
          <p className="link-group-name">{say('web.item.links-unfound')}</p>
          <ul>
            {unfound.map(({ property, key }) => (
              <li key={`${property} ${key}`}>
                <span className="soft">{own?.properties[property]?.label ?? property}</span> <bdi>{key}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Shown at once; the others of a group when it is opened. */
const FIRST = 5;

function Group({ group, from }: { group: LinkGroup; from: string }) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const { kind, property, way, matched, rows } = group;
  const linked = kinds.get(kind);
  const by = kinds.get(way === 'out' ? from : kind)?.properties[property]?.label ?? property;
  const [first, rest] = [rows.slice(0, FIRST), rows.slice(FIRST)];
  return (
    <div className="link-group">
      <p className="link-group-name">
        {linked?.plural ?? kind} <span className="count">{matched}</span>{' '}
        <span className="soft">{say(`web.item.links-${way}`, { property: by })}</span>
      </p>
      <Rows rows={first} />
      {rest.length > 0 && (
        <Disclosure className="disclosure">
          <Pressed slot="trigger" className="button" data-tone="plain">
            <Icon name="forward" />
            {say('web.item.links-more', { n: rest.length })}
          </Pressed>
          <DisclosurePanel>
            <Rows rows={rest} />
          </DisclosurePanel>
        </Disclosure>
      )}
      {matched > rows.length && (
        <p className="soft">{say('web.item.links-first', { n: rows.length, all: matched })}</p>
      )}
    </div>
  );
}

function Rows({ rows }: { rows: LinkGroup['rows'] }) {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="chips">
          <PlaceLink to={{ item: row.id, itemKind: row.kind }}>
            {titleOfRow(row, kinds.get(row.kind), { language, lists })}
          </PlaceLink>
          <StandingChips standing={row.standing} disputed={row.disputed} />
        </li>
      ))}
    </ul>
  );
}
