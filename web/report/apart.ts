/**
 * A draft as it is kept on this machine, in two: what may stay, and what lies apart so that signing out takes it away. Apart
 * lie answers to personal properties, files, who said it (often an informant's name), what linked records are called, and the
 * report sealed for sending.
 */
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Answer, Draft, Sheet, TypedLink } from './draft.ts';

type Answers = Sheet['answers'];

export interface Apart {
  readonly personal: Draft['personal'];
  /** answers to personal properties of the parts, by item */
  readonly parts: Readonly<Record<string, Draft['personal']>>;
  readonly files: Draft['files'];
  readonly sealed: DraftReport | null;
  /** `said` of the head; what was kept before this was apart has none, nor the two below */
  readonly said?: string;
  readonly spoke?: Draft['spoke'];
  /** answers that link, in full, by item */
  readonly links?: Readonly<Record<string, Answers>>;
}

type BarePart = Omit<Draft['parts'][number], 'personal'>;

/** What may stay. */
export type Bare = Omit<Draft, 'personal' | 'files' | 'parts'> & { readonly parts: readonly BarePart[] };

export interface Kept {
  readonly draft: Draft;
  /** what is sent of it; null when it is not on its way, or was taken off this machine at signing out */
  readonly sealed: DraftReport | null;
}

/** `apart` is null where nothing has to lie apart. */
export function split(
  draft: Draft,
  sealed: DraftReport | null,
): { readonly bare: Bare; readonly apart: Apart | null } {
  const { personal, files, parts, head, spoke, ...rest } = draft;
  const links = [draft, ...parts].map((s): [string, Answers] => [s.item, linksOf(s.answers)]);
  const bare: Bare = {
    ...rest,
    head: { ...head, said: '' },
    spoke: null,
    answers: withoutTitles(draft.answers),
    parts: parts.map(({ personal: _, ...part }) => ({ ...part, answers: withoutTitles(part.answers) })),
  };
  const nothing =
    [personal, ...parts.map((p) => p.personal), ...links.map(([, l]) => l)].every(
      (answers) => Object.keys(answers).length === 0,
    ) &&
    files.length === 0 &&
    head.said === '' &&
    spoke === null &&
    sealed === null;
  if (nothing) return { bare, apart: null };
  return {
    bare,
    apart: {
      personal,
      parts: Object.fromEntries(parts.map((p) => [p.item, p.personal])),
      files,
      sealed,
      said: head.said,
      spoke,
      links: Object.fromEntries(links),
    },
  };
}

/** The draft whole; without what lay apart (`apart` undefined) it has what may stay. Drafts kept before links lay apart are read too. */
export function together(bare: Bare, apart: Apart | undefined): Kept {
  const answers = ({ item, answers: kept }: Pick<Sheet, 'item' | 'answers'>): Answers =>
    // a link that was nothing but its name went with it
    Object.fromEntries(
      Object.entries({ ...kept, ...apart?.links?.[item] }).filter(
        ([, a]) => a.as !== 'links' || a.links.length > 0,
      ),
    );
  const draft: Draft = {
    ...bare,
    head: { ...bare.head, said: apart?.said ?? bare.head.said },
    spoke: apart?.spoke ?? bare.spoke,
    answers: answers(bare),
    personal: apart?.personal ?? {},
    files: apart?.files ?? [],
    parts: bare.parts.map((part) => ({
      ...part,
      answers: answers(part),
      personal: apart?.parts[part.item] ?? {},
    })),
  };
  return { draft, sealed: apart?.sealed ?? null };
}

/** What stays of a draft whose values apart are taken away; a correction says that it lacks what the report said there. */
export function forgotten(bare: Bare): Bare {
  if (bare.corrects === null || bare.lost.includes(FORGOTTEN)) return bare;
  return { ...bare, lost: [...bare.lost, FORGOTTEN] };
}

/** Among what is lost: what went when somebody signed out. */
export const FORGOTTEN = 'web.form.forgotten';

function linksOf(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, a]) => a.as === 'links'));
}

function withoutTitles(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([name, a]) => [name, withoutTitle(a)]));
}

/** A record is known by its id; a link that names nothing here yet is all name. */
function withoutTitle(answer: Answer): Answer {
  if (answer.as !== 'links') return answer;
  const links = answer.links.flatMap(({ kind, item }): TypedLink[] =>
    item === undefined ? [] : [{ kind, item, title: item.slice(0, 8) }],
  );
  return { as: 'links', links };
}
