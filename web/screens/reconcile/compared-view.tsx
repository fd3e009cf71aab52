/** What was found: how many stand where, the lines with what differs, where they lie, the sheet, and taking rows in. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { OpenKind } from '../../ask/answers.ts';
import type { FileState } from '../../ask/imports.ts';
import {
  type Compared,
  comparedQuestion,
  comparedShapesQuestion,
  LINES,
  type Narrow,
  type State,
  sheetAddress,
  states,
  takeLines,
} from '../../ask/reconcile.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useHere } from '../frame/here.tsx';
import { Notices } from '../import/notices.tsx';
import { ComparedLines } from './compared-lines.tsx';

const ShapesMap = lazy(() => import('../../map/shapes-map.tsx').then((m) => ({ default: m.ShapesMap })));
const ANY = 'any';

export function ComparedView({ file, kind }: { file: FileState; kind: OpenKind }) {
  const { say, number } = useLanguage();
  const [state, setState] = useState<State>('differs');
  const [property, setProperty] = useState(ANY);
  const [offset, setOffset] = useState(0);
  const [mapped, setMapped] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const narrow: Narrow = { state, ...(state === 'differs' && property !== ANY && { property }) };
  const compared = useQuery({
    ...comparedQuestion(file.id, narrow, offset),
    placeholderData: keepPreviousData,
  });
  if (compared.error) return <Trouble error={compared.error} retry={() => compared.refetch()} />;
  if (!compared.data) return <Waiting />;
  const { states: counts, properties, matched, lines, stamp, unread } = compared.data;
  const show = (next: State) => {
    setState(next);
    setProperty(ANY);
    setOffset(0);
  };
  const takes = state === 'differs' || state === 'only-theirs';
  return (
    <>
      <section className="import-part">
        <h2>{say('web.reconcile.found')}</h2>
        <fieldset className="found-states">
          <legend className="visually-hidden">{say('web.reconcile.found')}</legend>
          {states.map((s) => (
            <Button key={s} aria-pressed={s === state} onPress={() => show(s)}>
              {say(`web.reconcile.state.${s}`)} <span className="count">{number(counts[s])}</span>
            </Button>
          ))}
        </fieldset>
        {unread.rows > 0 && (
          <details className="disclosure">
            <summary>{say('web.reconcile.unread', { n: unread.rows })}</summary>
            <Notices of={unread.first.map((u) => u.problem)} />
          </details>
        )}
        <Sheet id={file.id} />
        <StampLine stamp={stamp} />
      </section>
      <section className="import-part">
        <h2>{say(`web.reconcile.state.${state}`)}</h2>
        <p className="soft">{say(`web.reconcile.hint.${state}`)}</p>
        <div className="row">
          {state === 'differs' && (
            <Choice
              label={say('web.reconcile.property')}
              value={property}
              options={[
                { id: ANY, label: say('web.reconcile.any-property') },
                ...Object.entries(properties).map(([id, n]) => ({
                  id,
                  label: kind.properties[id]?.label ?? id,
                  note: number(n),
                })),
              ]}
              onChange={(id) => {
                setProperty(id);
                setOffset(0);
              }}
            />
          )}
          <Button icon="map" aria-expanded={mapped} onPress={() => setMapped(!mapped)}>
            {say('web.import.on-map')}
          </Button>
          {takes && <TakeIn file={file} chosen={chosen} onTaken={() => setChosen(new Set())} />}
        </div>
        {mapped && <Mapped id={file.id} narrow={narrow} looked={looked} />}
        <ComparedLines
          kind={kind}
          lines={lines}
          chosen={chosen}
          {...(takes ? { onChoose: setChosen } : {})}
          {...(mapped ? { onLook: setLooked } : {})}
        />
        <Pages matched={matched} offset={offset} go={setOffset} />
      </section>
    </>
  );
}

function Sheet({ id }: { id: string }) {
  const { say } = useLanguage();
  return (
    <p className="row">
      <a className="button" data-tone="main" href={sheetAddress(id, 'xlsx', {})} download>
        {say('web.reconcile.sheet-xlsx')}
      </a>
      <a className="button" href={sheetAddress(id, 'csv', {})} download>
        {say('web.reconcile.sheet-csv')}
      </a>
    </p>
  );
}

function Pages({
  matched,
  offset,
  go,
}: {
  matched: Compared['matched'];
  offset: number;
  go: (n: number) => void;
}) {
  const { say, number } = useLanguage();
  if (matched <= LINES) return null;
  return (
    <div className="row">
      <Button isDisabled={offset === 0} onPress={() => go(Math.max(0, offset - LINES))}>
        {say('web.import.earlier')}
      </Button>
      <span className="soft">
        {say('web.import.rows-shown', {
          from: number(offset + 1),
          to: number(Math.min(offset + LINES, matched)),
          of: number(matched),
        })}
      </span>
      <Button isDisabled={offset + LINES >= matched} onPress={() => go(offset + LINES)}>
        {say('web.import.later')}
      </Button>
    </div>
  );
}

function TakeIn({
  file,
  chosen,
  onTaken,
}: {
  file: FileState;
  chosen: ReadonlySet<number>;
  onTaken: () => void;
}) {
  const language = useLanguage();
  const { say, number } = language;
  const { may } = useHere();
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  if (!may.has('report')) return null;
  const take = async () => {
    setFault(null);
    try {
      await takeLines(file.id, [...chosen]);
      onTaken();
      await client.invalidateQueries({ queryKey: ['import', file.id], exact: true });
    } catch (error) {
      setFault(error);
    }
  };
  const { imported } = file;
  return (
    <>
      <Button tone="main" isDisabled={chosen.size === 0} onPress={take}>
        {say('web.reconcile.take', { n: chosen.size })}
      </Button>
      {imported && file.number !== null && (
        <p role="status">
          {say('web.reconcile.taken', {
            n: imported.accepted + imported.repaired + imported.updated,
            left: number(imported.unchanged),
            number: number(file.number),
          })}{' '}
          <PlaceLink to={{ screen: 'map', own: {}, show: 'review' }}>{say('web.import.to-review')}</PlaceLink>
        </p>
      )}
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
    </>
  );
}

function Mapped({ id, narrow, looked }: { id: string; narrow: Narrow; looked: number | null }) {
  const { say } = useLanguage();
  const shapes = useQuery(comparedShapesQuestion(id, narrow));
  const theirs = useMemo(
    () => (shapes.data?.shapes ?? []).flatMap(({ ours: o, theirs: t }) => t ?? o ?? []),
    [shapes.data],
  );
  if (shapes.error) return <Trouble error={shapes.error} retry={() => shapes.refetch()} />;
  if (!shapes.data) return <Waiting />;
  if (theirs.length === 0) return <p className="soft">{say('web.import.none-drawn')}</p>;
  const one = shapes.data.shapes.find((s) => s.n === looked);
  return (
    <div>
      <p className="soft">{say('web.reconcile.map-hint')}</p>
      <Suspense fallback={<Waiting />}>
        <ShapesMap
          label={say('web.import.map')}
          shapes={theirs}
          chosen={one ? (one.theirs ?? one.ours) : null}
        />
      </Suspense>
      {shapes.data.left_out > 0 && (
        <p className="soft">{say('web.import.not-drawn', { n: shapes.data.left_out })}</p>
      )}
    </div>
  );
}
