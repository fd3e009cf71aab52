/** The desk at which one article is read: its text, what it seems to claim, and a second article on the same matter beside it. */
import { useQuery } from '@tanstack/react-query';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { useCallback, useMemo, useState } from 'react';
import { type ArticlePage, articleQuestion } from '../../ask/articles.ts';
import { useLanguage } from '../../language/language.tsx';
import { finish } from '../../reading/finish.ts';
import {
  acceptMark,
  changeMark,
  countOf,
  markAgain,
  markByHand,
  type Reading,
  rejectMark,
  type Subject,
  shownMarks,
  withKind,
} from '../../reading/reading.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { Progress } from '../../ui/progress.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { useKeys } from '../review/keys.tsx';
import { ArticleText, type Taken } from './article-text.tsx';
import { Beside, BesideChoice } from './beside.tsx';
import { ClaimsPane } from './claims-pane.tsx';
import { Copies } from './copies.tsx';
import { Finish } from './finish.tsx';
import { Published } from './published.tsx';
import { SureOffer } from './sure-offer.tsx';
import { useReading, type Writing } from './use-reading.ts';

export function Desk({ digest }: { digest: string }) {
  const { programme } = useHere();
  const answer = useQuery(articleQuestion(programme.id, digest));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return <Begun page={answer.data} />;
}

function Begun({ page }: { page: ArticlePage }) {
  const { kinds, lists } = useHere();
  const model = useMemo((): Model => ({ kinds: new Map<string, Kind>(kinds), lists }), [kinds, lists]);
  const writing = useReading(page, model);
  return writing.reading === null ? (
    <Waiting />
  ) : (
    <Open page={page} writing={writing} reading={writing.reading} model={model} />
  );
}

/** The first mark after a place in the text that nobody has decided on; else any such. */
function nextOpen(reading: Reading, id: string | null): string | null {
  const at = reading.marks.findIndex((m) => m.id === id);
  const open = (m: { state: string; id: string }) => m.state === 'open' && m.id !== id;
  return (reading.marks.slice(at + 1).find(open) ?? reading.marks.find(open))?.id ?? id;
}

interface Props {
  readonly page: ArticlePage;
  readonly writing: Writing;
  readonly reading: Reading;
  readonly model: Model;
}

