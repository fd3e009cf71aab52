/** Where a row lies: by the file's own shapes, by two columns, by well-known text, or by a position as people write it. */
import type { Kind } from '@tilth/domain/record/kind';
import type { Look } from '../../ask/imports.ts';
import { changed, type Mapping, type Simple, type ValueRule, withProperties } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { ExtentField, PlaceSure } from './place-sure.tsx';

interface Props {
  readonly mapping: Mapping;
  readonly one: Simple;
  readonly kind: Kind;
  readonly edit: (mapping: Mapping) => void;
  readonly look: Look;
}

const ways = ['geometry', 'lon', 'wkt', 'typed'] as const;
const systems = ['decimal', 'dm', 'dms', 'utm', 'mgrs'] as const;

export function PlaceFields({ mapping, one, kind, edit, look }: Props) {
  const { say } = useLanguage();
  const { place } = kind;
  if (place === undefined) return null;
  const rule = one.properties[place];
  const way = ways.find((w) => rule?.[w] !== undefined) ?? 'none';
  const names = look.columns.map((c) => ({ id: c.name, label: c.name }));
  const [first] = look.columns;
  const put = (next: ValueRule | undefined) =>
    edit(withProperties(mapping, changed(one.properties, { [place]: next })));
  const set = (members: Readonly<Record<string, unknown>>) => put(changed(rule ?? {}, members));
  const toWay = (next: string) => {
    const kept = rule?.when_empty === undefined ? {} : { when_empty: rule.when_empty };
    const column = first?.name ?? '';
    if (next === 'none') put(undefined);
    else if (next === 'geometry') put({ ...kept, geometry: 'feature' });
    else if (next === 'lon') put({ ...kept, lon: column, lat: column });
    else put({ ...kept, [next]: column, ...(next === 'typed' && { system: 'decimal' }) });
  };
  const column = (member: 'lon' | 'lat' | 'wkt' | 'typed') => (
    <Labelled label={say(`web.import.place-${member}`)}>
      <Choice
        label={say(`web.import.place-${member}`)}
        value={rule?.[member] ?? null}
        options={names}
        onChange={(name) => set({ [member]: name })}
      />
    </Labelled>
  );
  const hasShapes = Object.keys(look.geometries).length > 0;
  return (
    <section className="import-part">
      <h2>{say('web.import.place')}</h2>
      <div className="field-grid">
        <Labelled label={say('web.import.place-from')}>
          <Choice
            label={say('web.import.place-from')}
            value={way}
            options={['none', ...ways.filter((w) => w !== 'geometry' || hasShapes)].map((w) => ({
              id: w,
              label: say(w === 'none' ? 'web.import.place-none' : `web.import.place-from.${w as 'lon'}`),
            }))}
            onChange={toWay}
          />
        </Labelled>
        {way === 'lon' && column('lon')}
        {way === 'lon' && column('lat')}
        {way === 'wkt' && column('wkt')}
        {way === 'typed' && column('typed')}
        {(way === 'typed' || way === 'lon') && (
          <Labelled label={say('web.import.place-system')}>
            <Choice
              label={say('web.import.place-system')}
              value={rule?.system ?? 'decimal'}
              options={systems
                .filter((id) => way === 'typed' || id !== 'mgrs')
                .map((id) => ({ id, label: say(`web.import.system.${id}`) }))}
              // two columns of degrees are numbers, which a coordinate system of its own may go with
              onChange={(system) =>
                set({ system: way === 'lon' && system === 'decimal' ? undefined : system })
              }
            />
          </Labelled>
        )}
        {rule?.system === 'utm' && (
          <TextLine
            label={say('web.import.zone')}
            value={rule.zone ?? ''}
            hint="36N"
            code
            onChange={(zone) => set({ zone: zone.trim() === '' ? undefined : zone.trim() })}
          />
        )}
        {(way === 'lon' || way === 'wkt') && (
          <TextLine
            label={say('web.import.crs')}
            value={rule?.crs ?? ''}
            hint="EPSG:4326"
            onChange={(crs) => set({ crs: crs.trim() === '' ? undefined : crs.trim() })}
          />
        )}
        {way !== 'none' && (
          <Labelled label={say('web.import.unplaced')}>
            <Choice
              label={say('web.import.unplaced')}
              value={rule?.when_empty === 'not-stated' ? 'not-stated' : 'nothing'}
              options={(['nothing', 'not-stated'] as const).map((id) => ({
                id,
                label: say(`web.import.unplaced.${id}`),
              }))}
              onChange={(id) => set({ when_empty: id === 'nothing' ? undefined : id })}
            />
          </Labelled>
        )}
        {rule && way !== 'none' && <PlaceSure key={way} rule={rule} set={set} columns={look.columns} />}
      </div>
      {way !== 'none' && <ExtentField mapping={mapping} edit={edit} />}
    </section>
  );
}
