import { useLanguage } from '../language/language.tsx';

/** The longest round length that fits `most` pixels; metres at the middle of the view. */
export function roundLength(metresPerPixel: number, most: number): number {
  const room = metresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(room));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= room) ?? power;
}

export function Scale({ metresPerPixel }: { metresPerPixel: number }) {
  const { unit } = useLanguage();
  const length = roundLength(metresPerPixel, 110);
  return (
    <div className="scale" style={{ inlineSize: length / metresPerPixel }}>
      {length >= 1000 ? unit(length / 1000, 'km') : unit(length, 'm')}
    </div>
  );
}
