import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, measure, narrative, point, text, yesno } from './property.ts';

/** Who attended: attendances, never added over repeated visits as people. */
const attended = { definition: 'attendances', standard: 'MDR18 E; Syria risk_education' } as const;

export const eoreSession = {
  name: 'eore-session',
  label: 'Risk education',
  plural: 'Risk education',
  description:
    'One or several sessions of explosive ordnance risk education at one place, or one broadcast. Their sum is attendances, not people reached.',
  sensitivity: 'partner',
  standard: ['MDR18 E', 'IMAS 12.10', 'IMSMA NG mre', 'APMBC 7(1)i', 'CCM 7 form G'],
  drawing: 'plain',
  place: 'position',
  date: 'held_on',
  title: 'local_id',
  parts: [{ kind: 'beneficiary-count', by: 'of' }],
  properties: {
    position: point('Where', 'Where it was held.', {
      standard: 'MDR18 E geographic location',
      hxl: '#geo+coord',
    }),
    held_on: date('Held on', 'Date of the session.', { standard: 'MDR18 E date', hxl: '#date+event' }),
    start_time: text('From', 'Time of day it began.'),
    end_time: text('Until', 'Time of day it ended.'),
    broadcast_from: date('Broadcast from', 'First day of a broadcast.', { standard: 'Syria risk_education' }),
    broadcast_to: date('Broadcast until', 'Last day of a broadcast.', { standard: 'Syria risk_education' }),
    organisation: link(['organisation'], 'Organisation', 'Who held it.', {
      standard: 'MDR18 E implementing organisation',
      hxl: '#org+impl',
    }),
    team: link(['team'], 'Team', 'Team that held it.', { sensitivity: 'restricted' }),
    contribution: link(['contribution'], 'Paid from', 'Contribution that pays for it.'),
    category: code('re-category', 'Category', 'Direct, indirect or training.', {
      standard: 'Syria re_category',
    }),
    re_activity: code('re-activity', 'Activity', 'What was done.', {
      standard: 'Syria re_activity',
      hxl: '#activity+type',
    }),
    method: code('re-method', 'Method', 'How a direct session was held.', {
      standard: 'MDR18 E RE method; Syria re_method',
    }),
    location_type: code('re-location', 'Type of place', 'Where it was held.', {
      standard: 'Syria location_type',
    }),
    audience: codeSet('audience', 'Audience', 'For whom it was meant.', { standard: 'Syria audience' }),
    topics: codeSet('ordnance-category', 'Ordnance spoken of', 'Dangers explained.'),
    language: text('Language', 'Language it was held in.'),
    sessions: count('Sessions', 'How many sessions the record stands for.', {
      standard: 'Syria re_sessions_no',
      hxl: '#output+sessions',
    }),
    women: count('Women', 'Women who attended (18 and over).', { ...attended, hxl: '#reached+f+adults' }),
    men: count('Men', 'Men who attended (18 and over).', { ...attended, hxl: '#reached+m+adults' }),
    girls: count('Girls', 'Girls who attended (under 18).', { ...attended, hxl: '#reached+f+children' }),
    boys: count('Boys', 'Boys who attended (under 18).', { ...attended, hxl: '#reached+m+children' }),
    total: count('All', 'Everyone who attended.', {
      ...attended,
      standard: 'Syria total_audience',
      hxl: '#reached',
    }),
    first_time: count('For the first time', 'Of those, for the first time.', {
      definition: 'persons',
      standard: 'Syria first_time_beneficiaries',
    }),
    with_disability: count('With disability', 'Of those, people with disability.', attended),
    indirect: count(
      'Reached indirectly',
      'People reached through others or a broadcast, as estimated. Never added to those who attended.',
      {
        standard: 'MDR18 E actual beneficiaries – indirect',
      },
    ),
    posters: count('Posters', 'Posters handed out.', { standard: 'Syria materials' }),
    brochures: count('Brochures', 'Brochures handed out.', { standard: 'Syria materials' }),
    other_materials: count('Other material', 'Other things handed out.', { standard: 'Syria materials' }),
    materials: codeSet('material', 'Material', 'Kinds of material handed out.', {
      standard: 'Syria materials',
    }),
    other_activities: codeSet('other-activity', 'Held with', 'Other activities held with it.', {
      standard: 'Syria other_activities_type',
    }),
    hazards_reported: yesno('Hazards reported', 'Whether people reported hazards there.'),
    length: measure('hours', 'Length', 'How long it took.'),
    account: narrative('Account', 'What was noticed.'),
  },
} satisfies Kind;
