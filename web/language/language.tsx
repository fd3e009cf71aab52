/**
 * The reader's language: its words, its direction and its way of writing numbers and dates. Taken from `?lang=`, else
 * from the browser where its words are here, else English. A language without words of its own is shown in English
 * words and its own direction, so that a translator sees the layout before the first word is translated.
 */
import { say } from '@tilth/domain/say';
import en from '@tilth/words/en.json';
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
  ['../../words/*.json', '!../../words/en.json', '!../../words/package.json'],
  {
    import: 'default',
  },
);
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

function loaderOf(tag: string): (() => Promise<Words>) | undefined {
  return others[`../../words/${tag}.json`] ?? others[`../../words/${tag.split('-')[0]}.json`];
}

/** Languages that have words, English first. */
export const languages: readonly string[] = [
  'en',
  ...Object.keys(others).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)),
];

function browserLanguage(): string {
  const ours = navigator.languages.find((tag) => tag.startsWith('en') || loaderOf(tag) !== undefined);
  return ours ?? 'en';
}

const Current = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = useContext(Current);
  if (!language) throw new Error('no language around this component');
  return language;
}

export function LanguageProvider({ asked, children }: { asked: string | null; children: ReactNode }) {
  const tag = asked ?? browserLanguage();
  const [loaded, setLoaded] = useState<{ tag: string; words: Words } | null>(null);
  useEffect(() => {
    let wanted = true;
    loaderOf(tag)?.().then((words) => wanted && setLoaded({ tag, words }));
    return () => {
      wanted = false;
    };
  }, [tag]);

  const language = useMemo((): Language => {
    const words: Words = loaded?.tag === tag ? { ...en, ...loaded.words } : en;
    const fill = (key: string, facts: Facts) => say(words[key] ?? key, facts, tag);
    const primary = tag.split('-')[0]?.toLowerCase() ?? 'en';
    return {
      tag,
      direction: rightToLeft.has(primary) ? 'rtl' : 'ltr',
      say: (key, facts = {}) => fill(key, facts),
      sayIf: (key, facts = {}) => (key in words ? fill(key, facts) : null),
      ...makeFormats(tag),
    };
  }, [tag, loaded]);

  useEffect(() => {
    document.documentElement.lang = language.tag;
    document.documentElement.dir = language.direction;
    document.title = language.say('web.app.title');
  }, [language]);

  return (
    <Current.Provider value={language}>
      <I18nProvider locale={tag}>{children}</I18nProvider>
    </Current.Provider>
  );
}
