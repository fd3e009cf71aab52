import type { Kind } from './kind.ts';
import { code, date, link, linkSet, narrative, text } from './property.ts';

export const allegation = {
  name: 'allegation',
  label: 'Allegation',
  plural: 'Allegations',
  description:
    'Somebody says that somebody broke a rule. It stays an allegation until an inquiry finds otherwise; a denial stands beside it.',
  sensitivity: 'partner',
  standard: ['APMBC 8', 'CCM 8', 'APMBC 9', 'CCM 9'],
  drawing: 'plain',
  date: 'made_on',
  title: 'name',
  properties: {
    subject: code('allegation-subject', 'What', 'What is alleged.'),
    made_by: link(['organisation'], 'Made by', 'Who alleges it.'),
    made_by_named: text('Made by, as named', 'Body or office in the words of the source.'),
    against: link(['organisation'], 'Against', 'Body accused.'),
    against_country: text('Against country', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+code' }),
    accused_office: text(
      'Office accused',
      'Office of a person accused, as the source names it; never a name.',
    ),
    accused_person: text(
      'Person accused',
      'A natural person accused, only where a court or an official body names them; else the office.',
      { sensitivity: 'personal' },
    ),
    person_named_by: code('naming-body', 'Person named by', 'Who names the person accused.'),
    made_on: date('Made on', 'When it was made.', { hxl: '#date+reported' }),
    happened_on: date('Said to have happened on', 'When.', { sensitivity: 'restricted' }),
    detail: narrative('Detail', 'What is alleged, in full.', { sensitivity: 'restricted' }),
    treaty: link(['treaty'], 'Treaty', 'Treaty said to be broken.'),
    article: code('treaty-article', 'Obligation', 'Obligation said to be broken.'),
    use: link(['use'], 'About use', 'Use it is about.'),
    transfer: link(['transfer'], 'About transfer', 'Transfer it is about.'),
    assurance: link(['assurance'], 'About assurance', 'Assurance it is about.'),
    reply: text('Reply', 'Reply of the accused body, in our words or short quotes.'),
    replied_on: date('Replied on', 'When it replied.'),
    state: code('allegation-state', 'How it stands', 'Open, denied, under inquiry …', { hxl: '#status' }),
    inquiries: linkSet(['inquiry'], 'Inquiries', 'Inquiries into it.'),
  },
} satisfies Kind;
