/**
 * The standing of reports (design, *Reports*). A report is live when it is approved in every step that the programme's
 * rule asks: an approval names the rule it was made under; without a rule there is one step, `review`. Otherwise it is
 * rejected, returned, contested or pending (also after a withdrawal). What takes land off the hazard map is never approved
 * by who reported it. A report named by a live one as corrected does not count; one voided never does. All of these but
 * `void` still count for danger (law 6).
 */
import type { Ref, Rule } from './entry.ts';
import { type Filed, type Log, type Placed, read } from './gather.ts';
import { rulesNamed } from './mentions.ts';
import { register } from './registers.ts';
import { takesLandOff } from './takes-land-off.ts';
import type { Standing } from './view.ts';

export interface Judged {
  readonly standing: Standing;
  /** names of the report's own registers that are contested */
  readonly contested: readonly string[];
}

const pending: Judged = { standing: 'pending', contested: [] };
const live: Judged = { standing: 'live', contested: [] };

/** Judges a report of the log. */
export function judge(log: Log, filed: Filed): Judged {
  const found = reviewOf(log, filed);
  const correctors = log.correctors.get(filed.ref.id);
  if (correctors === undefined || !mayBeCorrected.has(found.standing)) return found;
  // who corrects counts although it may itself be corrected by a third: the first does not come back
  const corrected = correctors.some((c) => namesIt(c, filed.ref) && reviewOf(log, c).standing === 'live');
  return corrected ? { standing: 'corrected', contested: found.contested } : found;
}

const mayBeCorrected: ReadonlySet<Standing> = new Set(['live', 'pending', 'returned']);

function namesIt(corrector: Filed, ref: Ref): boolean {
  return corrector.report.corrects?.some((r) => r.id === ref.id && r.digest === ref.digest) ?? false;
}

function reviewOf(log: Log, filed: Filed): Judged {
  const id = filed.ref.id;
  if (filed.claimed === 'reused') return { standing: 'contested', contested: [register.id(id)] };
  if (filed.claimed === 'lost') return { standing: 'rejected', contested: [] };
  const contested: string[] = [];
  if (log.about.has(id)) {
    const name = register.voidReport(id);
    const voided = read(log.registers.get(name), filed.ref);
    if (voided.heads.some((h) => voided.sets === 'void' && stands(log, h)))
      return { standing: 'void', contested };
    if (voided.contested) contested.push(name);
  }
  const steps = log.standings.get(id);
  if (steps === undefined) return contested.length === 0 ? pending : { standing: 'pending', contested };
  const landOff = takesLandOff(filed.report);
  if (contested.length === 0 && !landOff && isPlainlyApproved(steps, filed.ref)) return live;
  const said = new Set<string>();
  const approved = new Set<string>();
  const asked = new Set<string>();
  for (const [step, placed] of steps) {
    const reading = read(placed, filed.ref);
    if (reading.contested) {
      contested.push(register.standing(id, step));
      said.add('contested');
    } else said.add(reading.sets);
    if (reading.sets !== 'approve') continue;
    // safety counts only when a second person agrees: nobody's approval of their own release does
    if (landOff && reading.heads.every((h) => h.decision.by === filed.report.by)) continue;
    approved.add(step);
    for (const h of reading.heads) for (const s of stepsUnder(log, h)) asked.add(s);
  }
  if (contested.length > 0) contested.sort();
  if (said.has('contested')) return { standing: 'contested', contested };
  if (said.has('reject')) return { standing: 'rejected', contested };
  if (said.has('return')) return { standing: 'returned', contested };
  if (approved.size === 0 || [...asked].some((s) => !approved.has(s)))
    return contested.length === 0 ? pending : { standing: 'pending', contested };
  return contested.length === 0 ? live : { standing: 'live', contested };
}

/** One approval in the one step there is without a rule, as most reports have. */
function isPlainlyApproved(steps: ReadonlyMap<string, readonly Placed[]>, ref: Ref): boolean {
  const placed = steps.size === 1 ? steps.get('review') : undefined;
  const only = placed?.length === 1 ? placed[0] : undefined;
  return (
    only?.sets === 'approve' && only.about?.digest === ref.digest && rulesNamed(only.decision).length === 0
  );
}

/** The step that no approval can name: what a rule that is not there or can't be read asks for. */
const never = '\u0000';
const plain = ['review'];

function stepsUnder(log: Log, approval: Placed): readonly string[] {
  const under = rulesNamed(approval.decision);
  if (under.length === 0) return plain;
  return under.flatMap((ref) => {
    const rule = log.rules.get(ref.id + ref.digest);
    return rule === undefined ? [never] : (stepsOf(rule) ?? [never]);
  });
}

/**
 * The steps a `review-steps` rule asks for: a list of names, in order of work. Taken back (null) it is the one step
 * `review`. Null when the rule is about something else or is not such a list.
 */
export function stepsOf(rule: Rule): readonly string[] | null {
  if (rule.sets !== 'review-steps') return null;
  if (rule.value === null) return plain;
  const steps: unknown = rule.value;
  if (!Array.isArray(steps) || steps.length === 0) return null;
  return steps.every((s) => typeof s === 'string' && s !== '') ? (steps as readonly string[]) : null;
}

/** True when a void stands: it asks for no second person, or another person than its author has confirmed it. */
export function stands(log: Log, voided: Placed): boolean {
  if (voided.decision.act !== 'void') return false;
  if (voided.decision.second !== true) return true;
  const confirmed = read(log.registers.get(register.confirm(voided.ref.id)), voided.ref);
  return confirmed.sets === 'confirmed' && confirmed.heads.some((h) => h.decision.by !== voided.decision.by);
}
