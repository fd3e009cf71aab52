/** What several sources say of one thing: by thing and property, with how each two of the claims stand to each other. */
import '../../ui/style/sources.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { relations } from '@tilth/domain/contradiction/relation';
import type { Alignment } from '@tilth/domain/contradiction/told';
import { useMemo } from 'react';
import { type Alignments, alignmentsQuestion } from '../../ask/alignments.ts';
import { useLanguage } from '../../language/language.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { relationTones } from './relation-tones.ts';
import { SideBySide } from './side-by-side.tsx';

const ALL = 'all';

export function Sources() {
  const { programme } = useHere();
  const address = useAddress();
  const answer = useQuery({
    ...alignmentsQuestion(programme.id, address),
    placeholderData: keepPreviousData,
  });
  const { say } = useLanguage();
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return (
    <>
      {answer.data.alignments.length === 0 ? (
        <Empty title={say('web.sources.empty')}>
          <p>{say('web.sources.empty-hint')}</p>
        </Empty>
      ) : (
        <Board answer={answer.data} />
      )}
      <footer className="list-foot">
        <StampLine stamp={answer.data.stamp} />
      </footer>
    </>
  );
}

/** What an alignment is of, in words: the record, or the first of several figures; and the property. */
function useTitle(names: Alignments['names']) {
  const { say } = useLanguage();
  const { kinds, lists } = useHere();
  return ({ kind: name, item, property, told, counts }: Alignment): readonly [string, string] => {
    const kind = kinds.get(name);
    const of =
      property === null ? say('web.sources.opposed') : (kind?.properties[property]?.label ?? property);
    if (counts !== undefined) {
      const subject = lists.get('figure-subject')?.codes[counts.subject]?.label ?? kind?.plural ?? name;
      const country = lists.get('country')?.codes[counts.country]?.label ?? counts.country;
      return [[subject, country].filter(Boolean).join(', '), of];
    }
    return [names[item ?? told[0]?.item ?? ''] ?? kind?.label ?? name, of];
  };
}

function Board({ answer }: { answer: Alignments }) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const { own } = useAddress();
  const titled = useTitle(answer.names);
  const shown = relations.find((r) => r === own.relation) ?? ALL;
  const rows = useMemo(
    () => answer.alignments.filter((a) => shown === ALL || a.relation === shown),
    [answer, shown],
  );
  const counts = Map.groupBy(answer.alignments, (a) => a.relation);
  const chosen = rows.findIndex((a) => a.key === own.pair);
  const row = answer.alignments.find((a) => a.key === own.pair);
  const to = (part: Record<string, string>) => ({ by: 'sources', ...part });
  return (
    <div className="board" data-chosen={row !== undefined || undefined}>
      <section className="board-list" aria-label={say('web.sources.things')}>
        <div className="list-tools">
          <Choice
            label={say('web.sources.relation')}
            value={shown}
            options={[
              { id: ALL, label: say('web.sources.all', { n: answer.alignments.length }) },
              ...relations.flatMap((r) => {
                const n = counts.get(r)?.length ?? 0;
                return n === 0 ? [] : [{ id: r, label: say(`web.relation.${r}`), note: String(n) }];
              }),
            ]}
            onChange={(r) => go({ own: to(r === ALL ? {} : { relation: r }) })}
          />
        </div>
        <VirtualList
          key={shown}
          label={say('web.sources.things')}
          count={rows.length}
          rowHeight={64}
          selected={chosen < 0 ? undefined : chosen}
          row={(i) => {
            const a = rows[i];
            if (!a) return null;
            const [title, of] = titled(a);
            return (
              <>
                <bdi className="line-title">{title}</bdi>
                <Chip tone={relationTones[a.relation]}>{say(`web.relation.${a.relation}`)}</Chip>
                <span className="line-rest">{[kinds.get(a.kind)?.label ?? a.kind, of].join(' · ')}</span>
              </>
            );
          }}
          onOpen={(i) => {
            const key = rows[i]?.key;
            if (key) go({ own: to({ ...(shown === ALL ? {} : { relation: shown }), pair: key }) });
          }}
        />
      </section>
      {row ? (
        <SideBySide
          key={row.key}
          alignment={row}
          names={answer.names}
          title={titled(row)}
          back={() => go({ own: to(shown === ALL ? {} : { relation: shown }) })}
        />
      ) : (
        <Empty title={say('web.sources.choose')}>
          <p>{say('web.sources.choose-hint')}</p>
        </Empty>
      )}
    </div>
  );
}
