/** Numbers written in words or with a scale: “twenty-five”, “half a million”, “2.5bn”. English. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const word = `(?:${[...ONES, ...TENS].join('|')})`;
/** A number in words, for a regular expression. */
export const inWords = `${word}(?:[ -]${word})?(?: (?:hundred|thousand|million|billion)|[ -]and[ -]a[ -](?:half|quarter))?|half a (?:million|billion)|(?:another|a|one) (?:hundred|thousand|million|billion)|a dozen|a half`;
/** "2.5" and "million" or "m" as a number. */
export function scaled(figures: string, scaleWord: string): number {
  const name = scaleWord.trim().replace(/^-/, '').toLowerCase();
  const short: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };
  return Number((Number(figures.replaceAll(',', '')) * (SCALES[name] ?? short[name] ?? 1)).toPrecision(12));
}

/** A number in words; null for words that are none. */
export function numberOf(text: string): number | null {
  const more = /^(.+?)[ -]and[ -]a[ -](half|quarter)$/i.exec(text);
  if (more) {
    const whole = numberOf(more[1] ?? '');
    return whole === null ? null : whole + (more[2]?.toLowerCase() === 'half' ? 0.5 : 0.25);
  }
  let total = 0;
  let at = 0;
  for (const part of text
    .toLowerCase()
    .replace(/^half a/, '0.5')
    .split(/[ -]/)) {
    const scale = SCALES[part];
    if (part === 'a' || part === 'another') at = 1;
    else if (part === 'dozen') at = 12;
    else if (part === 'half') at = 0.5;
    else if (part === '0.5') at = 0.5;
    else if (scale !== undefined) {
      total += (at || 1) * scale;
      at = 0;
    } else if (ONES.includes(part)) at += ONES.indexOf(part);
    else if (TENS.includes(part)) at += 20 + 10 * TENS.indexOf(part);
    else return null;
  }
  return total + at;
}
