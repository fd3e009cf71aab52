import type { Kind } from './kind.ts';
import { code, count, date, link, measure, narrative, point, text } from './property.ts';

export const find = {
  name: 'find',
  label: 'Find',
  plural: 'Finds',
  description:
    'Explosive ordnance found: what, how many, where, how deep, in what state, and what became of it.',
  sensitivity: 'partner',
  standard: ['MDR18 C device', 'IMSMA NG hazreducdeviceinfo', 'APMBC 7(1)g'],
  drawing: 'danger',
  place: 'position',
  date: 'found_on',
  title: 'local_id',
  properties: {
    position: point('Where', 'Where it was found, not where it was destroyed.', {
      standard: 'MDR18 C device – coordinates',
      hxl: '#geo+coord',
    }),
    found_on: date('Found on', 'When it was found.', { hxl: '#date+event' }),
    category: code('ordnance-category', 'Category', 'Kind of ordnance.', {
      standard: 'MDR18 C device – category',
      hxl: '#item+type',
    }),
    subtype: code('ordnance-subtype', 'Type', 'Type within the category.', {
      standard: 'IMSMA NG ordsubcategory',
    }),
    model: link(['munition-model'], 'Model', 'Model, when recognised.', {
      standard: 'MDR18 C device – model',
      hxl: '#item+name',
    }),
    model_named: text('Model as named', 'Model in the source’s own words.'),
    quantity: count('Quantity', 'How many.', {
      definition: 'items-counted',
      standard: 'IMSMA NG hazreducdeviceinfo.qty',
      hxl: '#output+num+item',
    }),
    depth: measure('mm', 'Depth', 'How deep it lay, from the surface to its top.', {
      standard: 'MDR18 C device – depth',
    }),
    condition: code('ordnance-condition', 'Condition', 'State when found.', {
      standard: 'MDR18 C device – condition',
    }),
    context: code('find-context', 'Found during', 'How it came to be found.', { hxl: '#event+context' }),
    disposal: code('disposal', 'Disposal', 'What became of it.', {
      standard: 'MDR18 C device – disposal method',
    }),
    disposed_on: date('Disposed of on', 'When that happened.', {
      standard: 'APMBC 7(1)g',
      hxl: '#date+end',
      only_with: { property: 'disposal', is: ['destroyed-in-place', 'destroyed-elsewhere', 'handed-over'] },
    }),
    organisation: link(['organisation'], 'Found by', 'Organisation that found it.', { hxl: '#org+impl' }),
    disposed_by: link(['organisation'], 'Disposed of by', 'Organisation that dealt with it.', {
      only_with: { property: 'disposal' },
    }),
    activity: link(['activity', 'eod-task', 'task'], 'During', 'Work it was found in.'),
    hazard: link(['hazardous-area'], 'In hazardous area', 'Area on record it lay in.'),
    released_land: link(
      ['released-land'],
      'In released land',
      'Released land it lay in: the release is in question.',
    ),
    holder: text('Held by', 'Who held it, when seized or handed in; never a natural person.', {
      sensitivity: 'restricted',
      only_with: { property: 'context', is: ['seized', 'handed-in', 'stored-found', 'workshop-found'] },
    }),
    event_type: text('Type as stated', 'Type in the source’s own words.'),
    account: narrative('Account', 'How it was found.'),
  },
} satisfies Kind;
