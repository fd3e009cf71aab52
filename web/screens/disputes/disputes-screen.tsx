/** The contradiction board: every item of which something is disputed, by kind; of the chosen one who says what. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { byWeight } from '@tilth/domain/report/weigh-dispute';
import { useMemo } from 'react';
import { type DisputedRow, type Disputes, disputesQuestion } from '../../ask/disputes.ts';
import { useLanguage } from '../../language/language.tsx';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Chip } from '../../ui/chip.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { MadeBar } from '../decide/made-bar.tsx';
import { useHere } from '../frame/here.tsx';
import { Dispute } from './dispute.tsx';
import { Sources } from './sources.tsx';

const ALL = 'all';
const SOURCES = 'sources';
const orders = ['weight', 'age'] as const;

/** The oldest first; what can't be dated last. */
function byAge(a: DisputedRow, b: DisputedRow): number {
  const [x, y] = [a.since ?? '9', b.since ?? '9'];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
}

function ownOf(kind: string, by: string): Record<string, string> {
  return { ...(kind === ALL ? {} : { kind }), ...(by === 'weight' ? {} : { by }) };
}

export function DisputesScreen() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { own } = useAddress();
  const between = own.by === SOURCES;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{say('web.screen.disputes')}</h1>
        <p className="lead">{say(between ? 'web.sources.lead' : 'web.disputes.lead')}</p>
        <Choice
          label={say('web.disputes.of')}
          value={between ? SOURCES : 'records'}
          options={[
            { id: 'records', label: say('web.disputes.of-records') },
            { id: SOURCES, label: say('web.disputes.of-sources') },
          ]}
          onChange={(of) => go({ own: of === SOURCES ? { by: SOURCES } : {}, item: null, itemKind: null })}
        />
        <MadeBar />
      </header>
      {between ? <Sources /> : <Records programme={programme.id} />}
    </div>
  );
}

function Records({ programme }: { programme: string }) {
  const { say } = useLanguage();
  const address = useAddress();
  const answer = useQuery({ ...disputesQuestion(programme, address), placeholderData: keepPreviousData });
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return (
    <>
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
    </>
  );
}

function Board({ disputes }: { disputes: Disputes }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const { own, item, itemKind, kind: listed } = useAddress();
  const shown = disputes.kinds.some((k) => k.kind === own.kind) ? (own.kind ?? ALL) : ALL;
  const by = orders.find((o) => o === own.by) ?? 'weight';
  const rows = useMemo(
    () =>
      disputes.kinds
        .flatMap((k) => (shown === ALL || shown === k.kind ? k.rows : []))
        .toSorted(by === 'age' ? byAge : (a, b) => byWeight(a, b) || byAge(a, b)),
    [disputes, shown, by],
  );
  const total = disputes.kinds.reduce((n, k) => n + k.matched, 0);
  const chosen = rows.findIndex((r) => r.id === item);
  const row = rows[chosen];
  return (
    <div className="board" data-chosen={item !== null || undefined}>
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
            onChange={(kind) => go({ own: ownOf(kind, by), item: null, itemKind: null })}
          />
          <Choice
            label={say('web.disputes.order')}
            value={by}
            options={orders.map((id) => ({ id, label: say(`web.disputes.by-${id}`) }))}
            onChange={(order) => go({ own: ownOf(shown, order) })}
          />
        </div>
        <VirtualList
          key={`${shown} ${by}`}
          label={say('web.disputes.items')}
          count={rows.length}
          rowHeight={64}
          selected={chosen < 0 ? undefined : chosen}
          row={(i) => {
            const r = rows[i];
            if (!r) return null;
            const kind = kinds.get(r.kind);
            return (
              <>
                <bdi className="line-title">{titleOfRow(r, kind, { language, lists })}</bdi>
                <StandingChips standing={r.standing} disputed={false} />
                <Chip tone={r.weight === 'land' ? 'alarm' : 'plain'}>
                  {say(`web.disputes.weight-${r.weight}`)}
                </Chip>
                <span className="line-rest">
                  {[
                    kind?.label ?? r.kind,
                    language.list(r.properties.map((p) => kind?.properties[p]?.label ?? p)),
                    r.since === null
                      ? ''
                      : say('web.disputes.since', { day: language.day(r.since.slice(0, 10)) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            );
          }}
          onOpen={(i) => go({ item: rows[i]?.id ?? null, itemKind: rows[i]?.kind ?? null })}
        />
      </section>
      {item !== null ? (
        // also one that was settled just now, and left the list
        <Dispute key={item} kind={row?.kind ?? itemKind ?? listed} id={item} />
      ) : (
        <Empty title={say('web.disputes.choose')}>
          <p>{say('web.disputes.choose-hint')}</p>
        </Empty>
      )}
    </div>
  );
}
