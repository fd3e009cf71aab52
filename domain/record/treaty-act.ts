import type { Kind } from './kind.ts';
import { code, date, link, text, yesno } from './property.ts';

export const treatyAct = {
  name: 'treaty-act',
  label: 'Treaty act',
  plural: 'Treaty acts',
  description:
    'What one state did under a treaty: signed, ratified, acceded, withdrew. Being a party is worked out from these, with the depositary’s dates.',
  sensitivity: 'partner',
  standard: ['APMBC 15 to 20', 'CCM 15 to 20', 'CCW 3 to 9'],
  drawing: 'plain',
  date: 'done_on',
  title: 'name',
  properties: {
    treaty: link(['treaty'], 'Treaty', 'Under which treaty.'),
    state: link(['place'], 'State', 'Which state.', { hxl: '#country' }),
    country: code('country', 'Country', 'State or other area, by its ISO 3166-1 alpha-3 code.', {
      standard: 'ISO 3166-1',
      hxl: '#country+code',
    }),
    act: code('treaty-act-type', 'Act', 'What it did.', { hxl: '#status+act' }),
    done_on: date('Done on', 'When it was done or deposited.', { hxl: '#date+event' }),
    received_on: date('Received on', 'When the depositary received it.', { hxl: '#date+reported' }),
    meeting: text('Meeting', 'The meeting at which it was done, or attended as an observer.'),
    effective_on: date('Effective on', 'When it takes effect, as the depositary states.', {
      hxl: '#date+start',
    }),
    text_of_act: text('Declaration', 'Declaration or reservation, in our words or short quotes.'),
    reasons: text('Reasons stated', 'Reasons the state gives, as for a withdrawal.', {
      standard: 'APMBC 20(2)',
    }),
    in_conflict: yesno(
      'In an armed conflict',
      'Of a withdrawal: whether the state is in an armed conflict when the notice ends, so that it takes effect later. Somebody’s claim, never worked out.',
      { standard: 'APMBC 20(3); CCM 20(3); CCW 9(2)' },
    ),
    conflict_ended_on: date('Conflict ended on', 'When that armed conflict ended, as claimed.', {
      standard: 'APMBC 20(3); CCM 20(3); CCW 9(2)',
      only_with: { property: 'in_conflict', is: ['yes'] },
    }),
    contested_by: text('Contested', 'Who contests it and why, as stated.'),
  },
} satisfies Kind;
