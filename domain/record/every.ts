/**
 * What every item has, whatever its kind (design §6). The registry puts these under each kind; a kind that defines one
 * of them itself keeps its own. Kinds with a place of their own also get how it was fixed and how far it may be off.
 */
import type { Property } from './kind.ts';
import { code, identifiers, link, linkSet, measure, narrative, text, yesno } from './property.ts';

export const every = {
  local_id: text(
    'Local id',
    'The id its keeper gave it, as typed. Two that are equal after trimming are named.',
    {
      standard: 'IMSMA NG localid',
      hxl: '#meta+id+local',
    },
  ),
  other_ids: identifiers(
    'Other ids',
    'Ids others gave it, each with who issued it: national, an operator’s, IMSMA.',
    {
      standard: 'IMSMA Core imsma_id',
      hxl: '#meta+id+other',
    },
  ),
  name: text('Name', 'What it is called.', { hxl: '#meta+name' }),
  remark: narrative('Remark', 'Anything else worth knowing.', { standard: 'IMSMA NG comments' }),
  place: link(['place'], 'Place', 'The administrative unit or settlement it lies in.', {
    standard: 'IMSMA NG Location',
    hxl: '#loc',
  }),
  pcode: text('P-code', 'Code of the smallest administrative unit it lies in, as the source gives it.', {
    standard: 'OCHA COD-AB',
    hxl: '#adm+code',
  }),
  published: yesno(
    'Published by its source',
    'No when a later file that states the whole table lists it no more. The item itself stays.',
  ),
  links: linkSet([], 'Linked to', 'Any other item it has to do with.', {
    standard: 'IMSMA Core imsma_links',
  }),
} satisfies Readonly<Record<string, Property>>;

export const located = {
  position_basis: code('position-basis', 'Basis of the position', 'How the position came to be known.', {
    standard: 'IMSMA NG geopoint.fixedby',
    hxl: '#geo+basis',
  }),
  accuracy: measure(
    'm',
    'Accuracy',
    'How far, in metres, the true place may lie from the one given. It is drawn as an area of that size.',
    { standard: 'Syria forms gps_accuracy', hxl: '#geo+precision' },
  ),
} satisfies Readonly<Record<string, Property>>;
