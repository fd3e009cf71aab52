/** What is stated, what is missing, whether the draft is kept; and sending it. Each thing amiss leads to its field. */
import type { Model } from '@tilth/domain/record/kind';
import { type ReactNode, useState } from 'react';
import { Refused } from '../../ask/ask.ts';
import { useLanguage } from '../../language/language.tsx';
import { showValue } from '../../record/show-value.ts';
import { type Assembled, type Need, sealed } from '../../report/assemble.ts';
import { type Draft, saysAnything, sheetsOf } from '../../report/draft.ts';
import { asCorrection } from '../../report/outbox.ts';
import { type Stated, statedIn } from '../../report/stated.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { fieldId } from './field-id.ts';
import { newId } from './new-id.ts';
import { UnderWay } from './under-way.tsx';
import type { Writing } from './use-draft.ts';
import { useSheetName } from './use-sheet-name.ts';

interface StateProps {
  readonly draft: Draft;
  readonly writing: Writing;
  readonly made: Assembled;
  readonly model: Model;
}

function newSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

export function State({ draft, writing, made, model }: StateProps) {
  const language = useLanguage();
  const { say } = language;
  const { lists } = useHere();
  const nameOf = useSheetName(draft);
  const [fault, setFault] = useState<unknown>(null);
  const unreadWhen = made.when !== null && 'code' in made.when;
  const sheets = sheetsOf(draft);
  const labelOf = (n: number, name: string) => {
    const kind = model.kinds.get(sheets[n]?.kind ?? '');
    const label = kind?.properties[name]?.label ?? name;
    return n === 0 ? label : say('web.form.of-part', { label, part: nameOf(n) });
  };
  const stated = statedIn(made, draft.item);
  const showStated = ({ sheet, property, value }: Stated) =>
    showValue(value, model.kinds.get(sheets[sheet]?.kind ?? '')?.properties[property], { language, lists });
  const wrong = made.sheets.flatMap((sheet, n) =>
    [...sheet.fields].filter(([, read]) => read.wrong.length > 0).map(([name]) => ({ n, name })),
  );
  const odd = made.sheets.flatMap((sheet, n) =>
    sheet.notices.map(({ facts }) => ({ n, name: String(facts.property) })),
  );
  const placeOf = (n: number) => model.kinds.get(sheets[n]?.kind ?? '')?.place ?? '';
  const at = (need: Need) =>
    need.what === 'place' ? fieldId(need.sheet, placeOf(need.sheet)) : `report-${need.what}`;

  const send = async () => {
    if (made.report === null) return;
    setFault(null);
    try {
      const ready = sealed(made.report, model, new Date().toISOString(), newSalt);
      await writing.send(ready.sealed, ready.digest);
    } catch (error) {
      setFault(error);
    }
  };

  return (
    <aside className="report-state" aria-label={say('web.form.state')}>
      <h2>{say('web.form.state')}</h2>
      <p>{say('web.form.claims', { n: stated.length })}</p>
      {stated.length > 0 && (
        <ul className="needs">
          {stated.map((one) => (
            <li key={`${one.sheet} ${one.property} ${JSON.stringify(one.value)}`}>
              <Jump to={fieldId(one.sheet, one.property)}>{labelOf(one.sheet, one.property)}</Jump>
              {': '}
              <bdi>{showStated(one)}</bdi>
            </li>
          ))}
        </ul>
      )}
      {(made.needs.length > 0 || unreadWhen) && (
        <div>
          <h3>{say('web.form.missing')}</h3>
          <ul className="needs">
            {made.needs.map((need) => (
              <li key={`${need.what} ${need.sheet}`}>
                <Jump to={at(need)}>
                  {need.sheet === 0
                    ? say(`web.form.need.${need.what}`)
                    : say('web.form.need.place-of', { part: nameOf(need.sheet) })}
                </Jump>
              </li>
            ))}
            {unreadWhen && (
              <li>
                <Jump to="report-when">{say('web.form.need.when')}</Jump>
              </li>
            )}
          </ul>
        </div>
      )}
      <Named title={say('web.form.wrong', { n: wrong.length })} fields={wrong} labelOf={labelOf} />
      <Named title={say('web.form.odd', { n: odd.length })} fields={odd} labelOf={labelOf} />
      {made.whole.map((p) => (
        <p key={p.code} className="callout">
          {language.sayIf(`problem.${p.code}`, p.facts) ?? p.code}
        </p>
      ))}
      {draft.refused?.code === 'id-reused' ? (
        <div className="callout" role="alert">
          <p>{say('web.form.arrived-before')}</p>
          <Button onPress={() => asCorrection(draft.id, newId()).then(writing.reread).catch(setFault)}>
            {say('web.form.as-correction')}
          </Button>
        </div>
      ) : (
        draft.refused && (
          <p className="callout" role="alert">
            {draft.refused.code === 'web-file-gone'
              ? say('web.form.file-gone')
              : say('web.form.refused', { why: sentenceOf(new Refused(draft.refused), language) })}
          </p>
        )
      )}
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      {made.report !== null && draft.out === null && draft.refused === null && <p>{say('web.form.ready')}</p>}
      {draft.out ? (
        <UnderWay draft={draft} out={draft.out} />
      ) : (
        <Button tone="main" isDisabled={made.report === null} onPress={send}>
          {say('web.form.send')}
        </Button>
      )}
      {writing.kept !== null && draft.out === null && saysAnything(draft) && (
        <p className="soft kept" data-kept={writing.kept}>
          {say(writing.kept ? 'web.form.kept' : 'web.form.keeping')}
        </p>
      )}
    </aside>
  );
}

interface NamedProps {
  readonly title: string;
  readonly fields: readonly { readonly n: number; readonly name: string }[];
  readonly labelOf: (n: number, name: string) => string;
}

function Named({ title, fields, labelOf }: NamedProps) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="needs">
        {fields.map(({ n, name }) => (
          <li key={`${n} ${name}`}>
            <Jump to={fieldId(n, name)}>{labelOf(n, name)}</Jump>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A link to a field of this form, which takes the focus. */
function Jump({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      onClick={(e) => {
        e.preventDefault();
        const field = document.getElementById(to);
        field?.scrollIntoView({ block: 'center' });
        const box = field?.matches('input, textarea')
          ? field
          : field?.querySelector<HTMLElement>('input, textarea, button');
        if (box instanceof HTMLElement) box.focus();
      }}
    >
      {children}
    </a>
  );
}
