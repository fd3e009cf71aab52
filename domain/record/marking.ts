import type { Kind } from './kind.ts';
import { code, count, date, link, linkSet, measure, narrative, shape, text, yesno } from './property.ts';

export const marking = {
  name: 'marking',
  label: 'Marking',
  plural: 'Marking',
  description:
    'Signs, fences and markers around hazards, when put up, in what state, and who looks after them.',
  sensitivity: 'partner',
  standard: ['IMAS 08.40', 'APMBC 5(2)', 'CCW AP II 5(2)', 'CCM 4(2)c', 'APMBC 7(1)i'],
  drawing: 'plain',
  place: 'where',
  date: 'placed_on',
  title: 'local_id',
  properties: {
    where: shape('Where', 'Line of the fence or place of the signs.', { hxl: '#geo+coord' }),
    marking_type: code('marking-type', 'Type', 'What it is.', { hxl: '#item+type' }),
    condition: code('marking-condition', 'Condition', 'State when last seen.', { hxl: '#status+condition' }),
    placed_on: date('Placed on', 'When it was put up.', { hxl: '#date+start' }),
    checked_on: date('Checked on', 'When it was last seen.'),
    removed_on: date('Removed on', 'When it was taken away or found gone.', { hxl: '#date+end' }),
    removed_why: narrative('Why removed', 'Why it is gone, as told.'),
    organisation: link(['organisation'], 'Placed by', 'Who put it up.', { hxl: '#org+impl' }),
    kept_by: link(['organisation'], 'Looked after by', 'Who keeps it up.'),
    hazards: linkSet(['hazardous-area'], 'Marks', 'Hazardous areas it marks.'),
    task: link(['task', 'activity'], 'During', 'Work it was put up in.'),
    signs: count('Signs', 'Number of signs.', { definition: 'items-counted' }),
    length: measure('m', 'Length', 'Length of the fence.'),
    languages: text('Languages', 'Languages on the signs.'),
    to_standard: yesno('To the standard', 'Whether it meets at least CCW Amended Protocol II.', {
      standard: 'APMBC 5(2)',
    }),
    monitored: yesno('Watched', 'Whether somebody watches over it.', { standard: 'APMBC 5(2)' }),
  },
} satisfies Kind;
