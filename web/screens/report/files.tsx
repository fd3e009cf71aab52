/**
 * Photos and other files: taken, chosen, dropped or pasted; kept on this device until the report is received. What a camera
 * wrote beside the picture is told, and left out where the person says so; where it was taken is offered as the place, never
 * taken over in silence.
 */
import { ATTACHMENT_LIMIT, ATTACHMENTS_MOST, attachmentSensitivity } from '@tilth/domain/record/attachment';
import { digestOfBytes } from '@tilth/domain/report/digest';
import { useEffect, useRef, useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { type Draft, type DraftFile, sheetsOf, withSheet } from '../../report/draft.ts';
import { dropFile, keepFile, readFile } from '../../report/drafts.ts';
import { barePhoto, photoType, readPhoto } from '../../report/photo.ts';
import { writtenPosition } from '../../report/read-answer.ts';
import { Button } from '../../ui/button.tsx';
import { useHere } from '../frame/here.tsx';
import { FileRow } from './file-row.tsx';
import { newId } from './new-id.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly kind: OpenKind;
  /** null: this browser keeps nothing, files neither */
  readonly kept: boolean | null;
}

const MB = 1024 * 1024;
const named = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/;

export function Files({ draft, change, kept }: Props) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const sheets = sheetsOf(draft);
  const personal = attachmentSensitivity(sheets.map((s) => kinds.get(s.kind))) === 'personal';

  const add = async (files: readonly File[]) => {
    const no: string[] = [];
    const made: DraftFile[] = [];
    for (const file of files) {
      if (draft.files.length + made.length >= ATTACHMENTS_MOST)
        no.push(say('web.form.files-many', { most: ATTACHMENTS_MOST }));
      else if (file.size > ATTACHMENT_LIMIT)
        no.push(
          say('web.form.file-large', { name: file.name, size: file.size / MB, most: ATTACHMENT_LIMIT / MB }),
        );
      else if (file.size === 0) no.push(say('web.form.file-empty', { name: file.name }));
      else {
        const original = new Uint8Array(await file.arrayBuffer());
        const media_type = named.test(file.type)
          ? file.type
          : (photoType(original) ?? 'application/octet-stream');
        const { place, extras } = readPhoto(original, media_type);
        // a photo of a person or their home says where that is: it goes bare unless somebody says otherwise
        const bare = personal && extras === 'removable';
        const id = newId();
        const sent = bare ? barePhoto(original) : original;
        await keepFile(draft.id, `${id}/original`, new Blob([original], { type: media_type }));
        await keepFile(draft.id, id, new Blob([sent], { type: media_type }));
        const digest = digestOfBytes(sent);
        if ([...draft.files, ...made].some((f) => f.digest === digest && f.on === draft.item)) {
          await forget(draft.id, id);
          no.push(say('web.form.file-twice', { name: file.name }));
          continue;
        }
        made.push({
          id,
          on: draft.item,
          name: file.name,
          media_type,
          size: sent.length,
          digest,
          bare,
          extras,
          place,
          sent: false,
        });
      }
    }
    setRefused([...new Set(no)]);
    if (made.length > 0) change((d) => ({ ...d, files: [...d.files, ...made] }));
  };
  const taken = (files: Iterable<File>) => {
    add([...files]).catch(() => setRefused([say('web.form.file-not-kept')]));
  };
  const latest = useRef(taken);
  latest.current = taken;
  useEffect(() => {
    const onPaste = (e: ClipboardEvent) => {
      const files = [...(e.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      e.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  const strip = async (file: DraftFile, bare: boolean) => {
    const original = await readFile(draft.id, `${file.id}/original`);
    if (original === null) return;
    const bytes = new Uint8Array(await original.arrayBuffer());
    const sent = bare ? barePhoto(bytes) : bytes;
    await keepFile(draft.id, file.id, new Blob([sent], { type: file.media_type }));
    const digest = digestOfBytes(sent);
    set(file.id, { bare, digest, size: sent.length, sent: false });
  };
  const set = (id: string, part: Partial<DraftFile>) =>
    change((d) => ({ ...d, files: d.files.map((f) => (f.id === id ? { ...f, ...part } : f)) }));
  const asPlace = (file: DraftFile) => {
    const n = sheets.findIndex((s) => s.item === file.on);
    const of = kinds.get(sheets[n]?.kind ?? '');
    const name = of?.place;
    if (n < 0 || name === undefined || !file.place) return;
    const text = writtenPosition(file.place);
    change((d) =>
      withSheet(n > 0 ? withoutSame(d, n) : d, n, (sheet) => ({
        ...sheet,
        answers: {
          ...sheet.answers,
          [name]: { as: 'geometry', shape: 'point', text, size: '', accuracy: '', basis: 'gnss' } as const,
        },
      })),
    );
  };

  return (
    <section className="report-part" aria-labelledby="report-files">
      <h2 id="report-files">{say('web.form.files')}</h2>
      <p className="soft">
        {say('web.form.files-hint', { most: ATTACHMENT_LIMIT / MB, personal: personal ? 'yes' : 'no' })}
      </p>
      {draft.files.length > 0 && (
        <ul className="file-list">
          {draft.files.map((file) => (
            <FileRow
              key={file.id}
              draft={draft}
              file={file}
              onMove={(on) => set(file.id, { on })}
              onStrip={(bare) => strip(file, bare).catch(() => setRefused([say('web.form.file-not-kept')]))}
              onPlace={() => asPlace(file)}
              onRemove={() => {
                change((d) => ({ ...d, files: d.files.filter((f) => f.id !== file.id) }));
                forget(draft.id, file.id).catch(() => setRefused([say('web.form.file-not-kept')]));
              }}
            />
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <div role="alert">
          {refused.map((why) => (
            <p key={why} className="wrong">
              {why}
            </p>
          ))}
        </div>
      )}
      <DropZone
        className="drop-zone"
        aria-label={say('web.form.files-drop')}
        isDisabled={kept === null}
        onDrop={async (e) => {
          const dropped = e.items.filter((i) => i.kind === 'file');
          taken(await Promise.all(dropped.map((i) => i.getFile())));
        }}
      >
        <FileTrigger allowsMultiple onSelect={(files) => taken(files ?? [])}>
          <Button icon="file" isDisabled={kept === null}>
            {say('web.form.files-choose')}
          </Button>
        </FileTrigger>
        <FileTrigger
          acceptedFileTypes={['image/*']}
          defaultCamera="environment"
          onSelect={(files) => taken(files ?? [])}
        >
          <Button icon="plus" isDisabled={kept === null}>
            {say('web.form.files-camera')}
          </Button>
        </FileTrigger>
        <span className="soft">{say('web.form.files-drop')}</span>
      </DropZone>
    </section>
  );
}

async function forget(draft: string, file: string): Promise<void> {
  await dropFile(draft, file);
  await dropFile(draft, `${file}/original`);
}

/** Its own place goes before that of the item. */
function withoutSame(draft: Draft, n: number): Draft {
  return { ...draft, parts: draft.parts.map((p, i) => (i === n - 1 ? { ...p, same: false } : p)) };
}
