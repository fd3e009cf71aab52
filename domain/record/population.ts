import type { Kind } from './kind.ts';
import { code, count, date } from './property.ts';

export const population = {
  name: 'population',
  label: 'Population',
  plural: 'Population',
  description: 'How many people live in a place, of one group, sex and age band, at a date.',
  sensitivity: 'partner',
  standard: ['OCHA COD-PS', 'Syria cis population_now'],
  drawing: 'plain',
  date: 'counted_on',
  title: 'local_id',
  properties: {
    group: code('population-group', 'Group', 'Who is counted.', { hxl: '#population+type' }),
    sex: code('sex', 'Sex', 'Of those counted.', { hxl: '#population+sex' }),
    age_band: code('age-band', 'Age band', 'Of those counted.', { hxl: '#population+age' }),
    people: count('People', 'How many.', { definition: 'de-facto-population', hxl: '#population' }),
    counted_on: date('Counted on', 'When they were counted or estimated.', { hxl: '#date' }),
    nature: code('figure-nature', 'How reached', 'Counted, estimated …'),
  },
} satisfies Kind;
