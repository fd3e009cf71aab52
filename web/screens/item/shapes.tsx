/** Every outline anybody gave of an item, to be stepped through on the map; and the parts of what is drawn now. */
import type { Geometry } from '@tilth/domain/report/entry';
import type { ItemView, Standing } from '@tilth/domain/report/view';
import { useEffect, useState } from 'react';
import type { OpenKind, Received } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { focusMapOn, propose } from '../../map/focus.ts';
import { type Attribution, attributionOf, attributionOfShown, sourceName } from '../../record/attribution.ts';
import { PartyName } from '../../record/linked-item.tsx';
import { showGeometry, showSpan } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { go } from '../../use-address.ts';

export interface Version {
  readonly name: string;
  readonly geometry: Geometry;
  readonly from: Attribution | null;
  readonly standing: Standing;
  /** the value that is shown of the property */
  readonly shown: boolean;
}

/** The oldest first. */
export function versionsOf(
  view: ItemView,
  kind: OpenKind | undefined,
  entries: readonly Received[],
): readonly Version[] {
  const versions = view.properties.flatMap((p): Version[] => {
    if (kind?.properties[p.property]?.type !== 'geometry') return [];
    const name = (claim: { report: string; n: number }) => `${claim.report}/${claim.n}`;
    const own: readonly Version[] =
      p.value?.type === 'geometry' && p.claim
        ? [
            {
              name: name(p.claim),
              geometry: p.value.geometry,
              from: attributionOf(p.claim, entries),
              standing: 'live',
              shown: true,
            },
          ]
        : [];
    const others = [...p.remaining, ...p.earlier].flatMap((s): Version[] =>
      s.value.type === 'geometry'
        ? [
            {
              name: name(s.claim),
              geometry: s.value.geometry,
              from: attributionOfShown(s, entries),
              standing: s.standing,
              shown: false,
            },
          ]
        : [],
    );
    return [...own, ...others.filter((o) => o.name !== own[0]?.name)];
  });
  const day = (v: Version) => `${v.from?.when.to ?? ''} ${String(v.from?.number ?? 0).padStart(12, '0')}`;
  return versions.toSorted((a, b) => (day(a) < day(b) ? -1 : 1));
}

export function Shapes({ view, versions }: { view: ItemView; versions: readonly Version[] }) {
  const language = useLanguage();
  const { say } = language;
  const [at, setAt] = useState<number | null>(null);
  const version = at === null ? undefined : versions[at];
  useEffect(() => {
    if (!version) return;
    propose([{ geometry: version.geometry, way: 'version' }]);
    focusMapOn(version.geometry);
    return () => propose([]);
  }, [version]);
  const step = (by: number) => setAt((n) => Math.min(versions.length - 1, Math.max(0, (n ?? -1) + by)));
  const { drawing } = view;
  const parts = [
    ...(drawing?.reported ? [{ name: 'reported' as const, geometry: drawing.reported }] : []),
    ...(drawing?.unsupported ? [{ name: 'unsupported' as const, geometry: drawing.unsupported }] : []),
    ...(drawing?.released ?? []).map((r) => ({ name: r.method, geometry: r.geometry })),
  ];
  return (
    <section className="group" id="shapes" aria-labelledby="shapes-head" data-testid="shapes">
      <h2 id="shapes-head">
        {say('web.item.shapes')} <span className="count">{versions.length}</span>
      </h2>
      <div className="row">
        <Button
          icon="back"
          label={say('web.item.shape-before')}
          isDisabled={at === null || at === 0}
          onPress={() => step(-1)}
        />
        <span role="status">
          {at === null
            ? say('web.item.shapes-hint')
            : say('web.item.shape-n', { n: at + 1, of: versions.length })}
        </span>
        <Button
          icon="forward"
          label={say('web.item.shape-after')}
          isDisabled={at === versions.length - 1}
          onPress={() => step(1)}
        />
        {at !== null && (
          <Button tone="plain" onPress={() => setAt(null)}>
            {say('web.item.shape-now')}
          </Button>
        )}
      </div>
      {version && (
        <p className="shape-told">
          {version.from && (
            <bdi>
              <strong>
                {version.from.said ? (
                  <PartyName party={version.from.said} />
                ) : (
                  sourceName(version.from.source)
                )}
              </strong>{' '}
              · {showSpan(version.from.when, language)} ·{' '}
            </bdi>
          )}
          {showGeometry(version.geometry, language)}{' '}
          {version.shown && <Chip>{say('web.item.shape-shown')}</Chip>}
          {version.standing !== 'live' && <Chip tone="pending">{say(`web.report.${version.standing}`)}</Chip>}
        </p>
      )}
      {parts.length > 0 && (
        <ul className="shape-parts">
          {parts.map(({ name, geometry }) => (
            <li key={`${name} ${JSON.stringify(geometry).slice(0, 80)}`}>
              {say(`web.item.drawn-${name}`)}{' '}
              <Button
                tone="plain"
                icon="fit"
                onPress={() => {
                  go({ narrow: 'map' });
                  focusMapOn(geometry);
                }}
              >
                {say('web.item.on-map')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
