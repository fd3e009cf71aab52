/** States under one treaty, a line each: what it is, how it consented, and its days; those disputed side by side. */
import type { Told, TreatyState } from '../../ask/treaties.ts';
import { useLanguage } from '../../language/language.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { FollowingDays, ToldDays } from './days.tsx';
import { codeLabel, stateName } from './names.ts';
import { StatusChips } from './status-chips.tsx';

interface Props {
  readonly label: string;
  readonly states: readonly TreatyState[];
  /** the day on show: what was done later is told on the state's own page */
  readonly at: string;
}

export function StateTable({ label, states, at }: Props) {
  const { say } = useLanguage();
  return (
    <div className="issued-scroll treaty-scroll">
      <table className="issued-figures issued-list" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say('web.treaties.state')}</th>
            <th scope="col">{say('web.treaties.status')}</th>
            <th scope="col">{say('web.treaties.how')}</th>
            <th scope="col">{say('web.treaties.signed-on')}</th>
            <th scope="col">{say('web.treaties.consented-on')}</th>
            <th scope="col">{say('web.treaties.in-force-from')}</th>
            <th scope="col">{say('web.treaties.leaves')}</th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <Line key={state.country ?? state.named} state={state} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ state, at }: { state: TreatyState; at: string }) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const { own } = useAddress();
  const name = stateName(state, lists);
  const days = (kind: string): readonly Told[] =>
    state.acts.findLast((a) => a.class === kind && a.days.some((d) => (d.from ?? d.to) <= at))?.days ?? [];
  return (
    <tr>
      <th scope="row">
        {state.country === null ? (
          <bdi>{name}</bdi>
        ) : (
          <PlaceLink to={{ own: { ...own, state: state.country } }}>
            <bdi>{name}</bdi>
          </PlaceLink>
        )}
        {state.disputed && (
          <>
            {' '}
            <Chip tone="disputed">{say('web.state.disputed')}</Chip>
          </>
        )}
      </th>
      <td data-label={say('web.treaties.status')}>
        <StatusChips statuses={state.statuses} />
      </td>
      <td data-label={say('web.treaties.how')}>
        {state.how.map((code) => (
          <span key={code} className="treaty-how">
            {codeLabel(lists, 'treaty-act-type', code)}
          </span>
        ))}
      </td>
      <td data-label={say('web.treaties.signed-on')}>
        <ToldDays days={days('signature')} />
      </td>
      <td data-label={say('web.treaties.consented-on')}>
        <ToldDays days={days('consent')} />
      </td>
      <td data-label={say('web.treaties.in-force-from')}>
        <FollowingDays days={state.in_force} />
      </td>
      <td data-label={say('web.treaties.leaves')}>
        <FollowingDays days={state.leaves} />
      </td>
    </tr>
  );
}
