/**
 * What was decided of a state under a treaty, or replied to it, from the record's own words: extensions and completions move or
 * end a duty, objections answer an act. A request decides nothing. What sources tell differently stands side by side.
 */
import type { Id } from '../report/entry.ts';
import { counted, countryOf, type Spoken, type Told, told, treatyOf } from './acts-said.ts';
import type { Duty, DutyDecision } from './obligations.ts';
import type { TreatyName } from './treaty-rules.ts';

export interface SaidDecision {
  readonly item: Id;
  readonly treaty: TreatyName;
  /** a code of the list `country`; null where none is named, or on no list */
  readonly country: string | null;
  /** codes of `treaty-decision-type`, `treaty-article`; several where sources differ */
  readonly types: readonly string[];
  readonly articles: readonly string[];
  readonly decided: readonly Told[];
  readonly deadline: readonly Told[];
  /** who decided, as stated; of an objection the state that makes it */
  readonly decided_by: string | null;
  readonly objector: string | null;
  /** the act of a state it answers, where that is on record */
  readonly about: Id | null;
}

/** Decisions under the four treaties; those of other treaties are left out. */
export function decisionsSaid(
  items: readonly Spoken[],
  treaties: readonly Spoken[],
): readonly SaidDecision[] {
  const ofTreaty = treatyOf(treaties);
  return items.flatMap((item) => {
    const treaty = ofTreaty(counted(item, 'treaty')[0]?.value);
    if (treaty === null) return [];
    const codes = (property: string) => [
      ...new Set(counted(item, property).flatMap((s) => (s.value.type === 'code' ? [s.value.code] : []))),
    ];
    const by = counted(item, 'decided_by')[0]?.value;
    const about = counted(item, 'about_act')[0]?.value;
    return [
      {
        item: item.id,
        treaty,
        country: countryOf(item)?.code ?? null,
        types: codes('decision_type'),
        articles: codes('article'),
        decided: told(item, 'decided_on'),
        deadline: told(item, 'new_deadline'),
        decided_by: by?.type === 'text' ? by.text : null,
        objector: countryOf(item, 'objecting_country')?.code ?? null,
        about: about?.type === 'link' ? (about.item ?? null) : null,
      },
    ];
  });
}

/** A decision as the rules of deadlines take it, each reading of its deadline apart; none where it moves and ends nothing. */
export function dutyDecisions(decision: SaidDecision): readonly DutyDecision[] {
  const duty = dutyOf(decision.articles[0]);
  const decidedOn = decision.decided.map((d) => d.to).sort()[0];
  if (duty === null || decidedOn === undefined) return [];
  if (decision.types.includes('completion-declared'))
    return [{ duty, decidedOn, newDeadline: null, completed: true }];
  if (decision.types.every((t) => t === 'extension-requested' || t === 'objection')) return [];
  return decision.deadline.map((d) => ({ duty, decidedOn, newDeadline: d.to, completed: false }));
}

/** The duty an obligation's code stands for; one that is not named is clearance, which most decisions are about. */
function dutyOf(article: string | undefined): Duty | null {
  if (article === undefined || article === 'clearance') return 'clearance';
  return article === 'stockpile-destruction' ? 'stockpile-destruction' : null;
}
