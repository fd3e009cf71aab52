/** The signs that are on a map on paper, and how many items of each. */
import { useLanguage } from '../../language/language.tsx';
import { light } from '../../map/palette.ts';
import { SignOf } from '../../map/sign-of.tsx';
import type { Shown } from '../../map/signs.ts';

const releases: ReadonlySet<string> = new Set(['cancelled', 'reduced', 'cleared']);

export function LegendSigns({ signs }: { signs: readonly Shown[] }) {
  const { say, number } = useLanguage();
  return (
    <>
      <ul>
        {signs.map(({ id, items }) => (
          <li key={id}>
            <SignOf id={id} palette={light} />
            <span>{say(`web.legend.${id}`)}</span>
            {items !== null && id !== 'place' && <span className="count">{number(items)}</span>}
          </li>
        ))}
      </ul>
      {signs.some(({ id }) => releases.has(id)) && <p>{say('web.legend.release-note')}</p>}
    </>
  );
}
