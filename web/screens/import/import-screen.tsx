/** The import wizard: a file of any kind becomes reports, by steps one can leave and come back to. */
import '../../ui/style/report.css';
import '../../ui/style/import.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { filesQuestion, removeFile } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { BringFile } from './bring-file.tsx';
import { FileWork } from './file-work.tsx';

export function ImportScreen() {
  const { say } = useLanguage();
  const { own } = useAddress();
  if (own.file) return <FileWork key={own.file} id={own.file} purpose="import" />;
  return (
    <div className="import-screen">
      <header className="screen-head">
        <h1>{say('web.screen.import')}</h1>
        <p className="lead">{say('web.import.lead')}</p>
      </header>
      <BringFile onHere={({ id }) => go({ own: { file: id } })} />
      <Waits />
    </div>
  );
}

/** Files brought before and not yet taken away. */
export function Waits() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const files = useQuery(filesQuestion(programme.id));
  const client = useQueryClient();
  if (files.error) return <Trouble error={files.error} retry={() => files.refetch()} />;
  if (!files.data) return <Waiting />;
  if (files.data.length === 0) return null;
  const remove = async (id: string) => {
    await removeFile(id);
    await client.invalidateQueries({ queryKey: ['imports', programme.id] });
  };
  return (
    <section className="import-part">
      <h2>{say('web.import.here')}</h2>
      <ul className="import-files">
        {files.data.map((file) => (
          <li key={file.id}>
            <PlaceLink to={{ own: { file: file.id } }}>
              <bdi>{file.name}</bdi>
            </PlaceLink>
            <span className="soft">
              {say(
                file.imported
                  ? 'web.import.file-imported'
                  : file.tried
                    ? 'web.import.file-tried'
                    : 'web.import.file-waits',
              )}
            </span>
            <Button
              tone="plain"
              icon="close"
              label={say('web.import.remove', { name: file.name })}
              isDisabled={file.work?.writing === true && !file.work.ended}
              onPress={() => remove(file.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
