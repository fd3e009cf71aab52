import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, linkSet, measure, narrative, shape } from './property.ts';
import { standardFollowed } from './standard-followed.ts';

export const surveyResult = {
  name: 'survey-result',
  label: 'Survey result',
  plural: 'Survey results',
  description:
    'What a survey found, also when it found no evidence, with how much of the land it covered. “No evidence” by itself releases nothing and is no statement that land is free of ordnance.',
  sensitivity: 'partner',
  standard: ['IMAS 08.10', 'IMAS 08.20', 'IMSMA NG activity (NTS, TS)', 'SEMA nts_main'],
  drawing: 'plain',
  place: 'coverage',
  date: 'surveyed_on',
  title: 'local_id',
  parts: [{ kind: 'evidence-point', by: 'survey' }],
  properties: {
    outcome: code('survey-outcome', 'Outcome', 'What was found.', {
      standard: 'SEMA nts_result',
      hxl: '#indicator+outcome',
    }),
    coverage: shape('Coverage', 'Land the survey covered.', { hxl: '#geo+coord' }),
    surveyed_on: date('Surveyed on', 'When it was done.', { hxl: '#date+event' }),
    survey: link(['activity'], 'Survey', 'Activity it is the result of.'),
    organisation: link(['organisation'], 'Organisation', 'Who did it.', { hxl: '#org+impl' }),
    hazards: linkSet(['hazardous-area'], 'About', 'Hazardous areas it speaks of.'),
    evidence_points: linkSet(['evidence-point'], 'Evidence', 'Evidence points it rests on.'),
    categories: codeSet('ordnance-category', 'Ordnance', 'Categories found or suspected.', {
      hxl: '#item+type',
    }),
    methods: codeSet('method', 'Methods', 'What was used.'),
    ts_approach: code('ts-approach', 'Approach', 'Targeted or systematic, for technical survey.'),
    area_covered: measure('m2', 'Area covered', 'Land covered, as stated.', {
      definition: 'area-as-stated',
      hxl: '#value+area_m2',
    }),
    share_covered: measure(
      'percent',
      'Share covered',
      'Share of the land surveyed that was really searched.',
      { standard: 'IMAS 08.20' },
    ),
    depth_searched: measure('mm', 'Depth searched', 'Depth searched to, for technical survey.'),
    informants: count('Informants', 'People asked.'),
    people_no_access: narrative(
      'Not reached',
      'Parts of the land or people that could not be reached, and why.',
    ),
    recommendation: narrative('Recommendation', 'What the surveyor recommends.'),
    ...standardFollowed,
  },
} satisfies Kind;
