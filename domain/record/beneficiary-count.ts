import type { Kind } from './kind.ts';
import { code, count, date, link, narrative } from './property.ts';

export const beneficiaryCount = {
  name: 'beneficiary-count',
  label: 'Beneficiary count',
  plural: 'Beneficiary counts',
  description:
    'How many people benefit from something, of one sex, age band and group. Never added across direct and indirect, expected and actual, kinds, or repeated visits.',
  sensitivity: 'partner',
  standard: ['MDR18 A', 'MDR18 E', 'TNMA 05.10/01', 'Standardizing Beneficiary Definitions in HMA, 2020'],
  drawing: 'plain',
  date: 'counted_on',
  title: 'local_id',
  properties: {
    of: link(
      [
        'hazardous-area',
        'released-land',
        'eore-session',
        'eod-task',
        'activity',
        'assistance',
        'contribution',
        'handover',
      ],
      'Of',
      'What they benefit from.',
      { standard: 'MDR18 A, E' },
    ),
    beneficiary_of: code('beneficiary-of', 'Kind of work', 'Land release, risk education …', {
      standard: 'TNMA 05.10/01',
    }),
    directness: code('beneficiary-kind', 'Direct or indirect', 'How they benefit.', {
      standard: 'MDR18 A, E',
      hxl: '#beneficiary+type',
    }),
    stage: code('beneficiary-stage', 'Expected or actual', 'Whether expected or counted.', {
      standard: 'MDR18 A, E',
      hxl: '#beneficiary+stage',
    }),
    sex: code('sex', 'Sex', 'Of those counted.', { standard: 'SADD', hxl: '#beneficiary+sex' }),
    age_band: code('age-band', 'Age band', 'Of those counted.', {
      standard: 'SADD',
      hxl: '#beneficiary+age',
    }),
    disability: code('disability', 'Disability', 'Of those counted.'),
    residence: code('displacement', 'Residence', 'Of those counted.'),
    people: count('People', 'How many.', { definition: 'persons', hxl: '#beneficiary+num' }),
    counted_on: date('Counted on', 'When they were counted or estimated.', { hxl: '#date' }),
    basis: narrative('Basis', 'How the number was reached.'),
    organisation: link(['organisation'], 'Counted by', 'Who counted.', { hxl: '#org+impl' }),
  },
} satisfies Kind;
