/**
 * How much a page is built of, told before it is built: finding the article in a page takes time by the cube of how deep its
 * elements are nested. Pages that people read have some thousands of elements, some dozens deep.
 */
import { type Problem, problem } from '@tilth/domain/problem';
import { Parser } from 'htmlparser2';

const ELEMENTS = 50_000;
const DEPTH = 256;
/** Characters looked at before it is asked again whether there are too many. */
const PIECE = 64 * 1024;

/** Read by the parser that builds the page, so that what it closes by itself, as paragraphs, is counted as closed. */
export function tooTangled(page: string): Problem | null {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname() {
      elements++;
      deepest = Math.max(deepest, ++depth);
    },
    onclosetag() {
      depth--;
    },
  });
  const most = { elements: ELEMENTS, depth: DEPTH };
  for (let at = 0; at < page.length; at += PIECE) {
    parser.write(page.slice(at, at + PIECE));
    if (elements > ELEMENTS || deepest > DEPTH) return problem('article-too-tangled', most);
  }
  return null;
}
