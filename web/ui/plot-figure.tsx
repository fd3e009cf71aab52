/**
 * A drawing by Observable Plot that is made anew for each width. The `<style>` that Plot puts inside would break the
 * Content-Security-Policy: what it says stands in style/accountability.css. For who does not see it there is one sentence, and a
 * table beside it.
 */
import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly sentence: string;
  /** kept the same while what is drawn is the same */
  readonly draw: (width: number) => Element;
}

export function PlotFigure({ sentence, draw }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || width === 0) return;
    const drawn = draw(width);
    for (const style of drawn.querySelectorAll('style')) style.remove();
    drawn.setAttribute('aria-hidden', 'true');
    element.replaceChildren(drawn);
    return () => element.replaceChildren();
  }, [draw, width]);
  return (
    <div className="plot" role="img" aria-label={sentence}>
      <div ref={place} dir="ltr" />
    </div>
  );
}
