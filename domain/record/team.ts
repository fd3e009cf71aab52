import type { Kind } from './kind.ts';
import { code, codeSet, count, date, link, narrative, point, text } from './property.ts';

export const team = {
  name: 'team',
  label: 'Team',
  plural: 'Teams',
  description: 'People of one organisation who work together. Where and when they work is restricted.',
  sensitivity: 'partner',
  standard: ['IMAS 07.30', 'IMSMA NG task assets'],
  drawing: 'plain',
  place: 'position',
  date: 'formed_on',
  title: 'name',
  properties: {
    organisation: link(['organisation'], 'Organisation', 'Whose team it is.', { hxl: '#org+impl' }),
    team_type: code('team-type', 'Type', 'What kind of work it does.'),
    size: count('Size', 'How many people.', { sensitivity: 'restricted' }),
    women: count('Women', 'Of those, women.', { sensitivity: 'restricted' }),
    formed_on: date('Formed on', 'When it was formed.', { hxl: '#date+start' }),
    disbanded_on: date('Disbanded on', 'When it ceased.', { hxl: '#date+end' }),
    position: point('Base', 'Where it is based now.', { sensitivity: 'restricted' }),
    schedule: narrative('Schedule', 'Where it will be and when.', { sensitivity: 'restricted' }),
    place: link(['place'], 'Place', 'Administrative unit it works in.', { sensitivity: 'restricted' }),
    pcode: text('P-code', 'Code of that unit.', { sensitivity: 'restricted' }),
    methods: codeSet('method', 'Methods and assets', 'What it works with.'),
    leader: text('Leader', 'Who leads it.', { sensitivity: 'personal' }),
    members: text('Members', 'Who belongs to it.', { sensitivity: 'personal' }),
    contact: text('Contact', 'Telephone or radio.', { sensitivity: 'personal' }),
  },
} satisfies Kind;
