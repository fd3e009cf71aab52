/** Where a report begins: the kind of record, and the drafts that wait on this machine. */
import { useEffect, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { type Draft, saysAnything } from '../../report/draft.ts';
import { draftsOf, dropDraft, keepDraft } from '../../report/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from './new-id.ts';

/** What people report most, in the order of its urgency; the other kinds stand in the list below. */
const OFTEN = [
  'hazard-report',
  'accident',
  'victim',
  'hazardous-area',
  'find',
  'survey-result',
  'activity',
  'evidence-point',
];

function begin(kind: string) {
  go({ screen: 'report', own: { kind, draft: newId() }, item: null, itemKind: null });
}

export function Beginning() {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const often = OFTEN.flatMap((name) => kinds.get(name) ?? []);
  return (
    <div className="report-page">
      <header>
        <h1>{say('web.screen.report')}</h1>
        <p className="soft">{say('web.form.lead')}</p>
      </header>
      <Drafts />
      <section className="report-part" aria-labelledby="report-kinds">
        <h2 id="report-kinds">{say('web.form.kind')}</h2>
        <ul className="kind-cards">
          {often.map((kind) => (
            <li key={kind.name}>
              <Button onPress={() => begin(kind.name)}>
                <span className="kind-card">
                  <strong>{kind.label}</strong>
                  <small>{kind.description}</small>
                </span>
              </Button>
            </li>
          ))}
        </ul>
        <div className="field">
          <span className="label">{say('web.form.other-kind')}</span>
          <Suggest
            label={say('web.form.other-kind')}
            options={[...kinds.values()].map((k) => ({ id: k.name, label: k.label }))}
            onChoose={begin}
            none={say('web.form.no-match')}
          />
        </div>
      </section>
    </div>
  );
}

function Drafts() {
  const language = useLanguage();
  const { say } = language;
  const { me, programme, kinds } = useHere();
  const by = me.person?.id ?? '';
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [dropped, setDropped] = useState<Draft | null>(null);
  const [fault, setFault] = useState(false);
  useEffect(() => {
    let wanted = true;
    draftsOf(by, programme.id).then(
      (all) => wanted && setDrafts(all.filter((d) => d.receipt === null && saysAnything(d))),
      () => wanted && setFault(true),
    );
    return () => {
      wanted = false;
    };
  }, [by, programme.id]);
  if (fault)
    return (
      <p className="callout" role="alert">
        {say('web.form.not-kept')}
      </p>
    );
  if (drafts.length === 0 && dropped === null) return null;
  const drop = (draft: Draft) =>
    dropDraft(draft.id).then(
      () => {
        setDrafts((all) => all.filter((d) => d.id !== draft.id));
        setDropped(draft);
      },
      () => setFault(true),
    );
  const bringBack = (draft: Draft) =>
    keepDraft(draft).then(
      () => {
        setDrafts((all) => [draft, ...all]);
        setDropped(null);
      },
      () => setFault(true),
    );
  return (
    <section className="report-part" aria-labelledby="report-drafts">
      <h2 id="report-drafts">{say('web.form.drafts', { n: drafts.length })}</h2>
      <p className="soft">{say('web.form.drafts-hint')}</p>
      <ul className="draft-list">
        {drafts.map((draft) => {
          const name = say('web.form.draft', {
            kind: kinds.get(draft.kind)?.label ?? draft.kind,
            title: titleOfDraft(draft),
            about: draft.about ? 'yes' : 'no',
          });
          return (
            <li key={draft.id} className="row">
              <span className="draft-name">
                <bdi>{name}</bdi>
                <small className="soft">
                  {say('web.form.changed', { when: language.instant(draft.changed) })}
                </small>
              </span>
              <Button
                label={say('web.form.go-on-with', { name })}
                onPress={() =>
                  go({
                    screen: 'report',
                    own: {
                      kind: draft.kind,
                      draft: draft.id,
                      ...(draft.about && { about: draft.item }),
                    },
                  })
                }
              >
                {say('web.form.go-on')}
              </Button>
              <Button tone="plain" label={say('web.form.discard-what', { name })} onPress={() => drop(draft)}>
                {say('web.form.discard')}
              </Button>
            </li>
          );
        })}
      </ul>
      {dropped && (
        <p className="row" role="status">
          {say('web.form.discarded')}
          <Button onPress={() => bringBack(dropped)}>{say('web.form.undo')}</Button>
        </p>
      )}
    </section>
  );
}

/** What the draft calls its item; never anything personal. */
function titleOfDraft({ answers, head }: Draft): string {
  for (const name of ['local_id', 'name']) {
    const answer = answers[name];
    if (answer?.as === 'text') return answer.text;
  }
  return head.source;
}
