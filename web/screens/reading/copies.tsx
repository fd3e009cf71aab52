/** Articles here that tell almost the same in the same words: one story on several sites is one voice, and is read once. */
import type { ArticlePage } from '../../ask/articles.ts';
import { useLanguage } from '../../language/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { Published } from './published.tsx';

export function Copies({ page }: { page: ArticlePage }) {
  const { say, number } = useLanguage();
  const { own } = useAddress();
  const { near_duplicates: copies, voice } = page;
  if (copies.length === 0) return null;
  return (
    <div className="callout copies">
      <p>{say('web.reading.copies', { n: copies.length, voice: voice.name })}</p>
      <ul>
        {copies.map((copy) => (
          <li key={copy.digest}>
            {own.beside === copy.digest ? (
              <bdi>{copy.title ?? say('web.reading.untitled')}</bdi>
            ) : (
              <PlaceLink to={{ own: { article: page.digest, beside: copy.digest } }}>
                <bdi>{copy.title ?? say('web.reading.untitled')}</bdi>
              </PlaceLink>
            )}{' '}
            <Published article={copy} /> ·{' '}
            {say('web.reading.alike', { percent: number(copy.alike * 100, 0) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
