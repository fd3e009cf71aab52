import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, linkSet, measure, narrative, shape, text } from './property.ts';
import { standardFollowed } from './standard-followed.ts';

export const activity = {
  name: 'activity',
  label: 'Activity',
  plural: 'Activities',
  description:
    'Work done: survey, clearance, battle area clearance, road work, stockpile destruction, post-clearance. Progress releases nothing; only released land that is accepted does.',
  sensitivity: 'partner',
  standard: ['MDR18 B', 'IMSMA NG activity', 'IMAS 07.11', 'APMBC 7(1)f'],
  drawing: 'plain',
  place: 'extent',
  date: 'started_on',
  title: 'local_id',
  parts: [
    { kind: 'find', by: 'activity' },
    { kind: 'evidence-point', by: 'survey' },
  ],
  properties: {
    activity_type: code('activity-type', 'Type', 'What kind of work it is.', {
      standard: 'MDR18 B; IMSMA NG hazreductype',
      hxl: '#activity+type',
    }),
    status: code('activity-status', 'Status', 'How far it has come.', {
      standard: 'MDR18 B progress – status',
      hxl: '#status+activity',
    }),
    extent: shape('Where', 'Reference point or worked area.', {
      standard: 'MDR18 B geographic location',
      hxl: '#geo+coord',
    }),
    started_on: date('Started on', 'First day of work.', { standard: 'MDR18 B', hxl: '#date+start' }),
    ended_on: date('Ended on', 'Last day of work.', { standard: 'MDR18 B', hxl: '#date+end' }),
    organisation: link(['organisation'], 'Organisation', 'Who does it.', {
      standard: 'MDR18 B implementing organisation',
      hxl: '#org+impl',
    }),
    teams: linkSet(['team'], 'Teams', 'Teams at work.', { sensitivity: 'restricted' }),
    hazards: linkSet(['hazardous-area'], 'Hazardous areas', 'Areas it works on.'),
    task: link(['task'], 'Task', 'Task it was ordered by.'),
    contribution: link(['contribution'], 'Paid from', 'Contribution that pays for it.'),
    methods: codeSet('method', 'Methods and assets', 'What is used.', {
      standard: 'MDR18 B operational method; IMSMA NG deployed_asset',
    }),
    ts_approach: code('ts-approach', 'Approach', 'Targeted or systematic, for technical survey.', {
      standard: 'IMSMA NG technical_survey_type',
      only_with: { property: 'activity_type', is: ['ts'] },
    }),
    survey_outcome: code('survey-outcome', 'Outcome', 'For surveys: what was found.', {
      standard: 'SEMA nts_result',
      only_with: { property: 'activity_type', is: ['nts', 'ts', 'road-assessment', 'road-verification'] },
    }),
    required_depth: measure('mm', 'Depth required', 'Depth the work has to reach.', {
      standard: 'IMAS 09.10',
      only_with: { property: 'activity_type', is: ['clearance', 'bac', 'road-clearance', 'ts'] },
    }),
    area_worked: measure('m2', 'Area worked', 'Land worked on so far, by part; not land released.', {
      fold: 'sum',
      definition: 'area-as-stated',
      standard: 'IMSMA NG progress report',
      hxl: '#output+area_m2+worked',
    }),
    hours_worked: measure('hours', 'Hours worked', 'Hours of work, by part.', {
      fold: 'sum',
      effort: true,
      standard: 'IMSMA NG hours',
    }),
    days_worked: measure('days', 'Days worked', 'Days of work, by part.', { fold: 'sum' }),
    staff_count: count('Staff', 'People at work.', { sensitivity: 'restricted' }),
    devices_found: count(
      'Devices found',
      'Devices found so far, by part, where they have no record of their own.',
      {
        fold: 'sum',
        definition: 'items-counted',
      },
    ),
    devices_destroyed: count('Devices destroyed', 'Devices destroyed so far, by part.', {
      fold: 'sum',
      definition: 'items-counted',
      standard: 'APMBC 7(1)g',
      hxl: '#output+num+item',
    }),
    release_criteria: codeSet('release-criterion', 'Criteria', 'Criteria for cancelling or reducing.', {
      standard: 'IMSMA NG criteria for cancellation / reduction',
      only_with: { property: 'activity_type', is: ['nts', 'ts'] },
    }),
    informants_asked: count('Informants asked', 'People asked in a survey.', {
      only_with: { property: 'activity_type', is: ['nts', 'post-clearance'] },
    }),
    suspended_why: narrative('Why suspended', 'Reason of a suspension.', {
      only_with: { property: 'status', is: ['suspended', 'abandoned'] },
    }),
    findings: narrative('Findings', 'Summary of what was done and found.'),
    event_type: text('Type as stated', 'Type in the source’s own words.'),
    ...standardFollowed,
  },
} satisfies Kind;
