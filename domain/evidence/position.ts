/** A position that is said of somebody, as far as it tells of time. English. */
import { personIn } from './speakers.ts';

/** A position as far as it tells of time, with whose it is: "Outgoing US President Joe Biden". */
const TITLED =
  /\b(?:[Oo]utgoing|[Ff]ormer|[Aa]cting|[Ii]ncoming|[Nn]ewly elected) (?:[\p{L}.]+ ){0,3}?(?:President|Prime Minister|Minister|Secretary|Chancellor|Ambassador|Commander|Governor|Premier)(?: of [\p{L} ]+?)? (?:[\p{Lu}][\p{L}’'-]+ ?){1,3}(?<! )/u;

/** The first of a sentence, with where it stands in it; null where none is. */
export function positionIn(sentence: string): {
  readonly text: string;
  readonly at: number;
  readonly person: string | null;
  readonly office: string;
} | null {
  const m = TITLED.exec(sentence);
  if (m === null) return null;
  const person = personIn(m[0]);
  return { text: m[0].trimEnd(), at: m.index, person, office: m[0].replace(person ?? '', '').trim() };
}
