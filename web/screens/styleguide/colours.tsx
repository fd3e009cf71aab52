import { Icon, iconNames } from '../../ui/icon.tsx';

/** Colours of tokens.css, each on the ground it is for. */
const pairs = [
  ['--ink', '--paper'],
  ['--ink', '--surface'],
  ['--ink', '--raised'],
  ['--ink', '--sunk'],
  ['--ink-soft', '--surface'],
  ['--accent', '--surface'],
  ['--accent-ink', '--accent'],
  ['--accent', '--accent-soft'],
  ['--alarm', '--alarm-soft'],
  ['--notice', '--notice-soft'],
  ['--disputed', '--disputed-soft'],
  ['--pending', '--pending-soft'],
] as const;

export function Colours() {
  return (
    <ul className="swatches">
      {pairs.map(([ink, ground]) => (
        <li
          key={ink + ground}
          dir="ltr"
          className="mono"
          style={{ color: `var(${ink})`, background: `var(${ground})` }}
        >
          {ink} {ground}
        </li>
      ))}
    </ul>
  );
}

export function Icons() {
  return (
    <ul className="icon-names">
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} />
          <small className="mono" dir="ltr">
            {name}
          </small>
        </li>
      ))}
    </ul>
  );
}
