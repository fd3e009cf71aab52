import { problem, Refusal } from '@tilth/domain/problem';
import { isId } from '@tilth/domain/record/check-value';
import type { Kind } from '@tilth/domain/record/kind';
import { earlierValues } from '@tilth/domain/report/earlier-values';
import type { Id, Value } from '@tilth/domain/report/entry';
import type { PropertyView } from '@tilth/domain/report/view';
import { voiceOf } from '@tilth/domain/report/voice';
import type { Asker, ItemPage, Store, Times } from '@tilth/store/store';
import type { Command } from '../command.ts';
import { harmless } from '../sentence.ts';
import { timesAsked, timesOptions } from '../times.ts';
import { type Called, namedIn, valueText } from '../value-text.ts';

export const show: Command = {
  name: 'show',
  usage: 'show ID [--at DATE] [--known INSTANT]',
  summary: 'one item: its current view, who says so, what disputes it, its history',
  help: 'ID is the item’s id, or the local id its keeper gave it, as OL-HA-0004. With --at and --known it is shown as it was on that day, as known then at this office; --known published:2024-11-23 finds the receipt number up to which nothing later was published.',
  options: timesOptions,
  words: [1, 1],
  async run({ store, positionals, flags, json, terminal, asker, programme }) {
    const [typed = ''] = positionals;
    const who = await asker();
    const id = isId(typed.toLowerCase())
      ? typed.toLowerCase()
      : await called(typed, store, who, (await programme()).id);
    const named = typeof flags.programme === 'string' ? (await programme()).id : undefined;
    const homes = named === undefined ? ((await store.locate(who, [id])).get(id) ?? []) : [named];
    const unknown = problem('item-unknown', { id });
    if (homes.length > 1) throw new Refusal(problem('item-in-several', { id, programmes: homes }));
    const [home] = homes;
    if (home === undefined) throw new Refusal(unknown);
    const times = await timesAsked(flags, store, who, home);
    const page = await store.item(who, home, id, times);
    if (page === null) throw new Refusal(unknown);
    if (json) await terminal.out(`${JSON.stringify(page)}\n`);
    else {
      const kind = (await store.model(home)).kinds.get(page.view.kind);
      await terminal.out(harmless(asText(page, kind, await calledIn(page, kind, store, who, home, times))));
    }
    return 0;
  },
};

/** What the items are called that it names, at these times, as far as this person may read them. */
async function calledIn(
  { view }: ItemPage,
  kind: Kind | undefined,
  store: Store,
  who: Asker,
  programme: string,
  times: Times,
): Promise<Called> {
  const { kinds } = await store.model(programme);
  const wanted = new Map<string, Set<Id>>();
  for (const p of view.properties) {
    const values = [
      p.value,
      ...(p.members ?? []).map((m) => m.value),
      ...[...p.remaining, ...earlierValues(p)].map((s) => s.value),
    ];
    const ids = values.flatMap((v) => (v === null ? [] : namedIn(v)));
    const to = kind?.properties[p.property]?.to ?? [];
    for (const name of ids.length === 0 ? [] : to.length === 0 ? kinds.keys() : to) {
      const of = wanted.get(name) ?? new Set();
      for (const id of ids) of.add(id);
      wanted.set(name, of);
    }
  }
  const called = new Map<Id, string>();
  for (const [name, ids] of wanted) {
    const title = kinds.get(name)?.title ?? 'name';
    const where = { id: [...ids].join() };
    const { rows } = await store.list(who, { programme, kind: name, where, limit: ids.size, ...times });
    for (const { id, values } of rows) {
      const words = [values.local_id, values[title]].filter((w) => typeof w === 'string' && w !== '');
      if (words.length > 0) called.set(id, [...new Set(words)].join(' '));
    }
  }
  return called;
}

/** The item with this local id. Refusals `item-unknown`, `item-several`. */
async function called(localId: string, store: Store, who: Asker, programme: string): Promise<string> {
  const found: string[] = [];
  for (const kind of (await store.model(programme)).kinds.values()) {
    if (!('local_id' in kind.properties)) continue;
    const page = await store.list(who, {
      programme,
      kind: kind.name,
      where: { local_id: localId },
      limit: 5,
    });
    found.push(...page.rows.map((row) => row.id));
  }
  const [first] = found;
  if (first === undefined) throw new Refusal(problem('item-unknown', { id: localId }));
  if (found.length > 1) throw new Refusal(problem('item-several', { id: localId, items: found }));
  return first;
}

function asText({ stamp, view, entries }: ItemPage, kind: Kind | undefined, called: Called): string {
  const shown = (name: string, v: Value) => valueText(v, kind?.properties[name], called);
  const lines = [
    `${view.kind} ${view.id}${view.standing === 'live' ? '' : ` (${view.standing})`}${view.disputed ? ' DISPUTED' : ''}`,
    `as of ${stamp.at}, known up to no. ${stamp.number}${stamp.known === null ? '' : ` (${stamp.known})`}, office ${stamp.office}, fold ${stamp.fold}`,
    '',
  ];
  const reports = new Map(
    entries.flatMap(({ entry }) => (entry.type === 'report' ? [[entry.id, entry]] : [])),
  );
  for (const p of view.properties) {
    const definition = p.definition === '' ? '' : ` [${p.definition}]`;
    lines.push(
      `${p.property}${definition}: ${standing(p, (v) => shown(p.property, v))}${p.state === 'settled' ? '' : `  (${p.state})`}`,
    );
    const from = p.claim === null ? undefined : reports.get(p.claim.report);
    if (p.claim && from) lines.push(`    says ${voiceOf(from, from.claims[p.claim.n])}, report ${from.id}`);
    for (const s of p.remaining) {
      lines.push(
        `    ${s.voice}: ${shown(p.property, s.value)}, ${s.when.from ?? 'before'} to ${s.when.to}, ${s.standing}, report ${s.claim.report}`,
      );
    }
    const earlier = earlierValues(p).map(
      (s) => `${shown(p.property, s.value)} (${s.voice}, ${s.when.from ?? 'before'} to ${s.when.to})`,
    );
    if (earlier.length > 0) lines.push(`    earlier: ${earlier.join('; ')}`);
  }
  if (view.drawing) {
    const { extent, m2, unsupported, reported } = view.drawing;
    const notes = [
      reported && 'part only reported, not reviewed',
      unsupported && 'part no longer supported',
    ].filter(Boolean);
    lines.push(
      '',
      `drawn as: ${extent}${m2 === null ? ', extent unknown' : `, ${m2} m²`}${notes.length > 0 ? `; ${notes.join('; ')}` : ''}`,
    );
  }
  if (view.to_locate) lines.push(`on the to-locate list: ${view.to_locate}`);
  lines.push('', 'history');
  for (const e of entries) {
    const what =
      e.entry.type === 'report'
        ? `report ${e.entry.form}`
        : e.entry.type === 'decision'
          ? e.entry.act
          : e.entry.sets;
    lines.push(`  no. ${e.number}  ${e.instant}  ${what}  ${e.ref.id}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Of a set, its members: its value by itself is null. */
function standing({ value, members }: PropertyView, text: (v: Value) => string): string {
  if (members === undefined) return value === null ? '?' : text(value);
  const each = members.map((m) => `${text(m.value)}${m.state === 'settled' ? '' : ` (${m.state})`}`);
  return each.length === 0 ? '?' : each.join(', ');
}
