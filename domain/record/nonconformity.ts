import type { Kind } from './kind.ts';
import { code, date, link, narrative, text } from './property.ts';

export const nonconformity = {
  name: 'nonconformity',
  label: 'Nonconformity',
  plural: 'Nonconformities',
  description: 'Something a quality visit found not as it has to be, and how it was put right.',
  sensitivity: 'partner',
  standard: ['MDR18 D', 'IMAS 07.40', 'IMSMA NG qa'],
  drawing: 'plain',
  date: 'found_on',
  title: 'local_id',
  properties: {
    quality_visit: link(['quality-visit'], 'Found in', 'Visit it was found in.', { standard: 'MDR18 D' }),
    found_on: date('Found on', 'When it was found.', { hxl: '#date+event' }),
    topic: code('quality-topic', 'Topic', 'What it concerns.', {
      standard: 'MDR18 D non-conformity type',
      hxl: '#item+type',
    }),
    severity: code('nonconformity-severity', 'Severity', 'How grave it is.', {
      standard: 'MDR18 D non-conformity severity',
      hxl: '#severity',
    }),
    state: code('nonconformity-state', 'State', 'Whether it is put right.', {
      standard: 'IMSMA NG noncompliancecorrected',
    }),
    description: narrative('Description', 'What was not as it has to be.'),
    requirement: text('Requirement', 'Clause it does not meet.'),
    measure_taken: narrative('Measure', 'What was done to put it right.', {
      standard: 'MDR18 D measures taken',
    }),
    due_on: date('Due on', 'When it has to be put right.'),
    corrected_on: date('Corrected on', 'When it was put right.'),
    verified_on: date('Verified on', 'When that was verified.'),
    verified_by: link(['organisation'], 'Verified by', 'Who verified it.'),
    organisation: link(['organisation'], 'Organisation', 'Whose work it concerns.', { hxl: '#org+impl' }),
  },
} satisfies Kind;
