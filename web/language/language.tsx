/**
 * The reader's language: its words, its direction and its way of writing numbers and dates. Taken from `?lang=`, else
 * from the browser where its words are here, else English. A language without words of its own is shown in English
 * words and its own direction, so that a translator sees the layout before the first word is translated. Each language
 * but English is a chunk of its own; until it is here nothing, or the language shown before, is on the page, so that
 * nobody reads a page that changes its language and direction under their eyes.
 */
import { say } from '@tilth/domain/say';
import en from '@tilth/words/en.json';
import list from '@tilth/words/languages.json';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type Formats, makeFormats } from './formats.ts';

export type WordKey = keyof typeof en;
type Words = Readonly<Record<string, string>>;
export type Facts = Readonly<Record<string, unknown>>;

export interface Language extends Formats {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: (key: WordKey, facts?: Facts) => string;
  /** a sentence whose key is put together at run time; null when there is none */
  /** labels of records by their English ones; those that are not here stay English */
  readonly labels: Words;
  readonly sayIf: (key: string, facts?: Facts) => string | null;
}

const others = import.meta.glob<Words>(
  [
    '../../words/*.json',
    '!../../words/en.json',
    '!../../words/languages.json',
    '!../../words/package.json',
    '!../../words/safety.json',
  ],
  { import: 'default' },
);
const records = import.meta.glob<Words>('../../words/records/*.json', { import: 'default' });

/** Languages written from right to left that have no words yet: those that have say it in words/languages.json. */
const rightToLeft = new Set(['dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

function loaderOf(tag: string): (() => Promise<Omit<Shown, 'tag'>>) | undefined {
  const path = [tag, tag.split('-')[0]].map((t) => `${t}.json`).find((f) => `../../words/${f}` in others);
  const words = others[`../../words/${path}`];
  const labels = records[`../../words/records/${path}`];
  return (
    words &&
    (async () => {
      const [said, labelled] = await Promise.all([words(), labels?.()]);
      return { words: { ...en, ...said }, labels: labelled ?? {} };
    })
  );
}

export interface Translation {
  readonly tag: string;
  /** what its speakers call it */
  readonly name: string;
  /** read through by a native speaker who works in mine action */
  readonly reviewed: boolean;
}

/** Languages that have words, English first. */
export const languages: readonly Translation[] = Object.entries(list).map(([tag, { name, reviewed }]) => ({
  tag,
  name,
  reviewed,
}));

function directionOf(tag: string): 'ltr' | 'rtl' {
  const primary = tag.split('-')[0]?.toLowerCase() ?? 'en';
  const known: Readonly<Record<string, { direction: string }>> = list;
  return (known[primary]?.direction ?? (rightToLeft.has(primary) ? 'rtl' : 'ltr')) === 'rtl' ? 'rtl' : 'ltr';
}

function browserLanguage(): string {
  const ours = navigator.languages.find((tag) => tag.startsWith('en') || loaderOf(tag) !== undefined);
  return ours ?? 'en';
}

interface Shown {
  readonly tag: string;
  readonly words: Words;
  readonly labels: Words;
}

const Current = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = useContext(Current);
  if (!language) throw new Error('no language around this component');
  return language;
}

export function LanguageProvider({ asked, children }: { asked: string | null; children: ReactNode }) {
  const wanted = asked ?? browserLanguage();
  const [shown, setShown] = useState<Shown | null>(() =>
    loaderOf(wanted) ? null : { tag: wanted, words: en, labels: {} },
  );
  useEffect(() => {
    let current = true;
    const show = (next: Shown) => current && setShown(next);
    const load = loaderOf(wanted);
    if (load)
      load().then(
        (found) => show({ tag: wanted, ...found }),
        // without a way to the server English is all there is, and English words go with English numbers and layout
        () => show({ tag: 'en', words: en, labels: {} }),
      );
    else show({ tag: wanted, words: en, labels: {} });
    return () => {
      current = false;
    };
  }, [wanted]);

  const language = useMemo((): Language => {
    const { tag, words, labels }: Shown = shown ?? { tag: wanted, words: en, labels: {} };
    const fill = (key: string, facts: Facts) => say(words[key] ?? key, facts, tag, directionOf(tag));
    return {
      tag,
      direction: directionOf(tag),
      labels,
      say: (key, facts = {}) => fill(key, facts),
      sayIf: (key, facts = {}) => (key in words ? fill(key, facts) : null),
      ...makeFormats(tag),
    };
  }, [wanted, shown]);

  useEffect(() => {
    document.documentElement.lang = language.tag;
    document.documentElement.dir = language.direction;
    document.title = language.say('web.app.title');
  }, [language]);

  return (
    <Current.Provider value={language}>
      <I18nProvider locale={language.tag}>{shown && children}</I18nProvider>
    </Current.Provider>
  );
}
