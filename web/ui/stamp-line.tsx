import type { Stamp } from '../ask/answers.ts';
import { useLanguage } from '../language/language.tsx';

/** From which office, receipt number and fold version a figure or list comes, and how many reports wait (law 3). */
export function StampLine({ stamp }: { stamp: Stamp | undefined }) {
  const { say, day } = useLanguage();
  if (!stamp) return null;
  return (
    <p className="stamp">
      {say('web.stamp', { office: stamp.office, number: stamp.number, fold: stamp.fold, at: day(stamp.at) })}{' '}
      {stamp.pending > 0 && say('web.stamp.pending', { pending: stamp.pending })}
    </p>
  );
}
