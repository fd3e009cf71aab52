/** The oldest few of a section, and where all of them are; or what it means that there is none. */
import type { SectionId, Todo } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Card } from './card.tsx';
import { RowChips, RowTitle, Since, useRowRest } from './row-line.tsx';

export function Section({ id, todo, at }: { id: SectionId; todo: Todo; at: string }) {
  const { say } = useLanguage();
  const rest = useRowRest(id);
  return (
    <Card title={say(`web.today.${id}`)} count={todo.count}>
      <p className="today-what">{say(todo.count === 0 ? `web.today.${id}.none` : `web.today.${id}.what`)}</p>
      {todo.rows.length > 0 && (
        <ul className="today-rows">
          {todo.rows.map((row) => (
            <li key={row.id}>
              <PlaceLink to={{ screen: null, own: {}, item: row.id, itemKind: row.kind, narrow: 'side' }}>
                <RowTitle row={row} />
              </PlaceLink>
              <RowChips section={id} row={row} />
              <span className="today-rest">
                <Since day={row.day} at={at} />
                {rest(row) && ' · '}
                <bdi>{rest(row)}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
      {todo.count > todo.rows.length && (
        <PlaceLink className="today-all" to={{ own: { section: id } }}>
          {say('web.today.all', { n: todo.count })}
        </PlaceLink>
      )}
    </Card>
  );
}
