/** Comparing a file of the desk with the record, and taking chosen rows in as reports on the items they were found to be. */
import { readLevel } from '@tilth/domain/access/level';
import { isProblem, problem, Refusal } from '@tilth/domain/problem';
import type { RowDraft } from '@tilth/domain/report/draft';
import { casesOf } from '@tilth/formats/mapping/columns';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import { fits } from '@tilth/formats/mapping/read-mapping';
import { openTable } from '@tilth/formats/read/open';
import { derive, ownItems, withIds } from '@tilth/store/intake/draft-for-store';
import type { Asker, Programme, Times } from '@tilth/store/store';
import type { Context } from '../route.ts';
import { placeKey } from './account.ts';
import {
  type By,
  comparable,
  linesOf,
  mustHaveKeys,
  type Ours,
  oursOf,
  speakersOf,
  type Theirs,
  theirsOf,
  type Unread,
} from './compared.ts';
import type { Brought, Desk } from './desk.ts';
import { digestOf, draftsOf, takeFile } from './take-file.ts';
import { begin, bringing } from './work.ts';

export interface CompareWish extends Times {
  readonly by: By;
  readonly tolerance_m2: number;
  /** which of ours are missed where the list does not name them: filters as of a list */
  readonly where: Readonly<Record<string, string>>;
}

/** Begins; what is found stands in `file.compared`. Refusals `reconcile-several-kinds`, and of the work `reconcile-no-key`. */
export function beginCompare(
  file: Brought,
  desk: Desk,
  context: Context,
  asker: Asker,
  programme: Programme,
  wish: CompareWish,
): void {
  const mapping = mappingOf(file);
  const [kindName, ...more] = kindsOf(mapping);
  if (kindName === undefined || more.length > 0) throw new Refusal(problem('reconcile-several-kinds'));
  begin(file, desk, 'compare', context, async (work) => {
    const { store } = context;
    file.compared = null;
    const model = await store.model(file.programme);
    const kind = model.kinds.get(kindName);
    if (kind === undefined) throw new Refusal(problem('kind-unknown', { kind: kindName }));
    const from = bringing(file, mapping, desk, context, asker, work);
    const table = await openTable(file.path, mapping.read ?? {});
    const knowing = { by: wish.by, speakers: speakersOf(mapping) };
    const theirs: Theirs[] = [];
    const unread: Unread[] = [];
    try {
      const [misfit] = fits(mapping, table.columns, model).problems;
      if (misfit) throw new Refusal(misfit);
      const { rows } = await draftsOf(from, table, await digestOf(file.path));
      for await (const row of rows) {
        work.rows++;
        from.stop?.();
        const side = theirsOf(row, kind, knowing);
        if (isProblem(side)) unread.push({ row: row.row, problem: side });
        else theirs.push(side);
      }
    } finally {
      await table.close();
    }
    mustHaveKeys(theirs, wish.by);
    const { by, tolerance_m2, where, ...times } = wish;
    const stamp = await store.stamp(asker, file.programme, times);
    const ours: Ours[] = [];
    const asked = { programme: file.programme, kind: kind.name, at: stamp.at, known: stamp.number };
    for await (const row of store.stream(asker, asked)) {
      from.stop?.();
      ours.push(oursOf(row, kind, knowing));
    }
    const wanted = new Set<string>();
    if (Object.keys(where).length > 0)
      for await (const row of store.stream(asker, { ...asked, where })) {
        from.stop?.();
        wanted.add(row.id);
      }
    else for (const { id } of ours) wanted.add(id);
    const level = readLevel(asker.roles.get(file.programme), programme.public, kind.name);
    const filled = mapping.records.flatMap(casesOf).flatMap((c) => Object.keys(c.properties));
    const properties = comparable(kind, filled, level);
    const about = { kind, model, overlay: desk.shapes, properties, tolerance_m2, stop: from.stop };
    const lines = await linesOf(ours, theirs, wanted, about);
    file.compared = { stamp, kind, by, tolerance_m2, where, properties, lines, unread };
  });
}

function mappingOf(file: Brought): Mapping {
  if (file.mapping === null) throw new Refusal(problem('mapping-missing'));
  return file.mapping;
}

function kindsOf(mapping: Mapping): readonly string[] {
  return [...new Set(mapping.records.flatMap(casesOf).map((c) => c.kind))];
}

/**
 * Stores the rows chosen as reports of the operator that wait for review: on our item where the row is one of ours, else on
 * a new one. Choosing them again adds nothing. Refusal `import-not-compared`.
 */
export async function beginTakingChosen(
  file: Brought,
  desk: Desk,
  context: Context,
  asker: Asker,
  numbers: readonly number[],
): Promise<void> {
  const { compared } = file;
  if (compared === null) throw new Refusal(problem('import-not-compared'));
  const { snapshot: _, ...mapping } = mappingOf(file);
  const targets = new Map<string, string | null>();
  for (const n of numbers) {
    const line = compared.lines[n];
    const [row] = line?.theirs ?? [];
    if (line === undefined || row === undefined || line.state === 'unsure') continue;
    targets.set(row.id, line.ours[0]?.id ?? null);
  }
  const secret = await context.store.secret(file.programme);
  begin(file, desk, 'import', context, async (work) => {
    work.writing = true;
    const taken = await takeFile(bringing(file, mapping, desk, context, asker, work), {
      approve: false,
      dryRun: false,
      pass: (row) => {
        const target = targets.get(placeKey(row));
        if (target === undefined || !('drafts' in row)) return undefined;
        return target === null ? row : onItem(row, compared.kind.name, target, secret);
      },
    });
    if ('misfits' in taken) throw new Refusal(taken.misfits[0] ?? problem('mapping-missing'));
    const { number } = await context.store.stamp(asker, file.programme);
    file.imported = { ...taken, drawn: new Map(), approved: false, number };
  });
}

/** The row's own item of the kind is ours; its report gets an id of its own, lest it be taken for one of the row's own item. */
function onItem(
  row: Extract<RowDraft, { drafts: unknown }>,
  kind: string,
  target: string,
  secret: Uint8Array,
): RowDraft {
  const own = ownItems(row).find((i) => i.kind === kind);
  if (own === undefined) return row;
  const drafts = withIds(row.drafts, new Map([[own.id, target]]), (id) =>
    derive(secret, 'reconciled', id, target),
  );
  return { ...row, key: { ...row.key, identity: '' }, drafts };
}
