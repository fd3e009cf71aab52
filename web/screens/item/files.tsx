/** The files an item's reports rest on or brought with them. Pictures and plain text are shown here, the rest is saved. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileAddress, fileQuestion } from '../../ask/around-item.ts';
import { useLanguage } from '../../language/language.tsx';
import type { ItemFile } from '../../record/report-files.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useHere } from '../frame/here.tsx';
import { FileView } from './file-view.tsx';

export function Files({ files }: { files: readonly ItemFile[] }) {
  const { say } = useLanguage();
  return (
    <section className="group" id="files" aria-labelledby="files-head" data-testid="files">
      <h2 id="files-head">
        {say('web.item.files')} <span className="count">{files.length}</span>
      </h2>
      <ul className="files">
        {files.map((file) => (
          <li key={file.digest}>
            <FileLine file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileLine({ file }: { file: ItemFile }) {
  const { say, number, instant } = useLanguage();
  const { programme } = useHere();
  const [open, setOpen] = useState(false);
  const about = useQuery(fileQuestion(programme.id, file.digest));
  const size = about.data ? sizeOf(about.data.bytes) : null;
  return (
    <>
      <p className="file-line">
        <span>{say(`web.item.file-${file.what}`)}</span>
        <span className="soft">
          <bdi>{about.data?.name || file.source}</bdi>
          {about.data && size && (
            <>
              {' '}
              · {about.data.media_type} ·{' '}
              {say(`web.item.file-${size.unit}`, { n: number(size.n, size.n < 10 ? 1 : 0) })} ·{' '}
              {instant(about.data.received)}
            </>
          )}
        </span>
        {about.data && about.data.sensitivity !== 'public' && (
          <Chip>{say(`web.item.file-for-${about.data.sensitivity}`)}</Chip>
        )}
      </p>
      {about.data === null && <p className="soft">{say('web.item.file-not-here')}</p>}
      {about.data && (
        <div className="row">
          <Button aria-expanded={open} onPress={() => setOpen(!open)} data-testid="open-file">
            {say(open ? 'web.close' : 'web.item.file-open')}
          </Button>
          <a
            className="button"
            href={fileAddress(programme.id, file.digest)}
            download={nameFor(file, about.data.media_type)}
          >
            {say('web.item.file-save')}
          </a>
        </div>
      )}
      {open && about.data && (
        <FileView digest={file.digest} bytes={about.data.bytes} mediaType={about.data.media_type} />
      )}
    </>
  );
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/geo+json': 'geojson',
  'text/csv': 'csv',
  'text/plain': 'txt',
};

/** Under a name that says nothing of anybody, with the ending its kind of file has. */
function nameFor(file: ItemFile, mediaType: string): string {
  const ending = endings[mediaType.split(';')[0] ?? ''];
  return [file.digest.slice(0, 12), ...(ending === undefined ? [] : [ending])].join('.');
}

function sizeOf(bytes: number): { readonly n: number; readonly unit: 'bytes' | 'kb' | 'mb' } {
  if (bytes < 1000) return { n: bytes, unit: 'bytes' };
  return bytes < 1e6 ? { n: bytes / 1e3, unit: 'kb' } : { n: bytes / 1e6, unit: 'mb' };
}
