/**
 * Promises with a territory, each held against the use, finds and hazards on record that may have to do with it
 * (domain/accountability/promise-check.ts). Whatever the asker may not read takes no part, so two readers may be answered
 * differently; nothing of it is kept.
 */

import { redactView } from '@tilth/domain/access/redact';
import {
  type Checked,
  checkPromise,
  type Promised,
  type Recorded,
} from '@tilth/domain/accountability/promise-check';
import {
  promisedOf,
  recordedKinds,
  recordedOf,
  transfersOfHazards,
} from '@tilth/domain/accountability/recorded';
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Asker, Stamp, Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Things of one kind that are held against promises at most; the answer says of which kinds there are more. */
const MOST_OF_A_KIND = 5_000;
/** Checks of one promise that are given; `counts` counts all. */
const MOST_CHECKS = 200;

export interface Promises {
  readonly stamp: Stamp;
  readonly promises: readonly Checked[];
  /** kinds of which not everything was looked at */
  readonly not_all: readonly string[];
}

export async function promises(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<Promises> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  const read = (name: string, by?: Wanted) => viewsOf(keeper, asker, scene, name, by);
  const [given, transfers] = [await read('assurance'), await read('transfer')];
  const kind = scene.model.kinds.get('assurance');
  const promised = given.views
    .map((view) => (kind ? promisedOf(view, kind, transfers.views) : null))
    .filter((p) => p !== null);
  if (promised.length === 0) return { stamp: scene.stamp, promises: [], not_all: [] };
  const wanted = wantedBy(promised);
  const uses = await read('use', wanted);
  const left = transfersOfHazards(uses.views);
  const notAll: string[] = [];
  const recorded: Recorded[] = [];
  for (const name of recordedKinds) {
    const of = scene.model.kinds.get(name);
    const found = name === 'use' ? uses : await read(name, { ...wanted, ids: [...left.keys()] });
    if (found.more) notAll.push(name);
    for (const view of of ? found.views : []) {
      const thing = recordedOf(view, of as Kind);
      const more = view.joined.flatMap((id) => left.get(id) ?? []);
      recorded.push(more.length === 0 ? thing : { ...thing, transfers: [...thing.transfers, ...more] });
    }
  }
  const checked = promised.map((p) => {
    const found = checkPromise(p, recorded, keeper.overlay);
    return { ...found, checks: found.checks.slice(0, MOST_CHECKS) };
  });
  return { stamp: scene.stamp, promises: checked, not_all: notAll };
}

interface Wanted {
  readonly transfers: readonly Id[];
  readonly models: readonly Id[];
  readonly categories: readonly string[];
  readonly ids?: readonly Id[];
}

function wantedBy(all: readonly Promised[]): Wanted {
  return {
    transfers: all.flatMap((p) => p.transfers),
    models: all.flatMap((p) => p.models),
    categories: all.flatMap((p) => p.categories),
  };
}

/** The columns that tie a kind to a promise, with the values that do. */
function tiesOf(
  kind: Kind,
  wanted: Wanted,
): readonly (readonly [column: string, values: readonly string[]])[] {
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['transfer', wanted.transfers],
    ['model', wanted.models],
    ['models', wanted.models],
    ['category', wanted.categories],
    ['categories', wanted.categories],
  ];
  return all.filter(([name, values]) => name in kind.properties && values.length > 0);
}

/** The views of a kind as the asker may see them, by id, void ones left out; those alone that are tied to `wanted`. */
async function viewsOf(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  name: string,
  wanted?: Wanted,
): Promise<{ readonly views: readonly ItemView[]; readonly more: boolean }> {
  const found = kindFor(scene, name);
  if (!found) return { views: [], more: false };
  const { kind, level } = found;
  const ties = wanted && tiesOf(kind, wanted);
  const ids = wanted?.ids ?? [];
  let texts: readonly string[];
  if (scene.today) {
    const params: unknown[] = [scene.programme, ids];
    const tied = (ties ?? []).map(([column, values]) => {
      params.push(values);
      // disputed, a column holds one of the words only: the view holds all
      const set = kind.properties[column]?.fold === 'set';
      return set
        ? `"${column}" && $${params.length}::text[]`
        : `("${column}" = ANY ($${params.length}::text[]) OR '${column}' = ANY (disputed_in))`;
    });
    const condition = ties === undefined ? '' : ` AND (${['id = ANY ($2::uuid[])', ...tied].join(' OR ')})`;
    const rows = await reading(keeper, asker, scene.programme, (tx) =>
      tx.query<{ view: string }>(
        `SELECT view FROM shown.${tableName(name)} WHERE programme = $1 AND standing <> 'void'
           AND $2::uuid[] IS NOT NULL${condition} ORDER BY id LIMIT ${MOST_OF_A_KIND + 1}`,
        params,
      ),
    );
    texts = rows.map((r) => r.view);
  } else {
    const rows = await allAt(keeper, readerOf(asker, scene.programme), scene, kind);
    texts = rows
      .filter(
        (r) =>
          r.standing !== 'void' &&
          (ties === undefined ||
            ids.includes(r.id) ||
            ties.some(
              ([column, values]) =>
                r.disputed_in.includes(column) ||
                [r.columns[column]].flat().some((v) => typeof v === 'string' && values.includes(v)),
            )),
      )
      .slice(0, MOST_OF_A_KIND + 1)
      .map((r) => r.view);
  }
  const views = texts.slice(0, MOST_OF_A_KIND).flatMap((text) => {
    const whole: ItemView = JSON.parse(text);
    const open = redactView(whole, kind, level);
    return open === null ? [] : [open];
  });
  return { views, more: texts.length > MOST_OF_A_KIND };
}
