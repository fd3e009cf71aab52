/** The sign of each kind of thing the map draws, in the colours of a palette. */
import { cha, type Palette, sha } from './palette.ts';
import { Sign } from './sign.tsx';
import type { SignId } from './signs.ts';

export function SignOf({ id, palette: p }: { id: SignId; palette: Palette }) {
  const pattern = (name: string) => `pattern:${name}:${p.name}`;
  const symbol = (name: string) => `symbol:${name}:${p.name}`;
  switch (id) {
    case 'cha':
      return <Sign name={pattern('cha')} ground={cha} line={p.chaLine} />;
    case 'sha':
      return <Sign name={pattern('sha')} ground={sha} line={p.shaLine} />;
    case 'reported':
      return <Sign name={pattern('reported')} ground={sha} line={p.shaLine} dashed />;
    case 'position':
      return <Sign name={symbol('position-sha')} />;
    case 'unsupported':
      return <Sign name={pattern('unsupported')} ground={sha} line={p.shaLine} />;
    case 'papers-not-held':
      return <Sign name={pattern('papers-not-held')} ground={p.land} line={p.papersNotHeld} dashed />;
    case 'cancelled':
    case 'reduced':
    case 'cleared':
      return <Sign name={pattern(id)} ground={p.land} line={p[id]} />;
    case 'survey-result':
      return <Sign name={pattern('survey')} line={p.survey} dashed />;
    case 'unsurveyed':
      return <Sign name={pattern('unsurveyed')} line={p.border} />;
    case 'activity':
      return <Sign name={pattern('activity')} line={p.activity} dashed />;
    case 'task':
      return <Sign name={null} line={p.task} dashed />;
    case 'place':
      return <Sign name={null} line={p.border} />;
    case 'waiting':
      return <Sign name={symbol('accident-reported')} />;
    case 'reach':
    case 'gathered':
      return <Sign name={symbol(id)} />;
    default:
      return <Sign name={symbol(id)} />;
  }
}
