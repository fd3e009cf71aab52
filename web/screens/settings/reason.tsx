/** The end of every change: why, what comes of it, and the button that enters it in the record. */
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useSetting } from './use-settings.ts';

interface Props {
  /** what comes of it, before it is done */
  readonly children: ReactNode;
  /** what the button does */
  readonly does: string;
  /** false while something is missing or wrong */
  readonly ready: boolean;
  readonly onDo: (reason: string) => void;
  readonly onLeave?: () => void;
}

export function Reason({ children, does, ready, onDo, onLeave }: Props) {
  const { say } = useLanguage();
  const { busy } = useSetting();
  const [reason, setReason] = useState('');
  return (
    <>
      <section className="settings-effect" aria-label={say('web.settings.effect')}>
        <h3>{say('web.settings.effect')}</h3>
        {children}
      </section>
      <TextLine
        label={say('web.settings.reason')}
        hint={say('web.settings.reason-hint')}
        value={reason}
        onChange={setReason}
        needed
      />
      <div className="row">
        <Button
          tone="main"
          isDisabled={busy || !ready || reason.trim() === ''}
          onPress={() => onDo(reason.trim())}
        >
          {does}
        </Button>
        {onLeave && (
          <Button tone="plain" onPress={onLeave}>
            {say('web.settings.leave')}
          </Button>
        )}
      </div>
    </>
  );
}
