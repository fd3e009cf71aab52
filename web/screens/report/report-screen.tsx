/** A new report: which kind of record it is about, drafts left open on this machine, and the form itself. */
import '../../ui/style/report.css';
import { useLanguage } from '../../language/language.tsx';
import { Empty } from '../../ui/message.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Beginning } from './beginning.tsx';
import { ReportForm } from './report-form.tsx';

const ID = /^[0-9a-f-]{36}$/;

export function ReportScreen() {
  const { say } = useLanguage();
  const { kinds, me, programme } = useHere();
  const { own } = useAddress();
  const kind = kinds.get(own.kind ?? '');
  if (!me.person)
    return (
      <Empty title={say('web.form.sign-in')}>
        <a href="/sign-in">{say('web.sign-in')}</a>
      </Empty>
    );
  if (!kind || !ID.test(own.draft ?? '')) return <Beginning />;
  const about = ID.test(own.about ?? '') ? (own.about ?? null) : null;
  return <ReportForm key={`${programme.id} ${own.draft}`} id={own.draft ?? ''} kind={kind} about={about} />;
}
