import type { Kind } from './kind.ts';
import { code, date, link, narrative, shape, text, yesno } from './property.ts';

export const evidencePoint = {
  name: 'evidence-point',
  label: 'Evidence point',
  plural: 'Evidence points',
  description:
    'One piece of evidence of contamination at a place: direct or indirect; observed, told or from a record.',
  sensitivity: 'partner',
  standard: ['IMAS 08.10', 'MDR18 A direct evidence', 'IMSMA NG evidence and usage points', 'Syria ha ev_…'],
  drawing: 'danger',
  place: 'position',
  date: 'observed_on',
  title: 'local_id',
  properties: {
    position: shape('Where', 'Where the evidence lies.', {
      standard: 'MDR18 A direct evidence – location',
      hxl: '#geo+coord',
    }),
    observed_on: date('Observed on', 'When it was seen or told.', { hxl: '#date+event' }),
    point_type: code('evidence-point-type', 'Type of point', 'Evidence, target, firing point …', {
      standard: 'IMSMA NG point types',
    }),
    basis: code('evidence-basis', 'Direct or indirect', 'As the programme classes it.', {
      standard: 'IMAS 08.10',
    }),
    direct: code('direct-evidence', 'Direct evidence', 'What it is, when direct.', {
      standard: 'MDR18 A direct evidence – type',
    }),
    indirect: code('indirect-evidence', 'Indirect evidence', 'What it is, when indirect.'),
    how_known: code('how-known', 'How it is known', 'Observed, told or from a record.', {
      standard: 'Syria ha _obs, _verb, _records',
    }),
    category: code('ordnance-category', 'Ordnance', 'Category it points to.', { hxl: '#item+type' }),
    model: link(['munition-model'], 'Model', 'Model it points to.'),
    still_there: yesno('Still there', 'Whether the item was still there.', {
      standard: 'IMSMA NG evidence points',
    }),
    hazard: link(['hazardous-area'], 'Of hazardous area', 'Area it supports.'),
    survey: link(['activity', 'survey-result'], 'Found in survey', 'Survey it was found in.'),
    minefield_record: link(['minefield-record'], 'From record', 'Minefield record it comes from.', {
      sensitivity: 'restricted',
    }),
    informant_type: code('informant-type', 'Type of informant', 'Who told, by role.', {
      sensitivity: 'restricted',
    }),
    informant_name: text('Informant', 'Who told.', { sensitivity: 'personal' }),
    account: narrative('Account', 'What was seen or told.'),
  },
} satisfies Kind;
