import type { Kind } from './kind.ts';
import {
  code,
  codeSet,
  count,
  date,
  link,
  linkSet,
  measure,
  narrative,
  point,
  shape,
  yesno,
} from './property.ts';
import { standardFollowed } from './standard-followed.ts';

export const releasedLand = {
  name: 'released-land',
  label: 'Released land',
  plural: 'Released land',
  description:
    'Land cancelled by non-technical survey, reduced by technical survey or cleared to a stated depth. It covers only the ordnance and the depth it names, and counts only when accepted. It is never called safe.',
  sensitivity: 'partner',
  standard: [
    'MDR18 C',
    'IMAS 07.11',
    'IMAS 08.30',
    'IMAS 09.10',
    'IMSMA NG cancelled / reduced / cleared area',
  ],
  drawing: 'release',
  place: 'land',
  date: 'ended_on',
  title: 'local_id',
  properties: {
    method: code('release-method', 'Kind of release', 'Cancelled, reduced or cleared.', {
      standard: 'MDR18 C type of land release',
      hxl: '#output+type',
    }),
    process: code('release-process', 'Process', 'Survey or clearance it rests on.', {
      standard: 'IMAS 07.11',
    }),
    land: shape('Land', 'Perimeter of the released land.', {
      shapes: ['polygon', 'line'],
      standard: 'MDR18 C processed area – perimeter',
      hxl: '#geo+coord',
    }),
    reported_area: measure(
      'm2',
      'Area as stated',
      'Size the source states; not worked out from the perimeter.',
      {
        definition: 'area-as-stated',
        standard: 'MDR18 C processed area – m²',
        hxl: '#output+area_m2',
      },
    ),
    hazards: linkSet(['hazardous-area'], 'From hazardous areas', 'Areas whose land it releases.'),
    activity: link(['activity'], 'Result of', 'Survey or clearance it is the result of.'),
    started_on: date('Started on', 'First day of the work behind it.', { hxl: '#date+start' }),
    ended_on: date('Ended on', 'Last day of the work behind it.', { hxl: '#date+end' }),
    accepted_on: date('Accepted on', 'When inspection passed or the authority decided.', {
      standard: 'IMAS 08.30',
    }),
    acceptance: code('release-acceptance', 'Acceptance', 'How it was accepted.', {
      standard: 'IMAS 07.40, 08.30',
    }),
    accepted_by: link(['organisation'], 'Accepted by', 'Who accepted it.'),
    handed_over_on: date('Handed over on', 'When it was handed over.', { standard: 'IMAS 08.30' }),
    completion: link(['completion'], 'Completion report', 'Its completion report.'),
    handover: link(['handover'], 'Handover', 'Its handover certificate.'),
    categories: codeSet(
      'ordnance-category',
      'Ordnance covered',
      'Categories the release covers. Others count as still there.',
      { hxl: '#item+type' },
    ),
    depth_required: measure('mm', 'Depth required', 'Depth asked for.', { standard: 'IMAS 09.10' }),
    depth_reached: measure('mm', 'Depth reached', 'Depth cleared to.', {
      standard: 'MDR18 C depth cleared to',
    }),
    methods: codeSet('method', 'Methods and assets', 'What was used.', {
      standard: 'IMSMA NG deployed asset',
    }),
    with_asset: yesno(
      'Reduced with a technical asset',
      'Whether a technical asset was used on the reduced land.',
      {
        standard: 'IMSMA NG reduced area with / without technical asset',
      },
    ),
    criteria: codeSet('release-criterion', 'Criteria', 'Criteria met for cancelling or reducing.', {
      standard: 'IMSMA NG criteria for cancellation / reduction',
    }),
    organisation: link(['organisation'], 'Released by', 'Organisation that did the work.', {
      hxl: '#org+impl',
    }),
    devices_found: count('Devices found', 'Devices found in it, when they have no record of their own.', {
      definition: 'items-counted',
    }),
    restrictions: narrative('Restrictions', 'What was not done, and how the land may not be used.', {
      standard: 'IMAS 08.30',
    }),
    residual_risk: narrative('Residual risk', 'Statement on what may remain and who answers for it.', {
      standard: 'IMAS 08.30',
    }),
    intended_use: codeSet('land-use', 'Use intended', 'What the land is to be used for.'),
    use_after: codeSet('land-use', 'Use afterwards', 'What it was used for after handover.', {
      standard: 'IMAS 08.30 post-project review',
    }),
    benchmark: point('Benchmark', 'Fixed point it is measured from.', { standard: 'MDR18 C benchmark' }),
    ...standardFollowed,
  },
} satisfies Kind;
