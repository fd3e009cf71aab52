/**
 * How a row is known again. Identity: its key columns, or for a snapshot the columns compared. Content: all it says,
 * after normalising. Both only as digests under the programme's secret, because they go into tables beside people's data.
 */
import { createHash } from 'node:crypto';
import type { RowKey } from '@tilth/domain/report/draft';
import type { Id } from '@tilth/domain/report/entry';
import type { SourceRow } from '../read/table.ts';
import type { Cleaner } from './cells.ts';
import { deriveId, keyedDigest } from './keyed.ts';
import type { Mapping } from './mapping.ts';
import type { Chosen } from './records-of-row.ts';

export interface Keys {
  /** the number of the earlier row taken that this one equals, under `duplicates: merge`; else null */
  sameAs(source: SourceRow): number | null;
  /** the row last asked about was taken: later rows may equal it. A refused row stands for no other */
  taken(): void;
  /** the row's key, and the first row that says all the same; counts its place among equals, so it is asked once for each row taken */
  keyOf(source: SourceRow): RowKey & { readonly twin: number | null };
  itemId(programme: string, record: Chosen, source: SourceRow, key: RowKey): Id;
}

const GEOMETRY = '@geometry';

export function keysOf(
  mapping: Mapping,
  clean: Cleaner,
  secret: Uint8Array,
  columns: readonly string[],
): Keys {
  const name = mapping.source.name;
  const seen = new Map<string, number>();
  const places = new Map<string, { n: number; readonly first: number }>();
  let last: readonly [key: string, row: number] | null = null;
  const identity = mapping.snapshot?.compare ?? mapping.identity ?? [];
  const sorted = [...columns].sort();

  const normal = (source: SourceRow, column: string): string =>
    column === GEOMETRY ? geometryText(source) : clean.normal(column, source.values[column]);
  /** columns that say nothing are left out, so that a new empty column changes no row */
  const content = (source: SourceRow): string[] => {
    const parts: string[] = [];
    for (const column of sorted) {
      const text = normal(source, column);
      if (text !== '') parts.push(column, text);
    }
    const geometry = geometryText(source);
    if (geometry !== '') parts.push(GEOMETRY, geometry);
    return parts;
  };

  return {
    sameAs(source) {
      last = null;
      if (mapping.duplicates !== 'merge') return null;
      const chosen = mapping.same_when;
      const parts = chosen ? chosen.map((c) => normal(source, c)) : content(source);
      // a feature without a geometry is nowhere in particular: it can't be told to be the same as another
      const nowhere = chosen ? parts.includes('') : source.geometry === null || parts.length === 0;
      if (nowhere) return null;
      const key = createHash('sha256').update(JSON.stringify(parts)).digest('base64');
      const first = seen.get(key);
      if (first !== undefined) return first;
      last = [key, source.row];
      return null;
    },
    taken() {
      if (last !== null) seen.set(...last);
    },
    keyOf(source) {
      const words = identity.map((c) => normal(source, c));
      const named = words.some((w) => w !== '') ? keyedDigest(secret, ['identity', name, ...words]) : '';
      const whole = keyedDigest(secret, ['content', name, ...content(source)]);
      const equals = mapping.snapshot !== undefined && named !== '' ? named : `${named} ${whole}`;
      const before = places.get(equals);
      const place = before?.n ?? 0;
      if (before) before.n++;
      else places.set(equals, { n: 1, first: source.row });
      // rows known by the columns a snapshot compares need not say the same
      const twin = before && equals !== named ? before.first : null;
      return { identity: named, content: whole, place, twin };
    },
    itemId(programme, record, source, key) {
      const own = record.rule.identity;
      const kind = record.kind.name;
      if (own !== undefined) {
        const words = own.map((c) => normal(source, c));
        if (words.some((w) => w !== '')) return deriveId(secret, ['item', programme, name, kind, ...words]);
      }
      const as = record.rule.as ?? record.n;
      if (key.identity === '') {
        return deriveId(secret, ['item', programme, name, kind, as, 'content', key.content, key.place]);
      }
      // a snapshot's compared columns do not name one row: its place among equals does
      const place = mapping.snapshot === undefined ? 0 : key.place;
      return deriveId(secret, ['item', programme, name, kind, as, 'identity', key.identity, place]);
    },
  };
}

function geometryText(source: SourceRow): string {
  return source.geometry === undefined || source.geometry === null ? '' : JSON.stringify(source.geometry);
}
