import { problem, Refusal } from '@tilth/domain/problem';
import { isId } from '@tilth/domain/record/check-value';
import type { Value } from '@tilth/domain/report/entry';
import type { PropertyView } from '@tilth/domain/report/view';
import { voiceOf } from '@tilth/domain/report/voice';
import type { Asker, ItemPage, Store } from '@tilth/store/store';
import type { Command } from '../command.ts';
import { harmless } from '../sentence.ts';
import { timesAsked, timesOptions } from '../times.ts';

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
    const home = named ?? (await store.locate(who, id));
    const page =
      home === null ? null : await store.item(who, home, id, await timesAsked(flags, store, who, home));
    if (page === null) throw new Refusal(problem('item-unknown', { id }));
    await terminal.out(json ? `${JSON.stringify(page)}\n` : harmless(asText(page)));
    return 0;
  },
};

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

function asText({ stamp, view, entries }: ItemPage): string {
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
    lines.push(`${p.property}${definition}: ${standing(p)}${p.state === 'settled' ? '' : `  (${p.state})`}`);
    const from = p.claim === null ? undefined : reports.get(p.claim.report);
    if (p.claim && from) lines.push(`    says ${voiceOf(from, from.claims[p.claim.n])}, report ${from.id}`);
    for (const s of p.remaining) {
      lines.push(
        `    ${s.voice}: ${valueText(s.value)}, ${s.when.from ?? 'before'} to ${s.when.to}, ${s.standing}, report ${s.claim.report}`,
      );
    }
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
function standing({ value, members }: PropertyView): string {
  if (members === undefined) return value === null ? '?' : valueText(value);
  const each = members.map((m) => `${valueText(m.value)}${m.state === 'settled' ? '' : ` (${m.state})`}`);
  return each.length === 0 ? '?' : each.join(', ');
}

function valueText(v: Value): string {
  switch (v.type) {
    case 'text':
      return v.text;
    case 'code':
      return v.code;
    case 'yesno':
      return v.yes ? 'yes' : 'no';
    case 'number':
      return `${v.number ?? `${v.min ?? ''}..${v.max ?? ''}`}${v.precision ? ` ± ${v.precision}` : ''}`;
    case 'date':
      return `${v.span.from ?? '..'}/${v.span.to}`;
    case 'geometry':
      return v.geometry.type;
    case 'link':
      return v.item ?? `${v.key?.kind} ${v.key?.id}`;
    case 'identifier':
      return `${v.id} (${v.issuer})`;
    case 'release':
      return `${v.method}, ${v.land.type}`;
    case 'member':
      return `${v.yes ? '' : 'not '}${valueText(v.of)}`;
    case 'personal':
      return '(personal)';
    case 'unknown':
      return `unknown (${v.why})`;
  }
}
