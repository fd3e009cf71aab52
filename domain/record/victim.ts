import type { Kind } from './kind.ts';
import {
  code,
  codeSet,
  count,
  date,
  identifiers,
  link,
  measure,
  narrative,
  plainNumber,
  point,
  text,
  yesno,
} from './property.ts';

/**
 * Details of a person: not personal by themselves, never for everybody. Age, sex, place and date together may tell who it
 * was, so they and the bare fact that a victim is on record are above what partners read. They are not *personal*: that
 * room is for what names or reaches a person, and its values can't be counted, while casualties by age, sex, place and date
 * are what States have to report (design, Counting; APMBC form J, CCM form H).
 */
const detail = { sensitivity: 'restricted' } as const;
const personal = { sensitivity: 'personal' } as const;

export const victim = {
  name: 'victim',
  label: 'Victim',
  plural: 'Victims',
  description:
    'A person whom explosive ordnance killed or injured. A victim may stand without an accident; accidents are never counted from victims. Two victims are never made one by machine.',
  sensitivity: 'restricted',
  standard: ['MDR18 G', 'IMSMA NG victim', 'Syria va', 'APMBC 7 form J', 'CCM 7 form H', 'CCM 5'],
  drawing: 'plain',
  place: 'position',
  date: 'accident_date',
  title: 'local_id',
  properties: {
    local_id: text('Local id', 'The id its keeper gave the record, as typed.', {
      ...detail,
      hxl: '#meta+id+local',
    }),
    other_ids: identifiers(
      'Other ids',
      'Record ids others gave, each with who issued it. No identity documents.',
      detail,
    ),
    name: text('Name', 'The person’s name.', { ...personal, standard: 'MDR18 G name' }),
    identity_document: text('Identity document', 'Kind and number.', {
      ...personal,
      standard: 'MDR18 G identification',
    }),
    birth_date: date('Born on', 'Date of birth.', { ...personal, standard: 'MDR18 G date of birth' }),
    address: text('Address', 'Where the person lives.', { ...personal, standard: 'MDR18 G address' }),
    telephone: text('Telephone', 'How to reach the person.', personal),
    accident: link(['accident'], 'Accident', 'The accident, when it is on record.', detail),
    accident_date: date('Date of the accident', 'When the person was harmed, as exactly as it is stated.', {
      ...detail,
      hxl: '#date+event',
    }),
    position: point(
      'Where it happened',
      'Often the seat of the municipality, on purpose: see the basis of the position.',
      {
        ...detail,
        hxl: '#geo+coord',
      },
    ),
    accident_type: code('accident-type', 'Type of accident', 'By what caused it.', detail),
    device: code(
      'ordnance-category',
      'Device',
      'Category of what exploded, as stated for this person.',
      detail,
    ),
    sex: code('sex', 'Sex', 'As stated.', { ...detail, standard: 'MDR18 G gender', hxl: '#affected+sex' }),
    age: measure('years', 'Age', 'Age in years at the accident.', {
      ...detail,
      standard: 'Syria va age at accident',
    }),
    age_band: code('age-band', 'Age band', 'Age band at the accident, where only that is known.', {
      ...detail,
      hxl: '#affected+age',
    }),
    outcome: code('casualty-outcome', 'Outcome', 'Killed or injured. Died later is a later claim.', {
      ...detail,
      definition: 'died-of-it',
      standard: 'MDR18 G status; IMSMA NG killedorinjured',
      hxl: '#affected+outcome',
    }),
    died_on: date('Died on', 'When the person died of it.', {
      ...detail,
      only_with: { property: 'outcome', is: ['killed'] },
    }),
    group: code('victim-group', 'Civil status', 'Civilian, security forces, deminer …', {
      ...detail,
      standard: 'Landmine Monitor',
    }),
    ethnic_group: text('Ethnic group', 'As published by the source.', detail),
    nationality: text('Nationality', 'As stated.', { ...detail, standard: 'Syria va nationality' }),
    area_type: code('area-type', 'Type of area', 'Urban or rural.', detail),
    site: text('Site', 'Name of the hamlet or site, as published by the source.', detail),
    activity: code('activity-at-accident', 'Activity', 'What the person was doing.', {
      ...detail,
      standard: 'MDR18 G activity at time of accident; IMSMA NG activityatacc',
    }),
    tampered: yesno('Tampered with the item', 'Whether the person handled it on purpose.', {
      ...detail,
      standard: 'MDR18 G tampered with device',
    }),
    saw_item: yesno('Saw the item', 'Whether the person saw it before.', {
      ...detail,
      standard: 'IMSMA NG sawobject',
    }),
    knew_danger: yesno('Knew of the danger', 'Whether the person knew the place was dangerous.', {
      ...detail,
      standard: 'IMSMA NG knewareadangerous',
    }),
    visit_frequency: code('visit-frequency', 'How often there', 'How often the person went there before.', {
      ...detail,
      standard: 'IMSMA NG howoftenenteredarea',
    }),
    had_eore: yesno('Had risk education', 'Whether the person had risk education before.', {
      ...detail,
      standard: 'IMSMA NG mineavoidancetrained',
    }),
    circumstances: narrative('Circumstances', 'How it happened.', personal),
    wounds: codeSet('wound', 'Wounds', 'Where the person was wounded.', {
      ...detail,
      standard: 'Syria va wounds',
    }),
    losses: codeSet('loss', 'Permanent losses', 'What the person lost for good.', {
      ...detail,
      standard: 'Syria va permanent losses',
    }),
    care_on_site: yesno('Care on the spot', 'Whether medical help was given there.', {
      ...detail,
      standard: 'Syria va',
    }),
    transported: yesno(
      'Brought to a facility',
      'Whether the person was brought to a medical facility.',
      detail,
    ),
    transport: code('transport', 'Transport', 'How the person was brought there.', {
      ...detail,
      standard: 'Syria va transport type',
      only_with: { property: 'transported', is: ['yes'] },
    }),
    hours_to_care: measure('hours', 'Hours to care', 'Until the first medical facility was reached.', {
      ...detail,
      standard: 'IMSMA NG time_range_to_first_medical_facility',
    }),
    first_facility: link(['organisation', 'place'], 'First facility', 'First medical facility.', {
      ...detail,
      standard: 'IMSMA NG firstmedicalfacility',
    }),
    occupation_before: code('occupation', 'Occupation before', 'Before the accident.', {
      ...detail,
      standard: 'IMSMA NG occupation_before_event',
    }),
    occupation_after: code('occupation', 'Occupation now', 'After the accident.', {
      ...detail,
      standard: 'IMSMA NG occupation_after_event',
    }),
    education: code('education-level', 'Education', 'Highest level.', {
      ...detail,
      standard: 'IMSMA NG highest_level_education',
    }),
    marital_status: code('marital-status', 'Marital status', 'Now.', {
      ...detail,
      standard: 'IMSMA NG marital_status',
    }),
    head_of_household: yesno('Head of household', 'Whether the person heads a household.', {
      ...detail,
      standard: 'Syria va',
    }),
    breadwinner: yesno('Breadwinner', 'Whether others live on the person’s income.', {
      ...detail,
      standard: 'IMSMA NG victim_breadwinner',
    }),
    dependants: count('Dependants', 'How many live on the person’s income.', detail),
    residence_before: code('displacement', 'Residence before', 'Resident, displaced … at the accident.', {
      ...detail,
      standard: 'Syria va status prior',
    }),
    residence_now: code('displacement', 'Residence now', 'Resident, displaced … now.', {
      ...detail,
      standard: 'IMSMA NG displacement_status',
    }),
    home_place: link(['place'], 'Home', 'Administrative unit the person lives in.', detail),
    wg_seeing: code('difficulty-level', 'Seeing', 'Difficulty seeing, even with glasses.', {
      ...detail,
      standard: 'Washington Group Short Set',
    }),
    wg_hearing: code('difficulty-level', 'Hearing', 'Difficulty hearing, even with a hearing aid.', {
      ...detail,
      standard: 'Washington Group Short Set',
    }),
    wg_walking: code('difficulty-level', 'Walking', 'Difficulty walking or climbing steps.', {
      ...detail,
      standard: 'Washington Group Short Set',
    }),
    wg_remembering: code('difficulty-level', 'Remembering', 'Difficulty remembering or concentrating.', {
      ...detail,
      standard: 'Washington Group Short Set',
    }),
    wg_self_care: code('difficulty-level', 'Self-care', 'Difficulty washing all over or dressing.', {
      ...detail,
      standard: 'Washington Group Short Set',
    }),
    wg_communicating: code(
      'difficulty-level',
      'Communicating',
      'Difficulty understanding or being understood in the usual language.',
      {
        ...detail,
        standard: 'Washington Group Short Set',
      },
    ),
    demining_role: code('demining-role', 'Role', 'Role, when the victim is a deminer or visitor.', {
      ...detail,
      standard: 'IMSMA NG demining_function',
      only_with: { property: 'group', is: ['deminer'] },
    }),
    employer: link(['organisation'], 'Employer', 'Organisation, when the victim is a deminer.', {
      ...detail,
      only_with: { property: 'group', is: ['deminer', 'aid-worker'] },
    }),
    wore_protection: yesno('Wore protection', 'Whether protective equipment was worn.', {
      ...detail,
      standard: 'IMSMA NG ppeyesno',
      only_with: { property: 'group', is: ['deminer'] },
    }),
    years_of_service: plainNumber('Years of service', 'Years in demining.', {
      ...detail,
      unit: 'years',
      only_with: { property: 'group', is: ['deminer'] },
    }),
    referral_needed: yesno('Needs referral', 'Whether the person should be referred to assistance.', {
      ...detail,
      standard: 'IMAS 13.10',
    }),
    consent_authorities: yesno('May be shared with authorities', 'Whether the person agreed.', {
      ...detail,
      standard: 'IMSMA NG permission_to_share_with_authorities',
    }),
    consent_organisations: yesno('May be shared with organisations', 'Whether the person agreed.', {
      ...detail,
      standard: 'IMSMA NG permission_to_share_with_ngos',
    }),
    interviewed_on: date('Interviewed on', 'When the data were taken.', detail),
    informant_type: code('informant-type', 'Informant', 'Who told, by role.', {
      ...detail,
      standard: 'Syria va informant type',
    }),
    informant_name: text('Informant’s name', 'Who told.', personal),
    informant_contact: text('Informant’s contact', 'How to reach the informant.', personal),
    remark: narrative('Remark', 'Anything else; it may name people.', personal),
  },
} satisfies Kind;
