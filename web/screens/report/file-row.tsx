/** One file of a report: what it shows, what goes along with it, and to what it belongs. */
import { formatCoordinates } from '@tilth/domain/geometry/coordinates';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { type Draft, type DraftFile, sheetsOf } from '../../report/draft.ts';
import { readFile } from '../../report/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { useHere } from '../frame/here.tsx';
import { useSheetName } from './use-sheet-name.ts';

interface Props {
  readonly draft: Draft;
  readonly file: DraftFile;
  readonly onMove: (item: string) => void;
  readonly onStrip: (bare: boolean) => void;
  readonly onPlace: () => void;
  readonly onRemove: () => void;
}

const MB = 1024 * 1024;

export function FileRow({ draft, file, onMove, onStrip, onPlace, onRemove }: Props) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const nameOf = useSheetName(draft);
  const picture = usePicture(draft.id, file);
  const sheets = sheetsOf(draft);
  const place = file.place ? formatCoordinates(file.place, 'decimal') : null;
  const placed = kinds.get(sheets.find((s) => s.item === file.on)?.kind ?? '');
  const takesPoint = placed?.properties[placed.place ?? '']?.shapes?.includes('point') ?? false;
  const name = file.name || say('web.form.file-before');
  return (
    <li className="file-row">
      {picture ? <img src={picture} alt="" className="file-picture" /> : <Icon name="file" />}
      <div className="file-about">
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          <span className="soft">
            {file.size < MB
              ? say('web.form.file-size-small', { size: Math.ceil(file.size / 1024) })
              : say('web.form.file-size', { size: file.size / MB })}
            {file.sent && ` · ${say('web.form.file-sent')}`}
          </span>
        </p>
        {sheets.length > 1 && (
          <Choice
            label={say('web.form.file-on', { name })}
            value={file.on}
            options={sheets.map((s, n) => ({ id: s.item, label: nameOf(n) }))}
            onChange={onMove}
          />
        )}
        {file.extras !== 'none' && (
          <>
            <p className="hint">
              {say(
                file.extras === 'fixed'
                  ? 'web.form.extras-fixed'
                  : file.bare
                    ? 'web.form.extras-bare'
                    : 'web.form.extras-along',
                { place: typeof place === 'string' ? 'yes' : 'no' },
              )}
            </p>
            {file.extras === 'removable' && (
              <Toggle isSelected={file.bare} onChange={onStrip}>
                {say('web.form.extras-leave')}
              </Toggle>
            )}
          </>
        )}
        {typeof place === 'string' && takesPoint && (
          <Button icon="place" onPress={onPlace}>
            {say('web.form.photo-place', { place })}
          </Button>
        )}
      </div>
      <Button tone="plain" icon="close" label={say('web.form.remove', { name })} onPress={onRemove} />
    </li>
  );
}

/** The address of a picture kept here, for as long as it is shown; null for what a browser does not draw. */
function usePicture(draft: string, { id, media_type }: DraftFile): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!/^image\/(jpeg|png|webp|gif|avif)$/.test(media_type)) return;
    let made: string | null = null;
    let wanted = true;
    readFile(draft, `${id}/original`).then(
      (blob) => {
        if (!blob || !wanted) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      () => wanted && setAddress(null),
    );
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [draft, id, media_type]);
  return address;
}
