/** The base form of an English verb, as far as the rules here ask for it: those of the lexicon, and the forms of "be" and "have". */
import { acting, blaming, judging, purposes, saying } from './lexicon.ts';

const irregular: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  thought: 'think',
  found: 'find',
  felt: 'feel',
  wrote: 'write',
  written: 'write',
  foretold: 'foretell',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
};

const known = (verb: string) => [saying, acting, judging, purposes, blaming].some((set) => set.has(verb));

/** In lower case; a form no rule knows comes back without its ending as English spelling has it most often. */
export function lemmaOf(word: string): string {
  const text = word.toLowerCase();
  const found = irregular[text];
  if (found !== undefined) return found;
  if (known(text)) return text;
  const stem = /^(.+?)(?:ies|ied|ying|es|ed|ing|s)$/.exec(text)?.[1];
  if (stem === undefined || stem.length < 2) return text;
  const plain = text.replace(/(?:ed|ing|s)$/, '');
  const single = plain.replace(/([a-z])\1$/, '$1');
  const forms = [`${stem}y`, plain, `${plain}e`, single, stem, `${stem}e`];
  return forms.find(known) ?? (/ied$|ies$/.test(text) ? `${stem}y` : plain);
}
