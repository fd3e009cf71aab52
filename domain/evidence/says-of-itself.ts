/**
 * What an article says of where it comes from, beyond its words: the place and day it gives as its own, and the outlet whose
 * text it says it was first. A person who brings it in may say otherwise.
 */
import type { Article } from './article.ts';

/** Characters before the day in which a place still belongs to it. */
const PLACE = 60;

/** What stands before the day in its line, and the agency in brackets behind it: "DALE, 4 May 2024 (Northern Wire)". */
export function dateLine(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const line = text.lastIndexOf('\n', start) + 1;
  const behind = /^\s*\([^()\n]{1,40}\)/.exec(text.slice(end, end + 60))?.[0] ?? '';
  return text.slice(start - line > PLACE ? start : line, end + behind.length).trim();
}

/** Characters a line of a list has room for. */
const BEGINNING = 80;

/** The first words of a text, to know it by where it has no headline; null of one without letters. `most`: in characters. */
export function beginning(text: string, most = BEGINNING): string | null {
  const line = text
    .split('\n')
    .find((l) => /\p{L}/u.test(l))
    ?.trim();
  if (line === undefined) return null;
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most).join('');
  const word = cut.lastIndexOf(' ');
  return `${word > 0 ? cut.slice(0, word) : cut} …`;
}

/** Agencies by their letters, and names that say they are an outlet: "(Ukraine)" behind a town is none. */
const OUTLET =
  /^(?:AFP|AP|ANI|ANSA|APA|ATS|BNS|CNA|dpa|DPA|EFE|IANS|IRNA|Interfax|KNA|Kyodo|Lusa|NTB|PAP|PTI|RIA|Reuters|SANA|STT|TASS|TT|UNB|UPI|Ukrinform|WAM|Xinhua|Yonhap)$|\b(?:Agency|Agence|News|Press|Wire|Service|Times|Post|Radio|TV|Herald|Tribune)$/;

/** Whose text the piece says it was first, where that is not its publisher; else null. */
export function firstOutlet(
  { relayed, outlet }: Pick<Article, 'relayed' | 'outlet'>,
  publisher: string,
): string | null {
  const named = relayed ?? (outlet !== null && OUTLET.test(outlet) ? outlet : null);
  if (named === null) return null;
  const [a, b] = [named.toLowerCase(), publisher.toLowerCase()];
  return a.includes(b) || b.includes(a) ? null : named;
}

/** The address a copy gives as that of the article it is of ("Original url: https://…"); null where it gives none. */
export function originalAddress(text: string): string | null {
  const given =
    /^[ \t]*Original (?:url|article|source|link)\b[ \t]*:?\s*(https?:\/\/[^\s<>"]{4,2000})/im.exec(text)?.[1];
  return given === undefined ? null : given;
}
