import type { Kind } from './kind.ts';
import { code, count, date, link, linkSet, narrative, shape, text, yesno } from './property.ts';

export const use = {
  name: 'use',
  label: 'Use',
  plural: 'Use',
  description:
    'Use of mines, cluster munitions or other devices, alleged or confirmed: by whom, of what, where, when, and on what basis.',
  sensitivity: 'partner',
  standard: ['APMBC 1(1)a', 'CCM 1(1)a', 'CCW AP II 3 to 7', 'CCW P V 4'],
  drawing: 'plain',
  place: 'where',
  date: 'used_on',
  title: 'name',
  properties: {
    actor: link(['organisation'], 'By', 'Force or group said to have used it.'),
    actor_named: text('By, as named', 'Force or group in the words of the source; never a natural person.'),
    actor_country: text('By country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+actor+code' }),
    category: code('ordnance-category', 'Device', 'Category used.', { hxl: '#item+type' }),
    model: link(['munition-model'], 'Model', 'Model used.'),
    quantity: count('Quantity', 'How many, when stated.', { definition: 'items-estimated' }),
    where: shape('Where', 'Where it was used, as exactly as it is known.', {
      sensitivity: 'restricted',
      hxl: '#geo+coord',
    }),
    country: text('In country', 'ISO 3166-1 alpha-3 code of where it was used.', { hxl: '#country+code' }),
    used_on: date('Used on', 'When it was used.', { hxl: '#date+event' }),
    basis: code('use-basis', 'Basis', 'Alleged, confirmed, admitted, denied.', { hxl: '#status' }),
    confirmed_by: link(['organisation'], 'Confirmed by', 'Independent body that confirmed it.'),
    evidence_described: narrative('Evidence', 'What it rests on.'),
    hazards: linkSet(['hazardous-area'], 'Left', 'Hazardous areas it left.'),
    allegations: linkSet(['allegation'], 'Allegations', 'Allegations about it.'),
    transfer: link(['transfer'], 'From transfer', 'Transfer the device is said to come from.'),
    civilian_area: yesno('Near civilians', 'Whether it is said to have been used where civilians live.'),
  },
} satisfies Kind;
