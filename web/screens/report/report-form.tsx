/** The form of one report, checked by the rules of `domain` as one types; and what becomes of it when it is sent. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenKind } from '../../ask/answers.ts';
import { Refused, tell } from '../../ask/ask.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOf } from '../../record/title.ts';
import { type Assembled, assemble, fixed, sealed } from '../../report/assemble.ts';
import { type Draft, saysAnything, sentDraft } from '../../report/draft.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Waiting } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Fields } from './fields.tsx';
import { HeadFields } from './head-fields.tsx';
import { Received } from './received.tsx';
import { useDraft, type Writing } from './use-draft.ts';

interface Props {
  readonly id: string;
  readonly kind: OpenKind;
  readonly about: string | null;
}

const NOW = { at: null, known: null };

function newSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

export function ReportForm({ id, kind, about }: Props) {
  const writing = useDraft({ id, kind: kind.name, about });
  const { draft } = writing;
  if (!draft) return <Waiting />;
  if (draft.receipt !== null) return <Received draft={draft} receipt={draft.receipt} kind={kind} />;
  return <Open draft={draft} writing={writing} kind={kind} />;
}

function Open({ draft, writing, kind }: { draft: Draft; writing: Writing; kind: OpenKind }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const model = useMemo((): Model => ({ kinds: new Map<string, Kind>(kinds), lists }), [kinds, lists]);
  const made = useMemo(() => assemble(draft, kind, model), [draft, kind, model]);
  const item = useQuery({ ...itemQuestion(kind.name, draft.item, NOW), enabled: draft.about });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = item.data && titleOf(item.data.view, kind, { language, lists });
  return (
    <div className="report-page">
      <header>
        <div className="item-tools">
          <Button tone="plain" icon="back" onPress={() => go({ own: {} })}>
            {say('web.form.leave')}
          </Button>
        </div>
        <p className="soft">{kind.label}</p>
        <h1 tabIndex={-1} ref={heading}>
          {draft.about
            ? say('web.form.title-about', { title: title ?? draft.item.slice(0, 8) })
            : say('web.form.title', { kind: kind.label })}
        </h1>
        <p className="soft">{draft.about ? say('web.form.about-hint') : kind.description}</p>
      </header>
      {writing.kept === null && (
        <p className="callout" role="alert">
          {say('web.form.not-kept')}
        </p>
      )}
      <div className="report-columns">
        <form className="report-form" onSubmit={(e) => e.preventDefault()}>
          <HeadFields draft={draft} change={writing.change} made={made} />
          <Fields draft={draft} change={writing.change} made={made} kind={kind} view={item.data?.view} />
        </form>
        <State draft={draft} writing={writing} made={made} model={model} kind={kind} />
      </div>
    </div>
  );
}

interface StateProps {
  readonly draft: Draft;
  readonly writing: Writing;
  readonly made: Assembled;
  readonly model: Model;
  readonly kind: OpenKind;
}

/** What is stated, what is missing, whether the draft is kept; and sending it. */
function State({ draft, writing, made, model, kind }: StateProps) {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const wrong = [...made.fields].filter(([, read]) => read.wrong.length > 0);
  const unreadWhen = made.when !== null && 'code' in made.when;

  const send = async () => {
    if (made.report === null) return;
    setSending(true);
    setFault(null);
    try {
      const report = made.report;
      const now = new Date().toISOString();
      const ready = writing.change((d) => fixed(d, report, model, now, newSalt)) ?? draft;
      const whole = assemble(ready, kind, model).report ?? report;
      // what fixes the bytes is on disk before the first of them leaves
      await writing.settled();
      const answer = await tell<{ receipts: readonly { number: number; entry: { id: string } }[] }>(
        'POST',
        '/api/reports',
        { programme: programme.id, reports: [sealed(ready, whole, model, newSalt)] },
      );
      const receipt = answer?.receipts.find((r) => r.entry.id === draft.id)?.number;
      if (receipt === undefined) throw new Error('sent without a receipt');
      writing.change((d) => sentDraft(d, receipt));
      await client.invalidateQueries({
        predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
      });
    } catch (error) {
      setFault(error);
      setSending(false);
    }
  };

  return (
    <aside className="report-state" aria-label={say('web.form.state')}>
      <h2>{say('web.form.state')}</h2>
      <p>{say('web.form.claims', { n: made.claims })}</p>
      {(made.needs.length > 0 || unreadWhen) && (
        <div>
          <h3>{say('web.form.missing')}</h3>
          <ul className="needs">
            {made.needs.map((need) => (
              <li key={need}>{say(`web.form.need.${need}`)}</li>
            ))}
            {unreadWhen && <li>{say('web.form.need.when')}</li>}
          </ul>
        </div>
      )}
      {wrong.length > 0 && (
        <div>
          <h3>{say('web.form.wrong', { n: wrong.length })}</h3>
          <ul className="needs">
            {wrong.map(([name]) => (
              <li key={name}>
                <a
                  href={`#field-${name}`}
                  onClick={(e) => {
                    e.preventDefault();
                    focusField(name);
                  }}
                >
                  {kind.properties[name]?.label ?? name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {made.whole.map((p) => (
        <p key={p.code} className="callout">
          {language.sayIf(`problem.${p.code}`, p.facts) ?? p.code}
        </p>
      ))}
      {made.report !== null && fault === null && !sending && <p>{say('web.form.ready')}</p>}
      {fault !== null && (
        <p className="callout" role="alert">
          {fault instanceof Refused && fault.problem.code === 'web-unreachable'
            ? say('web.form.unreachable')
            : say('web.form.refused', { why: sentenceOf(fault, language) })}
        </p>
      )}
      <Button tone="main" isDisabled={made.report === null || sending} onPress={send}>
        {say(sending ? 'web.form.sending' : 'web.form.send')}
      </Button>
      {writing.kept !== null && saysAnything(draft) && (
        <p className="soft kept" data-kept={writing.kept}>
          {say(writing.kept ? 'web.form.kept' : 'web.form.keeping')}
        </p>
      )}
    </aside>
  );
}

function focusField(name: string): void {
  const field = document.getElementById(`field-${name}`);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
