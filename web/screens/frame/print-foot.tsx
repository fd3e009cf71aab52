/** What a printed screen is a print of, and what it is no evidence of. Drawn on paper only. */
import { useLanguage } from '../../language/language.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';

export function PrintFoot() {
  const { say, day, instant } = useLanguage();
  const { at, known } = useAddress();
  const { programme, today } = useHere();
  return (
    <p className="print-foot" aria-hidden="true">
      {say('web.print.foot', {
        programme: programme.name,
        at: day(at ?? today),
        known: known === null ? 'all' : /^\d+$/.test(known) ? known : instant(known),
      })}{' '}
      {say('web.absence')}
    </p>
  );
}
