import type { TreatyStatus } from '../../ask/treaties.ts';
import { useLanguage } from '../../language/language.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';

const tones: Readonly<Partial<Record<TreatyStatus, ChipTone>>> = {
  'withdrawal-notified': 'notice',
  withdrawn: 'notice',
};

/** What a state is to a treaty; where the record leaves it open, all that it may be. */
export function StatusChips({ statuses }: { statuses: readonly TreatyStatus[] }) {
  const { say } = useLanguage();
  const open = statuses.length > 1;
  return (
    <span className="chips">
      {statuses.map((status) => (
        <Chip key={status} tone={open ? 'disputed' : (tones[status] ?? 'plain')}>
          {say(`web.treaties.status.${status}`)}
        </Chip>
      ))}
    </span>
  );
}
