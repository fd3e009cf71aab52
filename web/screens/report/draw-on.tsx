/** Drawing instead of typing: a button that brings the map out under the lines, with a way to take back the last position. */
import type { Position } from '@tilth/domain/report/entry';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import type { ShapeWish } from '../../report/draft.ts';
import { Button } from '../../ui/button.tsx';

export interface Drawing {
  /** `points`: they stand each for itself, and nothing is drawn between them */
  readonly shape: ShapeWish | 'points';
  /** the positions so far, and the lines to write in their place */
  readonly points: readonly Position[];
  readonly lines: readonly string[];
  readonly write: (lines: readonly string[]) => void;
}

const DrawPane = lazy(() =>
  import('./draw-pane.tsx').then(
    (m) => ({ default: m.DrawPane }),
    // the server is away; the form goes on without the map
    () => ({ default: NoMap }),
  ),
);

/** `children`: other ways to give a position, beside the button. */
export function DrawOn({
  isDisabled = false,
  children,
  ...drawing
}: Drawing & { isDisabled?: boolean; children?: ReactNode }) {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  const { lines, write } = drawing;
  return (
    <>
      <div className="row">
        <Button icon="map" isDisabled={isDisabled} onPress={() => setOpen(!open)}>
          {say(open ? 'web.form.draw-close' : 'web.form.draw')}
        </Button>
        {open && lines.length > 0 && (
          <Button onPress={() => write(lines.slice(0, -1))}>{say('web.form.draw-undo')}</Button>
        )}
        {children}
      </div>
      {open && (
        <Suspense fallback={<div className="draw-pane" />}>
          <DrawPane {...drawing} />
        </Suspense>
      )}
    </>
  );
}

function NoMap() {
  const { say } = useLanguage();
  return (
    <p className="soft hint" role="status">
      {say('web.form.no-map')}
    </p>
  );
}
