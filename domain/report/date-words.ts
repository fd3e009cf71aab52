/**
 * Dates as people write them in Ukrainian, Arabic, French and Spanish, put into the English forms that span.ts reads: local
 * digits, names of months (in Arabic those of Egypt, of the Levant and of the Maghreb), and the words for before, after,
 * since, until, between, about and unknown. What no table holds stays as it is and is refused there.
 */

/** English word → the words for it, folded (see `fold`); none holds a capital. */
const MONTHS: Readonly<Record<string, string>> = {
  jan: 'janvier janv enero ene січень січня січні січ يناير كانون_الثاني جانفي',
  feb: 'février févr fev febrero лютий лютого лютому лют فبراير شباط فيفري',
  mar: 'mars marzo березень березня березні бер مارس آذار',
  apr: 'avril avr abril abr квітень квітня квітні квіт أبريل نيسان أفريل إبريل',
  may: 'mai mayo травень травня травні трав مايو أيار ماي',
  jun: 'juin junio червень червня червні черв يونيو حزيران جوان يونيه',
  jul: 'juillet juil julio липень липня липні лип يوليو تموز جويلية يوليه',
  aug: 'août agosto ago серпень серпня серпні серп أغسطس آب أوت',
  sep: 'septembre septiembre setiembre set вересень вересня вересні вер سبتمبر أيلول',
  oct: 'octobre octubre жовтень жовтня жовтні жовт أكتوبر تشرين_الأول',
  nov: 'novembre noviembre листопад листопада листопаді лист نوفمبر تشرين_الثاني',
  dec: 'décembre diciembre dic грудень грудня грудні груд ديسمبر كانون_الأول',
};
const WORDS: Readonly<Record<string, string>> = {
  before: 'avant_le avant antes_del antes_de перед раніше قبل',
  after: 'après_le après después_del después_de після بعد',
  since:
    'depuis_le depuis à_partir_du à_partir_de desde_el desde a_partir_del a_partir_de починаючи_з від із з منذ ابتداء_من من',
  until: "jusqu'au jusqu'à jusqu'en hasta_el hasta до حتى لغاية",
  between: 'entre між بين',
  and: 'et y e і й та و',
  to: 'au à a al по إلى',
  about: 'environ vers hacia aproximadamente alrededor_de близько приблизно бл حوالي نحو تقريبا',
  unknown:
    'inconnue inconnu desconocida desconocido невідомо невідома невідомий невідоме غير_معروف غير_معروفة مجهول مجهولة',
  '': 'le la en du de del el у в року році рік роки рр р في عام سنة يوم شهر م',
};

/**
 * The text with what stands in the tables put into English, in lower case. Not for texts that can be read as they are: the
 * French `mars` is no English month.
 */
export function inEnglish(text: string): string {
  return fold(text)
    .replace(/(\d)(?:er|\.?o)(?!\p{L})/gu, '$1')
    .replace(/(?<!\p{L})d'(?=\p{L})/gu, '')
    .replace(/(?<!\p{L})و\s*(?=\d)/gu, ' and ')
    .replace(PATTERN, (word) => ` ${ENGLISH.get(word.replace(/\.$/, '').replace(/\s+/g, ' ')) ?? ''} `)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Digits of Arabic and Persian script as ASCII, and no marks of writing direction. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String((d.codePointAt(0) ?? 0) & 0xf))
    .replace(/،/g, ',');
}

/** Lower case, without accents, vowel signs and stretching, so that é is e and أ is ا. */
function fold(text: string): string {
  return plainDigits(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u0655]/g, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase();
}

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...MONTHS, ...WORDS }).flatMap(([english, words]) =>
    words.split(' ').map((word) => [fold(word.replaceAll('_', ' ')), english] as const),
  ),
);
// the longest first, so that `antes de` is not `de`
const ANY = [...ENGLISH.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{M}'])(?:${ANY.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{M}'])\\.?`,
  'gu',
);
