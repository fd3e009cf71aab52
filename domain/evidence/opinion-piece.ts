/**
 * Whether a text is an opinion piece, and what in one is told as fact. What its author says there is a view, but for what has
 * a number, a date, or a named state or body that did it (English).
 */
import { aboutOf } from './about.ts';
import type { Article } from './article.ts';
import type { Certainty } from './certainty.ts';
import { bodies, governments } from './lexicon.ts';
import { personIn } from './speakers.ts';
import { statesIn } from './states.ts';

/** A line that says what the piece is. */
const SAYS_SO =
  /^(?:opinion|op-?ed|comment(?:ary|s)?|editorial|column|viewpoint|perspectives?|guest (?:essay|column|post|comment\w*)|letters?(?: to the editor)?|essay|analysis and opinion|a view from .{3,40})\b[^.!?]{0,40}$|^by (?:a )?(?:guest|our) (?:columnist|author|writer|contributor)\b|\b(?:columnist|op-ed)\b[^.!?]{0,30}$|^(?:opinion|comment|op-ed|editorial)\s*[|:–-]/i;
const QUOTED = /["“][^"“”]*["”]/gu;
const FIRST_PERSON = /(?<![\p{L}’'])(?:I|I['’](?:ve|m|d|ll)|my|me)(?![\p{L}])/gu;
/** Times an author who tells no story speaks of themself. */
const OFTEN = 2;

/** `blocks` of the whole text. Answers in an interview are somebody's own words, and no column. */
export function isOpinionPiece({ blocks }: Pick<Article, 'blocks'>): boolean {
  const body = blocks.filter((b) => b.type === 'body');
  if (blocks.some((b) => b.text.length < 90 && SAYS_SO.test(b.text))) return true;
  const own = body.filter((b) => !/^[^.!?]{1,70}:\s/.test(b.text)).map((b) => b.text.replace(QUOTED, ''));
  return (own.join('\n').match(FIRST_PERSON)?.length ?? 0) >= OFTEN;
}

/** Whom the by-line names as the author; null where it names nobody, or only an office. */
export function authorOf({ blocks }: Pick<Article, 'blocks'>): string | null {
  const line = blocks.find((b) => b.type === 'by-line' && /^By /.test(b.text))?.text;
  if (
    line === undefined ||
    SAYS_SO.test(line) ||
    /\b(?:Guest|Staff|Author|Columnist|Contributor)\b/.test(line)
  )
    return null;
  return personIn(line.slice('By '.length));
}

/** The note on who the author is: "Jane Doe is a former …" */
export const isAboutAuthor = (paragraph: string, author: string) =>
  paragraph.startsWith(author) &&
  /^(?:,? who)? (?:is|was|has been|works|serves|teaches)\b/.test(paragraph.slice(author.length));

/** Whether what its author says is a view. `subject`: of the clause; `dated`, `counted`: whether it has a date or a number. */
export const isView = (
  said: Certainty,
  text: string,
  subject: string | null,
  dated: boolean,
  counted: boolean,
): boolean =>
  (said === 'asserted' ||
    said === 'planned' ||
    (said === 'conditional' && !/\b(?:if|unless)\b/i.test(text))) &&
  !isToldAsFact(text, subject, dated, counted);

function isToldAsFact(text: string, subject: string | null, dated: boolean, counted: boolean): boolean {
  if (dated || counted || aboutOf(text)?.kind === 'treaty-act') return true;
  const named =
    subject !== null && (statesIn(subject).length > 0 || bodies.test(subject) || governments.test(subject));
  return named && !/\b(?:will|would|should|must|can|cannot|could|may|might)\b/i.test(text);
}
