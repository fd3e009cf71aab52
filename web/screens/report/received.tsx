/** After sending: the receipt, and what happens next. */
import { useEffect, useRef } from 'react';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Draft } from '../../report/draft.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { go } from '../../use-address.ts';

export function Received({ draft, receipt, kind }: { draft: Draft; receipt: number; kind: OpenKind }) {
  const { say } = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="report-page">
      <section className="report-received" aria-labelledby="report-received">
        <p className="soft">{kind.label}</p>
        <h1 id="report-received" tabIndex={-1} ref={title}>
          {say('web.form.received', { number: receipt })}
        </h1>
        <p>{say('web.form.received-hint')}</p>
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
        </div>
      </section>
    </div>
  );
}
