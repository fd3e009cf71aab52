import type { Kind } from './kind.ts';
import { code, count, date, link, linkSet, measure, point, shape, text } from './property.ts';

export const place = {
  name: 'place',
  label: 'Place',
  plural: 'Places',
  description:
    'An administrative unit, settlement or facility, with its P-code, the time it holds and what it came from.',
  sensitivity: 'partner',
  standard: ['OCHA COD-AB', 'IMSMA NG country structure', 'ISO 3166'],
  drawing: 'plain',
  place: 'boundary',
  date: 'valid_from',
  title: 'name',
  properties: {
    pcode: text('P-code', 'Its own P-code.', { standard: 'OCHA COD-AB ADMn_PCODE', hxl: '#adm+code' }),
    level: code('place-level', 'Level', 'Which level it stands at.', {
      standard: 'OCHA COD-AB',
      hxl: '#adm+level',
    }),
    parent: link(['place'], 'Within', 'Unit of the next level up.', { standard: 'OCHA COD-AB' }),
    boundary: shape('Boundary', 'Boundary, for units.', { hxl: '#geo+bounds' }),
    centre: point('Centre', 'Centre of the settlement or seat of the unit.', { hxl: '#geo+coord' }),
    country: text('Country', 'ISO 3166-1 alpha-3 code.', { standard: 'ISO 3166-1', hxl: '#country+code' }),
    iso_code: text('ISO code', 'ISO 3166-1 or 3166-2 code. It is not the P-code.', {
      standard: 'ISO 3166-2',
    }),
    alternative_names: text('Other names', 'Other spellings and languages, separated by semicolons.'),
    valid_from: date('Holds from', 'When it came to be.', { hxl: '#date+start' }),
    valid_to: date('Holds until', 'When it ceased to be.', { hxl: '#date+end' }),
    predecessors: linkSet(['place'], 'Came from', 'Units it was made from by split, merger or renaming.'),
    area: measure('m2', 'Area as stated', 'Size the source states.', { definition: 'area-as-stated' }),
    population: count('Population', 'People living there; see population for groups and dates.', {
      definition: 'de-facto-population',
      hxl: '#population',
    }),
  },
} satisfies Kind;
