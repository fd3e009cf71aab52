/** What states are to the four treaties on the day on show: of one treaty all states, or one state under all four. */
import '../../ui/style/products.css';
import '../../ui/style/treaties.css';
import { useAddress } from '../../use-address.ts';
import { StateScreen } from './state-screen.tsx';
import { TreatyScreen } from './treaty-screen.tsx';

export function TreatiesScreen() {
  const { own } = useAddress();
  return own.state !== undefined && /^[A-Z]{3}$/.test(own.state) ? (
    <StateScreen key={own.state} country={own.state} />
  ) : (
    <TreatyScreen />
  );
}
