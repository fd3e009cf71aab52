/** A correction is begun: the report is fetched, and a draft made of what it said. */
import { useQuery } from '@tanstack/react-query';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { useEffect, useMemo, useState } from 'react';
import { itemQuestion } from '../../ask/questions.ts';
import { reportQuestion } from '../../ask/report.ts';
import { useLanguage } from '../../language/language.tsx';
import { correctionOf } from '../../report/correct.ts';
import { draftsOf, keepDraft } from '../../report/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from './new-id.ts';

export function Correcting({ report, item }: { report: string; item: string | null }) {
  const { say, tag } = useLanguage();
  const { kinds, lists, me, programme, today } = useHere();
  const by = me.person?.id ?? '';
  const model = useMemo((): Model => ({ kinds: new Map<string, Kind>(kinds), lists }), [kinds, lists]);
  const page = useQuery(reportQuestion(programme.id, report));
  const about = page.data?.report.items.find((i) => i.id === item) ?? page.data?.report.items[0];
  const onRecord = useQuery({
    ...itemQuestion(programme.id, about?.kind ?? '', about?.id ?? '', { at: null, known: null }),
    enabled: about !== undefined,
    retry: false,
  });
  const [fault, setFault] = useState<unknown>(null);
  const settled = onRecord.isSuccess || onRecord.isError;
  useEffect(() => {
    const found = page.data;
    if (!found || !settled) return;
    let wanted = true;
    const begin = async () => {
      const before = (await draftsOf(by, programme.id)).find(
        ({ draft }) => draft.receipt === null && draft.corrects?.ref.id === report,
      )?.draft;
      const others = onRecord.data?.view.reports.some((r) => r.id !== report) ?? false;
      const draft =
        before ??
        correctionOf(found, model, {
          id: newId(),
          report: newId(),
          by,
          today,
          now: new Date().toISOString(),
          tag,
          about: others,
          item,
          newId,
        });
      if (!before) await keepDraft(draft);
      // who goes back comes to where they were before, not here again
      const own = { kind: draft.kind, draft: draft.id, ...(draft.about && { about: draft.item }) };
      if (wanted) go({ screen: 'report', own, item: null, itemKind: null }, { replace: true });
    };
    begin().catch((error: unknown) => {
      if (wanted) setFault(error);
    });
    return () => {
      wanted = false;
    };
  }, [page.data, settled, onRecord.data, model, by, today, tag, report, item, programme.id]);
  const error = page.error ?? fault;
  if (error)
    return (
      <div className="report-page">
        <Trouble error={error} retry={() => void page.refetch()} />
        <Button icon="back" onPress={() => go({ own: {} })}>
          {say('web.form.leave')}
        </Button>
      </div>
    );
  return <Waiting />;
}
