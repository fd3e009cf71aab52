/**
 * What accepting the sure suggestions together would make, told before it is done: of which records on record they are, and
 * which new ones they would make. Where that is not plain the suggestion is left to a person: no record is made twice, and none
 * is picked by likeness alone.
 */
import { STATE } from '@tilth/domain/evidence/propose';
import type { Id } from '@tilth/domain/report/entry';
import {
  changeMark,
  freshSubject,
  freshSubjects,
  type Mark,
  type Reading,
  type Subject,
  sharedWords,
} from './reading.ts';

/** A record that is here already, with its values as a list has them. */
export interface OnRecord {
  readonly id: Id;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Plan {
  readonly accept: readonly { readonly mark: Mark; readonly subject: Subject }[];
  /** sure in what they say, but not in which record it is of */
  readonly look: readonly Mark[];
}

export function sureMarks(reading: Reading): readonly Mark[] {
  return reading.marks.filter((m) => m.sure === true && m.state === 'open');
}

/** @param onRecord by kind; null where not all of the kind are known here, and then nobody can say that a record is new */
export function planSure(
  reading: Reading,
  onRecord: (kind: string) => readonly OnRecord[] | null,
  newId: () => Id,
): Plan {
  const accept: { mark: Mark; subject: Subject }[] = [];
  const look: Mark[] = [];
  for (const mark of sureMarks(reading)) {
    const before = accept.find(({ mark: m }) => m.kind === mark.kind && sameAct(m, codesOf(mark)));
    const subject = mark.subject ?? before?.subject ?? subjectOf(mark, reading, onRecord(mark.kind), newId);
    if (subject === null) look.push(mark);
    else accept.push({ mark, subject });
  }
  return { accept, look };
}

export function acceptPlan(reading: Reading, { accept }: Plan): Reading {
  return accept.reduce(
    (now, { mark, subject }) => changeMark(now, mark.id, (m) => ({ ...m, state: 'accepted', subject })),
    reading,
  );
}

function subjectOf(
  mark: Mark,
  reading: Reading,
  records: readonly OnRecord[] | null,
  newId: () => Id,
): Subject | null {
  if (records === null) return null;
  const codes = codesOf(mark);
  const same = records.filter(({ values }) => sameCodes(codes, values));
  const [only] = same;
  if (namesState(mark, codes) && same.length === 1 && only)
    return { id: only.id, kind: mark.kind, name: only.name, fresh: false };
  const names = [...records, ...freshSubjects(reading, mark.kind)].map((r) => r.name);
  const alike = names.some((name) => sharedWords(name, mark.words) >= 2);
  return alike || same.length > 1 ? null : freshSubject(mark, newId);
}

type Codes = readonly (readonly [property: string, code: string])[];

function codesOf({ answers }: Mark): Codes {
  return Object.entries(answers).flatMap(([name, answer]) => {
    const [code, ...more] = answer.as === 'codes' ? answer.codes : [];
    return code === undefined || more.length > 0 ? [] : [[name, code] as const];
  });
}

/** Only what is said of a state is told from other records of its kind by its codes alone. */
function namesState({ kind }: Mark, codes: Codes): boolean {
  return codes.length > 1 && codes.some(([name]) => name === STATE[kind]);
}

function sameAct(mark: Mark, codes: Codes): boolean {
  return namesState(mark, codes) && sameCodes(codesOf(mark), Object.fromEntries(codes));
}

function sameCodes(codes: Codes, values: Readonly<Record<string, unknown>>): boolean {
  return codes.length > 0 && codes.every(([name, code]) => values[name] === code);
}
