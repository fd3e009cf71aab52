/**
 * A place: positions typed one a line in whichever system, each with how it is read beside it, or clicked on the map, which
 * writes them into the same lines. How it was fixed and how far it may be off belong to it.
 */
import { areaOf } from '@tilth/domain/geometry/area';
import { formatCoordinates } from '@tilth/domain/geometry/coordinates';
import { lazy, Suspense, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../../language/language.tsx';
import type { Answer, ShapeWish } from '../../report/draft.ts';
import { type LineRead, positionsOf, readLines, shapeOf } from '../../report/read-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import type { InputProps } from './field.tsx';
import { Box } from './plain-fields.tsx';

const DrawPane = lazy(() => import('./draw-pane.tsx').then((m) => ({ default: m.DrawPane })));

type GeometryAnswer = Extract<Answer, { as: 'geometry' }>;

export function GeometryField({ property, answer, onChange }: InputProps) {
  const { say, exactArea } = useLanguage();
  const { lists } = useHere();
  const shapes = property.shapes ?? ['point', 'line', 'polygon'];
  const usual: ShapeWish = shapes.includes('polygon') ? 'polygon' : (shapes[0] ?? 'point');
  const now: GeometryAnswer =
    answer?.as === 'geometry'
      ? answer
      : { as: 'geometry', shape: usual, text: '', size: '', accuracy: '', basis: '' };
  const set = (part: Partial<GeometryAnswer>) => onChange({ ...now, ...part });
  const [shape, setShape] = useState<ShapeWish>(now.shape);
  const [drawing, setDrawing] = useState(false);
  const lines = readLines(now.text);
  const points = positionsOf(lines);
  const geometry = shapeOf(shape, points);
  const unread = lines.some((l) => 'code' in l.read);
  const area = geometry && !unread ? areaOf(geometry) : null;
  const bases = Object.entries(lists.get('position-basis')?.codes ?? {});
  const write = (rows: readonly string[]) => set({ shape, text: rows.join('\n') });
  return (
    <div className="geometry-box">
      {shapes.length > 1 && (
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
      <TextField className="field" value={now.text} onChange={(text) => set({ shape, text })}>
        <Label>{say('web.form.positions')}</Label>
        <TextArea className="input mono" rows={shape === 'point' ? 1 : 4} dir="ltr" />
        <Text slot="description">{say('web.form.positions-hint')}</Text>
      </TextField>
      {lines.length > 0 && <Lines lines={lines} />}
      {geometry?.type === 'Polygon' && area !== null && (
        <p className="read-as">{say('web.form.area', { area: exactArea(area) })}</p>
      )}
      <div className="row">
        <Button icon="map" onPress={() => setDrawing(!drawing)}>
          {say(drawing ? 'web.form.draw-close' : 'web.form.draw')}
        </Button>
        {drawing && lines.length > 0 && (
          <Button onPress={() => write(lines.slice(0, -1).map((l) => l.typed))}>
            {say('web.form.draw-undo')}
          </Button>
        )}
      </div>
      {drawing && (
        <Suspense fallback={<div className="draw-pane" />}>
          <DrawPane
            shape={shape}
            points={points}
            onPoint={([lon, lat]) => {
              const written = `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
              write(shape === 'point' ? [written] : [...lines.map((l) => l.typed), written]);
            }}
          />
        </Suspense>
      )}
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
            options={bases.map(([code, { label }]) => ({ id: code, label }))}
            onChoose={(basis) => set({ basis })}
            none={say('web.form.no-match')}
          />
        </div>
      </div>
    </div>
  );
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
