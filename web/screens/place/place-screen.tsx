/** Ask about a place: a route, a plot or sites, and how near; the answer is a letter. What is asked stands in no address. */
import { isProblem } from '@tilth/domain/problem';
import type { Geometry } from '@tilth/domain/report/entry';
import { useId, useMemo, useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import '../../ui/style/report.css';
import type { Programme } from '../../ask/answers.ts';
import { askNear, type Near } from '../../ask/near.ts';
import { useLanguage } from '../../language/language.tsx';
import { positionsOf, readLines } from '../../report/read-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { DrawOn } from '../report/draw-on.tsx';
import { Letter } from './letter.tsx';
import { placeOf, readPlaceFile, readTyped, type Sense, senses } from './read-place.ts';

interface Answered {
  readonly near: Near;
  readonly place: Geometry;
  readonly metres: number;
  readonly asked: string;
}

const USUAL_METRES = 500;
const FARTHEST = 50_000;
/** How what is drawn is joined. */
const shapes = { route: 'line', plot: 'polygon', sites: 'points' } as const;

/** A position in the middle of the programme, to show how one is typed. */
function exampleIn(extent: Programme['extent']): string {
  const [west, south, east, north] = extent ?? [17, 44, 17.5, 45];
  return `${((south + north) / 2).toFixed(3)}, ${((west + east) / 2).toFixed(3)}`;
}

export function PlaceScreen() {
  const language = useLanguage();
  const { say, sayIf, number } = language;
  const { programme } = useHere();
  const { at, known } = useAddress();
  const [typed, setTyped] = useState('');
  const [sense, setSense] = useState<Sense>('route');
  const [metres, setMetres] = useState(USUAL_METRES);
  const [file, setFile] = useState<{ name: string; place: Geometry } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const hint = useId();
  const read = useMemo(() => readLines(typed), [typed]);
  const points = useMemo(() => positionsOf(read), [read]);
  const lines = read.map((l) => l.typed);

  const problemOf = (code: string, facts: Readonly<Record<string, unknown>>) =>
    sayIf(`problem.${code}`, facts) ?? say('web.problem.unexpected');

  const take = async (files: readonly File[]) => {
    const [one] = files;
    if (!one) return;
    const place = readPlaceFile(await one.text());
    if (isProblem(place)) return setFault(problemOf(place.code, place.facts));
    setFault(null);
    setFile({ name: one.name, place });
  };

  const placeNow = (): { place: Geometry; asked: string } | string => {
    if (file) return { place: file.place, asked: say('web.place.of-file', { name: file.name }) };
    const read = readTyped(typed);
    if (read === null) return say('web.place.nothing-typed');
    if ('line' in read)
      return say('web.place.line', {
        line: read.line,
        problem: problemOf(read.problem.code, read.problem.facts),
      });
    return {
      place: placeOf(read, sense),
      asked: say('web.place.of-positions', { sense: say(`web.place.sense.${sense}`), n: read.length }),
    };
  };

  const send = async () => {
    const now = placeNow();
    if (typeof now === 'string') return setFault(now);
    setFault(null);
    setAsking(true);
    try {
      const near = await askNear({ programme: programme.id, geometry: now.place, metres, at, known });
      setAnswered({ near, metres, ...now });
    } catch (error) {
      setFault(sentenceOf(error, language));
    } finally {
      setAsking(false);
    }
  };

  return (
    <div className="place-screen">
      <header className="screen-head">
        <h1>{say('web.screen.place')}</h1>
        <p className="lead">{say('web.place.lead')}</p>
      </header>
      <section className="place-form" aria-label={say('web.place.question')}>
        <div className="place-typed">
          <TextField className="field" value={typed} onChange={setTyped} isDisabled={file !== null}>
            <Label>{say('web.place.positions')}</Label>
            <TextArea
              className="input mono"
              rows={5}
              dir="ltr"
              aria-describedby={hint}
              placeholder={exampleIn(programme.extent)}
            />
            <p className="soft hint" id={hint}>
              {say('web.place.positions-hint')}
            </p>
          </TextField>
          {file === null && (
            <DrawOn
              shape={shapes[sense]}
              points={points}
              lines={lines}
              write={(rows) => setTyped(rows.join('\n'))}
            />
          )}
        </div>
        <div className="place-rest">
          {file ? (
            <div className="row">
              <bdi>{file.name}</bdi>
              <Button icon="close" label={say('web.place.no-file')} onPress={() => setFile(null)} />
            </div>
          ) : (
            <>
              <Labelled label={say('web.place.sense')}>
                <Choice
                  label={say('web.place.sense')}
                  value={sense}
                  options={senses.map((id) => ({ id, label: say(`web.place.sense.${id}`) }))}
                  onChange={(id) => setSense(senses.find((s) => s === id) ?? 'route')}
                />
              </Labelled>
              <DropZone
                className="drop-zone"
                aria-label={say('web.place.drop')}
                onDrop={async ({ items }) => {
                  const dropped = items.find((i) => i.kind === 'file');
                  if (dropped) take([await dropped.getFile()]);
                }}
              >
                <FileTrigger
                  acceptedFileTypes={['.geojson', '.json', '.gpx', '.kml']}
                  onSelect={(list) => take([...(list ?? [])])}
                >
                  <Button icon="file">{say('web.place.file')}</Button>
                </FileTrigger>
                <span className="soft">{say('web.place.drop')}</span>
              </DropZone>
            </>
          )}
          <NumberField
            className="field"
            value={metres}
            minValue={0}
            maxValue={FARTHEST}
            onChange={(n) => setMetres(Number.isFinite(n) ? n : USUAL_METRES)}
          >
            <Label>{say('web.place.distance', { most: number(FARTHEST) })}</Label>
            <Input className="input" />
          </NumberField>
          <Button tone="main" isDisabled={asking} onPress={send}>
            {say(asking ? 'web.waiting' : 'web.place.ask')}
          </Button>
        </div>
        {fault !== null && (
          <p className="callout" role="alert">
            {fault}
          </p>
        )}
      </section>
      {answered && <Letter {...answered} />}
    </div>
  );
}
