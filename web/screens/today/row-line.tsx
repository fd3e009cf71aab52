/** One thing that has to be seen to: what it is called, how far it has come, since when. */
import { accidentStage } from '@tilth/domain/today/accident-stage';
import { daysBetween } from '@tilth/domain/today/days-between';
import { hazardReportStage } from '@tilth/domain/today/hazard-report-stage';
import type { DayRow, SectionId } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { showCell } from '../../record/show-value.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Chip } from '../../ui/chip.tsx';
import { useHere } from '../frame/here.tsx';

const tones = {
  new: 'notice',
  acknowledged: 'plain',
  assigned: 'plain',
  'to-investigate': 'notice',
  'place-not-recorded': 'notice',
  'in-released-land': 'alarm',
} as const;

/** How long ago, or how far ahead, a day is of another. */
export function Since({ day, at }: { day: string | null; at: string }) {
  const { say, day: write } = useLanguage();
  if (day === null) return <>{say('web.today.undated')}</>;
  const n = daysBetween(day, at);
  const way = n < 0 ? 'ahead' : 'ago';
  const years = Math.floor(Math.abs(n) / 365.25);
  const facts = { day: write(day), n: years < 2 ? Math.abs(n) : years };
  return <>{say(years < 2 ? `web.today.${way}` : `web.today.${way}-years`, facts)}</>;
}

export function RowTitle({ row }: { row: DayRow }) {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  return <bdi>{titleOfRow(row, kinds.get(row.kind), { language, lists })}</bdi>;
}

export function RowChips({ section, row }: { section: SectionId; row: DayRow }) {
  const { say } = useLanguage();
  const stage =
    section === 'hazard-reports'
      ? hazardReportStage(row.values)
      : section === 'accidents'
        ? accidentStage(row.values)
        : null;
  return (
    <>
      {stage !== null && stage !== 'acted-on' && (
        <Chip tone={tones[stage]}>{say(`web.today.stage.${stage}`)}</Chip>
      )}
      <StandingChips standing={row.standing} disputed={row.disputed} />
    </>
  );
}

/** What else tells one row from the next: its kind where there are several, how urgent, what it is, where. */
export function useRowRest(section: SectionId): (row: DayRow) => string {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  return (row) => {
    const kind = kinds.get(row.kind);
    const several = section === 'in-released-land' || section === 'outside-hazards';
    const cells = ['urgency', 'what', 'category', 'device', 'duty_type', 'pcode'].map((name) =>
      showCell(row.values[name], kind?.properties[name], { language, lists }),
    );
    return [several ? kind?.label : null, ...cells].filter(Boolean).join(' · ');
  };
}
