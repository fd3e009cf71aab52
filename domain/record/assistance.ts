import type { Kind } from './kind.ts';
import { code, date, link, measure, narrative, text, yesno } from './property.ts';

/** Details of a person: not personal by themselves, never for everybody. */
const detail = { sensitivity: 'restricted' } as const;

export const assistance = {
  name: 'assistance',
  label: 'Assistance',
  plural: 'Assistance',
  description:
    'A referral of a victim, or assistance given. Mine action identifies and refers; others mostly provide.',
  sensitivity: 'restricted',
  standard: ['IMAS 13.10', 'IMSMA NG victim assistance', 'CCM 5', 'APMBC 6(3)'],
  drawing: 'plain',
  date: 'referred_on',
  title: 'local_id',
  properties: {
    local_id: text('Local id', 'The id its keeper gave the record, as typed.', {
      ...detail,
      hxl: '#meta+id+local',
    }),
    victim: link(['victim'], 'Victim', 'Whom it is for.', detail),
    assistance_type: code('assistance-type', 'Type', 'What kind of assistance.', {
      ...detail,
      standard: 'IMAS 13.10',
      hxl: '#service+type',
    }),
    state: code('assistance-state', 'State', 'How far it has come.', {
      ...detail,
      standard: 'IMSMA NG status',
      hxl: '#status',
    }),
    needed_since: date('Needed since', 'When the need was seen.', detail),
    referred_on: date('Referred on', 'When the person was referred.', { ...detail, hxl: '#date+start' }),
    referred_by: link(['organisation'], 'Referred by', 'Who referred.', detail),
    provider: link(['organisation'], 'Provider', 'Who provides it.', { ...detail, hxl: '#org+impl' }),
    started_on: date('Started on', 'When it began.', detail),
    ended_on: date('Ended on', 'When it ended.', { ...detail, hxl: '#date+end' }),
    consent: yesno('Consent', 'Whether the person agreed to be referred.', detail),
    priority: code('priority', 'Priority', 'Priority of the need.', {
      ...detail,
      standard: 'IMSMA NG priority',
    }),
    cost: measure('money', 'Cost', 'Cost, in the currency named.', detail),
    currency: text('Currency', 'ISO 4217 code.', { ...detail, standard: 'IMSMA NG currency' }),
    contribution: link(['contribution'], 'Paid from', 'Contribution that pays for it.', detail),
    outcome: narrative('Outcome', 'What came of it.', { sensitivity: 'personal' }),
    case_worker: text('Case worker', 'Who follows it.', { sensitivity: 'personal' }),
    name: text('Name', 'Name of the case, which may name the person.', { sensitivity: 'personal' }),
    remark: narrative('Remark', 'Anything else; it may name people.', { sensitivity: 'personal' }),
  },
} satisfies Kind;
