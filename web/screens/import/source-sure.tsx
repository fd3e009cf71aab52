/** How sure the source is, who published it, and whether its file names its date: said once, for every row. */
import type { Mapping } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { SurenessFields } from '../../record/sureness-fields.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { Toggle } from '../../ui/toggle.tsx';

interface Props {
  readonly source: Mapping['source'];
  readonly onChange: (part: Readonly<Record<string, unknown>>) => void;
}

const said = (text: string) => (text.trim() === '' ? undefined : text);

export function SourceSure({ source, onChange }: Props) {
  const { say } = useLanguage();
  return (
    <details className="disclosure">
      <summary>{say('web.import.sure')}</summary>
      <div className="field-grid">
        <TextLine
          label={say('web.import.published-by')}
          value={source.publisher?.name ?? ''}
          onChange={(name) =>
            onChange({ publisher: name === '' ? undefined : { ...source.publisher, name } })
          }
        />
        <SurenessFields
          of={{
            reliability: source.reliability ?? '',
            information: source.information === undefined ? '' : String(source.information),
            device: source.device ?? '',
          }}
          onChange={(grade, code) =>
            onChange({
              [grade]: code === '' ? undefined : grade === 'information' ? Number(code) : code,
            })
          }
        />
        <TextLine
          label={say('web.import.doubt')}
          value={source.doubt ?? ''}
          onChange={(text) => onChange({ doubt: said(text) })}
        />
      </div>
      <Toggle
        isSelected={source.date_in_name === true}
        onChange={(on) => onChange({ date_in_name: on ? true : undefined })}
      >
        {say('web.import.date-in-name')}
      </Toggle>
    </details>
  );
}
