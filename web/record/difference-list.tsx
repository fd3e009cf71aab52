/** Differences between two views of a record, one a line: what was said before, what is said after. */
import type { Difference, Side } from '@tilth/domain/report/differences';
import type { OpenKind } from '../ask/answers.ts';
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { Chip } from '../ui/chip.tsx';
import { LinkedItem } from './linked-item.tsx';
import { showValue } from './show-value.ts';

interface Props {
  readonly differences: readonly Difference[];
  readonly kind: OpenKind | undefined;
  /** lines shown; the rest is counted */
  readonly most?: number;
}

export function DifferenceList({ differences, kind, most = 12 }: Props) {
  const { say } = useLanguage();
  // what was there before and counts from now on is counted, not said twice
  const approved = differences.filter(isApproved);
  const others = differences.filter((d) => !isApproved(d));
  const told = others.slice(0, most);
  return (
    <>
      {approved.length > 0 && <p>{say('web.decide.counts-now', { n: approved.length })}</p>}
      {told.length > 0 && (
        <dl className="differences">
          {told.map((d) => (
            <div key={`${d.property} ${d.definition}`} className="difference">
              <dt>{kind?.properties[d.property]?.label ?? d.property}</dt>
              <dd>
                {d.before && (
                  <span className="was">
                    <span className="visually-hidden">{say('web.decide.before')} </span>
                    <Sided side={d.before} name={d.property} kind={kind} />
                  </span>
                )}
                {d.before && <span aria-hidden="true"> → </span>}
                <span className="is">
                  <span className="visually-hidden">{say('web.decide.after')} </span>
                  {d.after ? (
                    <Sided
                      side={d.after}
                      name={d.property}
                      kind={kind}
                      state={d.before?.state !== d.after.state}
                    />
                  ) : (
                    say('web.value.none')
                  )}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {others.length > told.length && (
        <p className="soft">{say('web.decide.more', { n: others.length - told.length })}</p>
      )}
    </>
  );
}

function isApproved({ before, after }: Difference): boolean {
  return (
    before?.state === 'pending' &&
    after?.state === 'settled' &&
    (before.values.length === 0 || JSON.stringify(before.values) === JSON.stringify(after.values))
  );
}

function Sided({
  side,
  name,
  kind,
  state = false,
}: {
  side: Side;
  name: string;
  kind: OpenKind | undefined;
  state?: boolean;
}) {
  const language = useLanguage();
  const { say } = language;
  const { lists } = useHere();
  const property = kind?.properties[name];
  return (
    <>
      {side.values.length === 0 && say('web.value.none')}
      {side.values.map((v, n) => (
        <bdi key={JSON.stringify(v)}>
          {n > 0 && <span aria-hidden="true"> / </span>}
          {v.type === 'link' ? (
            <LinkedItem link={v} to={property?.to ?? []} />
          ) : (
            showValue(v, property, { language, lists })
          )}
        </bdi>
      ))}
      {state && side.state !== 'settled' && (
        <Chip tone={side.state === 'disputed' ? 'disputed' : side.state === 'pending' ? 'pending' : 'plain'}>
          {say(`web.state.${side.state}`)}
        </Chip>
      )}
    </>
  );
}
