import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';

/** What was chosen so far, each to be taken out again. */
export function Members({
  members,
  onRemove,
}: {
  members: readonly string[];
  onRemove: (n: number) => void;
}) {
  const { say } = useLanguage();
  if (members.length === 0) return null;
  return (
    <ul className="members">
      {members.map((name, n) => (
        <li key={name} className="member">
          <bdi>{name}</bdi>
          <Button
            tone="plain"
            icon="close"
            label={say('web.form.remove', { name })}
            onPress={() => onRemove(n)}
          />
        </li>
      ))}
    </ul>
  );
}
