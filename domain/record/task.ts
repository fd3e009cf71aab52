import type { Kind } from './kind.ts';
import { code, codeSet, date, link, linkSet, measure, narrative, shape, text } from './property.ts';

export const task = {
  name: 'task',
  label: 'Task',
  plural: 'Tasks',
  description:
    'Work ordered: what is to be done where, by whom and to what requirement. A task is no evidence of release.',
  sensitivity: 'partner',
  standard: ['IMSMA NG task', 'IMAS 07.11', 'IMAS 09.10'],
  drawing: 'plain',
  place: 'extent',
  date: 'issued_on',
  title: 'local_id',
  parts: [{ kind: 'find', by: 'activity' }],
  properties: {
    task_type: code('task-type', 'Type', 'What kind of work is ordered.', {
      standard: 'IMSMA NG task work items',
    }),
    status: code('task-status', 'Status', 'How far the task has come.', { hxl: '#status+task' }),
    extent: shape('Where', 'Land or point the task covers.', { hxl: '#geo+coord' }),
    issued_on: date('Issued on', 'When it was issued.', { hxl: '#date+start' }),
    issued_by: link(['organisation'], 'Issued by', 'Authority that issued it.', { hxl: '#org+prog' }),
    assigned_to: link(['organisation'], 'Assigned to', 'Organisation that is to do it.', {
      hxl: '#org+impl',
    }),
    team: link(['team'], 'Team', 'Team that is to do it.', { sensitivity: 'restricted' }),
    planned_from: date('Planned from', 'First day planned.', { sensitivity: 'restricted' }),
    planned_to: date('Planned until', 'Last day planned.', { sensitivity: 'restricted' }),
    completed_on: date('Completed on', 'When it was completed.', { hxl: '#date+end' }),
    hazards: linkSet(['hazardous-area'], 'Objectives', 'Hazardous areas it concerns.', {
      standard: 'IMSMA NG task objectives',
    }),
    hazard_reports: linkSet(['hazard-report'], 'Because of', 'Hazard reports it answers.'),
    priority: code('priority', 'Priority', 'Priority given to it. It never follows from a claimed lifetime.'),
    categories: codeSet('ordnance-category', 'Ordnance', 'Categories the work has to deal with.'),
    required_depth: measure('mm', 'Depth required', 'Depth the work has to reach.', {
      standard: 'IMAS 09.10',
    }),
    required_area: measure('m2', 'Area ordered', 'Size of the land ordered.', {
      definition: 'area-as-stated',
    }),
    intended_use: codeSet('land-use', 'Use intended', 'What the land is wanted for.'),
    instructions: narrative('Instructions', 'What is to be done, and how the result is to be reported.'),
    order_number: text('Order number', 'Number of the written order.'),
    results: linkSet([], 'Results', 'What was recorded as its result.', {
      standard: 'IMSMA NG result report links',
    }),
  },
} satisfies Kind;
