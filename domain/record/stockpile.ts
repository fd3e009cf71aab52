import type { Kind } from './kind.ts';
import { code, count, date, link, narrative, point, text } from './property.ts';

const secret = { sensitivity: 'restricted' } as const;

export const stockpile = {
  name: 'stockpile',
  label: 'Stockpile',
  plural: 'Stockpiles',
  description:
    'A stock of munitions held, retained, found or awaiting destruction, by type and lot. Positions are restricted.',
  sensitivity: 'restricted',
  standard: ['APMBC 4', 'APMBC 7(1)b', 'APMBC 7(1)d', 'APMBC 7(1)g', 'CCM 3', 'CCM 7 forms B, D'],
  drawing: 'plain',
  place: 'position',
  date: 'as_of',
  title: 'local_id',
  properties: {
    holder: link(['organisation'], 'Holder', 'Who holds it.', secret),
    country: text('Country', 'ISO 3166-1 alpha-3 code.', { ...secret, hxl: '#country+code' }),
    purpose: code('stock-purpose', 'Purpose', 'Stockpiled, retained, awaiting destruction …', {
      ...secret,
      standard: 'APMBC 7(1)b, d',
    }),
    category: code('ordnance-category', 'Category', 'Kind of ordnance.', { ...secret, hxl: '#item+type' }),
    model: link(['munition-model'], 'Model', 'Model held.', { ...secret, standard: 'APMBC 7(1)b' }),
    lots: text('Lots', 'Lot numbers, when stated.', { ...secret, standard: 'APMBC 7(1)b' }),
    quantity: count('Quantity', 'How many are held.', {
      ...secret,
      definition: 'items-counted',
      standard: 'APMBC 7(1)b',
    }),
    destroyed_to_date: count('Destroyed to date', 'How many were destroyed so far, all together.', {
      ...secret,
      fold: 'monotone',
      definition: 'items-counted',
      standard: 'APMBC 7(1)g',
    }),
    destroyed: count('Destroyed', 'How many were destroyed, by part.', {
      ...secret,
      fold: 'sum',
      definition: 'items-counted',
      standard: 'APMBC 7(1)g',
    }),
    transferred_out: count('Transferred', 'How many were passed on, by part.', {
      ...secret,
      fold: 'sum',
      definition: 'items-counted',
      standard: 'APMBC 7(1)d',
    }),
    as_of: date('As of', 'Date the quantity holds for.', { ...secret, hxl: '#date' }),
    destroy_by: date('To be destroyed by', 'Deadline.', { ...secret, standard: 'APMBC 4; CCM 3' }),
    destroyed_on: date('Destroyed on', 'When the last was destroyed.', secret),
    actual_use: narrative('Use of retained items', 'What retained items were used for.', {
      ...secret,
      standard: 'APMBC 7(1)d',
    }),
    reliability: code('stock-reliability', 'How known', 'Declared, counted, estimated.', secret),
    position: point('Where', 'Where it is stored.', secret),
    found_on: date('Found on', 'When it was found, if previously unknown.', {
      ...secret,
      standard: 'APMBC 7(1)b, 8MSP',
    }),
  },
} satisfies Kind;
