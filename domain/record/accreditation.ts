import type { Kind } from './kind.ts';
import { code, codeSet, date, link, narrative, text } from './property.ts';
import { standardFollowed } from './standard-followed.ts';

export const accreditation = {
  name: 'accreditation',
  label: 'Accreditation',
  plural: 'Accreditations',
  description: 'Leave given to an organisation or team to do a kind of work for a time.',
  sensitivity: 'partner',
  standard: ['IMAS 07.30', 'IMSMA NG qa'],
  drawing: 'plain',
  date: 'valid_from',
  title: 'local_id',
  properties: {
    organisation: link(['organisation'], 'Organisation', 'Who is accredited.', { hxl: '#org+impl' }),
    team: link(['team'], 'Team', 'Team accredited, when it is for one.'),
    accreditation_type: code('accreditation-type', 'Type', 'Organisational or operational.', {
      standard: 'IMAS 07.30',
    }),
    scope: codeSet('accreditation-scope', 'For', 'Work it covers.', { hxl: '#sector' }),
    state: code('accreditation-state', 'State', 'How it stands.', { hxl: '#status' }),
    valid_from: date('Valid from', 'First day.', { hxl: '#date+start' }),
    valid_to: date('Valid until', 'Last day.', { hxl: '#date+end' }),
    issued_by: link(['organisation'], 'Issued by', 'Authority that gave it.'),
    number: text('Number', 'Number of the certificate.'),
    conditions: narrative('Conditions', 'What it is bound to.'),
    ...standardFollowed,
  },
} satisfies Kind;
