/**
 * What bytes are, by how they begin and never by what their sender called them: a picture that may be drawn, plain text, or
 * something that is only saved. What could hold a script (SVG, HTML) is text here.
 */
export type Sniffed =
  | { readonly type: 'image'; readonly media_type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'other' };

/** Characters of a text that are shown. */
const MOST = 200_000;

export function sniff(bytes: Uint8Array): Sniffed {
  const begins = (...start: readonly number[]) => start.every((b, n) => bytes[n] === b);
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return { type: 'image', media_type: 'image/png' };
  if (begins(0xff, 0xd8, 0xff)) return { type: 'image', media_type: 'image/jpeg' };
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return { type: 'image', media_type: 'image/gif' };
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { type: 'image', media_type: 'image/webp' };
  if (ascii(0, 5) === '%PDF-') return { type: 'other' };
  const text = textIn(bytes);
  return text === null ? { type: 'other' } : { type: 'text', text: text.slice(0, MOST) };
}

/** As UTF-8; null where it isn't, or holds characters that no text has. */
function textIn(bytes: Uint8Array): string | null {
  try {
    // a cut in the middle of a character is no fault of the text
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, MOST * 4), {
      stream: true,
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from text
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    // no UTF-8: not text to us
    return null;
  }
}
