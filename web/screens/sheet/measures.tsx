/** What a map on paper is measured with: its scale as a bar, and where north is. */
import { useLanguage } from '../../language/language.tsx';
import { roundLength } from '../../map/scale.tsx';
import { PIXELS } from './paper.ts';

export function North() {
  const { say } = useLanguage();
  return (
    <svg className="sheet-north" viewBox="0 0 24 34" role="img" aria-label={say('web.map.north')}>
      <path d="M12 2l7 20-7-5-7 5Z" />
      <text x="12" y="33">
        {say('web.map.n')}
      </text>
    </svg>
  );
}

/**
 * A bar in four parts, a round length long, at most a third of a short sheet's strip. `across`: millimetres that the map is
 * wide, where it may be shown smaller than on paper: the bar is up to half of that, and shrinks with it.
 */
export function ScaleBar({ ratio, across }: { ratio: number; across?: number }) {
  const { unit, number } = useLanguage();
  const metresPerPixel = ratio / 1000 / PIXELS;
  const length = roundLength(metresPerPixel, (across === undefined ? 40 : across / 2) * PIXELS);
  const mm = length / metresPerPixel / PIXELS;
  const part = mm / 4;
  const last = length >= 1000 ? unit(length / 1000, 'km') : unit(length, 'm');
  return (
    <svg
      className="sheet-bar"
      viewBox={`-3 0 ${mm + 16} 8`}
      style={
        across === undefined
          ? { inlineSize: `${mm + 16}mm`, blockSize: '8mm' }
          : { inlineSize: `${((mm + 16) / across) * 100}%` }
      }
      role="img"
      aria-label={last}
    >
      {[0, 1, 2, 3].map((i) => (
        <rect key={i} x={i * part} y="4.6" width={part} height="1.6" data-filled={i % 2 === 0 || undefined} />
      ))}
      <text x="0" y="3.6">
        {number(0)}
      </text>
      <text x={mm / 2} y="3.6">
        {length >= 1000 ? number(length / 2000) : number(length / 2)}
      </text>
      <text x={mm} y="3.6">
        {last}
      </text>
    </svg>
  );
}
