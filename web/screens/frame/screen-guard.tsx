/**
 * A screen that can't be shown leaves the frame as it is: the server may be away just now, and what was written on this device
 * waits in the frame to be sent. The page is loaded anew only when the server answers, since nothing of it would come
 * otherwise.
 */
import { Component, type ReactNode, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';

interface Props {
  /** another screen begins without the fault of this one */
  readonly screen: string;
  readonly children: ReactNode;
}

interface State {
  readonly faulty: string | null;
}

export class ScreenGuard extends Component<Props, State> {
  override state: State = { faulty: null };

  static getDerivedStateFromError(): Partial<State> {
    return { faulty: '' };
  }

  static getDerivedStateFromProps({ screen }: Props, { faulty }: State): Partial<State> | null {
    if (faulty === '') return { faulty: screen };
    return faulty !== null && faulty !== screen ? { faulty: null } : null;
  }

  override render() {
    return this.state.faulty === null ? this.props.children : <Away />;
  }
}

function Away() {
  const { say } = useLanguage();
  const [still, setStill] = useState(false);
  const again = () => {
    fetch('/healthz', { cache: 'no-store' }).then(
      (answer) => (answer.ok ? window.location.reload() : setStill(true)),
      () => setStill(true),
    );
  };
  return (
    <div className="message" data-tone="alarm" role="alert">
      <p>{say('web.screen-away')}</p>
      {still && <p>{say('web.problem.unreachable')}</p>}
      <Button onPress={again}>{say('web.again')}</Button>
    </div>
  );
}
