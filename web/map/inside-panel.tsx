/** What lies on the ground somebody selected: counts by kind, each opening its list there, and land in the words of the totals. */
import { useQuery } from '@tanstack/react-query';
import type { Ground } from '@tilth/domain/filter/ground';
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { type Inside, insideQuestion } from '../ask/inside.ts';
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Trouble, Waiting } from '../ui/message.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { StampLine } from '../ui/stamp-line.tsx';
import { go, useAddress } from '../use-address.ts';

export function InsidePanel({ within, ground }: { within: string; ground: Ground }) {
  const { say, number } = useLanguage();
  const { programme, kinds } = useHere();
  const address = useAddress();
  const asked = useQuery(insideQuestion(programme.id, within, ground, address));
  const inside = asked.data;
  const shown = inside?.kinds.filter(({ kind }) => kinds.has(kind) && kind !== 'place') ?? [];
  return (
    <section className="map-panel inside" aria-label={say('web.inside')}>
      <div className="pick-head">
        <h3>{say('web.inside')}</h3>
        <Button
          tone="plain"
          icon="close"
          label={say('web.inside.clear')}
          onPress={() => go({ within: null })}
        />
      </div>
      {asked.isPending && <Waiting />}
      {asked.error && <Trouble error={asked.error} retry={() => asked.refetch()} />}
      {inside && (
        <>
          {shown.length === 0 ? (
            <p>{say('web.inside.nothing')}</p>
          ) : (
            <ul className="inside-kinds">
              {shown.map(({ kind, items, reported }) => (
                <li key={kind}>
                  <PlaceLink
                    to={{
                      screen: null,
                      own: {},
                      show: 'list',
                      kind,
                      within,
                      item: null,
                      itemKind: null,
                      q: '',
                      sort: null,
                      filter: '',
                      columns: [],
                      narrow: 'side',
                    }}
                  >
                    {kinds.get(kind)?.plural}
                  </PlaceLink>
                  <span className="count">{number(items)}</span>
                  {reported > 0 && (
                    <small className="soft">{say('web.inside.waiting', { n: reported })}</small>
                  )}
                </li>
              ))}
            </ul>
          )}
          <Land inside={inside} />
          <p className="letter-warning">
            <strong>{say('web.absence')}</strong>
          </p>
          <StampLine stamp={inside.stamp} />
        </>
      )}
    </section>
  );
}

function Figures({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="figures">
      {rows.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Land({ inside }: { inside: Inside }) {
  const { say, exactArea, number } = useLanguage();
  const { land, released, surveyed_m2: surveyed, ground_m2: ground, to_locate: toLocate } = inside;
  const rows: (readonly [string, string])[] = [[say('web.inside.ground'), exactArea(ground)]];
  if (land)
    rows.push(
      [say('web.totals.once'), exactArea(land.once)],
      [say('web.totals.cha'), exactArea(land.cha)],
      [say('web.totals.sha'), exactArea(land.sha)],
      [say('web.totals.sum'), exactArea(land.sum)],
    );
  if (land && land.unmeasured > 0) rows.push([say('web.totals.unmeasured'), number(land.unmeasured)]);
  if (land && land.papers_not_held.items > 0)
    rows.push([say('web.legend.papers-not-held'), exactArea(land.papers_not_held.m2)]);
  for (const { method, m2 } of released)
    if (method === 'cancelled' || method === 'reduced' || method === 'cleared')
      rows.push([say(`web.legend.${method}`), exactArea(m2)]);
  rows.push([say('web.inside.surveyed'), exactArea(surveyed)]);
  return (
    <>
      <Figures rows={rows.slice(0, land ? 4 : 1)} />
      <Disclosure>
        <Pressed slot="trigger" className="button" data-tone="plain">
          <Icon name="down" />
          {say('web.inside.more')}
        </Pressed>
        <DisclosurePanel>
          <Figures rows={rows.slice(land ? 4 : 1)} />
        </DisclosurePanel>
      </Disclosure>
      <p className="soft">{say(land ? 'web.inside.cut' : 'web.inside.too-much')}</p>
      {toLocate > 0 && <p className="soft">{say('web.place.to-locate', { n: toLocate })}</p>}
    </>
  );
}
