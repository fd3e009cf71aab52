/** The mapping for the next time: kept with the programme, or as the JSON file that the command line takes too. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveMapping } from '../../ask/imports.ts';
import type { Mapping } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';

export function KeepMapping({ mapping }: { mapping: Mapping }) {
  const language = useLanguage();
  const { say } = language;
  const { may, me, programme } = useHere();
  const client = useQueryClient();
  const [said, setSaid] = useState<string | null>(null);
  const person = me.person?.id;

  const save = async () => {
    if (person === undefined) return;
    try {
      await saveMapping({
        type: 'rule',
        id: newId(),
        programme: programme.id,
        by: person,
        written: new Date().toISOString(),
        reason: say('web.import.saved-reason'),
        after: [],
        sets: 'mapping',
        key: mapping.name,
        value: mapping,
      });
      setSaid(say('web.import.saved', { name: mapping.name }));
      await client.invalidateQueries({ queryKey: ['import'] });
    } catch (error) {
      setSaid(sentenceOf(error, language));
    }
  };

  const download = () => {
    const text = `${JSON.stringify(mapping, null, 2)}\n`;
    saveFile(new Blob([text], { type: 'application/json' }), `${mapping.name}.json`);
  };

  return (
    <section className="import-part">
      <h2>{say('web.import.keep')}</h2>
      <p className="soft">{say(may.has('rule') ? 'web.import.keep-hint' : 'web.import.keep-others')}</p>
      <div className="row">
        {may.has('rule') && <Button onPress={save}>{say('web.import.save')}</Button>}
        <Button icon="file" onPress={download}>
          {say('web.import.download-mapping')}
        </Button>
        {said !== null && <p role="status">{said}</p>}
      </div>
    </section>
  );
}
