import type { ItemView } from '@tilth/domain/report/view';
import { useLanguage } from '../language/language.tsx';
import { Chip } from '../ui/chip.tsx';

/** How the item stands on record: not reviewed, no longer supported, void, disputed. Nothing when all is settled. */
export function StandingChips({ standing, disputed }: Pick<ItemView, 'standing' | 'disputed'>) {
  const { say } = useLanguage();
  return (
    <>
      {standing === 'reported' && <Chip tone="pending">{say('web.standing.reported')}</Chip>}
      {standing === 'unsupported' && <Chip tone="alarm">{say('web.standing.unsupported')}</Chip>}
      {standing === 'void' && <Chip>{say('web.standing.void')}</Chip>}
      {disputed && <Chip tone="disputed">{say('web.disputed')}</Chip>}
    </>
  );
}
