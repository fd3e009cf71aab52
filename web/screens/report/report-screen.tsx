/** A new report: which kind of record it is about, drafts left open on this machine, and the form itself. */
import '../../ui/style/report.css';
import { useLanguage } from '../../language/language.tsx';
import { Empty } from '../../ui/message.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Beginning } from './beginning.tsx';
import { Correcting } from './correcting.tsx';
import { ReportForm } from './report-form.tsx';

const ID = /^[0-9a-f-]{36}$/;
const idIn = (text: string | null | undefined) => (text && ID.test(text) ? text : null);

/**
 * What the address asks for: `report.draft` names a draft, `report.kind` and `report.about` what it begins with;
 * `report.corrects` a report to be corrected, with the record it is about in `item` or `report.about`.
 */
export function ReportScreen() {
  const { say } = useLanguage();
  const { kinds, me, programme } = useHere();
  const { own, item } = useAddress();
  const kind = kinds.get(own.kind ?? '');
  if (!me.person)
    return (
      <Empty title={say('web.form.sign-in')}>
        <a href="/sign-in">{say('web.sign-in')}</a>
      </Empty>
    );
  const [draft, corrects, about] = [idIn(own.draft), idIn(own.corrects), idIn(own.about)];
  if (draft === null && corrects !== null)
    return <Correcting key={corrects} report={corrects} item={about ?? item} />;
  if (!kind || draft === null) return <Beginning />;
  return <ReportForm key={`${programme.id} ${draft}`} id={draft} kind={kind} about={about} />;
}
