/** Code lists about information itself: how sure it is, why a value is missing, which definition a figure follows. */
import { list } from './list.ts';

export const informationLists = [
  list('why-unknown', 'Why a value is not known', 'Design: unknown is a value, never a zero', {
    'not-stated': {
      label: 'Not stated',
      also: ['no information', 'sin información', 'no data', 'n/a', 'not specified', 'unknown', 'none given'],
    },
    'not-recorded': { label: 'Not recorded', also: ['not collected'] },
    'not-measured': { label: 'Not measured', also: ['extent unknown'] },
    unreadable: { label: 'Unreadable', also: ['illegible'] },
  }),
  list('information-reliability', 'Reliability of information', 'IMSMA NG, information classification', {
    '1': 'Confirmed',
    '2': 'Possible',
    '3': 'Less possible',
    '4': 'Doubtful',
    '5': 'Improbable',
    '6': 'Not to be evaluated',
  }),
  list('source-reliability', 'Reliability of source', 'IMSMA NG, information classification', {
    a: 'Reliable',
    b: 'In general reliable',
    c: 'Sufficiently reliable',
    d: 'Not always reliable',
    e: 'Less reliable',
    f: 'Of no value',
  }),
  list(
    'definition',
    'Definition of a figure or word',
    'Design, Counting; a figure under another definition is not a disagreement',
    {
      'imas-04-10': { label: 'As IMAS 04.10 defines it' },
      'outline-as-drawn': {
        label: 'The outline as drawn',
        description: 'Land counted once, on the WGS 84 ellipsoid.',
      },
      'area-as-stated': { label: 'As stated by the source', description: 'Not worked out from the outline.' },
      'all-persons': {
        label: 'Everyone harmed in the event',
        description: 'Civilians, security forces and deminers together.',
      },
      'civilians-only': { label: 'Civilians only' },
      'died-of-it': { label: 'Killed at once or died of it later' },
      'killed-at-once': { label: 'Killed at once, deaths afterwards not counted' },
      attendances: { label: 'Attendances', description: 'One person counts each time they attend.' },
      persons: { label: 'Different persons', description: 'One person counts once.' },
      'items-counted': { label: 'Items counted one by one' },
      'items-estimated': { label: 'Items estimated' },
      'de-facto-population': { label: 'People living there at the time, however registered' },
      'registered-population': { label: 'People registered there' },
      'amount-committed': { label: 'Amount committed' },
      'amount-paid': { label: 'Amount paid' },
      'after-set-period': {
        label: 'After the period the maker or owner sets',
        description: 'As claimed by the speaker.',
      },
      'at-30-days': {
        label: 'At 30 days after emplacement',
        description: 'CCW Amended Protocol II, Technical Annex 3.',
      },
      'at-120-days': {
        label: 'At 120 days after emplacement',
        description: 'CCW Amended Protocol II, Technical Annex 3.',
      },
      'of-activated': { label: 'Share of those activated' },
      'of-used': { label: 'Share of those used' },
      'of-found': { label: 'Share of those found' },
    },
  ),
];
