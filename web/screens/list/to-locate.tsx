/** Hazards that can't be drawn. They count in every total and are listed here one by one, so that none is lost. */
import { useQuery } from '@tanstack/react-query';
import type { Row } from '../../ask/answers.ts';
import { toLocateQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { columnsOf } from '../../record/columns.ts';
import { showCell } from '../../record/show-value.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function ToLocate() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const answer = useQuery(toLocateQuestion(programme.id, useAddress()));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { rows, stamps } = answer.data;
  if (rows.length === 0)
    return (
      <Empty title={say('web.locate.none')}>
        <p>{say('web.locate.none-hint')}</p>
      </Empty>
    );
  return (
    <div className="list-screen">
      <p className="lead">{say('web.locate.lead', { n: rows.length })}</p>
      <VirtualList
        label={say('web.tab.locate')}
        count={rows.length}
        rowHeight={48}
        row={(i) => {
          const row = rows[i];
          return row && <Line row={row} />;
        }}
        onOpen={(i) => {
          const row = rows[i];
          if (row) go({ item: row.id, itemKind: row.kind, narrow: 'side' });
        }}
      />
      <footer className="list-foot">
        <StampLine stamp={stamps[0]} />
      </footer>
    </div>
  );
}

function Line({ row }: { row: Row }) {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  const kind = kinds.get(row.kind);
  const title = titleOfRow(row, kind, { language, lists });
  const why = language.sayIf(`problem.${row.values.to_locate}`);
  const texts = (kind ? columnsOf(kind, [row]) : []).flatMap((name) => {
    const label = kind?.properties[name]?.label ?? name;
    const text = showCell(row.values[name], kind?.properties[name], { language, lists });
    return text === '' || text === title ? [] : [language.say('web.locate.column', { label, text })];
  });
  return (
    <>
      <span className="line-title">{title}</span>
      <StandingChips standing={row.standing} disputed={row.disputed} />
      <span className="line-rest">{[...texts, ...(why === null ? [] : [why])].join(' · ')}</span>
    </>
  );
}
