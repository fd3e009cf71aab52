/** One item as a card: what is said of it, then what is said of others that have to do with it. */
import type { SpokenItem } from '@tilth/domain/report/sayings';
import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Facts, ItemLink } from './said.tsx';

export function SpokenCard({ item, children }: { item: SpokenItem; children: ReactNode }) {
  const { say } = useLanguage();
  const head = useId();
  return (
    <section className="chart-card" aria-labelledby={head}>
      <h2 id={head}>
        <ItemLink id={item.id} />
      </h2>
      {item.disputed && (
        <p>
          <Chip tone="disputed">{say('web.state.disputed')}</Chip>
        </p>
      )}
      {children}
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly items: readonly SpokenItem[];
  /** properties of theirs, in order */
  readonly names: readonly string[];
  /** what is said where there are none; without it the part is left out */
  readonly none?: string;
}

/** Others that it has to do with, each with what is said of it. */
export function SpokenPart({ title, items, names, none }: PartProps) {
  if (items.length === 0 && none === undefined) return null;
  return (
    <div className="said-part">
      <h3>{title}</h3>
      {items.length === 0 && <p className="soft">{none}</p>}
      {items.map((item) => (
        <div key={item.id}>
          <p>
            <ItemLink id={item.id} />
          </p>
          <Facts item={item} names={names} />
        </div>
      ))}
    </div>
  );
}
