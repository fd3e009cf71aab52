/** One figure of the dashboard, asked for its period and drawn. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { isFlow } from '@tilth/domain/figures/figure';
import { useCallback, useMemo } from 'react';
import { figureQuestion } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { useBreakdowns } from '../products/use-breakdowns.ts';
import { useNumbers } from '../products/use-numbers.ts';
import { barsOf, listBehind, monthsBetween } from './bars.ts';
import { Card } from './card.tsx';
import type { FigureCard } from './cards.ts';
import { FigureTable } from './figure-table.tsx';
import { csvLine } from './save.ts';
import type { Asked } from './use-asked.ts';

export function FigureChart({ card, asked }: { card: FigureCard; asked: Asked }) {
  const { say, sayIf, tag } = useLanguage();
  const { programme } = useHere();
  const { at, known } = useAddress();
  const { keyOf } = useNumbers();
  const nameOfBy = useBreakdowns();
  const { where, left } = asked.whereOf(card.figure);
  const { from, to } = asked.period;
  const answer = useQuery({
    ...figureQuestion({
      programme: programme.id,
      figure: card.figure,
      by: card.by,
      from,
      to,
      at,
      known,
      lang: tag.split('-')[0] ?? 'en',
      pcode: where.pcode ?? null,
      organisation: where.organisation ?? null,
      responsible: where.responsible ?? null,
    }),
    placeholderData: keepPreviousData,
  });
  const line = answer.data?.line;
  const title = `${sayIf(`web.figure.${card.figure}`) ?? card.figure} · ${nameOfBy(card.figure, card.by)}`;
  const behindText = JSON.stringify(answer.data?.where ?? {});
  const behind = useCallback(
    (key: string | null) => (line ? listBehind(line, key, { from, to }, JSON.parse(behindText)) : null),
    [line, from, to, behindText],
  );
  const open = useCallback(
    (key: string) => {
      const list = behind(key);
      if (list)
        go({ screen: 'map', own: {}, show: 'list', kind: list.kind, filter: list.filter, item: null });
    },
    [behind],
  );
  const labels = line?.labels;
  const drawn = useMemo(() => {
    if (!line) return null;
    const bars = barsOf(line, (key) => labels?.[key] ?? key);
    return bars.length === 0
      ? null
      : {
          shape: card.shape,
          bars,
          months: monthsBetween(from, to),
          area: card.figure === 'released' || card.figure === 'hazard-outlines',
        };
  }, [line, labels, card, from, to]);
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!line)
    return (
      <section className="chart-card" aria-label={title}>
        <Waiting />
      </section>
    );
  if (line.kept_back === 'rights') return null;
  const notes = [
    ...(left ? [say('web.dashboards.not-narrowed')] : []),
    // what is drawn as hazard counts when reported
    ...(line.pending && isFlow(line.figure) ? [say('web.dashboards.pending', { n: line.pending })] : []),
    ...(line.unknown ? [say('web.dashboards.unknown', { n: line.unknown })] : []),
  ];
  return (
    <Card
      title={title}
      means={line.means ?? ''}
      notes={notes}
      stamp={answer.data?.stamp}
      drawn={drawn}
      nameOf={(key) => keyOf(key, line.labels)}
      onOpen={open}
      table={<FigureTable line={line} behind={behind} />}
      file={`${programme.id}-${card.figure}-${from}-${to}`}
      data={() =>
        [
          csvLine([line.by_title ?? card.by, line.title ?? card.figure, 'least', 'most']),
          ...line.cells.map((c) =>
            csvLine([keyOf(c.key, line.labels), c.value ?? '', c.least ?? '', c.most ?? '']),
          ),
        ].join('')
      }
    />
  );
}
