import type { Told } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';

/** Sentences of what was found, each said once. */
export function Notices({ of, alarm }: { of: readonly Told[]; alarm?: boolean }) {
  const { say, sayIf } = useLanguage();
  const said = [
    ...new Set(of.map(({ code, facts }) => sayIf(`problem.${code}`, facts) ?? say('web.problem.unexpected'))),
  ];
  if (said.length === 0) return null;
  return (
    <ul className="notices" data-tone={alarm ? 'alarm' : undefined} {...(alarm ? { role: 'alert' } : {})}>
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
