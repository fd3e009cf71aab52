import { useLanguage } from '../../language/language.tsx';

/** Stands above every number of this screen. */
export function Treat() {
  const { say } = useLanguage();
  return <p className="treat-as-live">{say('web.lifetimes.treat')}</p>;
}
