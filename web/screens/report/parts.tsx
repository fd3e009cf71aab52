/** What one report records several of beside its item: victims of an accident, finds of an activity, each its own record. */
import { useState } from 'react';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Assembled } from '../../report/assemble.ts';
import { type Draft, type Part, withoutPart, withPart } from '../../report/draft.ts';
import { Button } from '../../ui/button.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { useHere } from '../frame/here.tsx';
import { Fields } from './fields.tsx';
import { newId } from './new-id.ts';
import { useSheetName } from './use-sheet-name.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly made: Assembled;
  readonly kind: OpenKind;
}

export function Parts({ draft, change, made, kind }: Props) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const nameOf = useSheetName(draft);
  const [gone, setGone] = useState<{
    readonly at: number;
    readonly part: Part;
    readonly files: Draft['files'];
  } | null>(null);
  // those that this reader knows of
  const offered = (kind.parts ?? []).flatMap(({ kind: name, by }) => {
    const of = kinds.get(name);
    return of ? [{ of, by }] : [];
  });
  if (offered.length === 0 && draft.parts.length === 0) return null;
  return (
    <section className="report-part" aria-labelledby="report-parts">
      <h2 id="report-parts">{say('web.form.parts')}</h2>
      <p className="soft">{say('web.form.parts-hint')}</p>
      {draft.parts.map((part, i) => {
        const of = kinds.get(part.kind);
        const name = nameOf(i + 1);
        if (!of) return null;
        return (
          <section key={part.item} className="part" aria-label={name}>
            <div className="report-label">
              <h3>{name}</h3>
              <Button
                tone="plain"
                icon="close"
                onPress={() => {
                  setGone({ at: i, part, files: draft.files.filter((f) => f.on === part.item) });
                  change((d) => withoutPart(d, i));
                }}
              >
                {say('web.form.remove', { name })}
              </Button>
            </div>
            {(of.place !== undefined || of.date !== undefined) && (
              <Toggle
                isSelected={part.same}
                onChange={(same) =>
                  change((d) => ({ ...d, parts: d.parts.map((p, k) => (k === i ? { ...p, same } : p)) }))
                }
              >
                {say('web.form.part-same')}
              </Toggle>
            )}
            <Fields
              draft={draft}
              sheet={part}
              n={i + 1}
              change={change}
              made={made}
              kind={of}
              without={[
                part.by,
                ...(part.same && sharesPlace(kind, of) ? [of.place ?? ''] : []),
                ...(part.same && kind.date !== undefined ? [of.date ?? ''] : []),
              ]}
            />
          </section>
        );
      })}
      {gone && (
        <p className="row" role="status">
          {say('web.form.removed')}
          <Button
            onPress={() => {
              const { at, part, files } = gone;
              change((d) => ({
                ...d,
                parts: [...d.parts.slice(0, at), part, ...d.parts.slice(at)],
                files: [...d.files, ...files],
              }));
              setGone(null);
            }}
          >
            {say('web.form.undo')}
          </Button>
        </p>
      )}
      <div className="row">
        {offered.map(({ of, by }) => (
          <Button
            key={`${of.name} ${by}`}
            icon="plus"
            onPress={() => {
              setGone(null);
              change((d) => withPart(d, of, by, newId()));
            }}
          >
            {say('web.form.add-part', { kind: of.label })}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Whether the place of the item can be that of its part: an outline is no place of a single find. */
function sharesPlace(kind: OpenKind, part: OpenKind): boolean {
  const [own, other] = [kind.properties[kind.place ?? ''], part.properties[part.place ?? '']];
  return own?.shapes?.every((s) => other?.shapes?.includes(s)) ?? false;
}
