/**
 * From the bytes of an article to its text. What kind of file it is, its bytes say before its name does. Refused are files too
 * large or too long, broken ones, and those no text can be read out of: a scan, a page a script fills.
 */
import { Worker } from 'node:worker_threads';
import { CodePoints } from '@tilth/domain/evidence/code-points';
import { problem, Refusal } from '@tilth/domain/problem';
import type { ExtractAnswer, ExtractJob } from './extract-worker.ts';
import { ARTICLE_BYTES, ARTICLE_LENGTH, type Extraction } from './extracted.ts';
import { readPlain } from './plain.ts';

export type ArticleFormat = 'plain' | ExtractJob['format'];

/** Time and memory a file may take to be read. A page of many elements takes some seconds, a PDF of hundreds of pages most of its. */
const SECONDS: Readonly<Record<ExtractJob['format'], number>> = { html: 20, pdf: 60 };
const MEMORY_MB = 1024;
/** What a thread holds beside its heap, as the unpacked parts of a PDF: two megabytes may unpack to gigabytes. */
const UNPACKED_MB = 512;
const LOOK_EVERY_MS = 200;

const MEDIA: Readonly<Record<ArticleFormat, string>> = {
  plain: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
};
const NAMES: Readonly<Record<ArticleFormat, string>> = { plain: 'text', html: 'HTML', pdf: 'PDF' };

/** What the bytes are; of a text without marks the name or the media type given may say that it is a page. */
export function formatOf(bytes: Uint8Array, given: string): ArticleFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048));
  // a PDF may have some bytes before its mark
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const start = head.toString('latin1').replaceAll('\0', '');
  // a comment ends at its first end mark: if it could end at any, a file of many comments would be tried in ever so many ways
  if (
    /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
      start,
    )
  )
    return 'html';
  return /\.x?html?$|^text\/html|^application\/xhtml/i.test(given) ? 'html' : 'plain';
}

/** Bytes by which a file shows whether it is a text. */
const ARTICLE_HEAD = 65_536;

/**
 * The text of an article and what the file says of itself. `given` is its media type or its file's name; of one who brings
 * it (`by`) one file is read at a time. Refusals
 * `article-too-large`, `article-too-long`, `article-too-tangled`, `article-no-text`, `article-not-read`, `format-unknown`, `file-empty`.
 */
export async function extractArticle(
  bytes: Uint8Array,
  given: string,
  by: string | null = null,
): Promise<Extraction & { readonly media_type: string }> {
  if (bytes.byteLength > ARTICLE_BYTES)
    throw new Refusal(problem('article-too-large', { limit: ARTICLE_BYTES }));
  if (bytes.byteLength === 0) throw new Refusal(problem('file-empty'));
  const format = formatOf(bytes, given);
  // no encoding takes more for a character: what is longer than any article is not decoded to find that out
  const endless = format === 'plain' && bytes.byteLength > 4 * ARTICLE_LENGTH;
  const extraction =
    format === 'plain'
      ? await readPlain(endless ? bytes.subarray(0, ARTICLE_HEAD) : bytes)
      : await inTurn({ format, bytes }, by);
  if (format === 'plain' && isNoText(extraction.text))
    throw new Refusal(problem('format-unknown', { known: Object.values(NAMES) }));
  if (endless) throw new Refusal(problem('article-too-long', { limit: ARTICLE_LENGTH }));
  if (!/[\p{L}\p{N}]/u.test(extraction.text))
    throw new Refusal(problem('article-no-text', { format: NAMES[format] }));
  if (new CodePoints(extraction.text).at(extraction.text.length) > ARTICLE_LENGTH)
    throw new Refusal(problem('article-too-long', { limit: ARTICLE_LENGTH }));
  return { ...extraction, media_type: MEDIA[format] };
}

/** Characters no text has: of a picture, an archive or a word processor's file a good part. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu;

function isNoText(text: string): boolean {
  const head = text.slice(0, 10_000);
  return /^\{\\rtf/.test(head) || (head.match(CONTROL)?.length ?? 0) > head.length / 100;
}

/** Files read at once: each may take a core and a gigabyte. The others wait their turn. */
const AT_ONCE = 2;
/** Whose files are being read. */
const reading: (string | null)[] = [];
const waiting: { readonly by: string | null; readonly go: () => void }[] = [];

/** Who brings a file that takes long keeps only themselves waiting: the next turn is that of the first other. */
function mayGo(by: string | null): boolean {
  return reading.length < AT_ONCE && (by === null || !reading.includes(by));
}

async function inTurn(job: ExtractJob, by: string | null): Promise<Extraction> {
  if (mayGo(by)) reading.push(by);
  else await new Promise<void>((go) => waiting.push({ by, go }));
  try {
    const answer = await inThread(job);
    if ('problem' in answer) throw new Refusal(answer.problem);
    if ('broken' in answer) throw new Refusal(problem('article-not-read', { format: NAMES[job.format] }));
    return answer.extraction;
  } finally {
    reading.splice(reading.indexOf(by), 1);
    for (let n = waiting.findIndex((w) => mayGo(w.by)); n >= 0; n = waiting.findIndex((w) => mayGo(w.by))) {
      const [next] = waiting.splice(n, 1);
      reading.push(next?.by ?? null);
      next?.go();
    }
  }
}

function inThread(job: ExtractJob): Promise<ExtractAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
      workerData: job,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (answer: ExtractAnswer) => {
      clearTimeout(patience);
      clearInterval(watch);
      resolve(answer);
      void worker.terminate();
    };
    const patience = setTimeout(() => end({ broken: 'time' }), SECONDS[job.format] * 1000);
    // the limit on the heap does not count it
    const look = async () => {
      const { external_memory } = await worker.getHeapStatistics();
      if (external_memory > UNPACKED_MB * 1024 * 1024) end({ broken: 'memory' });
    };
    // a thread that has ended has nothing left to look at
    const watch = setInterval(() => void look().catch(() => clearInterval(watch)), LOOK_EVERY_MS);
    worker.once('message', end);
    worker.once('error', () => end({ broken: 'died' }));
    worker.once('exit', () => end({ broken: 'died' }));
  });
}
