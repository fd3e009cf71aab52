/** A second article on the same matter, beside the first: those that tell the same come first in the choice. */
import { useQuery } from '@tanstack/react-query';
import type { Model } from '@tilth/domain/record/kind';
import { useMemo } from 'react';
import { type ArticlePage, articleQuestion, articlesQuestion } from '../../ask/articles.ts';
import { useLanguage } from '../../language/language.tsx';
import { readReading } from '../../reading/kept.ts';
import { beginReading, type Subject, shownMarks } from '../../reading/reading.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ArticleText } from './article-text.tsx';

const NONE = 'none';

export function BesideChoice({ page }: { page: ArticlePage }) {
  const { say, number } = useLanguage();
  const { programme } = useHere();
  const { own } = useAddress();
  const all = useQuery(articlesQuestion(programme.id));
  const alike = new Map(page.near_duplicates.map((d) => [d.digest, d.alike]));
  const others = (all.data ?? [])
    .filter((a) => a.digest !== page.digest)
    .toSorted((a, b) => (alike.get(b.digest) ?? 0) - (alike.get(a.digest) ?? 0));
  if (others.length === 0) return null;
  return (
    <Choice
      label={say('web.reading.beside')}
      value={own.beside ?? NONE}
      options={[
        { id: NONE, label: say('web.reading.beside-none') },
        ...others.map((a) => {
          const same = alike.get(a.digest);
          return {
            id: a.digest,
            label: `${a.publisher}: ${a.title ?? say('web.reading.untitled')}`,
            ...(same !== undefined && { note: say('web.reading.alike', { percent: number(same * 100, 0) }) }),
          };
        }),
      ]}
      onChange={(id) => go({ own: { article: page.digest, ...(id === NONE ? {} : { beside: id }) } })}
    />
  );
}

interface Props {
  readonly page: ArticlePage;
  /** the kind of record chosen in the first article: what seems to be of it is marked more strongly here */
  readonly of: string | null;
  readonly model: Model;
  /** a passage was chosen of which somebody has said of which record it is */
  readonly onLink: (subject: Subject) => void;
}

export function Beside({ page, of, model, onLink }: Props) {
  const { programme } = useHere();
  const { own } = useAddress();
  const digest = own.beside ?? '';
  const answer = useQuery({ ...articleQuestion(programme.id, digest), enabled: digest !== '' });
  if (digest === '' || digest === page.digest) return null;
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return <Second page={answer.data} of={of} model={model} onLink={onLink} />;
}

function Second({ page, of, model, onLink }: Props) {
  const { say, tag, day } = useLanguage();
  const { programme, me, today } = useHere();
  const named = { article: page.digest, programme: programme.id, by: me.person?.id ?? '' };
  const kept = useQuery({
    queryKey: ['reading', named],
    queryFn: () => readReading(named).catch(() => null),
    gcTime: 0,
  });
  const reading = useMemo(
    () => kept.data ?? beginReading(page, model, { tag, today }, { programme: '', by: '', report: '' }),
    [kept.data, page, model, tag, today],
  );
  const marks = useMemo(
    () => shownMarks(reading).map((m) => ({ ...m, match: m.kind === of && of !== 'statement' })),
    [reading, of],
  );
  const link = (id: string) => {
    const subject = reading.marks.find((m) => m.id === id)?.subject;
    // what was sent from here has made its record
    if (subject) onLink({ ...subject, fresh: subject.fresh && reading.receipt === null });
  };
  const linked = reading.marks.some((m) => m.subject !== null);
  return (
    <section className="desk-beside" aria-label={say('web.reading.beside')}>
      <div className="row">
        <h2>
          <bdi>{page.publisher}</bdi>{' '}
          <span className="soft">
            {page.published === null ? say('web.reading.undated') : day(page.published)}
          </span>
        </h2>
        <Button tone="plain" onPress={() => go({ own: { article: page.digest } })}>
          {say('web.reading.read-this')}
        </Button>
      </div>
      <p className="soft hint">{say(linked ? 'web.reading.link-hint' : 'web.reading.link-none')}</p>
      <ArticleText
        label={say('web.reading.text-of', { publisher: page.publisher })}
        text={page.text}
        language={page.language}
        marks={marks}
        onPick={link}
      />
    </section>
  );
}
