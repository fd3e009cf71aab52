/**
 * Words of an English text with their part of speech, lemma and place, in sentences. The tagger is wink-nlp with its small
 * English model (MIT, pure JavaScript, shipped as packages, nothing fetched at run time); whatever else tags words can take
 * its place. Deterministic: one text, one answer.
 */

import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken } from 'wink-nlp';
import { lemmaOf } from './lemma.ts';

export interface Word {
  readonly text: string;
  /** universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, DET, PRON, NUM, PART, SCONJ, CCONJ, PUNCT … */
  readonly pos: string;
  /** lower case */
  readonly lemma: string;
  /** UTF-16 offsets in the text tagged */
  readonly start: number;
  readonly end: number;
}

export type Sentence = readonly Word[];

let nlp: ReturnType<typeof winkNLP> | undefined;

/** "… wrote on X. The army …": no initial, though it looks like one. */
const NO_INITIAL = /(?<=\b(?:on|to|via) X\.\s)(?=\p{Lu})/u;

/** Sentences of one paragraph, in order; `from` is added to every offset. White space is no word. */
export function tag(paragraph: string, from = 0): readonly Sentence[] {
  let at = from;
  return paragraph.split(NO_INITIAL).flatMap((part) => {
    const start = at;
    at += part.length;
    return tagPart(part, start);
  });
}

function tagPart(paragraph: string, from: number): readonly Sentence[] {
  nlp ??= winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  const doc = nlp.readDoc(paragraph);
  const values: string[] = [];
  const poses: string[] = [];
  doc.tokens().each((token: ItemToken) => {
    values.push(token.out());
    poses.push(token.out(its.pos));
  });
  const sentences: Word[][] = [];
  const counts: number[] = [];
  doc.sentences().each((sentence: ItemSentence) => void counts.push(sentence.tokens().length()));
  let cursor = 0;
  let at = 0;
  for (const count of counts) {
    const words: Word[] = [];
    for (let n = 0; n < count; n++, at++) {
      const text = values[at] ?? '';
      const start = paragraph.indexOf(text, cursor);
      if (start < 0) continue;
      cursor = start + text.length;
      const pos = poses[at] ?? 'X';
      if (text.trim() === '') continue;
      words.push({
        text,
        pos,
        lemma: lemmaOf(text),
        start: from + start,
        end: from + cursor,
      });
    }
    if (words.length > 0) sentences.push(words);
  }
  return sentences;
}
