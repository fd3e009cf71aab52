import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, measure, narrative, point, text, yesno } from './property.ts';

export const accident = {
  name: 'accident',
  label: 'Accident',
  plural: 'Accidents',
  description:
    'An event in which explosive ordnance harmed people or could have. Its casualties are its victim records where all are recorded, else the counts it states, never their sum.',
  sensitivity: 'partner',
  standard: ['MDR18 F', 'IMSMA NG accident', 'IMAS 10.60', 'APMBC 7 form J', 'CCM 7 form H'],
  drawing: 'danger',
  place: 'position',
  date: 'occurred',
  title: 'local_id',
  parts: [{ kind: 'victim', by: 'accident' }],
  properties: {
    position: point('Where', 'Where it happened, as exactly as it is known.', {
      standard: 'MDR18 F',
      hxl: '#geo+coord',
    }),
    occurred: date('When', 'Date of the accident.', {
      standard: 'MDR18 F accident date',
      hxl: '#date+event',
    }),
    time_of_day: text('Time', 'Time of day, as stated.', { standard: 'IMSMA NG time_of_accident' }),
    accident_type: code('accident-type', 'Type', 'By what caused it.', {
      standard: 'IMSMA NG accidenttype',
      hxl: '#event+type',
    }),
    accident_kind: code('accident-kind', 'Demining or other', 'Whether it happened during demining.', {
      standard: 'MDR18 F',
    }),
    device: code('ordnance-category', 'Device', 'Category of what exploded.', {
      standard: 'MDR18 F device type; Syria va ac_eo',
      hxl: '#item+type',
    }),
    model: link(['munition-model'], 'Model', 'Model of what exploded.'),
    cause: code('accident-cause', 'How it was set off', 'What set it off.', {
      standard: 'IMSMA NG how_ordnance_activated',
    }),
    moved_before: yesno('Moved before', 'Whether the item had been moved before.', {
      standard: 'IMSMA NG was_the_ordnance_moved_before_the_accident',
    }),
    depth: measure('mm', 'Depth of the item', 'How deep it lay.', { standard: 'IMSMA NG depth_of_ordnance' }),
    casualties: count('Casualties', 'Killed and injured together.', {
      fold: 'monotone',
      definition: 'all-persons',
      standard: 'Syria va casualty_number',
      hxl: '#affected+casualties',
    }),
    killed: count('Killed', 'People killed, later deaths counted when reported.', {
      fold: 'monotone',
      definition: 'died-of-it',
      standard: 'Syria va killed',
      hxl: '#affected+killed',
    }),
    injured: count('Injured', 'People injured and alive. It may fall when somebody dies of the wounds.', {
      definition: 'all-persons',
      standard: 'Syria va injured',
      hxl: '#affected+injured',
    }),
    no_casualty: yesno('Nobody harmed', 'Whether it is stated that nobody was harmed.', {
      standard: 'Syria va casualty',
    }),
    all_victims_recorded: yesno('All victims recorded', 'Whether everyone harmed has a victim record.'),
    animals_killed: count('Animals killed', 'Livestock lost.'),
    damage: narrative('Damage', 'Damage to things.', { sensitivity: 'personal' }),
    hazard: link(['hazardous-area'], 'In hazardous area', 'Area on record it happened in.'),
    released_land: link(
      ['released-land'],
      'In released land',
      'Released land it happened in: the release is in question.',
    ),
    activity: link(
      ['activity', 'task', 'eod-task'],
      'During work',
      'Work it happened in, when a demining accident.',
      { only_with: { property: 'accident_kind', is: ['demining'] } },
    ),
    organisation: link(['organisation'], 'Organisation', 'Organisation that worked there.', {
      standard: 'IMSMA NG RAPID organisation type',
    }),
    area_type: code('area-type', 'Type of area', 'Urban or rural.', { standard: 'IMSMA NG areatype' }),
    land_use: code('land-use', 'Use of the place', 'What the place was used for.', {
      standard: 'Syria va ac_area',
    }),
    marked_before: yesno('Marked before', 'Whether the place was marked before.', {
      standard: 'Syria va ac_marking_prior',
    }),
    marking_before: codeSet('marking-type', 'Marking before', 'How it was marked before.', {
      only_with: { property: 'marked_before', is: ['yes'] },
    }),
    marked_after: yesno('Marked after', 'Whether the place was marked afterwards.', {
      standard: 'Syria va ac_marking_after',
    }),
    cleared_before: yesno(
      'Said to be cleared before',
      'Whether the place had been cleared before, as told.',
      {
        standard: 'Syria va ac_clearance_prior',
      },
    ),
    cleared_by: codeSet('organisation-type', 'Cleared before by', 'Who is said to have cleared it.', {
      only_with: { property: 'cleared_before', is: ['yes'] },
    }),
    item_marked: yesno('Item marked', 'Whether the item itself had been marked.', {
      standard: 'IMSMA NG mineuxomarked',
    }),
    slope: code('slope', 'Slope', 'How steep the place is.', { standard: 'IMSMA NG slope' }),
    vegetation: code('vegetation', 'Vegetation', 'How dense it is.', {
      standard: 'IMSMA NG vegetation_density',
    }),
    asset: code('method', 'Asset in use', 'Method in use, when a demining accident.', {
      standard: 'IMSMA NG demining_asset',
      only_with: { property: 'accident_kind', is: ['demining'] },
    }),
    hours_to_care: measure('hours', 'Hours to first care', 'Until the first medical facility was reached.'),
    reported_on: date('Reported on', 'When the programme first heard of it.', { hxl: '#date+reported' }),
    investigated: yesno('Investigated', 'Whether it was investigated.', { standard: 'IMAS 10.60' }),
    inquiry: link(['inquiry'], 'Investigation', 'The investigation.', {
      only_with: { property: 'investigated', is: ['yes'] },
    }),
    narrative: narrative('What happened', 'Account of the accident.', { sensitivity: 'personal' }),
    lessons: narrative('Lessons', 'What should be done otherwise.', {
      sensitivity: 'personal',
      standard: 'IMAS 10.60',
    }),
    informant_name: text('Informant', 'Who told of it.', { sensitivity: 'personal' }),
    informant_contact: text('Contact', 'Telephone or address of the informant.', { sensitivity: 'personal' }),
    remark: narrative('Remark', 'Anything else; it may name people.', { sensitivity: 'personal' }),
  },
} satisfies Kind;
