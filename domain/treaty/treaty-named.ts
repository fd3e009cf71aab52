/** Which of the four treaties a name stands for: the abbreviation, title, place of adoption or local id that records and files use. */
import type { TreatyName } from './treaty-rules.ts';

export const treatyNames: readonly TreatyName[] = ['apmbc', 'ccm', 'ap2', 'p5'];

const names: Readonly<Record<TreatyName, readonly string[]>> = {
  apmbc: [
    'APMBC',
    'Mine Ban Convention',
    'Mine Ban Treaty',
    'MBT',
    'MBC',
    'Anti-Personnel Mine Ban Convention',
    'Ottawa Convention',
    'Ottawa Treaty',
    'Ottawa',
    'Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction',
  ],
  ccm: ['CCM', 'Convention on Cluster Munitions', 'Oslo Convention'],
  ap2: [
    'AP2',
    'APII',
    'AP II',
    'CCW AP II',
    'CCW AP2',
    'CCW Amended Protocol II',
    'CCW Amended Protocol 2',
    'Amended Protocol II',
    'Amended Protocol 2',
    'CCW P2A',
    'Protocol II as amended',
    'Amended Mines Protocol',
  ],
  p5: [
    'P5',
    'PV',
    'P V',
    'CCW P V',
    'CCW P5',
    'CCW Protocol V',
    'CCW Protocol 5',
    'Protocol V',
    'Protocol 5',
    'Protocol on Explosive Remnants of War',
  ],
};

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*the\s/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const known = new Map(treatyNames.flatMap((treaty) => names[treaty].map((n) => [plain(n), treaty] as const)));

/** Case, spaces and punctuation make no difference; null for any other name. */
export function treatyNamed(name: string): TreatyName | null {
  return known.get(plain(name)) ?? null;
}
