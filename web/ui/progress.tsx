import './style/progress.css';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';

/** How far long work is; `of` null: it is not known yet of how much. */
export function Progress({
  label,
  done,
  of,
  said,
}: {
  label: string;
  done: number;
  of: number | null;
  said: string;
}) {
  return (
    <ProgressBar
      className="work-progress"
      value={of === null ? 0 : done}
      maxValue={Math.max(1, of ?? 1)}
      isIndeterminate={of === null}
      valueLabel={said}
    >
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <span className="count">{said}</span>
          <svg
            className="work-progress-line"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect className="work-progress-ground" width="100" height="4" />
            <rect className="work-progress-done" width={percentage ?? 15} height="4" />
          </svg>
        </>
      )}
    </ProgressBar>
  );
}
