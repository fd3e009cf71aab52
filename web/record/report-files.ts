/** The files that reports rest on or brought with them: all that an item's reports brought, or one report's. */
import type { Report } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Received } from '../ask/answers.ts';

export interface ItemFile {
  readonly digest: string;
  readonly what: 'source' | 'attachment';
  /** of the report it came with */
  readonly source: string;
  readonly number: number;
}

/** Each file once, the last received first. */
export function filesOf(view: ItemView, entries: readonly Received[]): readonly ItemFile[] {
  return once(
    entries
      .toReversed()
      .flatMap(({ number, entry }) =>
        entry.type === 'report' ? brought(entry, number, (item) => view.joined.includes(item)) : [],
      ),
  );
}

/** All that one report brought, on whichever of its items, each file once. */
export function filesOfReport(report: Report, number: number): readonly ItemFile[] {
  return once(brought(report, number, () => true));
}

function brought(report: Report, number: number, on: (item: string) => boolean): readonly ItemFile[] {
  const { name: source } = report.source;
  const mine = (report.attachments ?? []).filter((a) => on(report.items[a.on]?.id ?? ''));
  return [
    ...mine.map(({ capture }) => ({ digest: capture, what: 'attachment' as const, source, number })),
    ...(report.capture ? [{ digest: report.capture, what: 'source' as const, source, number }] : []),
  ];
}

function once(all: readonly ItemFile[]): readonly ItemFile[] {
  return all.filter((f, n) => all.findIndex((o) => o.digest === f.digest) === n);
}
