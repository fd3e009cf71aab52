/** Makes a reviewer's decision on one report: an entry of its own, with what the reviewer had seen before. */
import { underOf } from '@tilth/domain/record/review';
import type { Act, Decision, Ref } from '@tilth/domain/report/entry';
import { uuidv7 } from '@tilth/domain/report/id';

export type Verdict = 'approve' | 'return' | 'reject';

export interface Maker {
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
  /** the decisions that stand on the report: ours follows them and contests none */
  readonly after: readonly Ref[];
}

export function makeDecision(maker: Maker, { verdict, report, step, under, reason, after }: Wish): Decision {
  const act = { act: verdict, reports: [report], step, ...underOf({ steps: [step], under }) };
  return { ...makeAct(maker, act), reason, after };
}

/** A decision that does this, yet without its reason and what it comes after: the preview fills that in. */
export function makeAct(maker: Maker, act: Act): Decision {
  return {
    type: 'decision',
    id: uuidv7(maker.now, maker.random),
    programme: maker.programme,
    by: maker.by,
    written: new Date(maker.now).toISOString(),
    reason: '',
    after: [],
    ...act,
  };
}
