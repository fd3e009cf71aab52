/** One section whole, oldest first. */
import { useQuery } from '@tanstack/react-query';
import { most, type SectionId, sectionQuestion } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { RowChips, RowTitle, Since, useRowRest } from './row-line.tsx';

export function WholeSection({ section }: { section: SectionId }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const rest = useRowRest(section);
  const answer = useQuery(sectionQuestion(programme.id, section, useAddress()));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { stamp, sections } = answer.data;
  const { count, rows } = sections[section] ?? { count: 0, rows: [] };
  const title = say(`web.today.${section}`);
  return (
    <div className="screen">
      <header className="screen-head">
        <Button tone="plain" icon="back" onPress={() => go({ own: {} })}>
          {say('web.today.back')}
        </Button>
        <h1>{say('web.today.whole', { title, n: count })}</h1>
        <p className="lead">{say(count === 0 ? `web.today.${section}.none` : `web.today.${section}.what`)}</p>
      </header>
      {rows.length === 0 ? (
        <Empty title={say('web.today.none')} />
      ) : (
        <VirtualList
          label={title}
          count={rows.length}
          rowHeight={56}
          row={(i) => {
            const row = rows[i];
            if (!row) return null;
            return (
              <>
                <span className="line-title">
                  <RowTitle row={row} />
                </span>
                <RowChips section={section} row={row} />
                <span className="line-rest">
                  <Since day={row.day} at={stamp.at} />
                  {rest(row) && ' · '}
                  <bdi>{rest(row)}</bdi>
                </span>
              </>
            );
          }}
          onOpen={(i) => {
            const row = rows[i];
            if (row) go({ screen: null, own: {}, item: row.id, itemKind: row.kind, narrow: 'side' });
          }}
        />
      )}
      <footer className="list-foot">
        {count > rows.length && <p className="soft">{say('web.today.most', { n: most })}</p>}
        <StampLine stamp={stamp} />
      </footer>
    </div>
  );
}
