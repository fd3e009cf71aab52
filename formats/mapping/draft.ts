/**
 * Rows of a table under a mapping → draft reports, one for each row, ready for the store. Every row of the file gives
 * exactly one RowDraft: taken (with what was repaired), refused (why), or the same as an earlier row (law 8). Ids are
 * derived from source, identity or content and place among equals, so that running again makes the same ones (law 10).
 */
import type { Shapes } from '@tilth/domain/geometry/geos';
import { REPAIR_LIMITS, type RepairLimits } from '@tilth/domain/geometry/repair';
import { isProblem, problem } from '@tilth/domain/problem';
import { checkReport } from '@tilth/domain/record/check-report';
import type { Model } from '@tilth/domain/record/kind';
import { canonical } from '@tilth/domain/report/canonical';
import { sealPersonal } from '@tilth/domain/report/commitment';
import type { DraftReport, KeptColumns, RowDraft } from '@tilth/domain/report/draft';
import type {
  Claim,
  Day,
  Digest,
  Id,
  Instant,
  Report,
  Span,
  Sureness,
  Value,
} from '@tilth/domain/report/entry';
import type { SourceRow, Table } from '../read/table.ts';
import { cleaner } from './cells.ts';
import { namedColumns, personalColumns } from './columns.ts';
import { readDate } from './dates.ts';
import { dateOf } from './dates-of-row.ts';
import { deriveId } from './keyed.ts';
import { type Keys, keysOf } from './keys.ts';
import type { Mapping } from './mapping.ts';
import { type Chosen, chosen, type Plan, plans } from './records-of-row.ts';
import { hushed, type RowWork, type Setting } from './row.ts';
import { hush, unfit } from './unfit.ts';
import { type Siblings, valuesOf } from './values.ts';

export interface DraftContext {
  readonly programme: string;
  /** who imports */
  readonly by: Id;
  /** today in the programme's zone: the report's date where the mapping gives the source none */
  readonly today: Day;
  readonly written: Instant;
  /** 32 bytes of the programme: ids and row keys are derived under it */
  readonly secret: Uint8Array;
  /** fresh random bytes, for the salts of personal values */
  readonly random: (bytes: number) => Uint8Array;
  readonly model: Model;
  /** geometry engine, started: `overlayOf(await initGeosJs())` */
  readonly shapes: Shapes;
  readonly capture?: Digest;
  readonly limits?: RepairLimits;
  /** date of the snapshot, where it is not the mapping's */
  readonly snapshot?: Day;
}

/** The date of the reports: the snapshot's, else the source's, else today. A year or month ends on its last day. */
export function reportDate(mapping: Mapping, context: Pick<DraftContext, 'today' | 'snapshot'>): Day {
  const stated = context.snapshot ?? mapping.snapshot?.date ?? mapping.source.date;
  const day = stated === undefined ? undefined : readDate(stated)?.to;
  return day === undefined || day > context.today ? context.today : day;
}

/**
 * Drafts of all rows, in order. The mapping must have passed `readMapping`, and the table's columns `fits`. Nothing is
 * kept of a row but its keys.
 */
export async function* drafts(
  table: Table,
  mapping: Mapping,
  context: DraftContext,
): AsyncGenerator<RowDraft> {
  const named = namedColumns(mapping);
  const counted = new Set(named.filter((c) => c.number).map((c) => c.column));
  const setting: Setting = {
    mapping,
    model: context.model,
    clean: cleaner(mapping, counted),
    numeric: new Set(mapping.read?.numbers?.columns ?? []),
    shapes: context.shapes,
    limits: context.limits ?? REPAIR_LIMITS,
    extent: mapping.extent && [
      mapping.extent[0]!,
      mapping.extent[1]!,
      mapping.extent[2]!,
      mapping.extent[3]!,
    ],
    date: reportDate(mapping, context),
    personal: personalColumns(mapping, context.model),
    tables: new Map(),
  };
  const all = plans(mapping, context.model.kinds);
  const claimed = new Set(named.filter((c) => c.claimed).map((c) => c.column));
  const spare = table.columns.filter((c) => !claimed.has(c) && mapping.kept?.[c] !== 'leave-out');
  const used = table.columns.filter((c) => mapping.kept?.[c] !== 'leave-out' || claimed.has(c));
  const keys = keysOf(mapping, setting.clean, context.secret, used);
  for await (const source of table.rows) yield draft(source, setting, all, spare, keys, context);
}

