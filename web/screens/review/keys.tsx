/** The keys of the review: one letter each, never while somebody types or a dialog is open; `?` shows them all. */
import { useEffect, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';

export type Key = 'j' | 'k' | 'a' | 'r' | 'x' | 'u' | 'o' | 'b' | 'c' | 'n' | '?';
export type Doings = Readonly<Partial<Record<Key, () => void>>>;

/** On a keyboard of another script the key is found by where it lies. */
function keyOf(event: KeyboardEvent): string {
  if (event.key === '?') return '?';
  const key = event.key.toLowerCase();
  return /^[a-z]$/.test(key) || !event.code.startsWith('Key') ? key : event.code.slice(3).toLowerCase();
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"], .popover') !== null;
}

export function useKeys(doings: Doings): void {
  const now = useRef(doings);
  now.current = doings;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isBusy(event.target) || document.querySelector('[role="dialog"]') !== null) return;
      const found = Object.entries(now.current).find(([key]) => key === keyOf(event));
      if (!found) return;
      event.preventDefault();
      found[1]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const shown = ['j', 'k', 'enter', 'a', 'r', 'x', 'u', 'o', 'b', 'help'] as const;
const caps: Partial<Record<(typeof shown)[number], string>> = { enter: 'Enter', help: '?' };

export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useLanguage();
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      isDismissable
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {say('web.review.keys')}
          </Heading>
          <dl className="keys">
            {shown.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{caps[key] ?? key.toUpperCase()}</kbd>
                </dt>
                <dd>{say(`web.review.key-${key}`)}</dd>
              </div>
            ))}
          </dl>
          <Button onPress={onClose}>{say('web.close')}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