function Open({ page, writing, reading, model }: Props) {
  const { say, sayIf, number } = useLanguage();
  const { today } = useHere();
  const { change, undo, canUndo } = writing;
  const [chosen, setChosen] = useState<string | null>(() => nextOpen(reading, null));
  const [taken, setTaken] = useState<Taken | null>(null);
  const sent = reading.receipt !== null;
  const made = useMemo(
    () => finish(page, reading, model, { today, written: '1970-01-01T00:00:00.000Z' }),
    [page, reading, model, today],
  );
  const step = (by: 1 | -1) => {
    const at = reading.marks.findIndex((m) => m.id === chosen);
    const next = reading.marks[Math.min(Math.max(at + by, 0), reading.marks.length - 1)];
    if (next) setChosen(next.id);
  };
  const decide = (id: string, next: (reading: Reading) => Reading) => {
    if (sent) return;
    const after = nextOpen(reading, id);
    change(next);
    setChosen(after);
  };
  const deciding = {
    accept: (id: string) => decide(id, (r) => acceptMark(r, id, newId)),
    reject: (id: string) => decide(id, (r) => rejectMark(r, id)),
    again: (of: string) => {
      const id = `h${newId()}`;
      change((r) => markAgain(r, of, id));
      setChosen(id);
    },
    change: (id: string, next: Parameters<typeof changeMark>[2]) => change((r) => changeMark(r, id, next)),
  };
  const take = () => {
    if (taken === null || sent) return;
    const id = `h${newId()}`;
    const words = [...page.text].slice(taken.start, taken.end).join('');
    change((r) => markByHand(r, id, taken.start, taken.end, words));
    setTaken(null);
    setChosen(id);
  };
  const link = (subject: Subject) => {
    if (chosen === null || sent) return;
    change((r) => changeMark(r, chosen, (m) => ({ ...withKind(m, subject.kind), subject })));
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ...(chosen !== null && { a: () => deciding.accept(chosen), x: () => deciding.reject(chosen) }),
    c: focusEditor,
    n: take,
    u: undo,
  });
  const onPick = useCallback((id: string) => setChosen(id), []);
  const marks = useMemo(() => shownMarks(reading), [reading]);
  const decided = reading.marks.length - countOf(reading, 'open');
  return (
    <div className="reading-desk">
      <header className="desk-head">
        <Button tone="plain" icon="back" onPress={() => go({ own: {} })}>
          {say('web.reading.back')}
        </Button>
        <div>
          <h1>
            <bdi lang={page.language}>{page.title ?? say('web.reading.untitled')}</bdi>
          </h1>
          <p className="soft">
            <Published article={page} />
          </p>
        </div>
        <BesideChoice page={page} />
      </header>
      {writing.kept === null && (
        <p className="callout" role="alert">
          {say('web.form.not-kept')}
        </p>
      )}
      {page.state === 'finished' && !sent && <p className="callout">{say('web.reading.was-read')}</p>}
      {page.notices.map((n) => (
        <p key={JSON.stringify(n)} className="callout">
          {sayIf(`problem.${n.code}`, n.facts) ?? n.code}
        </p>
      ))}
      <Copies page={page} />
      <div className="desk-panes">
        <section className="desk-text" aria-label={say('web.reading.text')}>
          <ArticleText
            label={say('web.reading.text')}
            text={page.text}
            language={page.language}
            marks={marks}
            chosen={chosen}
            taken={taken}
            onPick={onPick}
            {...(sent ? {} : { onTake: setTaken })}
          />
          {taken !== null && (
            <div className="row taken" role="status">
              <Button tone="main" icon="plus" onPress={take}>
                {say('web.reading.take')} <kbd>N</kbd>
              </Button>
            </div>
          )}
        </section>
        <section className="desk-claims" aria-label={say('web.reading.claims')}>
          <Progress
            label={say('web.reading.looked-at')}
            done={decided}
            of={Math.max(1, reading.marks.length)}
            said={say('web.reading.read', { n: decided, all: reading.marks.length })}
          />
          <Keys />
          <div className="row">
            <Button tone="plain" icon="undo" isDisabled={!canUndo} onPress={undo}>
              {say('web.reading.undo')} <kbd>U</kbd>
            </Button>
            <span className="soft" role="status">
              {say('web.reading.accepted', { n: number(countOf(reading, 'accepted')) })}
            </span>
            <SureOffer
              reading={reading}
              model={model}
              date={page.published ?? today}
              change={change}
              onPick={onPick}
            />
          </div>
          {reading.marks.length === 0 && <p className="soft">{say('web.reading.no-suggestions')}</p>}
          <ClaimsPane
            reading={reading}
            made={made}
            chosen={chosen}
            voice={page.voice.name}
            date={page.published ?? today}
            onPick={onPick}
            deciding={deciding}
          />
        </section>
        <Beside
          page={page}
          of={reading.marks.find((m) => m.id === chosen)?.kind ?? null}
          model={model}
          onLink={link}
        />
      </div>
      <Finish page={page} reading={reading} made={made} model={model} writing={writing} />
    </div>
  );
}

function focusEditor(): void {
  document.querySelector<HTMLElement>('.claim-editor input, .claim-editor textarea')?.focus();
}

const keys = ['j', 'k', 'a', 'c', 'x', 'n', 'u'] as const;

function Keys() {
  const { say } = useLanguage();
  return (
    <ul className="desk-keys" aria-label={say('web.review.keys')}>
      {keys.map((key) => (
        <li key={key}>
          <kbd>{key.toUpperCase()}</kbd> {say(`web.reading.key-${key}`)}
        </li>
      ))}
    </ul>
  );
}
