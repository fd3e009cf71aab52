/** Turns of an interview or of questions and answers in a parliament: what stands before the words says whose they are. English. */
import { personIn } from './speakers.ts';

export interface Turn {
  /** a name with what stands by it; or that it is a question, or an answer of whoever is asked */
  readonly speaker: string;
  /** UTF-16 units before the words */
  readonly length: number;
}

const QUESTION = /^(?:Q(?:uestion|UESTION)?(?: ?\d{1,2})?|Interviewer|Moderator|Journalist)\s*[:.]\s+/u;
const ANSWER = /^(?:A(?:nswer|NSWER)?(?: ?\d{1,2})?|Reply|Response)\s*[:.]\s+/u;
/** "James Doe, Minister of State, answered:" */
const ANSWERED =
  /^(\p{Lu}[^.:“”"]{3,140}?),? (?:answered|replied|responded|wrote|said)(?: on [^:]{3,30}| as follows)?:\s+(?=\p{Lu}|“|")/u;
/** "Jane Doe:", "Dr Jane Doe, Example Trust:" */
const LABEL = /^(\p{Lu}[^.:;“”"!?\d]{3,70}):\s+(?=\p{Lu}|“|")/u;

/** "MR. DOE:", "SECRETARY DOE:": a transcript's labels. */
const CAPITALS = /^((?:\p{Lu}[\p{Lu}.’'-]*)(?: \p{Lu}[\p{Lu}.’'-]*){0,4}):\s+/u;
const CALLED =
  /^(?:MR|MRS|MS|DR|SIR|DAME|SECRETARY|MINISTER|PRESIDENT|AMBASSADOR|GENERAL|SENATOR|DIRECTOR|SPOKES\p{Lu}+|THE \p{Lu}+|\p{Lu}+ \p{Lu}+)\b/u;

/** The turn that a paragraph begins, or null. A quoted answer is no turn: its marks say where it ends. */
export function turnOf(paragraph: string): Turn | null {
  const question = QUESTION.exec(paragraph);
  if (question) return { speaker: 'question', length: question[0].length };
  const answer = ANSWER.exec(paragraph);
  if (answer) return { speaker: 'answer', length: answer[0].length };
  const called = CAPITALS.exec(paragraph);
  if (called && CALLED.test(called[1] ?? ''))
    return { speaker: inSmall(called[1] ?? ''), length: called[0].length };
  const m = ANSWERED.exec(paragraph) ?? LABEL.exec(paragraph);
  const name = m?.[1] ?? '';
  if (
    m === null ||
    personIn(name) === null ||
    /["“]$/.test(m[0]) ||
    /^["“]/.test(paragraph.slice(m[0].length))
  )
    return null;
  return ANSWERED.test(paragraph) || isLabel(name) ? { speaker: name, length: m[0].length } : null;
}

const inSmall = (name: string) =>
  name.replace(/\p{Lu}{2,}/gu, (word) => (word[0] ?? '') + word.slice(1).toLowerCase());

/** A name with an office or a body at most: no clause that a colon ends. */
const isLabel = (name: string) => !/\b(?:is|are|was|were|has|have|had|will|in|on|for|and|as|to)\b/.test(name);

/** Whoever speaks at an authority's briefing or hearing speaks for it. */
export const isOfficialRecord = (text: string) =>
  /\b(?:[Pp]ress|[Dd]epartment|[Dd]aily|[Nn]ews) [Bb]riefing\b|\b(?:[Pp]arliament\w*|[Ss]enate|[Hh]ouse|[Cc]ommittee) [Hh]earing\b/.test(
    text.slice(0, LEAD),
  );

/** Who is asked in an interview, as its title or lead says. */
export function askedIn(text: string): string | null {
  const m = /\b[Ii]nterview with ((?:[^.!?\n“”"]){3,90})/u.exec(text.slice(0, LEAD));
  return m === null || personIn(m[1] ?? '') === null ? null : (m[1] ?? null);
}
const LEAD = 1200;
