/** What a decision would change: land on the map, the figures of the records it touches, and their values. */
import { differences } from '@tilth/domain/report/differences';
import type { Mark, Preview, Touched } from '@tilth/domain/report/preview';
import type { Geometry } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { boundsOf, focusMapOn } from '../../map/focus.ts';
import { DifferenceList } from '../../record/difference-list.tsx';
import { titleOf } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function PreviewShown({ preview }: { preview: Preview }) {
  const { say } = useLanguage();
  const { before, after } = preview;
  const unsupported = after.filter(
    (v) =>
      v.drawing?.unsupported &&
      !before.find((b) => b.id === v.id)?.drawing?.unsupported &&
      v.standing !== 'void',
  );
  return (
    <section className="preview" aria-label={say('web.decide.preview')} data-testid="preview">
      {preview.waits_for_second && <p className="callout">{say('web.decide.void-second')}</p>}
      <LandLines preview={preview} />
      {unsupported.length > 0 && (
        <p className="callout">{say('web.decide.unsupported', { n: unsupported.length })}</p>
      )}
      <Figures figures={preview.figures} />
      <Records preview={preview} />
    </section>
  );
}

/** Law 6 in sight: nothing drawn as danger goes but by a release or a decision that it was recorded in error. */
function LandLines({ preview }: { preview: Preview }) {
  const { say, exactArea } = useLanguage();
  const { kinds } = useHere();
  const { gained, lost, come, gone, before, after } = preview;
  if (gained === null && lost === null && come.length === 0 && gone.length === 0)
    return [...before, ...after].every((v) => kinds.get(v.kind)?.drawing === 'plain') ? null : (
      <p className="land-line">{say('web.decide.no-land')}</p>
    );
  return (
    <ul className="land-lines">
      {(['gained', 'lost'] as const).map((way) => {
        const part = preview[way];
        if (part === null) return null;
        const show = () => {
          go({ narrow: 'map' }, { replace: true });
          focusMapOn(part.land);
        };
        return (
          <li key={way} className="land-line" data-way={way}>
            <span className="land-sign" data-way={way} aria-hidden="true" />
            <span>{say(`web.decide.${way}`, { area: exactArea(part.m2) })}</span>
            <Button tone="plain" icon="fit" onPress={show}>
              {say('web.item.on-map')}
            </Button>
          </li>
        );
      })}
      {(['come', 'gone'] as const).flatMap((way) =>
        [...Map.groupBy(preview[way], (mark) => mark.item)].map(([id, marks]) => (
          <MarkLine key={`${way} ${id}`} way={way} marks={marks} views={way === 'gone' ? before : after} />
        )),
      )}
    </ul>
  );
}

/** One item whose mark comes onto the map, or goes off it. */
function MarkLine({
  way,
  marks,
  views,
}: {
  way: 'come' | 'gone';
  marks: readonly Mark[];
  views: Preview['before'];
}) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const view = views.find((v) => v.id === marks[0]?.item);
  if (view === undefined) return null;
  const kind = kinds.get(view.kind);
  const show = () => {
    go({ narrow: 'map' }, { replace: true });
    focusMapOn(around(marks));
  };
  return (
    <li className="land-line" data-way={way} data-testid="mark-line">
      <span
        className="land-sign"
        data-mark
        data-way={way === 'gone' ? 'lost' : 'gained'}
        aria-hidden="true"
      />
      <span>
        {say(`web.decide.mark-${way}`, {
          kind: kind === undefined ? view.kind : kind.label,
          title: `\u2068${titleOf(view, kind, { language, lists })}\u2069`,
        })}
      </span>
      <Button tone="plain" icon="fit" onPress={show}>
        {say('web.item.on-map')}
      </Button>
    </li>
  );
}

/** The corners of what is drawn, to show all of it. */
function around(marks: readonly Mark[]): Geometry {
  const coordinates = marks.flatMap(({ geometry }) => {
    const b = boundsOf(geometry);
    return b ? [[b[0], b[1]] as const, [b[2], b[3]] as const] : [];
  });
  return { type: 'MultiPoint', coordinates };
}

const lines = [
  'hazards',
  'sum',
  'once',
  'sha',
  'cha',
  'disputed',
] as const satisfies readonly (keyof Touched)[];

function Figures({ figures: { before, after } }: { figures: Preview['figures'] }) {
  const { say, number, exactArea } = useLanguage();
  const told = lines.filter((line) => before[line] !== after[line]);
  if (told.length === 0) return <p className="soft">{say('web.decide.same-figures')}</p>;
  const text = (line: keyof Touched, n: number) =>
    line === 'hazards' || line === 'disputed' ? number(n) : exactArea(n);
  return (
    <table className="comparison">
      <caption className="soft">{say('web.decide.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('web.decide.figure')}</th>
          <th scope="col">{say('web.decide.before')}</th>
          <th scope="col">{say('web.decide.after')}</th>
        </tr>
      </thead>
      <tbody>
        {told.map((line) => (
          <tr key={line}>
            <th scope="row">{say(`web.decide.figure-${line}`)}</th>
            <td>{text(line, before[line])}</td>
            <td>{text(line, after[line])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Records({ preview: { before, after } }: { preview: Preview }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const title = (v: (typeof before)[number]) => titleOf(v, kinds.get(v.kind), { language, lists });
  const gone = before.filter((v) => !after.some((a) => a.joined.includes(v.id)));
  return (
    <>
      {after.map((v) => {
        const from = before.filter((b) => v.joined.includes(b.id));
        return from.length > 1 ? (
          <p key={v.id}>
            {say('web.decide.becomes-one', { all: language.list(from.map(title)), to: title(v) })}
          </p>
        ) : null;
      })}
      {gone.map((v) => (
        <p key={v.id}>{say('web.decide.nothing-left', { title: title(v) })}</p>
      ))}
      {after.map((v) => {
        const was = before.find((b) => b.id === v.id) ?? null;
        if (v.standing === 'void' && was)
          return (
            <p key={v.id}>
              <bdi>{title(was)}</bdi>: {say('web.standing.void')}
            </p>
          );
        const told = differences(was, v);
        if (was !== null && told.length === 0) return null;
        return (
          <section key={v.id} className="preview-record">
            <h3>
              <bdi>{title(v)}</bdi>
              {was === null && <> · {say('web.decide.own-again')}</>}
            </h3>
            <DifferenceList differences={told} kind={kinds.get(v.kind)} />
          </section>
        );
      })}
    </>
  );
}
