import type { Kind } from './kind.ts';
import { code, date, link, measure, text } from './property.ts';

export const treatyDecision = {
  name: 'treaty-decision',
  label: 'Treaty decision',
  plural: 'Treaty decisions',
  description:
    'What the parties, a treaty body or the depositary decided or replied: extension, completion, objection.',
  sensitivity: 'partner',
  standard: ['APMBC 5(3) to 5(6)', 'APMBC 8', 'CCM 4(5) to 4(8)', 'CCM 8'],
  drawing: 'plain',
  date: 'decided_on',
  title: 'name',
  properties: {
    treaty: link(['treaty'], 'Treaty', 'Under which treaty.'),
    decision_type: code('treaty-decision-type', 'Type', 'What kind of decision or reply.'),
    article: code('treaty-article', 'Obligation', 'Obligation it concerns.'),
    state: link(['place'], 'State', 'State it concerns.', { hxl: '#country' }),
    country: code('country', 'Country', 'The state it concerns, by its ISO 3166-1 alpha-3 code.', {
      hxl: '#country+code',
    }),
    decided_by: text('Decided by', 'Meeting, body or state that decided.'),
    objecting_country: code('country', 'Objecting country', 'Of an objection: the state that makes it.'),
    decided_on: date('Decided on', 'When it was decided.', { hxl: '#date+event' }),
    requested_on: date('Requested on', 'When it was asked for.'),
    old_deadline: date('Deadline before', 'Deadline before the decision.'),
    new_deadline: date('Deadline after', 'Deadline after the decision.', {
      standard: 'APMBC 5(3); CCM 4(5)',
    }),
    years: measure('years', 'Years', 'Years of extension.', {
      standard: 'APMBC 5(3): up to 10; CCM 4(5): up to 5',
    }),
    about_act: link(['treaty-act'], 'About', 'Act of a state it answers.'),
    remaining_area: measure('m2', 'Area remaining as stated', 'Area the state says remains.', {
      definition: 'area-as-stated',
    }),
    reasons: text('Reasons', 'Reasons stated, in our words.', { standard: 'APMBC 5(4)' }),
    document: text('Document', 'Where the text stands.'),
  },
} satisfies Kind;
