import type { Kind } from './kind.ts';
import { code, count, date, link, linkSet, measure, narrative, yesno } from './property.ts';
import { standardFollowed } from './standard-followed.ts';

export const completion = {
  name: 'completion',
  label: 'Completion report',
  plural: 'Completion reports',
  description:
    'The operator’s report that work on an area is finished: what was found, released, inspected and left.',
  sensitivity: 'partner',
  standard: ['IMAS 08.30', 'IMSMA NG completion report'],
  drawing: 'plain',
  date: 'reported_on',
  title: 'local_id',
  properties: {
    reported_on: date('Reported on', 'Date of the report.', { hxl: '#date+reported' }),
    organisation: link(['organisation'], 'By', 'Organisation that reports.', { hxl: '#org+impl' }),
    task: link(['task'], 'Task', 'Task it completes.', { standard: 'IMAS 08.30' }),
    activities: linkSet(['activity'], 'Work', 'Work it reports.'),
    hazards: linkSet(['hazardous-area'], 'Hazardous areas', 'Areas worked on.'),
    released_land: linkSet(['released-land'], 'Released land', 'Land it reports as released.'),
    quality_visits: linkSet(['quality-visit'], 'Quality visits', 'Visits during and after the work.'),
    accidents: linkSet(['accident'], 'Accidents', 'Accidents during the work.'),
    cancelled_area: measure('m2', 'Cancelled as stated', 'Area the report states as cancelled.', {
      definition: 'area-as-stated',
      hxl: '#output+area_m2+cancelled',
    }),
    reduced_area: measure('m2', 'Reduced as stated', 'Area the report states as reduced.', {
      definition: 'area-as-stated',
      hxl: '#output+area_m2+reduced',
    }),
    cleared_area: measure('m2', 'Cleared as stated', 'Area the report states as cleared.', {
      definition: 'area-as-stated',
      hxl: '#output+area_m2+cleared',
    }),
    depth_reached: measure('mm', 'Depth reached', 'Depth the report states.', { standard: 'IMAS 09.10' }),
    items_found: count('Items found', 'Items the report states, all together.', {
      definition: 'items-counted',
    }),
    hours_worked: measure('hours', 'Hours worked', 'Hours the report states.', { effort: true }),
    markers_placed: yesno(
      'Markers placed',
      'Whether permanent survey markers stand at turning and intermediate points.',
      { standard: 'IMAS 08.30' },
    ),
    inspections_finished: yesno(
      'Inspections finished',
      'Whether inspections are done and corrections made.',
      { standard: 'IMAS 08.30' },
    ),
    state: code('acceptance-state', 'State', 'Whether it is accepted.'),
    accepted_on: date('Accepted on', 'When it was accepted.'),
    accepted_by: link(['organisation'], 'Accepted by', 'Who accepted it.'),
    remaining_hazard: narrative('What remains', 'Hazard left outside, below or within, and parts not done.', {
      standard: 'IMAS 08.30',
    }),
    summary: narrative('Summary', 'Summary of the work.'),
    ...standardFollowed,
  },
} satisfies Kind;
