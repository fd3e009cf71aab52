/**
 * An XML parser holds each text and each tag until its end. One that never ends would fill the memory: it is refused long
 * before.
 */
import { problem, Refusal } from '@tilth/domain/problem';

/** Characters from one tag to the next. */
const LONGEST = 128 * 1024 ** 2;

/** Calls `parse` for each piece of text, in order. Throws Refusal `file-broken` for a text or tag that is too long. */
export function xmlGuard(format: string, longest = LONGEST): (text: string, parse: () => unknown) => void {
  let run = 0;
  const refused = (cause?: unknown): Refusal =>
    new Refusal(
      problem('file-broken', { format, why: `it has a text of more than ${longest} characters` }),
      cause === undefined ? {} : { cause },
    );
  return (text, parse) => {
    const last = text.lastIndexOf('<');
    run = last < 0 ? run + text.length : text.length - last;
    if (run > longest) throw refused();
    try {
      parse();
    } catch (e) {
      // a section of character data may hold any number of brackets
      throw e instanceof RangeError ? refused(e) : e;
    }
  };
}
