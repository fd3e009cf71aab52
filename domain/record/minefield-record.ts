import type { Kind } from './kind.ts';
import {
  code,
  count,
  date,
  link,
  linkSet,
  measure,
  narrative,
  point,
  shape,
  text,
  yesno,
} from './property.ts';

const secret = { sensitivity: 'restricted' } as const;

export const minefieldRecord = {
  name: 'minefield-record',
  label: 'Minefield record',
  plural: 'Minefield records',
  description:
    'A record that those who laid mines made or should have made: a document and what it says. One of low reliability is indirect evidence.',
  sensitivity: 'restricted',
  standard: ['CCW AP II 9', 'CCW AP II Technical Annex 1', 'IMAS 08.10'],
  drawing: 'plain',
  place: 'perimeter',
  date: 'laid_on',
  title: 'local_id',
  properties: {
    record_number: text('Number', 'Number on the document.', secret),
    made_by: text('Made by', 'Force that made the record, never a natural person.', secret),
    handed_over_by: link(['organisation'], 'Handed over by', 'Who gave it.', secret),
    handed_over_on: date('Handed over on', 'When it was given.', secret),
    laid_on: date('Laid on', 'When the mines were laid, as it says.', {
      ...secret,
      standard: 'CCW AP II Technical Annex 1(a)',
    }),
    emplacement: code('emplacement', 'How', 'How the mines came to lie there.', {
      ...secret,
      standard: 'CCW AP II Technical Annex 1',
    }),
    perimeter: shape('Perimeter', 'Perimeter and extent; corners, when remotely delivered.', {
      ...secret,
      standard: 'CCW AP II Technical Annex 1(a), 1(b)',
    }),
    reference_point_1: point('First reference point', 'First of at least two.', {
      ...secret,
      standard: 'CCW AP II Technical Annex 1(a)',
    }),
    reference_point_1_description: narrative('First reference point, described', 'What it is.', secret),
    reference_point_2: point('Second reference point', 'Second of at least two.', {
      ...secret,
      standard: 'CCW AP II Technical Annex 1(a)',
    }),
    reference_point_2_description: narrative('Second reference point, described', 'What it is.', secret),
    models: linkSet(['munition-model'], 'Types', 'Types it names.', {
      ...secret,
      standard: 'CCW AP II Technical Annex 1',
    }),
    types_named: text('Types as named', 'Types in the words of the record.', secret),
    mines: count('Mines', 'How many it says were laid.', { ...secret, definition: 'items-counted' }),
    ap_mines: count('Anti-personnel mines', 'Of those, anti-personnel.', {
      ...secret,
      definition: 'items-counted',
    }),
    av_mines: count('Anti-vehicle mines', 'Of those, anti-vehicle.', {
      ...secret,
      definition: 'items-counted',
    }),
    booby_traps: count('Booby-traps', 'How many it says were set; each must be located on its own.', {
      ...secret,
      definition: 'items-counted',
      standard: 'CCW AP II Technical Annex 1(a)',
    }),
    anti_handling: yesno('Anti-handling devices', 'Whether it says there are any.', secret),
    lifetime_feature: code(
      'lifetime-feature',
      'Claimed to end its life',
      'Self-destruct or self-deactivate, as the record claims.',
      secret,
    ),
    self_destruct_claimed: measure(
      'hours',
      'Self-destruct period, as claimed',
      'What the record claims. Nothing is released by it.',
      {
        ...secret,
        standard: 'CCW AP II Technical Annex 1(b)',
      },
    ),
    rows_described: narrative(
      'Rows and pattern',
      'Rows and positions in the words of the record, as evidence for surveyors.',
      secret,
    ),
    completeness: code('record-completeness', 'Completeness', 'How much of it there is.', secret),
    lifted_stated: yesno(
      'Said to be lifted',
      'Whether the record says the mines were lifted. It releases nothing.',
      secret,
    ),
    lifted_on: date('Said to be lifted on', 'When it says so.', secret),
    hazards: linkSet(['hazardous-area'], 'Hazardous areas', 'Areas it speaks of.', secret),
    transmitted_to: text('Transmitted to', 'Who it was passed on to after hostilities.', {
      ...secret,
      standard: 'CCW AP II 9(2); CCW P V 4',
    }),
  },
} satisfies Kind;
