/** A plain text: its text is the file, decoded and otherwise untouched, so that positions in one are positions in the other. */
import { type Problem, problem } from '@tilth/domain/problem';
import { encodingOf } from '../read/encoding.ts';
import { type Extraction, saysNothing } from './extracted.ts';

const EXTRACTOR = { extractor: 'plain', version: '1' };

/** What is told of a file's encoding, in the words for articles: those for tables speak of rows. */
export function ofArticle(notices: readonly Problem[]): readonly Problem[] {
  return notices.map((n) => (n.code === 'encoding-broken' ? problem('article-encoding-broken', n.facts) : n));
}

/** A byte order mark stays, as a character: it is part of the file. Refusal `file-empty`. */
export async function readPlain(bytes: Uint8Array): Promise<Extraction> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { name, notices } = await encodingOf([buffer]);
  const text = new TextDecoder(name, { ignoreBOM: true }).decode(buffer);
  return { ...EXTRACTOR, text, layout: [], notices: ofArticle(notices), says: saysNothing };
}
