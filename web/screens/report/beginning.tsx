/** Where a report begins: the kind of record, and the drafts that wait on this machine. */
import { useEffect, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { type Draft, saysAnything } from '../../report/draft.ts';
import { draftsOf, dropDraft, onDraftsChange } from '../../report/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
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
                  <small dir="auto">{kind.description}</small>
                </span>
              </Button>
            </li>
          ))}
        </ul>
        <div className="field">
          <span className="label">{say('web.form.other-kind')}</span>
          <Suggest
            label={say('web.form.other-kind')}
            options={[...kinds.values()].map((k) => ({
              id: k.name,
              label: k.label,
              description: k.description,
            }))}
            onChoose={begin}
            none={say('web.form.no-match')}
          />
        </div>
      </section>
    </div>
  );
}

function Drafts() {
  const { say, instant } = useLanguage();
  const { me, programme } = useHere();
  const by = me.person?.id ?? '';
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [bringBack, setBringBack] = useState<(() => Promise<void>) | null>(null);
  const [fault, setFault] = useState(false);
  useEffect(() => {
    let wanted = true;
    const read = () =>
      draftsOf(by, programme.id).then(
        (all) => wanted && setDrafts(all.map((k) => k.draft)),
        () => wanted && setFault(true),
      );
    read();
    const forget = onDraftsChange(() => void read());
    return () => {
      wanted = false;
      forget();
    };
  }, [by, programme.id]);
  if (fault)
    return (
      <p className="callout" role="alert">
        {say('web.form.not-kept')}
      </p>
    );
  const open = drafts.filter((d) => d.receipt === null && saysAnything(d));
  const sent = drafts.filter((d) => d.receipt !== null).slice(0, LATELY);
  return (
    <>
      {(open.length > 0 || bringBack !== null) && (
        <section className="report-part" aria-labelledby="report-drafts">
          <h2 id="report-drafts">{say('web.form.drafts', { n: open.length })}</h2>
          <p className="soft">{say('web.form.drafts-hint')}</p>
          <ul className="draft-list">
            {open.map((draft) => (
              <DraftRow
                key={draft.id}
                draft={draft}
                onDiscard={() =>
                  dropDraft(draft.id).then(
                    (undo) => setBringBack(() => undo),
                    () => setFault(true),
                  )
                }
              />
            ))}
          </ul>
          {bringBack && (
            <p className="row" role="status">
              {say('web.form.discarded')}
              <Button
                onPress={() =>
                  bringBack().then(
                    () => setBringBack(null),
                    () => setFault(true),
                  )
                }
              >
                {say('web.form.undo')}
              </Button>
            </p>
          )}
        </section>
      )}
      {sent.length > 0 && (
        <section className="report-part" aria-labelledby="report-sent">
          <h2 id="report-sent">{say('web.form.sent-lately')}</h2>
          <ul className="draft-list">
            {sent.map((draft) => (
              <SentRow key={draft.id} draft={draft} when={instant(draft.receipt?.instant ?? '')} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Receipts shown where a report begins. */
const LATELY = 5;

function SentRow({ draft, when }: { draft: Draft; when: string }) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  return (
    <li className="row">
      <span className="draft-name">
        {say('web.form.sent', { kind: kinds.get(draft.kind)?.label ?? draft.kind, when })}
      </span>
      <PlaceLink to={{ own: { kind: draft.kind, draft: draft.id } }}>
        {say('web.form.receipt', { number: draft.receipt?.number ?? 0 })}
      </PlaceLink>
    </li>
  );
}

function DraftRow({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const { say, instant } = useLanguage();
  const { kinds } = useHere();
  const name = say('web.form.draft', {
    kind: kinds.get(draft.kind)?.label ?? draft.kind,
    title: titleOfDraft(draft),
    about: draft.about ? 'yes' : 'no',
  });
  return (
    <li className="row">
      <span className="draft-name">
        <bdi>{name}</bdi>
        <small className="soft">{say('web.form.changed', { when: instant(draft.changed) })}</small>
      </span>
      {draft.corrects && <Chip>{say('web.form.draft-corrects', { number: draft.corrects.number })}</Chip>}
      {draft.out && <Chip tone="pending">{say('web.form.draft-waits')}</Chip>}
      {draft.refused && <Chip tone="alarm">{say('web.form.draft-refused')}</Chip>}
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
        {say(draft.out ? 'web.form.look' : 'web.form.go-on')}
      </Button>
      {!draft.out && (
        <Button tone="plain" label={say('web.form.discard-what', { name })} onPress={onDiscard}>
          {say('web.form.discard')}
        </Button>
      )}
    </li>
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
