/** Words and signs around a number in Ukrainian, Arabic, French and Spanish, put into the English ones that read-number.ts reads. */
import { plainDigits } from '@tilth/domain/report/date-words';

const AROUND: readonly (readonly [english: string, words: readonly string[]])[] = [
  [
    'about',
    [
      'environ',
      'vers',
      'hacia',
      'aproximadamente',
      'cerca de',
      'alrededor de',
      'близько',
      'приблизно',
      'حوالي',
      'نحو',
      'تقريبا',
    ],
  ],
  [
    'at least',
    ['au moins', 'al menos', 'por lo menos', 'щонайменше', 'не менше', 'принаймні', 'على الأقل', 'لا يقل عن'],
  ],
  [
    'at most',
    [
      'au plus',
      "jusqu'à",
      'como máximo',
      'a lo sumo',
      'hasta',
      'щонайбільше',
      'не більше',
      'до',
      'على الأكثر',
      'لا يزيد عن',
      'حتى',
    ],
  ],
  ['between', ['entre', 'між', 'بين']],
];
const BETWEEN =
  /(\d\s*[^\d\s]*)\s*(?:\sà\s|\sa\s|\sy\s|\set\s|\sдо\s|\sі\s|\sта\s|\sإلى\s|\sو\s*)\s*(?=\d)/gu;

const UNITS: Readonly<Record<string, readonly string[]>> = {
  ha: ['га', 'هكتار', 'hectárea', 'hectáreas'],
  dunum: ['دونم', 'дунам'],
  jerib: ['جريب'],
  m2: ['м2', 'م2', 'м.кв', 'кв.м'],
  km2: ['км2', 'كم2'],
  m: ['м', 'م', 'متر', 'mètre', 'mètres', 'metro', 'metros'],
  km: ['км', 'كم'],
  cm: ['см', 'سم'],
  mm: ['мм', 'مم', 'ملم'],
  kg: ['кг', 'كغ', 'كجم', 'كلغ'],
  g: ['г', 'غ'],
  t: ['т', 'طن'],
  '%': ['٪'],
};
const ENGLISH = new Map(
  Object.entries(UNITS).flatMap(([english, words]) => words.map((word) => [word, english] as const)),
);

/** @param text in NFKC, so that ² is 2 */
export function numberInEnglish(text: string): string {
  let plain = plainDigits(text)
    .replace(/[’ʼ]/g, "'")
    .replace(/٫/g, '.')
    .replace(/(\d)٬(?=\d{3})/g, '$1,')
    .replace(/\u0651|[\u064b-\u0650]/g, '')
    .trim();
  for (const [english, words] of AROUND)
    for (const word of words)
      if (plain.toLowerCase().startsWith(`${word} `)) plain = `${english} ${plain.slice(word.length + 1)}`;
  return plain
    .replace(BETWEEN, '$1 to ')
    .replace(/(\d\s*)([^\d\s.,;<>≤≥–-][^\d\s]*2?)(?=$|\s)/gu, (whole, digits: string, word: string) => {
      const english = ENGLISH.get(word.toLowerCase());
      return english === undefined ? whole : `${digits}${english}`;
    });
}

/** The sign that a language sets between thousands, where it is one that others set before decimals; else null. */
export function groupingDot(tag: string): boolean {
  const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1_234_567);
  return parts.some((p) => p.type === 'group' && p.value === '.');
}
