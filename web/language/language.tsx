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
/** Languages written from right to left that have no words yet: those that have say it in words/languages.json. */
const rightToLeft = new Set(['dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

function loaderOf(tag: string): (() => Promise<Words>) | undefined {
  return others[`../../words/${tag}.json`] ?? others[`../../words/${tag.split('-')[0]}.json`];
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
    loaderOf(wanted) ? null : { tag: wanted, words: en },
  );
  useEffect(() => {
    let current = true;
    const show = (tag: string, words: Words) => current && setShown({ tag, words });
    const load = loaderOf(wanted);
    if (load)
      load().then(
        (words) => show(wanted, { ...en, ...words }),
        // without a way to the server English is all there is, and English words go with English numbers and layout
        () => show('en', en),
      );
    else show(wanted, en);
    return () => {
      current = false;
    };
  }, [wanted]);

  const language = useMemo((): Language => {
    const { tag, words }: Shown = shown ?? { tag: wanted, words: en };
    const fill = (key: string, facts: Facts) => say(words[key] ?? key, facts, tag);
    return {
      tag,
      direction: directionOf(tag),
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
