import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, narrative, point, yesno } from './property.ts';

export const eodTask = {
  name: 'eod-task',
  label: 'EOD spot task',
  plural: 'EOD spot tasks',
  description: 'One or few items dealt with on call. It releases no land, whatever it finds.',
  sensitivity: 'partner',
  standard: ['IMSMA NG EOD spot task', 'Syria RO', 'TNMA 05.10/01'],
  drawing: 'plain',
  place: 'position',
  date: 'done_on',
  title: 'local_id',
  parts: [{ kind: 'find', by: 'activity' }],
  properties: {
    position: point('Where', 'Where the items were found, not where they were destroyed.', {
      hxl: '#geo+coord',
    }),
    called_on: date('Called on', 'When the call came.', { hxl: '#date+start' }),
    done_on: date('Done on', 'When it was done.', { hxl: '#date+end' }),
    status: code('task-status', 'Status', 'How far it has come.', { hxl: '#status+task' }),
    urgency: code('urgency', 'Urgency', 'How soon it had to be done.'),
    organisation: link(['organisation'], 'Organisation', 'Who did it.', { hxl: '#org+impl' }),
    team: link(['team'], 'Team', 'Team that did it.', { sensitivity: 'restricted' }),
    hazard_report: link(['hazard-report'], 'Because of', 'Report it answers.'),
    hazard: link(['hazardous-area'], 'In hazardous area', 'Area on record it lies in. It stays.'),
    released_land: link(
      ['released-land'],
      'In released land',
      'Released land it lies in: the release is in question.',
    ),
    outcome: code('report-outcome', 'Outcome', 'What came of it.'),
    items_found: count('Items found', 'Items found, when they have no record of their own.', {
      definition: 'items-counted',
    }),
    items_destroyed: count('Items destroyed', 'Items destroyed, when they have no record of their own.', {
      definition: 'items-counted',
      hxl: '#output+num+item',
    }),
    categories: codeSet('ordnance-category', 'Ordnance', 'Categories dealt with.', { hxl: '#item+type' }),
    disposal: code('disposal', 'Disposal', 'What became of the items.'),
    marked_before: yesno('Marked when reached', 'Whether somebody had marked it.'),
    more_suspected: yesno('More suspected', 'Whether more is thought to be there: record a hazardous area.'),
    people_evacuated: count('People moved away', 'People asked to leave during the work.'),
    account: narrative('Account', 'What was done.'),
  },
} satisfies Kind;
