/** An item's record: what is known of it and who says so; or, where the address says so, a decision or a copy of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ItemPage, OpenKind } from '../../ask/answers.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { grouped } from '../../record/groups.ts';
import { filesOf } from '../../record/report-files.ts';
import { titleOf } from '../../record/title.ts';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { MergeForm } from '../decide/merge-form.tsx';
import { MoveForm } from '../decide/move-form.tsx';
import { VoidForm } from '../decide/void-form.tsx';
import { useHere } from '../frame/here.tsx';
import { Files } from './files.tsx';
import { History } from './history.tsx';
import { ItemCopy } from './item-copy.tsx';
import { ItemHead } from './item-head.tsx';
import { Links } from './links.tsx';
import { movable } from './movable.ts';
import { PropertyLine } from './property-line.tsx';
import { Shapes, versionsOf } from './shapes.tsx';

interface Props {
  readonly kind: string;
  readonly id: string;
  /** on a page of its own: in two columns where there is room */
  readonly wide?: boolean;
}

export function ItemRecord({ kind, id, wide = false }: Props) {
  const address = useAddress();
  const { programme, kinds } = useHere();
  const answer = useQuery({
    ...itemQuestion(programme.id, kind, id, address),
    placeholderData: keepPreviousData,
  });
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return <Record page={answer.data} kind={kinds.get(kind)} wide={wide} part={address.part} />;
}

function Record({
  page,
  kind,
  wide,
  part,
}: {
  page: ItemPage;
  kind: OpenKind | undefined;
  wide: boolean;
  part: string | null;
}) {
  const language = useLanguage();
  const { say } = language;
  const { may, lists } = useHere();
  const { at, known } = useAddress();
  const { view, entries, stamp } = page;
  const [what, report = null] = part?.split(':') ?? [];
  const back = () => go({ part: null });
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(part);
  useEffect(() => {
    // what was pressed is gone: whoever reads by keyboard or by ear is brought to what took its place
    if (before.current !== part) place.current?.querySelector<HTMLElement>('h1, h2')?.focus();
    before.current = part;
  }, [part]);
  const decides = may.has('decide') && at === null && known === null;
  // outlines are stepped through on the map, which a page of its own has not
  const shapes = wide ? [] : versionsOf(view, kind, entries);
  const files = filesOf(view, entries);
  if (what === 'copy')
    return (
      <div ref={place}>
        <ItemCopy kind={view.kind} id={view.id} onBack={back} />
      </div>
    );
  if ((what === 'merge' || what === 'move' || what === 'void') && decides)
    return (
      <div ref={place}>
        <header className="item-head">
          <p className="soft">{kind?.label ?? view.kind}</p>
          <h1 tabIndex={-1}>{titleOf(view, kind, { language, lists })}</h1>
        </header>
        {what === 'merge' && (
          <MergeForm kind={view.kind} item={view.id} joined={view.joined} onDone={back} onCancel={back} />
        )}
        {what === 'move' && (
          <MoveForm
            kind={view.kind}
            joined={view.joined}
            reports={movable(view, entries)}
            first={report}
            onDone={back}
            onCancel={back}
          />
        )}
        {what === 'void' && (
          <VoidForm item={view.id} reports={movable(view, entries)} onDone={back} onCancel={back} />
        )}
      </div>
    );
  const sections = [
    { id: 'values', name: say('web.item.values'), n: null },
    ...(shapes.length > 0 ? [{ id: 'shapes', name: say('web.item.shapes'), n: shapes.length }] : []),
    { id: 'links', name: say('web.item.links'), n: null },
    ...(files.length > 0 ? [{ id: 'files', name: say('web.item.files'), n: files.length }] : []),
    { id: 'history', name: say('web.item.history'), n: entries.length },
  ];
  return (
    <div ref={place}>
      <ItemHead view={view} kind={kind} decides={decides} />
      <nav className="item-parts" aria-label={say('web.item.parts')}>
        {sections.map(({ id, name, n }) => (
          <a key={id} href={`#${id}`}>
            {name}
            {n !== null && <span className="count">{n}</span>}
          </a>
        ))}
      </nav>
      <div className="item-columns" data-wide={wide || undefined}>
        <div id="values" className="item-values" data-testid="values">
          {grouped(view.properties, kind).map(({ group, properties }) => (
            <section key={group} className="group" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{say(`web.group.${group}`)}</h2>
              <dl>
                {properties.map((p) => (
                  <PropertyLine
                    key={`${p.property} ${p.definition}`}
                    shown={p}
                    kind={kind}
                    entries={entries}
                    {...(decides ? { decidesOn: view } : {})}
                  />
                ))}
              </dl>
            </section>
          ))}
        </div>
        <div className="item-rest">
          {shapes.length > 0 && <Shapes view={view} versions={shapes} />}
          <Links kind={view.kind} id={view.id} />
          {files.length > 0 && <Files files={files} />}
          <History view={view} entries={entries} kind={kind} decides={decides} />
        </div>
      </div>
      <footer className="list-foot">
        <p className="stamp mono">{view.id}</p>
        <StampLine stamp={stamp} />
      </footer>
    </div>
  );
}
