import type { Description } from '@tilth/domain/evidence/description';
import { useLanguage } from '../../language/language.tsx';

/** Who published it, who wrote it, whose it was first, and when; each by itself, since names and days run both ways. */
export function Published({ article }: { article: Description }) {
  const { say, day } = useLanguage();
  const { publisher, author, original_publisher, published } = article;
  const parts = [
    publisher,
    ...(author === null ? [] : [author]),
    ...(original_publisher === null ? [] : [say('web.reading.from', { name: original_publisher })]),
    published === null ? say('web.reading.undated') : day(published),
  ];
  return parts.map((part, n) => (
    <span key={part}>
      {n > 0 && ' · '}
      <bdi>{part}</bdi>
    </span>
  ));
}
