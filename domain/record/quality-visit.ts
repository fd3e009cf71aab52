import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, measure, narrative, shape, text, yesno } from './property.ts';

export const qualityVisit = {
  name: 'quality-visit',
  label: 'Quality visit',
  plural: 'Quality visits',
  description:
    'A visit that monitors work (QA) or inspects finished land (QC), with its result. What it found amiss stands as nonconformities.',
  sensitivity: 'partner',
  standard: ['MDR18 D', 'IMSMA NG qa', 'IMAS 07.40', 'IMAS 09.10'],
  drawing: 'plain',
  place: 'where',
  date: 'visited_on',
  title: 'local_id',
  parts: [{ kind: 'nonconformity', by: 'quality_visit' }],
  properties: {
    visit_type: code('quality-visit-type', 'Type', 'Monitoring, inspection of land, accreditation …', {
      standard: 'IMAS 07.40',
    }),
    visited_on: date('Visited on', 'Date of the visit.', {
      standard: 'MDR18 D inspection date',
      hxl: '#date+event',
    }),
    where: shape('Where', 'Place visited or land sampled.', { hxl: '#geo+coord' }),
    inspected: link(
      ['activity', 'task', 'eore-session', 'released-land', 'assistance'],
      'Inspected',
      'Work or land inspected.',
      {
        standard: 'MDR18 D inspected activity',
      },
    ),
    hazard: link(['hazardous-area'], 'Hazardous area', 'Area the work is on.'),
    inspected_organisation: link(['organisation'], 'Inspected organisation', 'Whose work it is.', {
      standard: 'MDR18 D inspected organisation',
      hxl: '#org+impl',
    }),
    inspecting_organisation: link(['organisation'], 'Inspecting organisation', 'Who inspects.', {
      standard: 'MDR18 D inspecting organisation',
    }),
    team: link(['team'], 'Team', 'Team visited.', { sensitivity: 'restricted' }),
    inspector: text('Inspector', 'Who inspected.', { sensitivity: 'personal' }),
    result: code('quality-result', 'Result', 'What it came to.', {
      standard: 'IMSMA NG qaresultstatus',
      hxl: '#status+result',
    }),
    area_sampled: measure('m2', 'Area sampled', 'Land searched again.', {
      definition: 'area-as-stated',
      standard: 'IMAS 09.10',
    }),
    share_sampled: measure('percent', 'Share sampled', 'Share of the land searched again.'),
    depth_sampled: measure('mm', 'Depth sampled', 'Depth searched again to.'),
    items_missed: count('Items missed', 'Items found in land said to be released.', {
      definition: 'items-counted',
    }),
    nonconformities: count('Nonconformities', 'How many, when they have no record of their own.'),
    checks_topics: codeSet('quality-topic', 'Checked', 'Topics looked at.', { standard: 'IMSMA NG qa' }),
    work_suspended: yesno('Work suspended', 'Whether work was stopped.', {
      standard: 'IMSMA NG operationssuspended',
    }),
    debriefed: yesno('Debriefed', 'Whether the result was explained on the spot.', {
      standard: 'IMSMA NG debriefedprovided',
    }),
    measures_taken: narrative('Measures', 'What was done because of it.', {
      standard: 'MDR18 D measures taken',
    }),
    follow_up_by: date('Follow-up by', 'When to look again.'),
  },
} satisfies Kind;
