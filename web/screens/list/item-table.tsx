// biome-ignore-all lint/a11y/useSemanticElements: a table can't draw only the rows in sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the row holds the focus, and the button in a column head
/**
 * A list of any length. The server pages it; only rows in sight are asked for and drawn. One row has the focus at a
 * time: arrows, Page Up and Down, Home and End move it, Enter opens it (ARIA grid pattern, row focus).
 */
import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Kind, Page, Row } from '../../ask/answers.ts';
import { Refused } from '../../ask/ask.ts';
import { isItemId, linkedIds, useLinkNames } from '../../ask/link-names.ts';
import { keepToOneReceipt } from '../../ask/one-receipt.ts';
import { type ListWish, listQuestion, pageSize } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { showCell } from '../../record/show-value.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { useRem } from '../../ui/use-rem.ts';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

interface TableProps {
  readonly kind: Kind;
  readonly wish: ListWish;
  readonly first: UseQueryResult<Page>;
  readonly columns: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}

export function ItemTable({ kind, wish, first, columns, chosen, onChoose }: TableProps) {
  const { say } = useLanguage();
  if (first.error) return <NotAnswered error={first.error} retry={() => first.refetch()} />;
  if (!first.data) return <Waiting />;
  if (first.data.matched === 0) {
    const narrowed = wish.filter !== '' || (wish.within ?? null) !== null;
    const hint = narrowed
      ? 'web.list.empty-filter'
      : wish.q
        ? 'web.list.empty-search'
        : 'web.list.empty-hint';
    return (
      <Empty title={say('web.list.empty', { kind: kind.plural })}>
        <p>{say(hint, { q: wish.q })}</p>
        {narrowed && (
          <Button onPress={() => go({ filter: '', within: null })}>{say('web.filter.clear')}</Button>
        )}
      </Empty>
    );
  }
  return (
    <Grid
      key={JSON.stringify(wish)}
      kind={kind}
      columns={columns}
      matched={first.data.matched}
      wish={wish}
      // what is shown while the next answer is under way are rows of another question
      first={first.isPlaceholderData ? undefined : first.data}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

/** A filter that the server refuses stands in the address: the way on is to drop it. */
function NotAnswered({ error, retry }: { error: Error; retry: () => void }) {
  const { say } = useLanguage();
  const { filter, within, sort, columns } = useAddress();
  const asked = filter !== '' || within !== null || sort !== null || columns.length > 0;
  return (
    <div>
      <Trouble error={error} retry={retry} />
      {asked && error instanceof Refused && (
        <div className="message">
          <Button onPress={() => go({ filter: '', within: null, sort: null, columns: [] })}>
            {say('web.list.start-anew')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface GridProps {
  readonly kind: Kind;
  readonly columns: readonly string[];
  readonly matched: number;
  readonly wish: ListWish;
  readonly first: Page | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}

/** rem, as the style sheet has it */
const rowHeight = 2.75;

function Grid({ kind, columns, matched, wish, first, chosen, onChoose }: GridProps) {
  const { say } = useLanguage();
  const { sort, item } = useAddress();
  const scroller = useRef<HTMLDivElement>(null);
  const high = rowHeight * useRem();
  const virtual = useVirtualizer({
    count: matched,
    getScrollElement: () => scroller.current,
    estimateSize: () => high,
    overscan: 12,
  });
  useEffect(() => {
    // measured anew when the text grows
    if (high > 0) virtual.measure();
  }, [high, virtual]);
  const inSight = virtual.getVirtualItems();
  const from = Math.floor((inSight[0]?.index ?? 0) / pageSize);
  const to = Math.floor((inSight.at(-1)?.index ?? 0) / pageSize);
  const pages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  // pages that only rush by are not asked for
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...listQuestion({ ...wish, columns }, page),
      enabled: !virtual.isScrolling,
      ...(page === 0 && first ? { placeholderData: first } : {}),
    })),
  });
  const held = answers.map((a) => a.dataUpdatedAt).join();
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the pages hold changes with when they came
  useEffect(() => {
    const answered = answers.map((a) => (a.error ? undefined : a.data));
    if (!virtual.isScrolling) keepToOneReceipt(client, wish, [first, ...answered]);
  }, [client, wish, first, held, virtual.isScrolling]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the pages hold changes with when they came
  const wanted = useMemo(
    () =>
      linkedIds(
        kind,
        columns,
        answers.flatMap((a) => a.data?.rows ?? []),
      ),
    [kind, columns, held],
  );
  const names = useLinkNames(wanted);
  const rowAt = (index: number): Row | undefined =>
    answers[Math.floor(index / pageSize) - from]?.data?.rows[index % pageSize];

  const open = (index: number) => {
    const row = rowAt(index);
    if (row) go({ item: row.id, itemKind: row.kind, narrow: 'side' });
  };
  const toggle = (index: number) => {
    const row = rowAt(index);
    if (row) onChoose(row.id);
  };
  const { active, setActive, group } = useRowFocus({
    scroller,
    count: matched,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / high) - 1),
    scrollTo: (index) => virtual.scrollToIndex(index),
    open,
    toggle,
  });
  const others = columns.length - 1;
  const template = {
    '--columns': `1.25rem minmax(9rem, 1.5fr) ${others > 0 ? `repeat(${others}, minmax(6.5rem, 1fr))` : ''}`,
    '--least': `${12.5 + others * 7.25}rem`,
  };

  return (
    <div
      className="grid"
      role="grid"
      aria-label={kind.plural}
      aria-rowcount={matched + 1}
      aria-colcount={columns.length + 1}
      ref={scroller}
      style={template as React.CSSProperties}
    >
      <div className="grid-head" role="row" aria-rowindex={1}>
        <div role="columnheader" className="cell">
          <span className="visually-hidden">{say('web.list.choose')}</span>
        </div>
        {columns.map((name) => (
          <SortHead key={name} name={name} property={kind.properties[name]} sort={sort} />
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
                <Cells
                  row={row}
                  kind={kind}
                  columns={columns}
                  names={names}
                  chosen={chosen.has(row.id)}
                  onChoose={onChoose}
                />
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

interface CellsProps {
  readonly row: Row;
  readonly kind: Kind;
  readonly columns: readonly string[];
  /** what linked items are called, by their ids */
  readonly names: ReadonlyMap<string, string>;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

const Cells = memo(function Cells({ row, kind, columns, names, chosen, onChoose }: CellsProps) {
  const language = useLanguage();
  const { say } = language;
  const { lists } = useHere();
  const texts = columns.map((name) => {
    const cell = row.values[name];
    if (kind.properties[name]?.type === 'link' && typeof cell === 'string')
      return language.list(
        cell.split('; ').map((id) => names.get(id) ?? (isItemId(id) ? id.slice(0, 8) : id)),
      );
    return showCell(cell, kind.properties[name], { language, lists });
  });
  const unnamed = say('web.list.unnamed', { id: row.id.slice(0, 8) });
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys; the cell only keeps the row from opening */}
      <div role="gridcell" className="cell" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          className="choose"
          tabIndex={-1}
          checked={chosen}
          onChange={() => onChoose(row.id)}
          aria-label={say('web.list.choose-row', { title: texts[0] || unnamed })}
        />
      </div>
      {columns.map((name, i) => {
        const text = texts[i] ?? '';
        return (
          <div
            key={name}
            role="gridcell"
            className="cell"
            title={text}
            data-number={kind.properties[name]?.type === 'number' || undefined}
          >
            <span className="cell-text" data-missing={text === '' || undefined}>
              {text || (i === 0 ? unnamed : '–')}
            </span>
            {i === 0 && <StandingChips standing={row.standing} disputed={row.disputed} />}
          </div>
        );
      })}
    </>
  );
});

interface HeadProps {
  readonly name: string;
  readonly property: Kind['properties'][string] | undefined;
  readonly sort: string | null;
}

function SortHead({ name, property, sort }: HeadProps) {
  const { say } = useLanguage();
  const label = property?.label ?? name;
  const descending = sort === `-${name}`;
  const sorted = descending || sort === name;
  const next = sort === name ? `-${name}` : descending ? null : name;
  // members of a set stand in no order
  if (property?.fold === 'set') {
    return (
      <div role="columnheader" className="cell">
        <span className="unsorted">{label}</span>
      </div>
    );
  }
  return (
    <div
      role="columnheader"
      className="cell"
      data-number={property?.type === 'number' || undefined}
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
