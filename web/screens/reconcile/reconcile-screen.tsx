/** Reconcile with an operator: their list beside the record, the differences as a sheet to send back. */
import '../../ui/style/report.css';
import '../../ui/style/import.css';
import { useLanguage } from '../../language/language.tsx';
import { go, useAddress } from '../../use-address.ts';
import { BringFile } from '../import/bring-file.tsx';
import { FileWork } from '../import/file-work.tsx';
import { Waits } from '../import/import-screen.tsx';
import { CompareStep } from './compare-step.tsx';

export function ReconcileScreen() {
  const { say } = useLanguage();
  const { own } = useAddress();
  if (own.file) return <FileWork key={own.file} id={own.file} purpose="reconcile" Compare={CompareStep} />;
  return (
    <div className="import-screen">
      <header className="screen-head">
        <h1>{say('web.screen.reconcile')}</h1>
        <p className="lead">{say('web.reconcile.lead')}</p>
      </header>
      <BringFile onHere={({ id }) => go({ own: { file: id } })} />
      <Waits />
    </div>
  );
}
