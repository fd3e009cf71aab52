import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, narrative, shape, text, yesno } from './property.ts';

export const hazardReport = {
  name: 'hazard-report',
  label: 'Hazard report',
  plural: 'Hazard reports',
  description:
    'Somebody says they saw or heard of something dangerous: what, where, when, and what was done about it. It may be followed by a hazardous area, an EOD task or nothing; it stays either way.',
  sensitivity: 'partner',
  standard: ['IMSMA NG land (indication)', 'IMAS 12.10', 'IMAS 08.10'],
  drawing: 'danger',
  place: 'position',
  date: 'seen_on',
  title: 'local_id',
  properties: {
    position: shape('Where', 'Where it was seen, as exactly as it is known.', { hxl: '#geo+coord' }),
    seen_on: date('Seen on', 'When it was seen or happened.', { hxl: '#date+event' }),
    received_on: date('Received on', 'When the report reached the programme.', { hxl: '#date+reported' }),
    what: codeSet('ordnance-category', 'What was seen', 'Kind of ordnance, as far as it can be told.', {
      hxl: '#item+type',
    }),
    models: link(['munition-model'], 'Model', 'Model it was recognised as.'),
    item_count: count('How many', 'Number of items seen.', { definition: 'items-estimated' }),
    seen: narrative('In their words', 'What was seen, in the words of the report.'),
    where_told: narrative('Way there', 'The place in the words of the report.'),
    how_known: codeSet('how-known', 'How they know', 'Seen, told or from a record.'),
    evidence: code('evidence-of-contamination', 'Evidence', 'What the report amounts to.'),
    channel: code('report-channel', 'How it came in', 'The way the report was made.'),
    urgency: code('urgency', 'Urgency', 'How soon somebody should look.', { standard: 'IMSMA NG priority' }),
    people_near: yesno('People go there', 'Whether people use the place.'),
    land_use: codeSet('land-use', 'Use of the place', 'What the place is used for.'),
    marked: yesno('Marked since', 'Whether somebody has marked it.'),
    informant_type: code('informant-type', 'Type of informant', 'Who reports, by role.', {
      sensitivity: 'restricted',
      standard: 'Syria forms key informant type',
    }),
    informant_name: text('Informant', 'Name of who reports.', { sensitivity: 'personal' }),
    informant_contact: text('Contact', 'Telephone or address of who reports.', { sensitivity: 'personal' }),
    acknowledged_on: date('Acknowledged on', 'When the informant was told it had arrived.'),
    assigned_to: link(['organisation', 'team'], 'Assigned to', 'Who is to look at it.', {
      sensitivity: 'restricted',
    }),
    assigned_on: date('Assigned on', 'When it was assigned.', { only_with: { property: 'assigned_to' } }),
    outcome: code(
      'report-outcome',
      'Outcome',
      'What became of it. “Nothing seen” does not make the place safe.',
    ),
    outcome_on: date('Outcome on', 'When that became known.', { only_with: { property: 'outcome' } }),
    led_to: link(
      ['hazardous-area', 'eod-task', 'find', 'survey-result'],
      'Led to',
      'What was recorded because of it.',
      {
        only_with: {
          property: 'outcome',
          is: ['hazard-recorded', 'item-disposed', 'known-already', 'passed-on'],
        },
      },
    ),
    informant_told_on: date('Informant told on', 'When the informant was told the outcome.', {
      only_with: { property: 'outcome' },
    }),
    remark: narrative('Remark', 'Anything else; it may name people.', { sensitivity: 'personal' }),
  },
} satisfies Kind;
