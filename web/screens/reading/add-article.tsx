/** An article is brought in as a file or as pasted text, with who published it, when, and through whose hands it came. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { bringArticle, type NewArticle } from '../../ask/articles.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

const blank: NewArticle = {
  title: '',
  publisher: '',
  published: '',
  author: '',
  original_publisher: '',
  relays: [],
  language: '',
  address: '',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function AddArticle({ close }: { close: () => void }) {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const client = useQueryClient();
  const [said, setSaid] = useState(blank);
  const [relays, setRelays] = useState('');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const set = (part: Partial<NewArticle>) => setSaid((now) => ({ ...now, ...part }));
  const misdated = said.published.trim() !== '' && !DAY.test(said.published.trim());
  const ready = said.publisher.trim() !== '' && !misdated && (file !== null || text.trim() !== '');

  const bring = async () => {
    setBusy(true);
    setFault(null);
    try {
      const given =
        file === null
          ? { text }
          : { file: { base64: await inBase64(file), ...(file.type && { media_type: file.type }) } };
      const through = relays
        .split(/[;,\n]/)
        .map((r) => r.trim())
        .filter(Boolean);
      const digest = await bringArticle(programme.id, given, { ...said, relays: through });
      await client.invalidateQueries({ queryKey: ['articles', programme.id] });
      go({ own: { article: digest } });
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };

  return (
    <form className="add-article" onSubmit={(e) => e.preventDefault()} aria-label={say('web.reading.add')}>
      <div className="add-article-text">
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['.txt', '.html', '.htm', '.pdf']}
            onSelect={(list) => setFile(list?.[0] ?? null)}
          >
            <Button icon="file">{say('web.reading.file')}</Button>
          </FileTrigger>
          {file && (
            <span>
              <bdi>{file.name}</bdi>{' '}
              <Button tone="plain" onPress={() => setFile(null)}>
                {say('web.reading.paste-instead')}
              </Button>
            </span>
          )}
        </div>
        {file === null && (
          <TextLine label={say('web.reading.paste')} value={text} onChange={setText} lines={10} />
        )}
      </div>
      <div className="add-article-fields">
        <TextLine
          label={say('web.reading.publisher')}
          value={said.publisher}
          onChange={(publisher) => set({ publisher })}
          hint={say('web.reading.publisher-hint')}
          needed
        />
        <TextLine
          label={say('web.reading.published')}
          value={said.published}
          onChange={(published) => set({ published })}
          hint={say('web.reading.published-hint')}
          wrong={misdated ? say('web.reading.published-wrong') : null}
          code
        />
        <TextLine label={say('web.reading.title')} value={said.title} onChange={(title) => set({ title })} />
        <TextLine
          label={say('web.reading.author')}
          value={said.author}
          onChange={(author) => set({ author })}
        />
        <TextLine
          label={say('web.reading.original')}
          value={said.original_publisher}
          onChange={(original_publisher) => set({ original_publisher })}
          hint={say('web.reading.original-hint')}
        />
        <TextLine label={say('web.reading.relays')} value={relays} onChange={setRelays} />
        <TextLine
          label={say('web.reading.language')}
          value={said.language}
          onChange={(tag) => set({ language: tag })}
          hint={say('web.reading.language-hint')}
          code
        />
        <TextLine
          label={say('web.reading.address')}
          value={said.address}
          onChange={(address) => set({ address })}
          code
        />
      </div>
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      <div className="row">
        <Button tone="main" isDisabled={!ready || busy} onPress={bring}>
          {say('web.reading.bring')}
        </Button>
        <Button onPress={close}>{say('web.close')}</Button>
      </div>
    </form>
  );
}

function inBase64(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
