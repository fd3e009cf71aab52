/** Drafts as the store takes them in: with the ids a row had before, with what a snapshot says of it, and checked. */
import { isProblem, type Problem, problem } from '@tilth/domain/problem';
import { checkReport } from '@tilth/domain/record/check-report';
import { checkSealed } from '@tilth/domain/record/check-sealed';
import type { Model } from '@tilth/domain/record/kind';
import type { DraftReport, RowDraft } from '@tilth/domain/report/draft';
import type { Claim, Day, Id, Report, Value } from '@tilth/domain/report/entry';
import { deriveId } from '@tilth/domain/report/id';
import { type Prepared, prepareWritable } from '../log.ts';
import type { OwnItem } from './row-keys.ts';

export type AcceptedDraft = Extract<RowDraft, { drafts: readonly DraftReport[] }>;

/** The items of a row that are its own (draft.ts), in order, each once; all of them where none is. */
export function ownItems(row: AcceptedDraft): readonly OwnItem[] {
  const all = new Map(row.drafts.flatMap((d) => d.report.items.map((i) => [i.id, i] as const)));
  const own = row.own?.flatMap((id) => all.get(id) ?? []) ?? [];
  return own.length > 0 ? own : [...all.values()];
}

/** The drafts with other ids for some items, also where claims link to them, and report ids as `report` derives them. */
export function withIds(
  drafts: readonly DraftReport[],
  items: ReadonlyMap<Id, Id>,
  report: (id: Id) => Id,
): readonly DraftReport[] {
  return drafts.map((draft) => {
    const id = report(draft.report.id);
    return {
      report: {
        ...draft.report,
        id,
        items: draft.report.items.map((i) => ({ ...i, id: items.get(i.id) ?? i.id })),
        claims: draft.report.claims.map((c) => ({ ...c, value: relinked(c.value, items) })),
      },
      personal: draft.personal.map((p) => ({ ...p, report: id })),
      ...(draft.kept && { kept: { ...draft.kept, report: id } }),
    };
  });
}

function relinked(value: Value, items: ReadonlyMap<Id, Id>): Value {
  if (value.type === 'member') return { ...value, of: relinked(value.of, items) };
  const to = value.type === 'link' && value.item !== undefined ? items.get(value.item) : undefined;
  return value.type === 'link' && to !== undefined ? { ...value, item: to } : value;
}

/** With a claim on each item that can be published: the source lists it as of the snapshot's day. */
export function withPublished(
  drafts: readonly DraftReport[],
  day: Day,
  model: Model,
): readonly DraftReport[] {
  return drafts.map((draft) => {
    const { report } = draft;
    const upTo = day < report.date ? day : report.date;
    const said = report.items.flatMap((item, on): Claim[] => {
      const has = report.claims.some((c) => c.on === on && c.property === 'published');
      return has || !isPublishable(item.kind, model) ? [] : [publishedClaim(on, true, upTo)];
    });
    return said.length === 0
      ? draft
      : { ...draft, report: { ...report, claims: [...report.claims, ...said] } };
  });
}

export function isPublishable(kind: string, model: Model): boolean {
  return model.kinds.get(kind)?.properties.published?.type === 'yesno';
}

export function publishedClaim(on: number, yes: boolean, day: Day): Claim {
  return { on, property: 'published', value: { type: 'yesno', yes }, when: { from: day, to: day } };
}

/** Ids derived under the programme's secret, as the importer's are. */
export function derive(secret: Uint8Array, ...parts: readonly (string | number)[]): Id {
  return deriveId(secret, parts);
}

/** Reports that were looked at, with their canonical text and digest or the first thing that is wrong with them. */
export type Readied = WeakMap<Report, Prepared | Problem>;

interface Under {
  readonly model: Model;
  readonly today: Day;
  readonly readied: Readied;
}

/** Checks a report and takes its digest; at once when that was done before. */
export function ready(report: Report, { model, today, readied }: Under): Prepared | Problem {
  const before = readied.get(report);
  if (before) return before;
  const wrong = checkReport(report, model)[0] ?? checkSealed(report, model);
  const late = report.date > today ? problem('date-after-receipt', { value: report.date }) : null;
  const found = wrong ?? late ?? prepareWritable(report);
  readied.set(report, found);
  return found;
}

/** The drafts with their canonical text and digest, or the first thing that is wrong with one of them. */
export function readied(
  drafts: readonly DraftReport[],
  under: Under,
): readonly { readonly draft: DraftReport; readonly prepared: Prepared }[] | Problem {
  const out: { draft: DraftReport; prepared: Prepared }[] = [];
  for (const draft of drafts) {
    const prepared = ready(draft.report, under);
    if (isProblem(prepared)) return prepared;
    out.push({ draft, prepared });
  }
  return out;
}
