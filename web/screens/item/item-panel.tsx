/** One item: its current view, beside each value who says so, and everything that was received about it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ItemPage, OpenKind } from '../../ask/answers.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { focusMapOn } from '../../map/focus.ts';
import { grouped } from '../../record/groups.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOf } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { History } from './history.tsx';
import { PropertyLine } from './property-line.tsx';

export function ItemPanel({ kind, id }: { kind: string; id: string }) {
  const { say } = useLanguage();
  const address = useAddress();
  const { kinds } = useHere();
  const answer = useQuery({ ...itemQuestion(kind, id, address), placeholderData: keepPreviousData });
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
    // closed again: back to the row it was opened from
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('.side [data-index][tabindex="0"]')?.focus();
      });
    };
  }, []);
  const defined = kinds.get(kind);
  return (
    <article className="item" ref={panel} tabIndex={-1} aria-label={defined?.label ?? kind}>
      <div className="item-tools">
        <Button tone="plain" icon="back" onPress={() => go({ item: null, itemKind: null })}>
          {say('web.item.back')}
        </Button>
      </div>
      {answer.error ? (
        <Trouble error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data ? (
        <Body page={answer.data} kind={defined} />
      ) : (
        <Waiting />
      )}
    </article>
  );
}

function Body({ page, kind }: { page: ItemPage; kind: OpenKind | undefined }) {
  const language = useLanguage();
  const { say, exactArea } = language;
  const { lists, may } = useHere();
  const { view, entries, stamp } = page;
  const title = titleOf(view, kind, { language, lists });
  const geometry = view.drawing?.geometry ?? null;
  const disputed = [
    ...new Set(
      view.properties
        .filter((p) => p.state === 'disputed')
        .map((p) => kind?.properties[p.property]?.label ?? p.property),
    ),
  ];
  return (
    <>
      <header className="item-head">
        <p className="soft">{kind?.label ?? view.kind}</p>
        <h1>{title}</h1>
        <div className="chips">
          <StandingChips standing={view.standing} disputed={view.disputed && disputed.length === 0} />
          {disputed.length > 0 && (
            <Chip tone="disputed">{say('web.disputed-what', { what: language.list(disputed) })}</Chip>
          )}
          {view.contested.length > 0 && (
            <Chip tone="alarm">{say('web.contested', { n: view.contested.length })}</Chip>
          )}
          {view.joined.length > 1 && <Chip>{say('web.joined', { n: view.joined.length })}</Chip>}
        </div>
        {view.to_locate && <p className="callout">{say('web.item.to-locate')}</p>}
        {view.standing === 'reported' && <p className="callout">{say('web.item.reported')}</p>}
        {view.standing === 'unsupported' && <p className="callout">{say('web.item.unsupported')}</p>}
        {may.has('report') && (
          <div className="row">
            <Button
              icon="plus"
              onPress={() =>
                go({
                  screen: 'report',
                  own: { kind: view.kind, about: view.id, draft: newId() },
                  item: null,
                  itemKind: null,
                })
              }
            >
              {say('web.form.report-about')}
            </Button>
          </div>
        )}
        {view.drawing && (
          <div className="row">
            <span>
              {view.drawing.m2 === null
                ? say(`web.extent.${view.drawing.extent}`)
                : say('web.item.area', { area: exactArea(view.drawing.m2) })}
            </span>
            {geometry && (
              <Button
                icon="fit"
                onPress={() => {
                  go({ narrow: 'map' });
                  focusMapOn(geometry);
                }}
              >
                {say('web.item.on-map')}
              </Button>
            )}
          </div>
        )}
      </header>
      {grouped(view.properties, kind).map(({ group, properties }) => (
        <section key={group} className="group" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{say(`web.group.${group}`)}</h2>
          <dl>
            {properties.map((p) => (
              <PropertyLine key={`${p.property} ${p.definition}`} shown={p} kind={kind} entries={entries} />
            ))}
          </dl>
        </section>
      ))}
      <History view={view} entries={entries} kind={kind} />
      <footer className="list-foot">
        <p className="stamp mono">{view.id}</p>
        <StampLine stamp={stamp} />
      </footer>
    </>
  );
}
