import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, linkSet, text } from './property.ts';

export const transfer = {
  name: 'transfer',
  label: 'Transfer',
  plural: 'Transfers',
  description:
    'Munitions given by one party to another: decided, announced, delivered or denied, as each speaker says.',
  sensitivity: 'partner',
  standard: ['APMBC 1(1)b', 'APMBC 2(4)', 'CCM 1(1)b', 'CCW AP II 8', 'APMBC 7(1)d'],
  drawing: 'plain',
  date: 'announced_on',
  title: 'name',
  properties: {
    from_state: link(['place'], 'From', 'State that gives.', { hxl: '#country+origin' }),
    from_country: text('From country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+origin+code' }),
    to_state: link(['place'], 'To', 'State that receives.', { hxl: '#country+destination' }),
    to_country: text('To country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+destination+code' }),
    giver: link(['organisation'], 'Giver', 'Body that gives, when no state.'),
    receiver: link(['organisation'], 'Receiver', 'Body that receives, when no state.'),
    categories: codeSet('ordnance-category', 'Ordnance', 'Categories said to be transferred.', {
      hxl: '#item+type',
    }),
    models: linkSet(['munition-model'], 'Models', 'Models said to be transferred.'),
    models_named: text('Models as named', 'In the source’s own words.'),
    quantity: count('Quantity', 'How many, when stated.', { definition: 'items-counted', hxl: '#item+num' }),
    state: code('transfer-state', 'How it stands', 'Decided, announced, delivered …', { hxl: '#status' }),
    purpose: code('transfer-purpose', 'Purpose', 'What for, as stated.', { standard: 'APMBC 3(2)' }),
    decided_on: date('Decided on', 'When it was decided.'),
    announced_on: date('Announced on', 'When it was made known.', { hxl: '#date+reported' }),
    delivered_on: date('Delivered on', 'When it arrived.', { hxl: '#date+end' }),
    package: link(['aid-package'], 'Part of', 'Aid package it belongs to.'),
    policy_acts: linkSet(['policy-act'], 'Under', 'Policy acts it rests on or breaks.'),
    assurances: linkSet(['assurance'], 'Assurances', 'Promises attached to it.'),
    justification: text('Why, as stated', 'Reason the giver states.'),
  },
} satisfies Kind;
