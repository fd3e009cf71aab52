import type { Kind } from './kind.ts';
import { code, date, link, measure, text, yesno } from './property.ts';

export const munitionModel = {
  name: 'munition-model',
  label: 'Munition model',
  plural: 'Munition models',
  description:
    'A model, as far as it helps to recognise it and to know which rules apply. Nothing on how it is built or works. Which treaties cover it is worked out from what sets it off; a claimed lifetime changes nothing in that.',
  sensitivity: 'partner',
  standard: ['IMSMA NG ordnance', 'APMBC 2', 'APMBC 7(1)h', 'CCM 2', 'CCW AP II 2'],
  drawing: 'plain',
  date: 'first_seen',
  title: 'name',
  properties: {
    category: code('ordnance-category', 'Category', 'Kind of ordnance.', {
      standard: 'IMSMA NG ordcategory',
      hxl: '#item+type',
    }),
    subtype: code('ordnance-subtype', 'Type', 'Type within the category.', {
      standard: 'IMSMA NG ordsubcategory',
    }),
    actuation: code('actuation', 'Set off by', 'What sets it off, as a class.', { standard: 'APMBC 2(1)' }),
    alternative_names: text(
      'Other names',
      'Other spellings, scripts and designations, separated by semicolons.',
    ),
    origin_country: text('Country of origin', 'ISO 3166-1 alpha-3 code.', { hxl: '#country+origin+code' }),
    producer: link(['organisation'], 'Producer', 'Who made it.'),
    remotely_delivered: yesno('Remotely delivered', 'Whether it is delivered from a distance.', {
      standard: 'CCW AP II 2(2)',
    }),
    detectable: yesno('Detectable, as claimed', 'Whether it is said to meet the limit of 8 g of iron.', {
      standard: 'CCW AP II Technical Annex 2',
    }),
    lifetime_feature: code(
      'lifetime-feature',
      'Claimed to end its life',
      'Self-destruct or self-deactivate, as claimed.',
      {
        standard: 'CCW AP II Technical Annex 3',
      },
    ),
    self_destruct_claimed: measure(
      'hours',
      'Self-destruct period, as claimed',
      'As the speaker claims. Everyone treats it as live whatever is claimed.',
      {
        definition: 'after-set-period',
      },
    ),
    self_deactivate_claimed: measure(
      'hours',
      'Self-deactivation period, as claimed',
      'As the speaker claims. Everyone treats it as live whatever is claimed.',
      {
        definition: 'after-set-period',
      },
    ),
    share_live_claimed: measure(
      'percent',
      'Share still live, as claimed',
      'Share said to be live afterwards; the definition names when and of what.',
      {
        definition: 'after-set-period',
      },
    ),
    length: measure('mm', 'Length', 'For recognition.', { standard: 'APMBC 7(1)h' }),
    diameter: measure('mm', 'Diameter', 'For recognition.', { standard: 'APMBC 7(1)h' }),
    colours: text('Colours', 'For recognition.'),
    appearance: text('What it looks like', 'Shape and markings, for recognition.'),
    ccm_exclusion_claimed: yesno(
      'Exclusion claimed',
      'Whether somebody claims it is outside the cluster munition definition.',
      { standard: 'CCM 2(2)' },
    ),
    first_seen: date('First seen', 'When it was first reported.'),
  },
} satisfies Kind;
