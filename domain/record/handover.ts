import type { Kind } from './kind.ts';
import { codeSet, count, date, link, linkSet, narrative, text, yesno } from './property.ts';

export const handover = {
  name: 'handover',
  label: 'Handover',
  plural: 'Handovers',
  description: 'Released land given back, with who was told, what may remain and who answers for it.',
  sensitivity: 'partner',
  standard: ['IMAS 08.30', 'IMSMA NG handover certificate'],
  drawing: 'plain',
  date: 'handed_over_on',
  title: 'local_id',
  properties: {
    handed_over_on: date('Handed over on', 'Date of handover.', {
      standard: 'IMAS 08.30',
      hxl: '#date+event',
    }),
    released_land: linkSet(['released-land'], 'Released land', 'Land handed over.'),
    hazards: linkSet(['hazardous-area'], 'From hazardous areas', 'Areas it belonged to.'),
    completion: link(['completion'], 'Completion report', 'Report it rests on.'),
    handed_over_by: link(['organisation'], 'Handed over by', 'Operator.', { hxl: '#org+impl' }),
    witnessed_by: link(['organisation'], 'Witnessed by', 'Authority.'),
    received_by: text('Received by', 'Body or office that received it.'),
    recipient_name: text('Recipient', 'Person who signed for it.', { sensitivity: 'personal' }),
    signed: yesno('Signed', 'Whether operator, authority and recipient have signed.', {
      standard: 'IMAS 08.30 Annex D',
    }),
    community_involved: yesno('Community informed', 'Whether the people living there were told.', {
      standard: 'IMSMA NG community_involved_in_handover',
    }),
    women_informed: count('Women informed', 'Women told at handover.', {
      standard: 'IMSMA NG; IMAS 08.30',
      hxl: '#reached+f+adults',
    }),
    men_informed: count('Men informed', 'Men told at handover.', {
      standard: 'IMSMA NG; IMAS 08.30',
      hxl: '#reached+m+adults',
    }),
    girls_informed: count('Girls informed', 'Girls told at handover.', {
      standard: 'IMSMA NG; IMAS 08.30',
      hxl: '#reached+f+children',
    }),
    boys_informed: count('Boys informed', 'Boys told at handover.', {
      standard: 'IMSMA NG; IMAS 08.30',
      hxl: '#reached+m+children',
    }),
    intended_use: codeSet('land-use', 'Use intended', 'What the land is to be used for.'),
    residual_risk: narrative('Residual risk', 'Statement on what may remain.', { standard: 'IMAS 08.30' }),
    liability: narrative('Responsibilities', 'Who answers for what, as the certificate states.', {
      standard: 'IMAS 08.30',
    }),
    restrictions: narrative('Restrictions', 'How the land may not be used.'),
    certificate_number: text('Certificate', 'Number of the certificate.'),
  },
} satisfies Kind;
