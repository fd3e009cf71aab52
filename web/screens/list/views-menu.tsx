/** Saved lists: open one, save what is listed now under a name, change its name, share it, take it away and bring it back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { DialogTrigger } from 'react-aria-components/Dialog';
import type { Kind } from '../../ask/answers.ts';
import { dropView, type SavedView, saveView, viewsQuestion } from '../../ask/views.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble } from '../../ui/message.tsx';
import { Popup } from '../../ui/popup.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { addressNow, go, hrefOf } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

/** Nothing for visitors: what is saved is kept for people who have signed in. */
export function ViewsMenu({ kind }: { kind: Kind }) {
  const { say } = useLanguage();
  const { me, role } = useHere();
  if (me.person === null || role === null) return null;
  return (
    <DialogTrigger>
      <Button icon="bookmark">{say('web.views')}</Button>
      <Popup title={say('web.views')}>{(close) => <Views kind={kind} onOpen={close} />}</Popup>
    </DialogTrigger>
  );
}

/** What the address says of a list, as it is saved. */
function askedNow(): SavedView['asked'] {
  const { filter, within, q, sort, columns } = addressNow();
  return {
    ...(filter === '' ? {} : { filter }),
    ...(within === null ? {} : { within }),
    ...(q === '' ? {} : { q }),
    ...(sort === null ? {} : { sort }),
    ...(columns.length === 0 ? {} : { columns: columns.join(',') }),
  };
}

/** The part of an address that opens a saved list. */
function placeOf({ kind, asked }: SavedView) {
  return {
    kind,
    show: 'list' as const,
    screen: 'map' as const,
    filter: asked.filter ?? '',
    within: asked.within ?? null,
    q: asked.q ?? '',
    sort: asked.sort ?? null,
    columns: asked.columns?.split(',') ?? [],
  };
}

function Views({ kind, onOpen }: { kind: Kind; onOpen: () => void }) {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds } = useHere();
  const client = useQueryClient();
  const views = useQuery(viewsQuestion(programme.id));
  const [gone, setGone] = useState<SavedView | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const holder = useRef<HTMLDivElement>(null);
  const change = async (work: () => Promise<void>) => {
    setFault(null);
    try {
      await work();
      await client.invalidateQueries({ queryKey: ['views'] });
      // the button that was pressed may be gone, and with it the focus that Escape closes the dialog from
      holder.current?.focus();
    } catch (error) {
      setFault(error);
    }
  };
  const drop = (view: SavedView) =>
    change(async () => {
      await dropView(programme.id, view.id);
      setGone(view);
    });
  const restore = (view: SavedView) =>
    change(async () => {
      await saveView(programme.id, view);
      setGone(null);
    });
  if (views.error) return <Trouble error={views.error} retry={() => views.refetch()} />;
  return (
    <div className="views" ref={holder} tabIndex={-1}>
      {views.data?.length === 0 && <p className="soft">{say('web.views.none')}</p>}
      <ul>
        {views.data?.map((view) => (
          <li key={view.id} className="view-line">
            {renaming === view.id ? (
              <NameForm
                from={view}
                onDone={async (name, shared) => {
                  await change(() => saveView(programme.id, { ...view, name, shared }));
                  setRenaming(null);
                }}
              />
            ) : (
              <>
                <a
                  className="view-name"
                  href={hrefOf(placeOf(view))}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    go(placeOf(view));
                    onOpen();
                  }}
                >
                  {view.name}
                </a>
                <span className="soft">
                  {kinds.get(view.kind)?.plural ?? view.kind}
                  {view.shared && ` · ${say('web.views.shared')}`}
                </span>
                {view.may_change && (
                  <span className="view-tools">
                    <Button
                      tone="plain"
                      aria-label={say('web.views.rename-one', { name: view.name })}
                      onPress={() => setRenaming(view.id)}
                    >
                      {say('web.views.rename')}
                    </Button>
                    <Button
                      tone="plain"
                      aria-label={say('web.views.drop-one', { name: view.name })}
                      onPress={() => drop(view)}
                    >
                      {say('web.views.drop')}
                    </Button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {gone && (
          <p className="view-gone">
            {say('web.views.dropped', { name: gone.name })}{' '}
            <Button tone="plain" onPress={() => restore(gone)}>
              {say('web.views.restore')}
            </Button>
          </p>
        )}
      </div>
      {fault !== null && (
        <p className="wrong" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      <h3>{say('web.views.save')}</h3>
      <NameForm
        key={views.data?.length ?? 0}
        onDone={(name, shared) =>
          change(() =>
            saveView(programme.id, {
              id: crypto.randomUUID(),
              kind: kind.name,
              name,
              shared,
              asked: askedNow(),
            }),
          )
        }
      />
    </div>
  );
}

function NameForm({ from, onDone }: { from?: SavedView; onDone: (name: string, shared: boolean) => void }) {
  const { say } = useLanguage();
  const { may } = useHere();
  const [name, setName] = useState(from?.name ?? '');
  const [shared, setShared] = useState(from?.shared ?? false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onDone(name.trim(), shared);
  };
  return (
    <form className="condition" onSubmit={submit}>
      <TextLine
        label={say('web.views.name')}
        value={name}
        onChange={setName}
        hint={say('web.views.name-hint')}
      />
      {may.has('report') && (
        <Checkbox className="check" isSelected={shared} onChange={setShared}>
          {say('web.views.share')}
        </Checkbox>
      )}
      <div className="actions">
        <Button type="submit" isDisabled={name.trim() === ''}>
          {say('web.views.keep')}
        </Button>
      </div>
    </form>
  );
}
