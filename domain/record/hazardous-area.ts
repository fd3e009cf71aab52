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
  releases,
  shape,
  text,
  yesno,
} from './property.ts';

export const hazardousArea = {
  name: 'hazardous-area',
  label: 'Hazardous area',
  plural: 'Hazardous areas',
  description:
    'Land suspected or confirmed to hold explosive ordnance. Two axes: the hazard, which decides the drawing, and the work, which never does.',
  sensitivity: 'partner',
  standard: ['MDR18 A', 'IMSMA NG land', 'IMAS 04.10', 'IMAS 07.11', 'APMBC 7(1)c', 'CCM 7 form F'],
  drawing: 'hazard',
  place: 'outline',
  date: 'identified_on',
  title: 'local_id',
  parts: [
    { kind: 'evidence-point', by: 'hazard' },
    { kind: 'find', by: 'hazard' },
  ],
  properties: {
    hazard_class: code(
      'hazard-class',
      'Class',
      'Suspected (indirect evidence) or confirmed (direct evidence). A claim alone can only raise it.',
      {
        fold: 'guarded',
        definition: 'imas-04-10',
        standard: 'MDR18 A; IMSMA NG land.type',
        hxl: '#status+type',
      },
    ),
    hazard_status: code(
      'hazard-status',
      'Hazard',
      'Whether it counts as hazard. It is closed only by accepted releases and handover, or a decision with its reason.',
      { fold: 'guarded', standard: 'MDR18 A; IMSMA NG land.status', hxl: '#status+hazard' },
    ),
    work_status: code(
      'work-status',
      'Work',
      'How far the work on it has come. It says nothing about danger.',
      {
        standard: 'IMSMA NG land.status',
        hxl: '#status+work',
      },
    ),
    outline: shape(
      'Outline',
      'Perimeter as a polygon; a road as a line with width; a position with radius, or without when the extent is unknown. WGS 84.',
      { fold: 'perimeter', definition: 'outline-as-drawn', standard: 'MDR18 A', hxl: '#geo+coord' },
    ),
    releases: releases(
      'Releases',
      'Land of it said to be cancelled, reduced or cleared, with the process behind it.',
      {
        standard: 'IMAS 07.11',
      },
    ),
    identified_on: date('Identified on', 'When it was first recorded as a hazard.', { hxl: '#date+start' }),
    identified_by: link(['organisation'], 'Identified by', 'Organisation that recorded it.', {
      hxl: '#org+survey',
    }),
    responsible: link(['organisation'], 'Responsible', 'Organisation it is assigned to now.', {
      hxl: '#org+impl',
    }),
    categories: codeSet('ordnance-category', 'Ordnance', 'Categories suspected or confirmed in it.', {
      standard: 'MDR18 A direct evidence – category of devices; IMSMA NG typeofcontamination',
      hxl: '#item+type',
    }),
    models: linkSet(['munition-model'], 'Models', 'Models suspected or confirmed in it.', {
      standard: 'IMSMA NG hazdeviceinfo',
    }),
    models_named: text('Models as named', 'Models in the source’s own words.', {
      standard: 'Syria ha eo_mine_model',
    }),
    device_count: count('Number of devices', 'How many devices are thought to lie in it.', {
      definition: 'items-estimated',
      standard: 'IMSMA NG hazdeviceinfo.qty; APMBC 7(1)c',
    }),
    contamination_pattern: codeSet(
      'contamination-pattern',
      'Pattern',
      'How the ordnance came to lie there.',
      {
        standard: 'IMSMA NG type_of_minefield',
      },
    ),
    remotely_delivered: yesno('Remotely delivered', 'Whether mines in it were delivered from a distance.', {
      standard: 'CCW AP II 6',
    }),
    booby_traps: yesno(
      'Booby-traps or anti-handling devices reported',
      'A warning to those who work there.',
      {
        sensitivity: 'restricted',
        standard: 'IMSMA NG antiliftfitted, boobytrapped',
      },
    ),
    laid_by: text('Laid by', 'Force or group said to have caused it, never a natural person.', {
      sensitivity: 'restricted',
    }),
    laid_when: date('Laid or fired', 'When it is said to have come about.', { standard: 'APMBC 7(1)c' }),
    minefield_records: linkSet(['minefield-record'], 'Minefield records', 'Records that speak of it.', {
      sensitivity: 'restricted',
    }),
    evidence: code('evidence-of-contamination', 'Evidence', 'The strongest evidence there is.', {
      standard: 'IMSMA NG evidence_of_contamination',
    }),
    direct_evidence: codeSet('direct-evidence', 'Direct evidence', 'Kinds of direct evidence.', {
      standard: 'MDR18 A direct evidence; IMAS 08.10',
    }),
    indirect_evidence: codeSet('indirect-evidence', 'Indirect evidence', 'Kinds of indirect evidence.', {
      standard: 'IMSMA NG wiki, indirect evidence',
    }),
    reported_area: measure(
      'm2',
      'Area as stated',
      'Size the source states; not worked out from the outline.',
      {
        definition: 'area-as-stated',
        standard: 'IMSMA NG estimated area',
        hxl: '#value+area_m2',
      },
    ),
    stated_remaining_area: measure('m2', 'Remaining area as stated', 'What the source says is left.', {
      definition: 'area-as-stated',
      standard: 'IMSMA NG remaining area',
    }),
    required_depth: measure(
      'mm',
      'Depth required',
      'Depth to which it has to be cleared, set by the authority.',
      {
        standard: 'IMAS 09.10',
      },
    ),
    priority: code('priority', 'Priority', 'Priority for work. It never follows from a claimed lifetime.', {
      standard: 'IMSMA NG priority',
      hxl: '#status+priority',
    }),
    status_reason: code('status-reason', 'Reason of the last change', 'Why class or status changed.', {
      standard: 'IMSMA NG status_changed_reason',
    }),
    closed_on: date('Closed on', 'When it was closed, as stated.', { hxl: '#date+end' }),
    reopens: link(
      ['hazardous-area', 'released-land'],
      'Reopens',
      'Earlier release or area whose land it takes up again.',
    ),
    replaces: linkSet(['hazardous-area'], 'Drawn from', 'Areas this one was split off or redrawn from.'),
    source_survey: link(['activity', 'survey-result'], 'Found by survey', 'Survey that recorded it.', {
      standard: 'Syria ha source_nts, source_ts',
    }),
    map_sheet: text('Map sheet', 'Sheet it was drawn on: all there is to find it by when it has no outline.'),
    area_type: code('area-type', 'Type of area', 'Urban or rural.', { standard: 'IMSMA NG areatype' }),
    land_use: codeSet('land-use', 'Use of the land now', 'How people use the land or land beside it.'),
    intended_use: codeSet('land-use', 'Use intended', 'What the land is wanted for.', {
      standard: 'IMSMA NG intendedlandused',
    }),
    blockage: codeSet('blockage', 'Keeps people from', 'What people cannot reach or use because of it.', {
      standard: 'IMSMA NG block…; Syria cis',
    }),
    returnees_expected: yesno('Returnees expected', 'Whether people are expected back.', {
      standard: 'IMSMA NG returnees_expected',
    }),
    land_dispute: yesno('Land in dispute', 'Whether ownership is disputed.', {
      sensitivity: 'restricted',
      standard: 'IMSMA NG land_related_disputes',
    }),
    landowner: text('Landowner', 'Who owns the land.', {
      sensitivity: 'personal',
      standard: 'IMSMA NG landowner',
    }),
    terrain: codeSet('terrain', 'Terrain', 'Lie of the land.', { standard: 'IMSMA NG terraincategory' }),
    vegetation: code('vegetation', 'Vegetation', 'How dense it is.', {
      standard: 'IMSMA NG vegetationdensity',
    }),
    slope: code('slope', 'Slope', 'How steep it is.', { standard: 'IMSMA NG slope' }),
    metal_content: code('metal-content', 'Metal in the ground', 'How much metal disturbs detectors.', {
      standard: 'IMSMA NG metalcontaminationlevel',
    }),
    clearance_difficulty: code('difficulty', 'Difficulty', 'How hard clearance will be.', {
      standard: 'IMSMA NG clearancedifficulty',
    }),
    road_use: code('road-use', 'Access for', 'Vehicles the way there carries.', {
      standard: 'IMSMA NG roadusablefor',
    }),
    marked: yesno('Marked', 'Whether it is marked in any way.', {
      standard: 'APMBC 5(2)',
      hxl: '#status+marked',
    }),
    fenced: yesno('Fenced', 'Whether a fence keeps people out.', { standard: 'APMBC 5(2)' }),
    monitored: yesno('Watched', 'Whether somebody watches over it.', { standard: 'APMBC 5(2)' }),
    accidents_known: count('Accidents known', 'Accidents said to have happened in it.'),
    people_at_risk: count('People at risk', 'People living or working near it.', { hxl: '#affected' }),
    benchmark: point(
      'Benchmark',
      'Fixed point close outside the area, reached by a safe way from the reference point.',
      {
        standard: 'MDR18 A benchmark',
      },
    ),
    reference_point: point('Reference point', 'Recognisable fixed point some way off.', {
      standard: 'IMSMA NG point types',
    }),
    directions: narrative('How to find it', 'Directions from a known place.'),
  },
} satisfies Kind;
