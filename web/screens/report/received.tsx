/** After sending: the receipt, to be kept or printed, and what happens next. */
import { useEffect, useRef, useState } from 'react';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Draft, Receipt } from '../../report/draft.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function Received({ draft, receipt, kind }: { draft: Draft; receipt: Receipt; kind: OpenKind }) {
  const language = useLanguage();
  const { say, number } = language;
  const { programme } = useHere();
  const title = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  useEffect(() => title.current?.focus(), []);
  const lines: readonly (readonly [string, string])[] = [
    [say('web.form.receipt.programme'), programme.name],
    [say('web.form.receipt.number'), number(receipt.number)],
    [say('web.form.receipt.time'), `${language.instant(receipt.instant)} (${receipt.instant})`],
    [say('web.form.receipt.report'), draft.report],
    [say('web.form.receipt.digest'), receipt.digest],
    ...(receipt.chain === null ? [] : [[say('web.form.receipt.chain'), receipt.chain] as const]),
  ];
  const copy = () => {
    const text = lines.map(([name, value]) => `${name}: ${value}`).join('\n');
    // only pages of a secure address may write there
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <div className="report-page">
      <section className="report-received" aria-labelledby="report-received">
        <p className="soft">{kind.label}</p>
        <h1 id="report-received" tabIndex={-1} ref={title}>
          {say('web.form.received', { number: receipt.number })}
        </h1>
        <p>{say('web.form.received-hint')}</p>
        <dl className="receipt">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <div className="row">
          <PlaceLink
            className="button"
            to={{ screen: null, own: {}, item: draft.item, itemKind: draft.kind, narrow: 'side' }}
          >
            {say('web.form.open-item')}
          </PlaceLink>
          <Button icon="plus" onPress={() => go({ own: {} })}>
            {say('web.form.another')}
          </Button>
          <Button icon="file" onPress={() => window.print()}>
            {say('web.form.receipt.print')}
          </Button>
          <Button onPress={copy}>{say('web.form.receipt.copy')}</Button>
          <PlaceLink
            className="button"
            to={{ own: { kind: draft.kind, about: draft.item, corrects: draft.report } }}
          >
            {say('web.form.correct')}
          </PlaceLink>
        </div>
        {copied && (
          <p role="status">
            {say(copied === 'yes' ? 'web.form.receipt.copied' : 'web.form.receipt.not-copied')}
          </p>
        )}
      </section>
    </div>
  );
}
