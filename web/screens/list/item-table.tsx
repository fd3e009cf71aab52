// biome-ignore-all lint/a11y/useSemanticElements: a table can't draw only the rows in sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the row holds the focus, and the button in a column head
/**
 * A list of any length. The server pages it; only rows in sight are asked for and drawn. One row has the focus at a
 * time: arrows, Page Up and Down, Home and End move it, Enter opens it (ARIA grid pattern, row focus).
 */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef } from 'react';
import type { Kind, Row } from '../../ask/answers.ts';
import { listQuestion, pageSize } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { columnsOf } from '../../record/columns.ts';
import { showCell } from '../../record/show-value.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function ItemTable({ kind }: { kind: Kind }) {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const { at, known, q, sort } = useAddress();
  const wish = { programme: programme.id, kind: kind.name, q, sort: sort ?? kind.title ?? null, at, known };
  const first = useQuery({ ...listQuestion(wish, 0), placeholderData: keepPreviousData });

  const rows = first.data?.rows;
  const columns = useMemo(() => columnsOf(kind, rows ?? []), [kind, rows]);

  if (first.error) return <Trouble error={first.error} retry={() => first.refetch()} />;
  if (!first.data) return <Waiting />;
  if (first.data.matched === 0)
    return (
      <Empty title={say('web.list.empty', { kind: kind.plural })}>
        <p>{say(q ? 'web.list.empty-search' : 'web.list.empty-hint', { q })}</p>
      </Empty>
    );
  return (
    <>
      <Grid
        key={JSON.stringify(wish)}
        kind={kind}
        columns={columns}
        matched={first.data.matched}
        wish={wish}
      />
      <footer className="list-foot">
        <strong>{say('web.list.matched', { n: first.data.matched })}</strong>
        <StampLine stamp={first.data.stamps[0]} />
      </footer>
    </>
  );
}

interface GridProps {
  readonly kind: Kind;
  readonly columns: readonly string[];
  readonly matched: number;
  readonly wish: Parameters<typeof listQuestion>[0];
}

const rowHeight = 44;

function Grid({ kind, columns, matched, wish }: GridProps) {
  const { say } = useLanguage();
  const { sort, item } = useAddress();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: matched,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const inSight = virtual.getVirtualItems();
  const from = Math.floor((inSight[0]?.index ?? 0) / pageSize);
  const to = Math.floor((inSight.at(-1)?.index ?? 0) / pageSize);
  const pages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  // pages that only rush by are not asked for
  const answers = useQueries({
    queries: pages.map((page) => ({ ...listQuestion(wish, page), enabled: !virtual.isScrolling })),
  });
  const rowAt = (index: number): Row | undefined =>
    answers[Math.floor(index / pageSize) - from]?.data?.rows[index % pageSize];

  const open = (index: number) => {
    const row = rowAt(index);
    if (row) go({ item: row.id, itemKind: row.kind, narrow: 'side' });
  };
  const { active, setActive, group } = useRowFocus({
    scroller,
    count: matched,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1),
    scrollTo: (index) => virtual.scrollToIndex(index),
    open,
  });
  const others = columns.length - 1;
  const template = {
    '--columns': `minmax(9rem, 1.5fr) repeat(${others}, minmax(6.5rem, 1fr))`,
    '--least': `${10.5 + others * 7.25}rem`,
  };

  return (
    <div
      className="grid"
      role="grid"
      aria-label={kind.plural}
      aria-rowcount={matched + 1}
      aria-colcount={columns.length}
      ref={scroller}
      style={template as React.CSSProperties}
    >
      <div className="grid-head" role="row" aria-rowindex={1}>
        {columns.map((name) => (
          <SortHead key={name} name={name} label={kind.properties[name]?.label ?? name} sort={sort} />
        ))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ blockSize: virtual.getTotalSize() }} {...group}>
        {inSight.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the group around the rows
            <div
              key={index}
              role="row"
              className="grid-row"
              data-index={index}
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && row.id === item}
              aria-busy={row === undefined}
              tabIndex={index === active ? 0 : -1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index);
                open(index);
              }}
            >
              {row ? (
                <Cells row={row} kind={kind} columns={columns} />
              ) : (
                <span className="soft">{say('web.waiting')}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const Cells = memo(function Cells({
  row,
  kind,
  columns,
}: {
  row: Row;
  kind: Kind;
  columns: readonly string[];
}) {
  const language = useLanguage();
  const { lists } = useHere();
  return columns.map((name, i) => {
    const text = showCell(row.values[name], kind.properties[name], { language, lists });
    return (
      <div
        key={name}
        role="gridcell"
        className="cell"
        title={text}
        data-number={kind.properties[name]?.type === 'number' || undefined}
      >
        <span className="cell-text" data-missing={text === '' || undefined}>
          {text || (i === 0 ? language.say('web.list.unnamed', { id: row.id.slice(0, 8) }) : '–')}
        </span>
        {i === 0 && <StandingChips standing={row.standing} disputed={row.disputed} />}
      </div>
    );
  });
});

function SortHead({ name, label, sort }: { name: string; label: string; sort: string | null }) {
  const { say } = useLanguage();
  const descending = sort === `-${name}`;
  const sorted = descending || sort === name;
  const next = sort === name ? `-${name}` : descending ? null : name;
  return (
    <div
      role="columnheader"
      className="cell"
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="sort"
        title={say('web.list.sort', { column: label })}
        onClick={() => go({ sort: next })}
      >
        <span>{label}</span>
        {sorted && <Icon name={descending ? 'down' : 'up'} />}
      </button>
    </div>
  );
}
