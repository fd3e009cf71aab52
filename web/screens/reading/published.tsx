import type { Description } from '@tilth/domain/evidence/description';
import { Fragment } from 'react';
import { useLanguage } from '../../language/language.tsx';

type Told = Pick<Description, 'publisher' | 'original_publisher' | 'published'> & {
  readonly author?: string | null;
};

/** Who published it, who wrote it, whose it was first, and when; each by itself, since names and days run both ways. */
export function Published({ article }: { article: Told }) {
  const { say, day } = useLanguage();
  const { publisher, author = null, original_publisher, published } = article;
  const parts: Readonly<Record<string, string | null>> = {
    publisher,
    // a site often names itself as the author
    author: author === publisher ? null : author,
    from: original_publisher === null ? null : say('web.reading.from', { name: original_publisher }),
    published: published === null ? say('web.reading.undated') : day(published),
  };
  return Object.entries(parts).map(
    ([name, part]) =>
      part !== null && (
        <Fragment key={name}>
          {name !== 'publisher' && ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ),
  );
}
