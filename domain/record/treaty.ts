import type { Kind } from './kind.ts';
import { code, date, link, text, yesno } from './property.ts';

export const treaty = {
  name: 'treaty',
  label: 'Treaty',
  plural: 'Treaties',
  description: 'A treaty or protocol on mines, cluster munitions or explosive remnants of war.',
  sensitivity: 'partner',
  standard: ['UN Treaty Collection'],
  drawing: 'plain',
  date: 'in_force_on',
  title: 'name',
  properties: {
    short_name: text('Short name', 'Usual abbreviation, such as APMBC.'),
    topic: code('treaty-topic', 'Governs', 'What it governs.'),
    adopted_on: date('Adopted on', 'When the text was adopted.', { hxl: '#date+event' }),
    adopted_at: text('Adopted at', 'Where the text was adopted.'),
    opened_on: date('Opened on', 'When it was opened for signature.'),
    in_force_on: date('In force on', 'When it entered into force.', { hxl: '#date+start' }),
    depositary: link(['organisation'], 'Depositary', 'Who keeps it.'),
    reservations_allowed: yesno('Reservations allowed', 'Whether it allows reservations.'),
    withdrawal_rule: text('Withdrawal', 'What it says about withdrawal, in our words.'),
    parent: link(['treaty'], 'Protocol of', 'Treaty it is a protocol of.'),
    document: text('Document', 'Where the text stands.'),
  },
} satisfies Kind;