function draft(
  source: SourceRow,
  setting: Setting,
  all: readonly Plan[],
  spare: readonly string[],
  keys: Keys,
  context: DraftContext,
): RowDraft {
  const at = { row: source.row, ...(source.sheet !== undefined && { sheet: source.sheet }) };
  if (source.problem) return { ...at, refused: source.problem };
  const earlier = keys.sameAs(source);
  if (earlier !== null) return { ...at, same: earlier };
  const work: RowWork = { source, repairs: [], notices: [], waits: null };
  for (const notice of source.notices ?? []) {
    const put_right = notice.code === 'text-double-encoded' && setting.clean.repairs_encoding;
    if (put_right)
      work.repairs.push(problem('text-encoding-repaired', { column: notice.facts.column ?? '' }));
    else work.notices.push(notice);
  }
  const records = chosen(setting, work, all);
  if (isProblem(records)) return { ...at, refused: records };

  const found = dateOf(setting, work, setting.mapping.date);
  const when: Span = found?.span ?? { from: null, to: setting.date };
  if (found === null && work.repairs.length === 0) work.notices.push(problem('date-missing'));
  if (when.to > context.today) return { ...at, refused: problem('date-after-receipt', { value: when.to }) };

  const { twin, ...key } = keys.keyOf(source);
  if (twin !== null) work.notices.unshift(problem('same-as-row', { row: twin, columns: [] }));
  const ids = records.map((record) => keys.itemId(context.programme, record, source, key));
  const siblings: Siblings = new Map(
    records.flatMap((record, n) =>
      record.rule.as === undefined ? [] : [[record.rule.as, ids[n]!] as const],
    ),
  );
  const { claims, says } = claimsOf(setting, work, records, siblings, when);
  if (!says) return { ...at, refused: problem('row-empty', { row: source.row }) };
  const date = [when.to, setting.date].sort().at(-1)!;
  hush(setting, work);

  const { source: from } = setting.mapping;
  const build = (): Report => ({
    type: 'report',
    id: deriveId(context.secret, [
      'report',
      context.programme,
      from.name,
      key.identity,
      key.content,
      key.place,
    ]),
    programme: context.programme,
    form: `import/${setting.mapping.name}`,
    form_version: setting.mapping.version,
    date,
    when,
    by: context.by,
    written: context.written,
    source: { name: from.name },
    ...(from.said && { said: party(from.said) }),
    ...(from.publisher && { published: party(from.publisher) }),
    ...sureness(from),
    ...(context.capture !== undefined && { capture: context.capture }),
    items: records.map((record, n) => ({ id: ids[n]!, kind: record.kind.name })),
    claims,
    ...(work.repairs.length > 0 && { changes: work.repairs }),
    ...(work.waits !== null && { waits: work.waits }),
  });
  let report = build();
  let wrong = checkReport(report, setting.model)[0];
  if (wrong !== undefined && unfit(setting, work, records, claims, date)) {
    report = build();
    wrong = checkReport(report, setting.model)[0];
  }
  if (wrong !== undefined) return { ...at, refused: wrong };
  const sealed = sealPersonal(report, setting.model, () => hex(context.random(16)));
  const kept = keptOf(report.id, setting, work, records, spare);
  keys.taken();
  const own = ids.filter((_, n) => records[n]!.rule.identity === undefined);
  return {
    ...at,
    key,
    drafts: [withKept(sealed, kept)],
    ...(own.length < ids.length && { own }),
    repairs: work.repairs,
    notices: work.notices,
  };
}

