import type { Kind } from './kind.ts';
import { code, date, link, linkSet, narrative, plainNumber, text } from './property.ts';

export const issuedProduct = {
  name: 'issued-product',
  label: 'Issued product',
  plural: 'Issued products',
  description:
    'A map, report, table or file that left the programme: for whom, as of when, from which entries, so that it can be made again exactly.',
  sensitivity: 'partner',
  standard: ['IMAS 05.10'],
  drawing: 'plain',
  date: 'issued_on',
  title: 'name',
  properties: {
    product_type: code('product-type', 'Type', 'What it is.'),
    report: text('Defined report', 'Which of the programme’s defined reports it is.'),
    period_from: date('Period from', 'First day it reports on.', { hxl: '#date+start' }),
    period_to: date('Period until', 'Last day it reports on.', { hxl: '#date+end' }),
    issued_on: date('Issued on', 'When it was issued.', { hxl: '#date+reported' }),
    issued_by: link(['organisation'], 'Issued by', 'Who issued it.', { hxl: '#org' }),
    issued_to: text('Issued to', 'Body or public it is for.', { sensitivity: 'restricted' }),
    as_of: date('As of', 'Date whose state it shows.'),
    known_number: plainNumber('Known up to', 'Receipt number it was made from.'),
    office: text('Office', 'Copy of the log it was made from.'),
    fold_version: plainNumber('Fold version', 'Version of the rules it was made with.'),
    left_out: text('Left out', 'What was left out.'),
    definitions_used: text('Definitions', 'Definitions its figures follow.'),
    sha256: text('Digest', 'SHA-256 of the file.'),
    replaces: link(['issued-product'], 'Replaces', 'Earlier product it replaces.'),
    withdrawn_on: date('Withdrawn on', 'When who has it was told to use it no more. It is kept as it was.'),
    withdrawn_why: narrative('Why withdrawn', 'What is wrong with it.'),
    figures: linkSet(['published-figure'], 'Figures', 'Figures it prints.'),
  },
} satisfies Kind;
