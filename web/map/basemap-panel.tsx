/** Which basemap lies below: none, one the reader has entered, or a file. What is entered here is the only address that is asked. */
import { type Basemap, heldBackOverHttps, type WrongAddress } from '@tilth/domain/record/basemap';
import { type FormEvent, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useLanguage } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { chooseBasemap, keepBasemaps, keptBasemaps, MOST, sourceOf } from './basemaps.ts';
import type { BaseInUse } from './use-base.ts';

export function BasemapPanel({ use }: { use: BaseInUse }) {
  const { say } = useLanguage();
  const [kept, setKept] = useState(keptBasemaps);
  const forget = (id: string) => {
    const left = kept.filter((b) => b.id !== id);
    keepBasemaps(left);
    setKept(left);
    if (use.chosen === id) use.choose(null);
  };
  return (
    <div className="basemaps">
      <RadioGroup
        aria-label={say('web.base')}
        className="radios"
        value={use.chosen ?? 'none'}
        onChange={(id) => use.choose(id === 'none' ? null : id)}
      >
        <Radio value="none" className="radio">
          {say('web.base.none')}
        </Radio>
        {use.given.map(({ id, name, attribution }) => (
          <Radio key={id} value={id} className="radio">
            <span>
              {name} <small className="soft">{say('web.base.given', { attribution })}</small>
            </span>
          </Radio>
        ))}
        {kept.map(({ id, name, attribution }) => (
          <div key={id} className="basemap">
            <Radio value={id} className="radio">
              <span>
                {name} <small className="soft">{attribution}</small>
              </span>
            </Radio>
            <Button
              tone="plain"
              icon="close"
              label={say('web.base.forget', { name })}
              onPress={() => forget(id)}
            />
          </div>
        ))}
        {use.chosen === 'file' && (
          <Radio value="file" className="radio">
            {use.base?.attribution ?? say('web.base.file')}
          </Radio>
        )}
      </RadioGroup>
      {use.fault && (
        <div role="alert">
          <p className="wrong">{say('web.base.fault')}</p>
          {use.given.some(({ id }) => id === use.chosen) && (
            // set since this page was loaded: the page is let through when it is loaded anew
            <Button onPress={() => window.location.reload()}>{say('web.base.load')}</Button>
          )}
        </div>
      )}
      <label className="button file-button">
        {say('web.base.open')}
        <input
          type="file"
          accept=".pmtiles"
          className="visually-hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) use.openFile(file);
          }}
        />
      </label>
      <p className="soft">{say('web.base.file-hint')}</p>
      {kept.length < MOST && <Adding kept={kept} />}
    </div>
  );
}

function Adding({ kept }: { kept: readonly Basemap[] }) {
  const { say } = useLanguage();
  const [wrong, setWrong] = useState<WrongAddress | null>(null);
  const [isHeldBack, setHeldBack] = useState(false);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const get = (name: string) => String(form.get(name) ?? '').trim();
    const found = sourceOf(get('address'));
    if ('wrong' in found) return setWrong(found.wrong);
    const id = `base-${Date.now().toString(36)}`;
    keepBasemaps([
      ...kept,
      { id, name: get('name'), address: get('address'), attribution: get('attribution') },
    ]);
    chooseBasemap(id);
    // the page is let through to the new address when it is loaded anew; where it is stands in its own address
    window.location.reload();
  };
  return (
    <form className="basemap-form" onSubmit={add}>
      <h3>{say('web.base.add')}</h3>
      <TextField className="field" name="name" isRequired maxLength={60}>
        <Label>{say('web.base.name')}</Label>
        <Input className="input" />
      </TextField>
      <TextField
        className="field"
        name="address"
        isRequired
        maxLength={400}
        isInvalid={wrong !== null}
        onChange={(address) => setHeldBack(heldBackOverHttps(address.trim()))}
      >
        <Label>{say('web.base.address')}</Label>
        <Input className="input mono" dir="ltr" placeholder="https://…/{z}/{x}/{y}.png" />
        <Text slot="description">
          {wrong === null && isHeldBack ? (
            <strong>{say('web.base.held-back')}</strong>
          ) : (
            say(wrong === null ? 'web.base.address-hint' : `web.base.wrong.${wrong}`)
          )}
        </Text>
      </TextField>
      <TextField className="field" name="attribution" isRequired maxLength={200}>
        <Label>{say('web.base.attribution')}</Label>
        <Input className="input" />
        <Text slot="description">{say('web.base.attribution-hint')}</Text>
      </TextField>
      <p className="soft">{say('web.base.privacy')}</p>
      <Button tone="main" type="submit">
        {say('web.base.keep')}
      </Button>
    </form>
  );
}
