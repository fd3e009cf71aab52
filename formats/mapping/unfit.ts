/**
 * The last look at a row's claims before they become a report: values that no property takes are put aside and named
 * (docs/mapping.md, *What every row gets*), and what is told of personal columns is emptied (design, law 9).
 */
import { problem } from '@tilth/domain/problem';
import { checkClaim } from '@tilth/domain/record/check-value';
import type { Claim, Day } from '@tilth/domain/report/entry';
import type { Chosen } from './records-of-row.ts';
import { hushed, type RowWork, type Setting } from './row.ts';

/**
 * A value that its property can't take (an area below nothing, a share of 250 %, a day to come) is no reason to lose the
 * row: it is claimed as unreadable, with what was typed, and the row says so among its repairs. True when there was one.
 */
export function unfit(
  setting: Setting,
  work: RowWork,
  records: readonly Chosen[],
  claims: Claim[],
  date: Day,
): boolean {
  let found = false;
  for (const [n, claim] of claims.entries()) {
    const { kind } = records[claim.on]!;
    const future = claim.when !== undefined && claim.when.to > date;
    const wrong = future
      ? problem('date-after-report', { value: claim.when!.to, report: date })
      : checkClaim(kind, claim, setting.model);
    if (wrong === null) continue;
    found = true;
    const { when: _, value, ...rest } = claim;
    const typed = typedOf(value);
    claims[n] = {
      ...rest,
      value: { type: 'unknown', why: 'unreadable', ...(typed !== undefined && { typed }) },
    };
    const column = claim.where?.cell?.column;
    const of = { property: claim.property, ...(column !== undefined && { column }) };
    work.repairs.push(problem('value-not-fitting', { column: claim.property, ...of }));
    const personal = kind.properties[claim.property]?.sensitivity === 'personal';
    work.repairs.push(personal ? hushed(wrong) : wrong);
  }
  return found;
}

function typedOf(value: Claim['value']): string | undefined {
  if ('typed' in value && value.typed !== undefined) return value.typed;
  switch (value.type) {
    case 'number':
      return [value.number, value.min, value.max].find((n) => n !== undefined)?.toString();
    case 'text':
      return value.text;
    case 'date':
      return value.span.typed ?? value.span.to;
    case 'member':
      return typedOf(value.of);
    default:
      return undefined;
  }
}

/** What is told of columns that fill a personal property holds nothing of what stood there (law 9). */
export function hush(setting: Setting, work: RowWork): void {
  if (setting.personal.size === 0) return;
  for (const list of [work.repairs, work.notices]) {
    for (const [n, p] of list.entries())
      if (setting.personal.has(String(p.facts.column))) list[n] = hushed(p);
  }
}
