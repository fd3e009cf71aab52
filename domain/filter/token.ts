/**
 * The marks a filter's text is made of: words, texts in double quotes (`\"` and `\\` inside them), brackets, commas and signs
 * of comparison. Anything between spaces that is none of these is a word.
 */
export interface Token {
  readonly type: 'word' | 'quoted' | 'sign';
  readonly text: string;
  /** position of its first character, from 1 */
  readonly at: number;
}

const PIECE = /\s+|"((?:[^"\\]|\\["\\])*)"|(<=|>=|!=|[<>=(),])|([^\s"<>=!(),]+)/uy;

/** The tokens in order, or the position from which on the text can't be read: a quote that doesn't end, a stray sign. */
export function tokensOf(text: string): readonly Token[] | number {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (found === null) return at + 1;
    const [whole, quoted, sign, word] = found;
    if (quoted !== undefined)
      tokens.push({ type: 'quoted', text: quoted.replace(/\\(["\\])/g, '$1'), at: at + 1 });
    else if (sign !== undefined) tokens.push({ type: 'sign', text: sign, at: at + 1 });
    else if (word !== undefined) tokens.push({ type: 'word', text: word, at: at + 1 });
    at += whole.length;
  }
  return tokens;
}

/** Words that mean something in the language: as values they stand in quotes. */
export const reserved: ReadonlySet<string> = new Set([
  'and',
  'or',
  'is',
  'not',
  'one',
  'none',
  'of',
  'empty',
  'disputed',
]);

/** A number, which may be followed by its unit. */
export const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
