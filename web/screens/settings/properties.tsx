/** The programme's own properties, by kind: which there are, and a way to make, change or take back one. */
import { isRecord } from '@tilth/domain/record/own-property';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { headsOn, keysOf } from './heads.ts';
import { PropertyEditor } from './property-editor.tsx';
import { useSetting } from './use-settings.ts';

const NEW = 'new';
const edit = (key: string | null) => go({ own: { part: 'properties', ...(key && { edit: key }) } });

export function Properties() {
  const { say } = useLanguage();
  const { own } = useAddress();
  const { kinds } = useHere();
  const { rules } = useSetting();
  const keys = keysOf(rules, 'own-property');
  const open = own.edit;
  if (open === NEW || (open !== undefined && keys.includes(open)))
    return <PropertyEditor key={open} edited={open === NEW ? null : open} leave={() => edit(null)} />;
  return (
    <>
      <p className="soft">{say('web.settings.properties.lead')}</p>
      <div>
        <Button tone="main" icon="plus" onPress={() => edit(NEW)}>
          {say('web.settings.properties.add')}
        </Button>
      </div>
      {keys.length === 0 ? (
        <Empty title={say('web.settings.properties.none')} />
      ) : (
        <ul className="settings-list">
          {keys.map((key) => {
            const [kind = '', name = ''] = key.split('.');
            const property = kinds.get(kind)?.properties[name];
            const heads = headsOn(rules, 'own-property', key);
            const stated = heads[0]?.rule.value;
            const label = property?.label ?? (isRecord(stated) ? String(stated.label) : name);
            return (
              <li key={key} className="settings-line">
                <span className="settings-what">
                  <bdi>{label}</bdi>
                  <small className="soft">
                    {say('web.settings.properties.of', {
                      kind: kinds.get(kind)?.label ?? kind,
                      type: say(`web.settings.type.${(property?.type ?? 'text') as 'text'}`),
                    })}{' '}
                    <bdi className="mono" dir="ltr">
                      {name}
                    </bdi>
                  </small>
                  {heads.length > 1 && <small className="wrong">{say('web.settings.contested')}</small>}
                </span>
                <Button label={say('web.settings.change-what', { what: label })} onPress={() => edit(key)}>
                  {say('web.settings.change')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
