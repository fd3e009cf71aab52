/**
 * In which language a text seems to be written: by its script, and among languages of one script by their commonest words or
 * by letters that only one of them has. It serves to say when no suggestions can be made, and a person's word goes before it.
 */

/** Scripts that tell the language nearly by themselves, most distinctive first. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
];

/** Letters that one language of a script has and the one it would be taken for has not. */
const LETTERS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ru: [
    [/[іїєґ]/giu, 'uk'],
    [/[ђћљњџ]/giu, 'sr'],
    [/[ыэё]/giu, 'ru'],
  ],
  ar: [
    [/[ټډړښځڅ]/gu, 'ps'],
    [/[پچژگ]/gu, 'fa'],
  ],
};

const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for it on with as by at from are has have be this an not which were been its',
  fr: 'le la les des et du une est que dans pour qui par sur pas plus au avec ce sont ont cette aux été leur',
  es: 'el los las del que una por con para se su es como más al pero sus ha fue este esta sobre entre han son',
  de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er',
  pt: 'os as da do em um uma que para com não por mais dos das foi ao pela pelo são seu sua entre como até',
  it: 'il di che la per una del della con non le gli nel alla dei sono più anche delle ha come dal nella ma',
  nl: 'de het een van en dat is op te voor met niet zijn aan er om ook door naar bij uit nog werd worden hebben',
  tr: 've bir bu için ile da de olarak olan daha çok gibi en kadar sonra ancak ise tarafından değil her',
};

const words = new Map(Object.entries(COMMON).map(([tag, list]) => [tag, new Set(list.split(' '))]));
/** Letters looked at: enough to tell, however long the text. */
const LOOKED = 20_000;

/** A language tag (BCP 47), or null when the text does not tell: too short, or of a language not known here. */
export function languageOf(text: string): string | null {
  const head = text.slice(0, LOOKED);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  for (const [script, tag] of SCRIPTS) {
    if ((head.match(script)?.length ?? 0) < letters * 0.4) continue;
    const most = (LETTERS[tag] ?? [])
      .map(([own, other]) => ({ other, n: head.match(own)?.length ?? 0 }))
      .sort((a, b) => b.n - a.n)[0];
    return most !== undefined && most.n >= letters * 0.005 ? most.other : tag;
  }
  const said = head.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first, second] = [...words]
    .map(([tag, list]) => ({ tag, share: said.filter((w) => list.has(w)).length / said.length }))
    .sort((a, b) => b.share - a.share);
  if (first === undefined || first.share < 0.08 || first.share < (second?.share ?? 0) * 1.3) return null;
  return first.tag;
}
