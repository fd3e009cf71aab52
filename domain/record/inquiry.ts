import type { Kind } from './kind.ts';
import { code, date, link, linkSet, narrative, text } from './property.ts';

export const inquiry = {
  name: 'inquiry',
  label: 'Inquiry',
  plural: 'Inquiries',
  description: 'An inquiry or investigation: into what, by whom, and what it found.',
  sensitivity: 'partner',
  standard: ['APMBC 8', 'CCM 8', 'IMAS 10.60'],
  drawing: 'plain',
  date: 'opened_on',
  title: 'name',
  properties: {
    inquiry_type: code('inquiry-type', 'Type', 'What kind of inquiry.'),
    held_by: link(['organisation'], 'Held by', 'Who inquires.'),
    opened_on: date('Opened on', 'When it began.', { hxl: '#date+start' }),
    closed_on: date('Closed on', 'When it ended.', { hxl: '#date+end' }),
    state: code('inquiry-state', 'How it stands', 'How far it has come.', { hxl: '#status' }),
    allegations: linkSet(['allegation'], 'Into allegations', 'Allegations it looks into.'),
    accidents: linkSet(['accident'], 'Into accidents', 'Accidents it looks into.'),
    uses: linkSet(['use'], 'Into use', 'Use it looks into.'),
    finding: narrative('Finding', 'What it found.', { sensitivity: 'restricted' }),
    recommendations: narrative('Recommendations', 'What it recommends.'),
    published_on: date('Published on', 'When its report was published.', { hxl: '#date+reported' }),
    document: text('Document', 'Where the report stands.'),
    investigators: text('Investigators', 'Who took part.', { sensitivity: 'personal' }),
  },
} satisfies Kind;
