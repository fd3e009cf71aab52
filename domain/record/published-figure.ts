import type { Kind } from './kind.ts';
import { code, date, link, linkSet, plainNumber, text } from './property.ts';

export const publishedFigure = {
  name: 'published-figure',
  label: 'Published figure',
  plural: 'Published figures',
  description:
    'A number somebody published, with what it counts, when and under which definition. Figures under different definitions are not compared.',
  sensitivity: 'partner',
  standard: ['Design, Counting'],
  drawing: 'plain',
  date: 'as_of',
  title: 'name',
  properties: {
    subject: code('figure-subject', 'Counts', 'What it counts.', { hxl: '#indicator+type' }),
    figure: plainNumber('Figure', 'The number; bounds and ranges as such.', { hxl: '#indicator+num' }),
    running_total: plainNumber(
      'Figure so far',
      'A number that counts everything from a beginning to its date. A later one that is lower is a disagreement.',
      { fold: 'monotone', hxl: '#indicator+num+total' },
    ),
    unit: text('Unit', 'Unit, in the words of the source.', { hxl: '#indicator+unit' }),
    nature: code('figure-nature', 'How reached', 'Counted, estimated, bound, relayed.'),
    definition_stated: text('Definition', 'What is counted and what not, as the source states it.'),
    denominator: text('Out of', 'What a share is a share of, as the source states it.'),
    as_of: date('As of', 'Date or period it holds for.', { hxl: '#date' }),
    published_on: date('Published on', 'When it was published.', { hxl: '#date+reported' }),
    publisher: link(['organisation'], 'Published by', 'Who published it.', { hxl: '#org' }),
    publisher_named: text('Published by, as named', 'In the words of the source.'),
    country: text('Country', 'ISO 3166-1 alpha-3 code it is about.', { hxl: '#country+code' }),
    about: linkSet([], 'About', 'What it is about.'),
    relays: link(['published-figure'], 'Relays', 'Earlier figure it repeats.'),
    document: text('Document', 'Where it stands.'),
  },
} satisfies Kind;
