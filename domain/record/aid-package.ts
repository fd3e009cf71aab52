import type { Kind } from './kind.ts';
import { code, date, link, measure, plainNumber, text, yesno } from './property.ts';

export const aidPackage = {
  name: 'aid-package',
  label: 'Aid package',
  plural: 'Aid packages',
  description: 'Aid announced as one package. An amount alone does not identify one.',
  sensitivity: 'partner',
  standard: ['Design §6'],
  drawing: 'plain',
  date: 'announced_on',
  title: 'name',
  parts: [{ kind: 'transfer', by: 'package' }],
  properties: {
    giver_state: link(['place'], 'From', 'State that gives.', { hxl: '#country+funder' }),
    giver_country: text('From country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+funder+code' }),
    receiver_state: link(['place'], 'To', 'State that receives.', { hxl: '#country+recipient' }),
    receiver_country: text('To country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+recipient+code' }),
    package_type: code('package-type', 'Type', 'How it is given.'),
    announced_on: date('Announced on', 'When it was made known.', { hxl: '#date+reported' }),
    amount: measure('money', 'Amount', 'In the currency named.', { hxl: '#value+amount' }),
    currency: text('Currency', 'ISO 4217 code.', { hxl: '#currency' }),
    number: plainNumber('Number', 'Its number in a series.'),
    contents: text('Contents as stated', 'What it holds, in the source’s words.'),
    includes_mines: yesno('Names mines', 'Whether the announcement names mines.'),
    includes_cluster: yesno('Names cluster munitions', 'Whether the announcement names cluster munitions.'),
  },
} satisfies Kind;
