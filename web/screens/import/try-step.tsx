/** What would become of every row: nothing is stored. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FileState, tryRows } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { AccountView } from './account-view.tsx';
import { goToStep } from './file-work.tsx';

export function TryStep({ file }: { file: FileState }) {
  const language = useLanguage();
  const { say } = language;
  const { may } = useHere();
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const busy = file.work !== null && !file.work.ended;
  const begin = async () => {
    setFault(null);
    try {
      await tryRows(file.id, may.has('decide'));
      await client.invalidateQueries({ queryKey: ['import', file.id], exact: true });
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <section className="import-part">
        <h2>{say('web.import.try')}</h2>
        <p>{say('web.import.try-hint')}</p>
        <div className="row">
          <Button tone={file.tried ? 'plain' : 'main'} isDisabled={busy} onPress={begin}>
            {say(file.tried ? 'web.import.try-again' : 'web.import.try-begin')}
          </Button>
          {file.tried && (
            <Button tone="main" isDisabled={busy} onPress={() => goToStep(file.id, 'import')}>
              {say('web.import.to-import')}
            </Button>
          )}
        </div>
        {fault !== null && (
          <p className="callout" role="alert">
            {sentenceOf(fault, language)}
          </p>
        )}
      </section>
      {file.tried && !busy && <AccountView id={file.id} of="try" />}
    </>
  );
}
