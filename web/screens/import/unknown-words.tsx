/** Words of code columns that no list knows: a person says what each means. */
import type { Kind } from '@tilth/domain/record/kind';
import type { Unmatched } from '../../ask/imports.ts';
import { type Mapping, meaning, simple } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly mapping: Mapping;
  readonly kind: Kind;
  readonly edit: (mapping: Mapping) => void;
  readonly unmatched: readonly Unmatched[];
}

const UNSAID = 'unsaid';
const NO_CLAIM = 'no-claim';
/** A column of more is hardly one of codes: the first are shown. */
const SHOWN = 60;

export function Unknown({ mapping, kind, edit, unmatched }: Props) {
  const { say, number } = useLanguage();
  const { lists } = useHere();
  const one = simple(mapping);
  const tables = [
    ...new Set([
      ...unmatched.map((u) => u.property),
      ...Object.entries(one?.properties ?? {}).flatMap(([p, r]) => (r.codes ? [p] : [])),
    ]),
  ].flatMap((property) => {
    const about = kind.properties[property];
    if (about?.type !== 'code' && about?.type !== 'yesno') return [];
    const open = unmatched.find((u) => u.property === property);
    const said = one?.properties[property]?.codes ?? {};
    return [{ property, about, said, words: open?.words ?? [] }];
  });
  if (tables.length === 0) return null;
  return (
    <section className="import-part">
      <h2>{say('web.import.words')}</h2>
      <p className="soft">{say('web.import.words-hint')}</p>
      {tables.map(({ property, about, said, words }) => {
        const codes = Object.entries(lists.get(about.codes ?? '')?.codes ?? {});
        const options = [
          { id: UNSAID, label: say('web.import.word-unsaid') },
          { id: NO_CLAIM, label: say('web.import.word-nothing') },
          ...(about.type === 'yesno'
            ? [
                { id: 'true', label: say('web.yes') },
                { id: 'false', label: say('web.no') },
              ]
            : codes.map(([id, c]) => ({ id, label: c.label }))),
        ];
        const lines = [
          ...words.filter(({ word }) => !(word in said)),
          ...Object.keys(said).map((word) => ({
            word,
            rows: words.find((w) => w.word === word)?.rows ?? 0,
          })),
        ];
        return (
          <div key={property} className="words-table">
            <h3>{about.label}</h3>
            <ul>
              {lines.slice(0, SHOWN).map(({ word, rows }) => (
                <li key={word}>
                  <bdi>{word}</bdi>
                  <span className="count">{rows > 0 && say('web.import.rows', { n: rows })}</span>
                  <Choice
                    label={say('web.import.means', { word })}
                    value={said[word] === null ? NO_CLAIM : (said[word] ?? UNSAID)}
                    options={options}
                    onChange={(id) =>
                      edit(
                        meaning(
                          mapping,
                          property,
                          word,
                          id === UNSAID ? undefined : id === NO_CLAIM ? null : id,
                        ),
                      )
                    }
                  />
                </li>
              ))}
            </ul>
            {lines.length > SHOWN && (
              <p className="soft">{say('web.import.words-more', { n: number(lines.length - SHOWN) })}</p>
            )}
          </div>
        );
      })}
    </section>
  );
}
