import type { Kind } from './kind.ts';
import { code, date, link, text } from './property.ts';

export const reportingDuty = {
  name: 'reporting-duty',
  label: 'Reporting duty',
  plural: 'Reporting duties',
  description: 'A report or result a state or organisation owes by a date, and whether it came.',
  sensitivity: 'partner',
  standard: ['APMBC 5', 'APMBC 7', 'CCM 4', 'CCM 7', 'CCW AP II 13', 'CCW P V 10'],
  drawing: 'plain',
  date: 'due_on',
  title: 'name',
  properties: {
    duty_type: code('duty-type', 'Type', 'Which duty it is.', {
      standard: 'APMBC 7; CCM 7; CCW AP II 13(4)',
    }),
    treaty: link(['treaty'], 'Treaty', 'Treaty it follows from.'),
    state: link(['place'], 'State', 'State that owes it.', { hxl: '#country' }),
    country: code('country', 'Country', 'The state that owes it, by its ISO 3166-1 alpha-3 code.', {
      hxl: '#country+code',
    }),
    organisation: link(['organisation', 'team'], 'Organisation', 'Organisation or team that owes it.', {
      hxl: '#org',
    }),
    period_from: date('Period from', 'First day reported on.', { hxl: '#date+start' }),
    period_to: date('Period until', 'Last day reported on.', { hxl: '#date+end' }),
    due_on: date(
      'Due on',
      'When it is due. Set by the depositary’s dates, never worked out from a signature.',
      { hxl: '#date+due' },
    ),
    submitted_on: date('Submitted on', 'When it came.', { hxl: '#date+reported' }),
    duty_state: code('duty-state', 'How it stands', 'Due, submitted …', { hxl: '#status' }),
    document: text('Document', 'Title or address of what was submitted.'),
    product: link(['issued-product'], 'Product', 'What we issued for it.'),
    responsible: text('Responsible', 'Who is to write it.', { sensitivity: 'personal' }),
  },
} satisfies Kind;
