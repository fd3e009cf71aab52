/** What is measured so far, and how to go on: add, take back, end. */
import { useLanguage } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { isWhole, measure, type Tool } from './sketch.ts';
import type { Sketch } from './use-sketch.ts';

const words = {
  distance: 'web.sketch.distance',
  area: 'web.sketch.area',
  box: 'web.sketch.box',
  polygon: 'web.sketch.polygon',
} as const satisfies Readonly<Record<Tool, string>>;

export function SketchPanel({ sketch }: { sketch: Sketch }) {
  const { say, sayIf, exactArea, number, unit } = useLanguage();
  const { tool, points, wrong } = sketch;
  if (tool === null) return null;
  const { length_m, last_m, area_m2 } = measure(tool, points);
  const metres = (m: number) => (m >= 10_000 ? unit(m / 1000, 'km') : `${number(m, m < 100 ? 1 : 0)} m`);
  const selects = tool === 'box' || tool === 'polygon';
  return (
    <section className="map-panel" aria-label={say(words[tool])} data-tool={tool}>
      <div className="pick-head">
        <h3>{say(words[tool])}</h3>
        <Button tone="plain" icon="close" label={say('web.close')} onPress={sketch.close} />
      </div>
      <dl className="figures" aria-live="polite">
        {area_m2 !== null && (
          <div>
            <dt>{say('web.sketch.area-is')}</dt>
            <dd>{exactArea(area_m2)}</dd>
          </div>
        )}
        {points.length > 1 && !(selects && area_m2 !== null) && (
          <div>
            <dt>{say(area_m2 === null ? 'web.sketch.length-is' : 'web.sketch.around-is')}</dt>
            <dd>{metres(length_m)}</dd>
          </div>
        )}
        {tool === 'distance' && points.length > 2 && (
          <div>
            <dt>{say('web.sketch.last-is')}</dt>
            <dd>{metres(last_m)}</dd>
          </div>
        )}
      </dl>
      {wrong !== null && (
        <p className="wrong" role="alert">
          {sayIf(`problem.${wrong.code}`, wrong.facts)}
        </p>
      )}
      <p className="soft">{say(tool === 'box' ? 'web.sketch.box-hint' : 'web.sketch.hint')}</p>
      <div className="row">
        <Button icon="undo" isDisabled={points.length === 0} onPress={sketch.undo}>
          {say('web.sketch.undo')}
        </Button>
        {tool !== 'box' && (
          <Button tone="main" isDisabled={!isWhole(tool, points)} onPress={sketch.finish}>
            {say(selects ? 'web.sketch.select' : 'web.sketch.end')}
          </Button>
        )}
      </div>
      {!selects && <p className="soft">{say('web.sketch.ellipsoid')}</p>}
    </section>
  );
}
