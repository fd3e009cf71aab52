/** Where a file is dropped or chosen; it goes to the server piece by piece. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { bringFile, type FileState } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useHere } from '../frame/here.tsx';

export function BringFile({ onHere }: { onHere: (file: FileState) => void }) {
  const language = useLanguage();
  const { say, number } = language;
  const { programme } = useHere();
  const client = useQueryClient();
  const [coming, setComing] = useState<{ name: string; received: number; size: number } | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  const bring = async (file: File | undefined) => {
    if (!file || coming) return;
    setFault(null);
    setComing({ name: file.name, received: 0, size: file.size });
    try {
      const state = await bringFile(programme.id, file, (received) =>
        setComing({ name: file.name, received, size: file.size }),
      );
      await client.invalidateQueries({ queryKey: ['imports', programme.id] });
      onHere(state);
    } catch (error) {
      setFault(error);
    } finally {
      setComing(null);
    }
  };

  return (
    <div className="bring">
      <DropZone
        className="drop"
        aria-label={say('web.import.drop')}
        onDrop={async (e) => {
          const [item] = e.items;
          if (item?.kind === 'file') await bring(await item.getFile());
        }}
      >
        <Icon name="file" />
        <p>{say('web.import.drop')}</p>
        <FileTrigger onSelect={(list) => bring(list?.[0])}>
          <Button tone="main" isDisabled={coming !== null}>
            {say('web.import.choose')}
          </Button>
        </FileTrigger>
        <p className="soft">{say('web.import.formats')}</p>
      </DropZone>
      {coming && (
        <Progress
          label={say('web.import.sending', { name: coming.name })}
          done={coming.received}
          of={coming.size}
          said={say('web.import.sent', {
            received: number(coming.received / 1e6, 1),
            size: number(coming.size / 1e6, 1),
          })}
        />
      )}
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
    </div>
  );
}
