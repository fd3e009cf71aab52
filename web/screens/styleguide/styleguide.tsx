/**
 * Every component of web/ui in each of its states, by day, by night, with high contrast and from right to left, beside each
 * other: whoever changes a style sees at once what else it changes. At /styleguide; no part of the first load.
 */
import '../../ui/style/styleguide.css';
import { useLanguage } from '../../language/language.tsx';
import { Colours, Icons } from './colours.tsx';
import { Fields } from './fields.tsx';
import { Figure } from './figure.tsx';
import { Lists } from './lists.tsx';
import { Signs } from './signs.tsx';

/** How each part is shown. */
const looks = [
  { name: 'light', theme: 'light', dir: 'ltr' },
  { name: 'dark', theme: 'dark', dir: 'ltr' },
  { name: 'contrast', theme: 'contrast', dir: 'ltr' },
  { name: 'rtl', theme: 'light', dir: 'rtl' },
] as const;

const parts = [
  ['Button, PlaceLink, CopyButton, Chip, Popup', Signs],
  ['TextLine, Labelled, Choice, Suggest, Search, Toggle, DayField, InstantField', Fields],
  ['VirtualList, Empty, Progress, Waiting, Trouble, StampLine', Lists],
  ['PlotFigure', Figure],
  ['tokens.css', Colours],
  ['Icon', Icons],
] as const;

export function Styleguide() {
  const { say } = useLanguage();
  return (
    <main className="styleguide">
      <header>
        <h1>{say('web.styleguide')}</h1>
        <p className="soft">{say('web.styleguide.lead')}</p>
        <a href="/">{say('web.start')}</a>
      </header>
      {parts.map(([names, Part]) => (
        <section key={names} aria-label={names}>
          <h2 className="mono" dir="ltr">
            {names}
          </h2>
          <div className="styleguide-looks">
            {looks.map(({ name, theme, dir }) => (
              <div key={name} className="styleguide-look" data-theme={theme} dir={dir}>
                <h3>{say(`web.styleguide.${name}`)}</h3>
                <Part />
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

/** One state, with the code that gives it. */
export function Specimen({ code, children }: { code: string; children: React.ReactNode }) {
  return (
    <div className="specimen">
      <code dir="ltr">{code}</code>
      {children}
    </div>
  );
}
