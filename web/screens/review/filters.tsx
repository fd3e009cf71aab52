/** What the queue is narrowed by, each value with how many would be left; all of it stands in the address. */
import type { QueueFilter, QueuePage } from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export const facets = ['look', 'kind', 'source', 'step', 'standing', 'older'] as const;
type Facet = (typeof facets)[number];
const ALL = '*';

/** The filter of an address, without what is none of ours. */
export function filterOf(own: Readonly<Record<string, string>>): QueueFilter {
  return Object.fromEntries(Object.entries(own).filter(([name]) => facets.some((f) => f === name)));
}

/** In this order, and not by their codes. */
const looks = ['clean', 'waits', 'repaired', 'land-off', 'own-release', 'lowers', 'lacking', 'decided'];

export function Filters({ filter, page }: { filter: QueueFilter; page: QueuePage }) {
  const { say, sayIf, number } = useLanguage();
  const { kinds } = useHere();
  const labelOf = (facet: Facet, value: string): string => {
    if (facet === 'kind') return kinds.get(value)?.plural ?? value;
    if (facet === 'source') return page.sources[value] ?? value;
    if (facet === 'older') return say('web.review.older', { n: Number(value) });
    if (facet === 'standing') return sayIf(`web.report.${value}`) ?? value;
    return facet === 'look' ? (sayIf(`web.review.look-${value}`) ?? value) : value;
  };
  const change = (facet: Facet, value: string) => {
    const { [facet]: _, ...others } = filter;
    go({ own: value === ALL ? others : { ...others, [facet]: value }, report: null });
  };
  const valuesOf = (facet: Facet): readonly string[] => {
    const found = Object.keys(page.counts[facet] ?? {});
    const asked = filter[facet];
    const all = asked === undefined || found.includes(asked) ? found : [...found, asked];
    if (facet === 'look') return looks.filter((l) => all.includes(l));
    if (facet === 'older') return all.toSorted((a, b) => Number(a) - Number(b));
    return all.toSorted((a, b) => labelOf(facet, a).localeCompare(labelOf(facet, b)));
  };
  return (
    <search className="queue-filters" aria-label={say('web.review.filters')}>
      {facets.map((facet) => {
        const values = valuesOf(facet);
        // a choice between one and the same helps nobody
        if (values.length < 2 && filter[facet] === undefined && facet !== 'older') return null;
        if (values.length === 0) return null;
        return (
          <Choice
            key={facet}
            label={say(`web.review.by-${facet}`)}
            value={filter[facet] ?? ALL}
            options={[
              { id: ALL, label: say(`web.review.any-${facet}`) },
              ...values.map((value) => ({
                id: value,
                label: labelOf(facet, value),
                note: number(page.counts[facet]?.[value] ?? 0),
              })),
            ]}
            onChange={(value) => change(facet, value)}
          />
        );
      })}
      {Object.keys(filter).length > 0 && (
        <Button tone="plain" icon="close" onPress={() => go({ own: {}, report: null })}>
          {say('web.review.no-filter')}
        </Button>
      )}
    </search>
  );
}