function claimsOf(
  setting: Setting,
  work: RowWork,
  records: readonly Chosen[],
  siblings: Siblings,
  when: Span,
): { claims: Claim[]; says: boolean } {
  const claims: Claim[] = [];
  let says = false;
  const { row, sheet } = work.source;
  for (const [on, record] of records.entries()) {
    for (const [name, rules] of record.properties) {
      const property = record.kind.properties[name]!;
      const told = [work.repairs.length, work.notices.length] as const;
      for (const rule of rules) {
        const dated = rule.when && dateOf(setting, work, rule.when);
        const part = rule.part === undefined ? '' : setting.clean.text(work.source.values[rule.part]);
        for (const { value, column } of valuesOf(
          setting,
          work,
          rule,
          name,
          property,
          record.kind,
          siblings,
        )) {
          const told_by_file = rule.geometry === 'feature' && value.type !== 'unknown';
          if (column !== undefined || told_by_file || isUnreadable(value)) says = true;
          claims.push({
            on,
            property: name,
            value,
            ...(rule.definition !== undefined && { definition: rule.definition }),
            ...(part !== '' && { part }),
            ...(dated && !sameSpan(dated.span, when) && { when: dated.span }),
            ...(rule.said && { said: party(rule.said) }),
            where: {
              cell: { ...(sheet !== undefined && { sheet }), row, ...(column !== undefined && { column }) },
            },
          });
        }
      }
      if (property.sensitivity === 'personal') {
        for (const [i, list] of [work.repairs, work.notices].entries()) {
          for (let n = told[i]!; n < list.length; n++) list[n] = hushed(list[n]!);
        }
      }
    }
  }
  return { claims, says };
}

/** Something stood there, though nobody can tell what. */
function isUnreadable(value: Value): boolean {
  return value.type === 'unknown' && value.why === 'unreadable';
}

/** Columns no record uses, with what they hold: personal where the row speaks of people, else restricted (law 9). */
function keptOf(
  report: Id,
  setting: Setting,
  work: RowWork,
  records: readonly Chosen[],
  spare: readonly string[],
): KeptColumns | null {
  const columns: Record<string, string> = {};
  let personal = false;
  const people = records.some((r) =>
    Object.values(r.kind.properties).some((p) => p.sensitivity === 'personal'),
  );
  for (const column of spare) {
    const text = setting.clean.text(work.source.values[column]);
    if (text === '') continue;
    columns[column] = text;
    const classed = setting.mapping.kept?.[column] ?? (people ? 'personal' : 'restricted');
    if (classed === 'personal') personal = true;
  }
  if (Object.keys(columns).length === 0) return null;
  return { report, sensitivity: personal ? 'personal' : 'restricted', columns };
}

function withKept(sealed: DraftReport, kept: KeptColumns | null): DraftReport {
  if (kept === null) return sealed;
  if (sealed.kept === undefined) return { ...sealed, kept };
  const sensitivity = [sealed.kept, kept].some((k) => k.sensitivity === 'personal')
    ? 'personal'
    : 'restricted';
  return {
    ...sealed,
    kept: { report: kept.report, sensitivity, columns: { ...kept.columns, ...sealed.kept.columns } },
  };
}

function sureness(from: Mapping['source']): { sure?: Sureness } {
  const { reliability, information, device, doubt } = from;
  if (reliability === undefined && information === undefined && device === undefined && doubt === undefined)
    return {};
  return {
    sure: {
      ...(reliability !== undefined && { source: reliability }),
      ...(information !== undefined && { information }),
      ...(device !== undefined && { device }),
      ...(doubt !== undefined && { doubt }),
    },
  };
}

function party(p: { readonly name?: string; readonly item?: string }) {
  return { ...(p.item !== undefined && { item: p.item }), ...(p.name !== undefined && { name: p.name }) };
}

function sameSpan(a: Span, b: Span): boolean {
  return canonical(a) === canonical(b);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
