import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Button } from './button.tsx';

/** Copies a text, and says that it did; or shows it to be copied by hand where the browser does not let us. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { say } = useLanguage();
  const [done, setDone] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone('yes');
    } catch {
      // not on an address without https, or not allowed: said below
      setDone('no');
    }
    setTimeout(() => setDone(null), 2_000);
  };
  return (
    <span className="copy-button">
      <Button tone="plain" icon={done === 'yes' ? 'check' : 'copy'} label={label} onPress={copy} />
      <span className={done === 'no' ? 'copy-said' : 'visually-hidden'} role="status">
        {done !== null && say(done === 'yes' ? 'web.copied' : 'web.not-copied')}
      </span>
    </span>
  );
}
