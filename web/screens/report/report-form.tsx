/** The form of one report, checked by the rules of `domain` as one types; and what becomes of it when it is sent. */
import { useQuery } from '@tanstack/react-query';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { useEffect, useMemo, useRef } from 'react';
import type { OpenKind } from '../../ask/answers.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { reportQuestion } from '../../ask/report.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOf } from '../../record/title.ts';
import { FORGOTTEN } from '../../report/apart.ts';
import { assemble } from '../../report/assemble.ts';
import { DOUBT } from '../../report/correct.ts';
import type { Draft } from '../../report/draft.ts';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Fields } from './fields.tsx';
import { Files } from './files.tsx';
import { HeadFields } from './head-fields.tsx';
import { Parts } from './parts.tsx';
import { Received } from './received.tsx';
import { State } from './state.tsx';
import { useDraft, type Writing } from './use-draft.ts';

interface Props {
  readonly id: string;
  readonly kind: OpenKind;
  readonly about: string | null;
}

const NOW = { at: null, known: null };

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
  const { programme, kinds, lists } = useHere();
  const model = useMemo((): Model => ({ kinds: new Map<string, Kind>(kinds), lists }), [kinds, lists]);
  const made = useMemo(() => assemble(draft, model), [draft, model]);
  const item = useQuery({ ...itemQuestion(programme.id, kind.name, draft.item, NOW), enabled: draft.about });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = item.data && titleOf(item.data.view, kind, { language, lists });
  const { change } = writing;
  return (
    <div className="report-page">
      <header>
        <div className="item-tools">
          <Button tone="plain" icon="back" onPress={() => go({ own: {} })}>
            {say('web.form.leave')}
          </Button>
        </div>
        {(draft.corrects || draft.about) && <p className="soft">{kind.label}</p>}
        <h1 tabIndex={-1} ref={heading}>
          {draft.corrects
            ? say('web.form.title-corrects', { number: draft.corrects.number })
            : draft.about
              ? say('web.form.title-about', { title: title ?? draft.item.slice(0, 8) })
              : say('web.form.title', { kind: kind.label })}
        </h1>
        <p className="soft">
          {draft.corrects
            ? say('web.form.corrects-hint')
            : draft.about
              ? say('web.form.about-hint')
              : kind.description}
        </p>
      </header>
      {writing.kept === null && (
        <p className="callout" role="alert">
          {say('web.form.not-kept')}
        </p>
      )}
      {draft.corrects && <WhyReturned report={draft.corrects.ref.id} />}
      {draft.lost.length > 0 && (
        <p className="callout">
          {say('web.form.lost', {
            names: language.list(draft.lost.map((l) => (l === DOUBT || l === FORGOTTEN ? say(l) : l))),
          })}
        </p>
      )}
      <div className="report-columns">
        {/* on its way it stays as it was sent, to be read */}
        <form className="report-form" onSubmit={(e) => e.preventDefault()} inert={draft.out !== null}>
          <HeadFields draft={draft} change={change} made={made} />
          <Fields
            draft={draft}
            sheet={draft}
            n={0}
            change={change}
            made={made}
            kind={kind}
            view={item.data?.view}
          />
          <Parts draft={draft} change={change} made={made} kind={kind} />
          <Files draft={draft} change={change} kind={kind} kept={writing.kept} />
        </form>
        <State draft={draft} writing={writing} made={made} model={model} />
      </div>
    </div>
  );
}

/** What a reviewer said when they sent the report back; nothing where it was not sent back. */
function WhyReturned({ report }: { report: string }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const page = useQuery(reportQuestion(programme.id, report));
  const why = page.data?.decisions.filter((d) => d.act === 'return' && d.reason.trim() !== '') ?? [];
  return why.map((d) => (
    <p key={d.written} className="callout">
      {say('web.form.returned-why', { why: d.reason })}
    </p>
  ));
}
