/** Whom a sentence introduces: a person with what stands before and behind the name, and whether that is an office. English. */
import { leadsAuthority } from './in-office.ts';
import { bodies, governments, offices } from './lexicon.ts';
import { personIn } from './speakers.ts';

export interface Introduced {
  readonly name: string;
  /** what stands by the name, in lower case: "defence minister", "the committee's chair" */
  readonly as: string;
  readonly official: boolean;
}

/** Characters before a name in which its office stands. */
const BEFORE = 60;
/** People a sentence introduces at most. */
const MOST = 2;
const APPOSITION =
  /^,\s((?:\p{L}|\p{N}|[\s’'.&-])[^,;:()“”"]{2,90}?)(?=[,;:]|\.?$|\s(?:who|said|says|told|wrote)\b)/u;
/** "(Example Party, Example Town)", "(R-Ohio)": a member of a parliament. */
const MEMBER = /^\s\((?:\p{Lu}[\p{L}.’' -]*(?:, |–|-)\p{Lu}[\p{L}.’' -]*)\)/u;
const OF_PARLIAMENT =
  /\b(?:parliamentarian|lawmaker|legislator|MP|MEP|councillor|congress(?:man|woman)|senator)\b|\b(?:committee|parliament\w*|senate|house)\b.*\bchair\w*|\bchair\w*\b.*\b(?:committee|parliament\w*|senate)\b/iu;
const HIGH = /\b(?:minister|ambassador|envoy|governor|mayor|chancellor|secretary of state)\b/i;

/** People named in full, in order; with the office that their name comes with, or none. */
export function introducedIn(sentence: string): readonly Introduced[] {
  const found: Introduced[] = [];
  let from = 0;
  while (found.length < MOST) {
    const name = personIn(sentence.slice(from));
    if (name === null) break;
    const at = sentence.indexOf(name, from);
    if (at < 0) break;
    const end = at + name.length;
    const before = sentence.slice(Math.max(from, at - BEFORE), at);
    const behind = sentence.slice(end);
    const beside = APPOSITION.exec(behind)?.[1] ?? '';
    found.push({
      name,
      as: `${before} ${beside}`.trim().toLowerCase(),
      official:
        offices.test(before) ||
        governments.test(before) ||
        leadsAuthority(before) ||
        MEMBER.test(behind) ||
        isOffice(beside),
    });
    from = end;
  }
  return found;
}

/** Whether an apposition is of an office of state; "a lawyer who advises the minister" is none. */
function isOffice(beside: string): boolean {
  if (beside === '') return false;
  const head = beside.split(/ (?:who|for|of|at|in|from|on|with|to|and) /, 1)[0] ?? '';
  if (HIGH.test(head) || OF_PARLIAMENT.test(beside)) return true;
  const ofBody = bodies.test(beside) && !governments.test(beside);
  return !ofBody && (offices.test(head) || leadsAuthority(beside));
}
