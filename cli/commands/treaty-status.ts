/** What states are to the four treaties on a day, worked out from their acts on record (domain/treaty). */
import { problem, Refusal } from '@tilth/domain/problem';
import type { CodeList } from '@tilth/domain/record/kind';
import { actsSaid, type Told } from '@tilth/domain/treaty/acts-said';
import { type Follows, type StateUnder, uncertain } from '@tilth/domain/treaty/state-under';
import { type StatusOfStates, statusOfStates } from '@tilth/domain/treaty/status-of-states';
import { type TreatyStatus, treatyStatuses } from '@tilth/domain/treaty/status-on';
import { treatyNamed, treatyNames } from '@tilth/domain/treaty/treaty-named';
import type { TreatyName } from '@tilth/domain/treaty/treaty-rules';
import type { Stamp } from '@tilth/store/store';
import type { Command } from '../command.ts';
import { harmless } from '../sentence.ts';
import { timesAsked, timesOptions } from '../times.ts';

const titles: Readonly<Record<TreatyName, string>> = {
  apmbc: 'Mine Ban Convention',
  ccm: 'Convention on Cluster Munitions',
  ap2: 'CCW Amended Protocol II',
  p5: 'CCW Protocol V',
};

const statusWords: Readonly<Record<TreatyStatus, string>> = {
  'not-signed': 'not signed',
  signed: 'signed',
  consented: 'consented, not yet in force',
  'applying-provisionally': 'applying provisionally',
  'in-force': 'in force',
  'withdrawal-notified': 'in force, withdrawal notified',
  withdrawn: 'withdrawn',
};

export const treatyStatus: Command = {
  name: 'treaty status',
  usage: 'treaty status [TREATY] [--on DATE] [--known INSTANT]',
  summary: 'what states are to a treaty on a day, from their acts on record',
  help: `TREATY is ${treatyNames.join(', ')}, or the treaty’s usual name; without it the counts of all four are told. Only acts of reports that count are weighed; where sources differ so that several statuses are possible, a state is counted as open. --json gives every state with its acts, each by who tells it.`,
  options: {
    on: { type: 'string', value: 'DATE', help: 'the day asked for (default today); it may lie ahead' },
    ...(timesOptions.known === undefined ? {} : { known: timesOptions.known }),
  },
  words: [0, 8],
  async run({ store, positionals, flags, json, terminal, asker, programme }) {
    const typed = positionals.join(' ');
    const named = typed === '' ? null : treatyNamed(typed);
    if (typed !== '' && named === null)
      throw new Refusal(problem('treaty-unknown', { treaty: typed, known: treatyNames }));
    const { id } = await programme();
    const who = await asker();
    const times = await timesAsked({ ...flags, at: flags.on }, store, who, id);
    const record = await store.treatyRecord(who, id, times);
    const { stamp, pending } = record;
    const { acts, unplaced } = actsSaid(record.acts, record.treaties);
    const found = (named === null ? treatyNames : [named]).map((t) => statusOfStates(t, acts, stamp.at));
    const countries = (await store.model(id)).lists.get('country');
    const name = (s: StateUnder) => nameOf(s, countries);
    if (json) {
      const treaties = found.map((f) => ({
        ...f,
        states: f.states.map((s) => ({ name: name(s), ...s })),
      }));
      await terminal.out(`${JSON.stringify({ stamp, pending, unplaced, treaties })}\n`);
      return 0;
    }
    const lines = [
      asOf(stamp),
      ...found.flatMap((f) => [...countsOf(f), ...(named ? statesOf(f, name) : [])]),
    ];
    if (pending > 0) lines.push('', `acts that wait for review, counted nowhere: ${pending}`);
    if (unplaced.length > 0)
      lines.push(`acts without a treaty, a state or a kind of act, counted nowhere: ${unplaced.length}`);
    await terminal.out(harmless(`${lines.join('\n')}\n`));
    return 0;
  },
};

function nameOf({ country, named }: StateUnder, countries: CodeList | undefined): string {
  return (country === null ? undefined : countries?.codes[country]?.label) ?? named;
}

function asOf({ at, number, known, office, fold, programme }: Stamp): string {
  return `${programme} on ${at}, known up to no. ${number}${known === null ? '' : ` (${known})`}, office ${office}, fold ${fold}`;
}

function countsOf({ treaty, counts, in_force, unrecognised }: StatusOfStates): readonly string[] {
  const lines = ['', `${titles[treaty]} (${treaty})`, `  in force: ${in_force}`];
  if (counts['withdrawal-notified'] > 0)
    lines.push(`    of them with withdrawal notified: ${counts['withdrawal-notified']}`);
  const others = treatyStatuses.filter((s) => s !== 'in-force' && s !== 'withdrawal-notified');
  for (const s of others) if (counts[s] > 0) lines.push(`  ${statusWords[s]}: ${counts[s]}`);
  if (counts.open > 0) lines.push(`  open, the sources allow several: ${counts.open}`);
  if (unrecognised.length > 0) lines.push(`  under names that are on no list: ${unrecognised.length}`);
  return lines;
}

function statesOf(
  { states, unrecognised }: StatusOfStates,
  name: (s: StateUnder) => string,
): readonly string[] {
  return ['', ...[...states, ...unrecognised].flatMap((s) => stateLines(s, name(s)))];
}

function stateLines(s: StateUnder, name: string): readonly string[] {
  const status = s.statuses.map((x) => statusWords[x]).join(' or ');
  const how = s.how.length === 0 ? '' : `; ${s.how.join(' or ')}`;
  const since = s.in_force.length === 0 ? '' : `; in force ${daysOf(s.in_force)}`;
  const until = s.leaves.length === 0 ? '' : `; leaves ${daysOf(s.leaves)}`;
  const lines = [`  ${s.country ?? '???'} ${name}: ${status}${how}${since}${until}`];
  for (const { class: kind, days } of uncertain(s))
    lines.push(
      `      ${kind === 'other' ? 'other act' : kind} DISPUTED: ${days.map((d) => `${dayOf(d)} (${d.by.name ?? d.source})`).join(', ')}`,
    );
  // some call one act a withdrawal and some a suspension; not a signatory and not a party may both be so: who says which is told
  for (const { types } of s.acts.filter(
    (a) => a.class === 'other' && new Set(a.types.map((t) => t.code)).size > 1,
  ))
    lines.push(`      told as ${types.map((t) => `${t.code} (${t.by.name ?? '?'})`).join(', ')}`);
  return lines;
}

const NOTES = { rule: '', stated: ' as stated', 'without-conflict': ' without a conflict' } as const;

function daysOf(days: readonly Follows[]): string {
  const each = days.map(({ from, to, basis }) => {
    if (to === null) return 'when a conflict ends';
    return `${from === to ? to : `${from ?? '..'}/${to}`}${NOTES[basis]}`;
  });
  return [...new Set(each)].join(' or ');
}

function dayOf({ from, to }: Told): string {
  return from === to ? to : `${from ?? '..'}/${to}`;
}
