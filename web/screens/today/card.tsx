import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../language/language.tsx';

/** One section: its name, how many, what is in it, and where the rest is. */
export function Card({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const { number } = useLanguage();
  const id = useId();
  return (
    <section className="today-card" aria-labelledby={id} data-none={count === 0 || undefined}>
      <h2 id={id}>
        <span>{title}</span>
        {count !== undefined && <span className="today-count">{number(count)}</span>}
      </h2>
      {children}
    </section>
  );
}
