import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from './span.ts';

const read = (typed: string) => {
  const span = readDate(typed, { reportDate: '2026-11-22' });
  return 'code' in span ? span.code : `${span.from ?? ''}/${span.to}`;
};

/** day, month, year, before, since, between, about, unknown: as people of each language write them */
const written: Readonly<Record<string, readonly string[]>> = {
  en: [
    '3 March 2020',
    'March 2020',
    '2019',
    'before 2010',
    'since 2015',
    'between 2015 and 2017',
    'about 2019',
    'unknown',
  ],
  uk: [
    '3 березня 2020 р.',
    'березень 2020',
    '2019 р.',
    'перед 2010',
    'від 2015',
    'між 2015 і 2017',
    'близько 2019 року',
    'невідомо',
  ],
  ar: [
    '٣ مارس ٢٠٢٠',
    'آذار 2020',
    'عام ٢٠١٩',
    'قبل ٢٠١٠',
    'منذ 2015',
    'بين ٢٠١٥ و٢٠١٧',
    'حوالي 2019',
    'غير معروف',
  ],
  fr: [
    '3 mars 2020',
    'mars 2020',
    'en 2019',
    'avant 2010',
    'depuis 2015',
    'entre 2015 et 2017',
    'vers 2019',
    'inconnue',
  ],
  es: [
    '3 de marzo de 2020',
    'marzo de 2020',
    'en 2019',
    'antes de 2010',
    'desde 2015',
    'entre 2015 y 2017',
    'hacia 2019',
    'desconocida',
  ],
};
const meant = [
  '2020-03-03/2020-03-03',
  '2020-03-01/2020-03-31',
  '2019-01-01/2019-12-31',
  '/2009-12-31',
  '2015-01-01/2026-11-22',
  '2015-01-01/2017-12-31',
  '2019-01-01/2019-12-31',
  '/2026-11-22',
];

test('dates are read in the language of whoever writes them', () => {
  for (const [language, typed] of Object.entries(written)) assert.deepEqual(typed.map(read), meant, language);
});

test('every month a browser writes is read back, with day and without, in all five languages', () => {
  for (const language of ['en', 'en-GB', 'uk', 'ar', 'ar-EG', 'ar-LB', 'ar-DZ', 'fr', 'es'])
    for (let month = 0; month < 12; month++) {
      const day = new Date(Date.UTC(2020, month, 3));
      const first = `2020-${String(month + 1).padStart(2, '0')}`;
      const say = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(language, {
          timeZone: 'UTC',
          year: 'numeric',
          month: 'long',
          ...options,
        }).format(day);
      assert.equal(read(say({ day: 'numeric' })), `${first}-03/${first}-03`, say({ day: 'numeric' }));
      assert.equal(read(say({})).slice(0, 10), `${first}-01`, say({}));
    }
});

test('intervals with from and to, ordinals and abbreviations are read', () => {
  const same: readonly (readonly [string, string])[] = [
    ['from 2015 to 2017', meant[5] ?? ''],
    ['з 2015 до 2017', meant[5] ?? ''],
    ['من 2015 إلى 2017', meant[5] ?? ''],
    ['de 2015 à 2017', meant[5] ?? ''],
    ['desde 2015 hasta 2017', meant[5] ?? ''],
    ['1er avril 2020', '2020-04-01/2020-04-01'],
    ['janv. 2020', '2020-01-01/2020-01-31'],
    ["jusqu'en 2017", '/2017-12-31'],
    ['до 2017', '/2017-12-31'],
    ['١٣/٠٤/٢٠٢٠', '2020-04-13/2020-04-13'],
  ];
  for (const [typed, span] of same) assert.equal(read(typed), span, typed);
});

test('what is no date in any of them is refused, not guessed', () => {
  for (const typed of ['le printemps 2020', 'весна', 'قبل', 'marzo', '35 mars 2020', 'avant', 'de a de'])
    assert.equal(read(typed), 'date-unreadable', typed);
});
