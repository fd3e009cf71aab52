import type { Kind } from './kind.ts';
import { code, codeSet, date, link, linkSet, measure, narrative, plainNumber, text } from './property.ts';

export const contribution = {
  name: 'contribution',
  label: 'Contribution',
  plural: 'Contributions',
  description: 'What a donor gives to mine action: to whom, for what, how much, for which year.',
  sensitivity: 'partner',
  standard: ['APMBC 6', 'CCM 6', 'CCM 7 form I', 'Landmine Monitor support profiles'],
  drawing: 'plain',
  date: 'agreed_on',
  title: 'name',
  properties: {
    donor: link(['organisation'], 'Donor', 'Who gives.', { hxl: '#org+funder' }),
    donor_country: text('Donor country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+funder+code' }),
    recipient: link(['organisation'], 'Recipient', 'Who receives.', { hxl: '#org+impl' }),
    amount: measure('money', 'Amount', 'In the currency named; instalments are parts.', {
      fold: 'sum',
      definition: 'amount-committed',
      hxl: '#value+amount',
    }),
    currency: text('Currency', 'ISO 4217 code.', { hxl: '#currency' }),
    amount_usd: measure('money', 'Amount in US dollars', 'As the source converts it.', {
      fold: 'sum',
      definition: 'amount-committed',
      hxl: '#value+usd',
    }),
    year: plainNumber('Year', 'Year it is counted under.', { hxl: '#date+year' }),
    contribution_type: code('contribution-type', 'Type', 'Money, goods, people.'),
    state: code('contribution-state', 'State', 'Pledged, committed, paid.', { hxl: '#status' }),
    pillars: codeSet('pillar', 'For', 'Fields of mine action it is for.', { hxl: '#sector' }),
    agreed_on: date('Agreed on', 'When it was agreed.', { hxl: '#date' }),
    valid_from: date('From', 'First day it pays for.', { hxl: '#date+start' }),
    valid_to: date('Until', 'Last day it pays for.', { hxl: '#date+end' }),
    agreement_number: text('Agreement', 'Number of the agreement.'),
    pays_for: linkSet([], 'Pays for', 'Work it pays for.'),
    earmarking: narrative('Earmarked for', 'What it may be used for.'),
  },
} satisfies Kind;
