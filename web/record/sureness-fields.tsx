/** How sure the source, the information and the device are: graded in a report and, once for every row, in an import. */
import { useLanguage } from '../language/language.tsx';
import { SURENESS } from '../report/assemble.ts';
import { useHere } from '../screens/frame/here.tsx';
import { Choice } from '../ui/choice.tsx';
import { Labelled } from '../ui/labelled.tsx';

export type Grade = 'reliability' | 'information' | 'device';

const NONE = '-';
const grades = [
  ['reliability', SURENESS.sources, 'source-reliability'],
  ['information', SURENESS.informations, 'information-reliability'],
  ['device', SURENESS.devices, 'device-information'],
] as const;

interface Props {
  readonly of: Readonly<Record<Grade, string>>;
  /** `code` empty: not judged */
  readonly onChange: (grade: Grade, code: string) => void;
}

export function SurenessFields({ of, onChange }: Props) {
  const { say } = useLanguage();
  const { lists } = useHere();
  return grades.map(([grade, codes, list]) => (
    <Labelled key={grade} label={say(`web.form.${grade}`)}>
      <Choice
        label={say(`web.form.${grade}`)}
        value={of[grade] || NONE}
        onChange={(code) => onChange(grade, code === NONE ? '' : code)}
        options={[
          { id: NONE, label: say('web.form.not-judged') },
          ...codes.map((code) => {
            const meaning = lists.get(list)?.codes[String(code).toLowerCase()]?.label;
            return { id: String(code), label: meaning ? `${code} · ${meaning}` : String(code) };
          }),
        ]}
      />
    </Labelled>
  ));
}
