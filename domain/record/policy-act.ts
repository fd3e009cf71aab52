import type { Kind } from './kind.ts';
import { code, codeSet, date, link, linkSet, text } from './property.ts';

export const policyAct = {
  name: 'policy-act',
  label: 'Policy act',
  plural: 'Policy acts',
  description: 'A law, order, policy or announcement on mines or mine action, and what it changed.',
  sensitivity: 'partner',
  standard: ['APMBC 9', 'CCM 9', 'APMBC 7(1)a'],
  drawing: 'plain',
  date: 'made_on',
  title: 'name',
  properties: {
    act_type: code('policy-act-type', 'Type', 'What kind of act it is.'),
    state: link(['place'], 'State', 'State whose act it is.', { hxl: '#country' }),
    country: text('Country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+code' }),
    made_by: link(['organisation'], 'Made by', 'Body that made it.'),
    office: text('Office', 'Office that made it, such as “the President”.'),
    made_on: date('Made on', 'Date of the act.', { hxl: '#date+event' }),
    known_on: date('Made known on', 'When it became known.', { hxl: '#date+reported' }),
    effective_on: date('In force from', 'When it took effect.', { hxl: '#date+start' }),
    ended_on: date('In force until', 'When it ended.', { hxl: '#date+end' }),
    subjects: codeSet('policy-subject', 'Governs', 'What it governs.'),
    categories: codeSet('ordnance-category', 'Ordnance', 'Categories it governs.'),
    direction: code('policy-direction', 'Direction', 'What it does to what held before.'),
    territory: text('Where', 'Territory it holds for, as stated.'),
    exceptions: text('Exceptions', 'Exceptions it makes, as stated.'),
    replaces: linkSet(['policy-act'], 'Replaces', 'Acts it replaces or changes.'),
    summary: text('Gist', 'What it says, in our words.'),
    document: text('Document', 'Where the text stands.'),
  },
} satisfies Kind;
