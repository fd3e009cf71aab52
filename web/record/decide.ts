/** Makes a reviewer's decision on one report: an entry of its own, with what the reviewer had seen before. */
import { underOf } from '@tilth/domain/record/review';
import type { Decision, Ref } from '@tilth/domain/report/entry';
import { uuidv7 } from '@tilth/domain/report/id';
import type { Received } from '../ask/answers.ts';

export type Verdict = 'approve' | 'return' | 'reject';

interface Maker {
  readonly programme: string;
  readonly by: string;
  /** ms since 1970, the device's clock */
  readonly now: number;
  /** 10 random bytes */
  readonly random: Uint8Array;
}

interface Wish {
  readonly verdict: Verdict;
  readonly report: Ref;
  readonly step: string;
  /** the rules the report was received under */
  readonly under: readonly Ref[];
  readonly reason: string;
  /** what is on record about the report's items: earlier decisions on it are named in `after` */
  readonly seen: readonly Received[];
}

/** `after` names every earlier decision on the same report and step, so that ours follows them and contests none. */
export function makeDecision(maker: Maker, { verdict, report, step, under, reason, seen }: Wish): Decision {
  const register = `standing/${report.id}/${step}`;
  const after = seen
    .filter(({ entry }) => entry.type === 'decision' && setsRegister(entry, register, report.id, step))
    .map(({ ref }) => ref);
  return {
    type: 'decision',
    id: uuidv7(maker.now, maker.random),
    programme: maker.programme,
    by: maker.by,
    written: new Date(maker.now).toISOString(),
    reason,
    after,
    act: verdict,
    reports: [report],
    step,
    ...underOf({ steps: [step], under }),
  };
}

function setsRegister(d: Decision, register: string, report: string, step: string): boolean {
  if (d.act === 'withdraw') return d.registers.includes(register);
  return (
    (d.act === 'approve' || d.act === 'return' || d.act === 'reject') &&
    d.step === step &&
    d.reports.some((r) => r.id === report)
  );
}
