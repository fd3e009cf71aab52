/** The reading room: the articles somebody brought in, with how far each has been read; and the desk at which one is read. */
import '../../ui/style/report.css';
import '../../ui/style/reading.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ArticleRow, articlesQuestion } from '../../ask/articles.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { AddArticle } from './add-article.tsx';
import { Desk } from './desk.tsx';
import { Published } from './published.tsx';

const DIGEST = /^[0-9a-f]{64}$/;

export function ReadingScreen() {
  const { own } = useAddress();
  const article = own.article ?? '';
  return DIGEST.test(article) ? <Desk key={article} digest={article} /> : <Room />;
}

function Room() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const [adding, setAdding] = useState(false);
  const answer = useQuery(articlesQuestion(programme.id));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const articles = answer.data;
  const read = articles.filter((a) => a.state === 'finished').length;
  return (
    <div className="reading-room">
      <header className="screen-head">
        <h1>{say('web.screen.reading')}</h1>
        <p className="lead">{say('web.reading.lead')}</p>
        {!adding && (
          <Button tone="main" icon="plus" onPress={() => setAdding(true)}>
            {say('web.reading.add')}
          </Button>
        )}
      </header>
      {adding && <AddArticle close={() => setAdding(false)} />}
      {articles.length === 0 && !adding && (
        <Empty title={say('web.reading.empty')}>
          <p>{say('web.reading.empty-hint')}</p>
        </Empty>
      )}
      {articles.length > 0 && (
        <>
          <Progress
            label={say('web.reading.progress')}
            done={read}
            of={articles.length}
            said={say('web.reading.read', { n: read, all: articles.length })}
          />
          <ul className="article-list" aria-label={say('web.reading.articles')}>
            {articles.map((a) => (
              <Line key={a.digest} article={a} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Line({ article }: { article: ArticleRow }) {
  const { say } = useLanguage();
  const { digest, title, language, state } = article;
  return (
    <li>
      <PlaceLink to={{ own: { article: digest } }} className="article-line">
        <span className="line-title">
          <bdi lang={language}>{title ?? say('web.reading.untitled')}</bdi>
        </span>
        <span className="line-rest">
          <Published article={article} />
        </span>
      </PlaceLink>
      <Chip tone={state === 'finished' ? 'plain' : state === 'reading' ? 'pending' : 'notice'}>
        {say(`web.reading.state-${state}`)}
      </Chip>
    </li>
  );
}
