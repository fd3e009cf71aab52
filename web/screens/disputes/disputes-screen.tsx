/** The contradiction board: every item of which something is disputed, by kind; of the chosen one who says what. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Disputes, disputesQuestion } from '../../ask/disputes.ts';
import { useLanguage } from '../../language/language.tsx';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Choice } from '../../ui/choice.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Dispute } from './dispute.tsx';

const ALL = 'all';

export function DisputesScreen() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const address = useAddress();
  const answer = useQuery({ ...disputesQuestion(programme.id, address), placeholderData: keepPreviousData });
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{say('web.screen.disputes')}</h1>
        <p className="lead">{say('web.disputes.lead')}</p>
      </header>
      {answer.data.kinds.length === 0 ? (
        <Empty title={say('web.disputes.empty')}>
          <p>{say('web.disputes.empty-hint')}</p>
        </Empty>
      ) : (
        <Board disputes={answer.data} />
      )}
      <footer className="list-foot">
        <StampLine stamp={answer.data.stamp} />
      </footer>
    </div>
  );
}

function Board({ disputes }: { disputes: Disputes }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const { own, item } = useAddress();
  const shown = disputes.kinds.some((k) => k.kind === own.kind) ? (own.kind ?? ALL) : ALL;
  const rows = useMemo(
    () => disputes.kinds.flatMap((k) => (shown === ALL || shown === k.kind ? k.rows : [])),
    [disputes, shown],
  );
  const total = disputes.kinds.reduce((n, k) => n + k.matched, 0);
  const chosen = rows.findIndex((r) => r.id === item);
  const row = rows[chosen];
  return (
    <div className="board" data-chosen={row !== undefined || undefined}>
      <section className="board-list" aria-label={say('web.disputes.items')}>
        <div className="list-tools">
          <Choice
            label={say('web.kind')}
            value={shown}
            options={[
              { id: ALL, label: say('web.disputes.all', { n: total }) },
              ...disputes.kinds.map(({ kind, matched }) => ({
                id: kind,
                label: say('web.disputes.kind', { kind: kinds.get(kind)?.plural ?? kind, n: matched }),
              })),
            ]}
            onChange={(kind) => go({ own: kind === ALL ? {} : { kind }, item: null, itemKind: null })}
          />
        </div>
        <VirtualList
          key={shown}
          label={say('web.disputes.items')}
          count={rows.length}
          rowHeight={56}
          selected={chosen < 0 ? undefined : chosen}
          row={(i) => {
            const r = rows[i];
            if (!r) return null;
            const kind = kinds.get(r.kind);
            return (
              <>
                <span className="line-title">
                  <bdi>{titleOfRow(r, kind, { language, lists })}</bdi>
                </span>
                <StandingChips standing={r.standing} disputed={false} />
                <span className="line-rest">{kind?.label ?? r.kind}</span>
              </>
            );
          }}
          onOpen={(i) => go({ item: rows[i]?.id ?? null, itemKind: rows[i]?.kind ?? null })}
        />
      </section>
      {row ? (
        <Dispute key={row.id} kind={row.kind} id={row.id} />
      ) : (
        <Empty title={say('web.disputes.choose')}>
          <p>{say('web.disputes.choose-hint')}</p>
        </Empty>
      )}
    </div>
  );
}
