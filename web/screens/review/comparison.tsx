/** What a report says beside what the record says without it: what differs first, what is the same folded away. */
import { canonical } from '@tilth/domain/report/canonical';
import { endedBy, sidesOf } from '@tilth/domain/report/earlier-values';
import type { Claim, Value } from '@tilth/domain/report/entry';
import type { ItemView, PropertyView } from '@tilth/domain/report/view';
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { useLanguage } from '../../language/language.tsx';
import { showValue } from '../../record/show-value.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useHere } from '../frame/here.tsx';
import { ValueText, VoiceOf } from '../item/property-line.tsx';

interface Props {
  readonly claims: readonly Claim[];
  readonly kindName: string;
  /** the record without the report, and with it approved */
  readonly before: ItemView | null;
  readonly after: ItemView | null;
}

/** Two outlines of as many corners read alike in words; they are the same only corner by corner. */
function saysTheSame(
  a: Value,
  b: Value | null,
  words: { readonly says: string; readonly now: string | null },
): boolean {
  if (a.type === 'geometry' && b?.type === 'geometry') return canonical(a.geometry) === canonical(b.geometry);
  if (a.type === 'release' && b?.type === 'release') return canonical(a) === canonical(b);
  return words.says === words.now;
}

export function Comparison({ claims, kindName, before, after }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const kind = kinds.get(kindName);
  const find = (view: ItemView | null, { property, definition }: Claim): PropertyView | undefined => {
    const all = view?.properties.filter((p) => p.property === property) ?? [];
    return all.find((p) => p.definition === definition) ?? all[0];
  };
  const textOf = (claim: Claim, shown: PropertyView | undefined) =>
    shown?.value ? showValue(shown.value, kind?.properties[claim.property], { language, lists }) : null;
  const rows = claims.map((claim, n) => {
    const now = find(before, claim);
    const then = find(after, claim);
    const says = showValue(claim.value, kind?.properties[claim.property], { language, lists });
    return { claim, n, now: textOf(claim, now), was: now, then, becomes: textOf(claim, then), says };
  });
  const same = rows.filter(
    (r) =>
      r.now !== null && saysTheSame(r.claim.value, r.was?.value ?? null, r) && r.then?.state === r.was?.state,
  );
  const differs = rows.filter((r) => !same.includes(r));
  const table = (some: typeof rows) => (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{say('web.review.property')}</th>
          <th scope="col">{say('web.review.says')}</th>
          <th scope="col">{say('web.review.now')}</th>
        </tr>
      </thead>
      <tbody>
        {some.map(({ claim, n, now, was, then, becomes, says }) => (
          <tr key={n}>
            <th scope="row">{kind?.properties[claim.property]?.label ?? claim.property}</th>
            <td>
              <ValueText value={claim.value} name={claim.property} kind={kind} />
              {then?.state === 'disputed' && was?.state !== 'disputed' && (
                <Chip tone="disputed">{say('web.review.will-dispute')}</Chip>
              )}
              {becomes !== null && becomes !== says && then?.state !== 'disputed' && (
                <span className="soft becomes">{say('web.review.becomes', { value: becomes })}</span>
              )}
            </td>
            <td>
              {was && was.state === 'disputed'
                ? sidesOf(was, then).map(({ value, by }) =>
                    by ? (
                      <VoiceOf
                        key={`${by.claim.report} ${by.claim.n}`}
                        shown={by}
                        name={claim.property}
                        kind={kind}
                        entries={[]}
                        boxed={false}
                        history=""
                      />
                    ) : (
                      <ValueText key="stands" value={value} name={claim.property} kind={kind} />
                    ),
                  )
                : (now ?? <span title={say('web.value.none')}>–</span>)}
              {was?.state === 'disputed' && <Chip tone="disputed">{say('web.disputed')}</Chip>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const ended = rows.filter((r, n) => r.then !== rows[n - 1]?.then && endedBy(r.was, r.then).length > 0);
  return (
    <>
      {ended.map(({ claim, n, was, then }) => (
        <div key={n} className="callout" data-testid="ends-dispute">
          <p>
            {say('web.review.ends', { property: kind?.properties[claim.property]?.label ?? claim.property })}
          </p>
          {endedBy(was, then).map((s) => (
            <VoiceOf
              key={`${s.claim.report} ${s.claim.n}`}
              shown={s}
              name={claim.property}
              kind={kind}
              entries={[]}
              boxed={false}
              history=""
            />
          ))}
        </div>
      ))}
      {differs.length > 0 ? table(differs) : <p className="soft">{say('web.review.nothing-new')}</p>}
      {same.length > 0 && (
        <Disclosure className="disclosure">
          <Pressed slot="trigger" className="button" data-tone="plain">
            <Icon name="forward" />
            {say('web.review.same', { n: same.length })}
          </Pressed>
          <DisclosurePanel>{table(same)}</DisclosurePanel>
        </Disclosure>
      )}
    </>
  );
}
