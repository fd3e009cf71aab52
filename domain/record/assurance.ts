import type { Kind } from './kind.ts';
import { code, date, linkSet, measure, shape, text, yesno } from './property.ts';

export const assurance = {
  name: 'assurance',
  label: 'Assurance',
  plural: 'Assurances',
  description:
    'A promise attached to a transfer or policy, such as a permitted territory: who gave it to whom, and what is said of its keeping.',
  sensitivity: 'partner',
  standard: ['Design §6'],
  drawing: 'plain',
  place: 'territory',
  date: 'given_on',
  title: 'name',
  properties: {
    assurance_type: code('assurance-type', 'Type', 'What is promised.'),
    given_by: text('Given by', 'State, body or office that promised.'),
    given_by_country: text('Given by country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+code' }),
    given_to: text('Given to', 'To whom.'),
    given_on: date('Given on', 'When it was given.', { hxl: '#date+event' }),
    wording: text('Wording', 'What was promised, in short quotes or our words.'),
    in_writing: yesno('In writing', 'Whether it is known to be in writing.'),
    published_text: yesno('Text published', 'Whether its text is published.'),
    transfers: linkSet(['transfer'], 'Attached to', 'Transfers it belongs to.'),
    policy_acts: linkSet(['policy-act'], 'Under', 'Policy acts it belongs to.'),
    territory: shape(
      'Permitted territory',
      'Land it speaks of, where it can be drawn. It never says where it is free of mines.',
      {
        shapes: ['polygon'],
        sensitivity: 'restricted',
      },
    ),
    territory_named: text('Permitted territory as named', 'In the words of the speaker.'),
    state: code('assurance-state', 'How it stands', 'What is said of its keeping.', { hxl: '#status' }),
    lifetime_claimed: measure('hours', 'Lifetime claimed', 'Lifetime promised, as claimed.', {
      definition: 'after-set-period',
    }),
  },
} satisfies Kind;
