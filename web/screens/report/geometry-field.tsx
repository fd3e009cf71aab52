/**
 * A place: positions typed one a line in whichever system, each with how it is read beside it, a whole shape pasted, or clicked
 * on the map, which writes them into the same lines. How it was fixed and how far it may be off belong to it. Each way to
 * give a place is one entry of `WAYS`; all write the same text.
 */
import { formatCoordinates } from '@tilth/domain/geometry/coordinates';
import { useMemo, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../../language/language.tsx';
import type { Answer, ShapeWish } from '../../report/draft.ts';
import {
  geometryOf,
  type LineRead,
  linesOf,
  positionsOf,
  readLines,
  readPlace,
  writtenPosition,
} from '../../report/read-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import { optionsOf } from './code-field.tsx';
import { DrawOn } from './draw-on.tsx';
import type { InputProps } from './field.tsx';
import { Box } from './plain-fields.tsx';
import { ShapeFindings } from './shape-findings.tsx';
import { useThisDevice } from './this-device.ts';

type GeometryAnswer = Extract<Answer, { as: 'geometry' }>;

export function GeometryField({ property, answer, onChange, item, spot, describedBy }: InputProps) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const shapes = property.shapes ?? ['point', 'line', 'polygon'];
  const usual: ShapeWish = shapes.includes('polygon') && !spot ? 'polygon' : (shapes[0] ?? 'point');
  const now: GeometryAnswer =
    answer?.as === 'geometry'
      ? answer
      : { as: 'geometry', shape: usual, text: '', size: '', accuracy: '', basis: '' };
  const set = (part: Partial<GeometryAnswer>) => onChange({ ...now, ...part });
  const [shape, setShape] = useState<ShapeWish>(now.shape);
  const device = useThisDevice();
  const place = readPlace(now.text);
  const geometry = geometryOf(now.text, shape);
  const unread = place.as === 'lines' && place.lines.some((l) => 'code' in l.read);
  const pasted = place.as === 'shape' && geometry !== null;
  const lines = place.as === 'lines' ? place.lines.map((l) => l.typed) : geometry ? linesOf(geometry) : [];
  const joined = lines.join('\n');
  const points = useMemo(() => positionsOf(readLines(joined)), [joined]);
  // several parts, and holes, can be pasted but not gone on with by hand
  const simple = !pasted || geometry.type === 'Point' || geometry.type === 'LineString' || oneRing(geometry);
  const write = (rows: readonly string[]) => set({ shape, text: rows.join('\n') });
  return (
    <div className="geometry-box">
      {shapes.length > 1 && !pasted && (
        <ToggleButtonGroup
          className="yes-no"
          aria-label={say('web.form.shape')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shape]}
          onSelectionChange={(keys) => {
            const next = shapes.find((s) => keys.has(s));
            if (!next) return;
            setShape(next);
            set({ shape: next });
          }}
        >
          {shapes.map((s) => (
            <ToggleButton key={s} id={s} className="button">
              {say(`web.form.shape.${s}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <TextField
        className="field"
        value={now.text}
        onChange={(text) => set({ shape, text })}
        {...(describedBy && { 'aria-describedby': describedBy })}
      >
        <Label>{say('web.form.positions')}</Label>
        <TextArea className="input mono" rows={shape === 'point' ? 1 : 4} dir="ltr" />
        <Text slot="description">{say('web.form.positions-hint')}</Text>
      </TextField>
      {place.as === 'lines' && place.lines.length > 0 && <Lines lines={place.lines} />}
      {pasted && (
        <p className="read-as">{say('web.form.pasted', { type: geometry.type, points: points.length })}</p>
      )}
      {geometry && !unread && <ShapeFindings geometry={geometry} item={item} />}
      <DrawOn shape={shape} points={points} lines={lines} write={write} isDisabled={!simple}>
        {device.here && (
          <Button
            icon="place"
            isDisabled={device.asking || !simple}
            onPress={() =>
              device.ask((position, accuracy) => {
                const row = writtenPosition(position);
                set({
                  shape,
                  text: (shape === 'point' ? [row] : [...lines, row]).join('\n'),
                  accuracy: String(Math.max(Math.ceil(accuracy), Number(now.accuracy) || 0)),
                  basis: 'gnss',
                });
              })
            }
          >
            {say(device.asking ? 'web.form.device-asking' : 'web.form.device-here')}
          </Button>
        )}
      </DrawOn>
      {device.failed && <p className="soft hint">{say('web.form.device-failed')}</p>}
      <div className="field-grid">
        {shape !== 'polygon' && (
          <Sized
            label={say(shape === 'line' ? 'web.form.width' : 'web.form.radius')}
            value={now.size}
            onChange={(size) => set({ size })}
          />
        )}
        <Sized
          label={say('web.form.accuracy')}
          value={now.accuracy}
          onChange={(accuracy) => set({ accuracy })}
        />
        <div className="field">
          <span className="label">{say('web.form.basis')}</span>
          <Suggest
            label={say('web.form.basis')}
            value={now.basis || null}
            options={optionsOf(lists.get('position-basis'))}
            onChoose={(basis) => set({ basis })}
            none={say('web.form.no-match')}
          />
        </div>
      </div>
    </div>
  );
}

function oneRing(geometry: { readonly type: string; readonly coordinates: readonly unknown[] }): boolean {
  return geometry.type === 'Polygon' && geometry.coordinates.length === 1;
}

function Sized({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <div className="field">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <Box label={label} value={value} onChange={onChange} />
    </div>
  );
}

/** Each line as it is understood, or why it is not. */
function Lines({ lines }: { lines: readonly LineRead[] }) {
  const language = useLanguage();
  const { say, sayIf, unit } = language;
  return (
    <ol className="lines-read" aria-label={say('web.form.positions-read')}>
      {lines.map(({ typed, read }, i) => {
        const n = i + 1;
        if ('code' in read)
          return (
            <li key={`${n} ${typed}`} className="wrong">
              {say('web.form.line-wrong', {
                n,
                why: sayIf(`problem.${read.code}`, read.facts) ?? read.code,
              })}
            </li>
          );
        const shown = formatCoordinates(read.position, 'decimal');
        return (
          <li key={`${n} ${typed}`}>
            {say('web.form.line-read', {
              n,
              position: typeof shown === 'string' ? shown : '',
              accuracy: unit(read.accuracy_m > 10 ? Math.ceil(read.accuracy_m) : read.accuracy_m, 'm'),
            })}
          </li>
        );
      })}
    </ol>
  );
}
