/** The import itself: in the background, to its end once it writes; then the account of what was done. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { type FileState, removeFile, run } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { AccountView } from './account-view.tsx';

export function ImportStep({ file }: { file: FileState }) {
  const language = useLanguage();
  const { say, number } = language;
  const { may, programme } = useHere();
  const client = useQueryClient();
  const [approve, setApprove] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const busy = file.work !== null && !file.work.ended;
  const { tried, imported } = file;
  const done = imported !== null;
  useEffect(() => {
    // map, lists and figures have new rows
    if (done) client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'import' });
  }, [done, client]);
  const begin = async () => {
    setFault(null);
    try {
      await run(file.id, { dry_run: false, approve });
      await client.invalidateQueries({ queryKey: ['import', file.id], exact: true });
    } catch (error) {
      setFault(error);
    }
  };
  const putAway = async () => {
    await removeFile(file.id);
    await client.invalidateQueries({ queryKey: ['imports', programme.id] });
    go({ own: {} });
  };
  return (
    <>
      <section className="import-part">
        <h2>{say(imported ? 'web.import.done' : 'web.import.import')}</h2>
        {tried && !imported && (
          <p>
            {say('web.import.will', {
              n: tried.accepted + tried.updated + tried.repaired,
              refused: tried.refused,
              left: number(tried.unchanged + tried.same),
            })}
          </p>
        )}
        {file.number !== null && <p>{say('web.import.received-to', { number: number(file.number) })}</p>}
        {!imported && <p>{say('web.import.pending-hint')}</p>}
        {!imported && may.has('decide') && (
          <Checkbox className="check" isSelected={approve} onChange={setApprove} isDisabled={busy}>
            {say('web.import.approve')}
          </Checkbox>
        )}
        {!imported && may.has('decide') && tried && (
          <p className="soft">{say('web.import.approve-hint', { waiting: tried.waiting })}</p>
        )}
        <div className="row">
          {!imported && (
            <Button tone="main" isDisabled={busy} onPress={begin}>
              {say('web.import.begin-import')}
            </Button>
          )}
          {imported && (
            <>
              <PlaceLink className="button" to={{ screen: 'map', own: {}, show: 'review' }}>
                {say('web.import.to-review')}
              </PlaceLink>
              <PlaceLink className="button" to={{ screen: 'map', own: {}, show: 'list' }}>
                {say('web.import.to-map')}
              </PlaceLink>
              <Button onPress={putAway}>{say('web.import.put-away')}</Button>
            </>
          )}
        </div>
        {fault !== null && (
          <p className="callout" role="alert">
            {sentenceOf(fault, language)}
          </p>
        )}
      </section>
      {imported && !busy && <AccountView id={file.id} of="import" />}
    </>
  );
}
