import type { Kind } from './kind.ts';
import { code, codeSet, date, link, point, text, yesno } from './property.ts';

export const organisation = {
  name: 'organisation',
  label: 'Organisation',
  plural: 'Organisations',
  description: 'A body that works, pays, reports, decides or speaks. Natural persons are none.',
  sensitivity: 'partner',
  standard: ['IMSMA NG organisation', 'MDR18 B implementing organisation'],
  drawing: 'plain',
  place: 'office',
  date: 'active_from',
  title: 'name',
  properties: {
    short_name: text('Short name', 'Usual abbreviation.', { hxl: '#org+acronym' }),
    organisation_type: code('organisation-type', 'Type', 'What kind of body it is.', {
      standard: 'IMSMA NG organisation type',
      hxl: '#org+type',
    }),
    parent: link(['organisation'], 'Part of', 'Body it belongs to.', {
      standard: 'IMSMA NG parent organisation',
    }),
    pillars: codeSet('pillar', 'Works in', 'Fields it works in.', {
      standard: 'IMSMA NG work area',
      hxl: '#sector',
    }),
    country: text('Country', 'ISO 3166-1 alpha-3 code of where it is based.', { hxl: '#country+code' }),
    is_international: yesno('International', 'Whether it works in several countries.'),
    active_from: date('Active from', 'When its work in the programme began.', { hxl: '#date+start' }),
    active_to: date('Active until', 'When its work in the programme ended.', { hxl: '#date+end' }),
    succeeded_by: link(['organisation'], 'Succeeded by', 'Body that took over its records.'),
    website: text('Website', 'Public address.'),
    office: point('Office', 'Position of its office.', { sensitivity: 'restricted' }),
    contact_name: text('Contact', 'Contact person.', { sensitivity: 'personal' }),
    contact_details: text('Contact details', 'Telephone or address of the contact person.', {
      sensitivity: 'personal',
    }),
    public_telephone: text('Public telephone', 'Number anybody may call, such as a hotline.'),
  },
} satisfies Kind;
