import type { Kind } from './kind.ts';
import { code, date, link, linkSet, text } from './property.ts';

export const statement = {
  name: 'statement',
  label: 'Statement',
  plural: 'Statements',
  description:
    'What a body or an office said in public: when, where, about what. Speakers are named by office.',
  sensitivity: 'partner',
  standard: ['Design §6'],
  drawing: 'plain',
  date: 'said_on',
  title: 'name',
  properties: {
    speaker: link(['organisation'], 'Speaker', 'Body that speaks.'),
    speaker_office: text('Office', 'Office of who spoke, as the source names it.'),
    country: text('Country', 'ISO 3166-1 alpha-3 code of the speaker.', { hxl: '#country+code' }),
    said_on: date('Said on', 'When it was said.', { hxl: '#date+event' }),
    occasion: text('Occasion', 'Where it was said.'),
    statement_type: code('statement-type', 'Type', 'Speech, letter, briefing …'),
    stance: code('stance', 'Stance', 'Confirms, denies, opposes …'),
    about: linkSet([], 'About', 'What it is about.'),
    gist: text('Gist', 'What was said, in our words or a short quote.'),
    language: text('Language', 'Language it was said in.'),
    relayed_by: text('Relayed by', 'Who relays it. A relay is not a second voice.'),
    document: text('Document', 'Where it can be read.'),
  },
} satisfies Kind;
