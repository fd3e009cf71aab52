import { earlierValues } from '@tilth/domain/report/earlier-values';
import type { Value } from '@tilth/domain/report/entry';
import type { ItemView, PropertyView, Shown } from '@tilth/domain/report/view';
import { useState } from 'react';
import type { OpenKind, Received } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import {
  type Attribution,
  attributionOf,
  attributionOfShown,
  explainSureness,
  nameOf,
  showSureness,
  sourceName,
} from '../../record/attribution.ts';
import { LinkedItem, PartyName } from '../../record/linked-item.tsx';
import { showSpan, showValue } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { ChooseForm } from '../decide/choose-form.tsx';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly shown: PropertyView;
  readonly kind: OpenKind | undefined;
  readonly entries: readonly Received[];
  /** address of the page that holds the history; this one where it is missing */
  readonly history?: string;
  /** the item, where its reader may decide on it as it is now */
  readonly decidesOn?: ItemView;
}

const tones: Readonly<Partial<Record<PropertyView['state'], ChipTone>>> = {
  disputed: 'disputed',
  pending: 'pending',
  claimed: 'notice',
};

/** One property: its value, how it stands, who says so; and whatever disputes or supports it, side by side. */
export function PropertyLine({ shown, kind, entries, decidesOn, history = '' }: Props) {
  const { say } = useLanguage();
  const [choosing, setChoosing] = useState(false);
  const property = kind?.properties[shown.property];
  const own = shown.claim && attributionOf(shown.claim, entries);
  const others = shown.remaining.filter(
    (s) => s.claim.report !== shown.claim?.report || s.claim.n !== shown.claim.n,
  );
  const waiting = shown.earlier.filter(
    (s) => s.standing !== 'live' && s.standing !== 'corrected' && s.standing !== 'void',
  );
  const earlier = earlierValues(shown);
  const disputed = shown.state === 'disputed';
  const voice = (s: (typeof shown.remaining)[number], boxed: boolean) => (
    <VoiceOf
      key={`${s.claim.report} ${s.claim.n}`}
      shown={s}
      name={shown.property}
      kind={kind}
      entries={entries}
      boxed={boxed}
      history={history}
    />
  );
  return (
    <div className="property" data-state={shown.state} data-property={shown.property}>
      <dt>
        <span title={property?.description}>{property?.label ?? shown.property}</span>
        {property?.definition !== undefined && shown.definition !== property.definition && (
          <span className="typed">{say('web.definition', { definition: shown.definition })}</span>
        )}
        {shown.state !== 'settled' && (
          <Chip tone={tones[shown.state] ?? 'plain'}>{say(`web.state.${shown.state}`)}</Chip>
        )}
        {shown.lapsed && <Chip tone="notice">{say('web.state.lapsed')}</Chip>}
      </dt>
      <dd className={disputed ? 'voices' : undefined}>
        {shown.value && (
          <Voice
            value={shown.value}
            name={shown.property}
            kind={kind}
            from={own}
            boxed={disputed}
            history={history}
          />
        )}
        {others.map((s) => voice(s, disputed))}
        {waiting.map((s) => voice(s, true))}
        {!shown.value && others.length === 0 && waiting.length === 0 && (
          <span className="soft">{say('web.value.none')}</span>
        )}
      </dd>
      {earlier.length > 0 && (
        <dd>
          <details className="disclosure" data-testid="earlier-values">
            <summary>{say('web.item.earlier-values', { n: earlier.length })}</summary>
            {earlier.map((s) => voice(s, false))}
          </details>
        </dd>
      )}
      {decidesOn && (disputed || choosing) && (
        <dd className="property-decide">
          <Button
            tone="plain"
            icon="disputes"
            aria-expanded={choosing}
            onPress={() => setChoosing(!choosing)}
            data-testid="settle"
          >
            {say('web.decide.settle')}
          </Button>
          {choosing && (
            <ChooseForm
              view={decidesOn}
              shown={shown}
              kind={kind}
              entries={entries}
              close={() => setChoosing(false)}
            />
          )}
        </dd>
      )}
    </div>
  );
}

interface VoiceProps {
  readonly value: Value;
  readonly name: string;
  readonly kind: OpenKind | undefined;
  readonly from: Attribution | null;
  readonly boxed: boolean;
  readonly history: string;
}

/** A value beside the one that stands, and who says it. */
export function VoiceOf({
  shown,
  entries,
  ...rest
}: Omit<VoiceProps, 'value' | 'from'> & { shown: Shown; entries: readonly Received[] }) {
  return <Voice {...rest} value={shown.value} from={attributionOfShown(shown, entries)} />;
}

function Voice({ value, name, kind, from, boxed, history }: VoiceProps) {
  const language = useLanguage();
  const { say } = language;
  const { said, published } = from ?? {};
  const sureness = showSureness(from?.sure);
  return (
    <div className="voice" data-boxed={boxed || undefined} data-standing={from?.standing}>
      <div className="voice-value">
        <ValueText value={value} name={name} kind={kind} />
        {from?.standing && from.standing !== 'live' && (
          <Chip tone="pending">{say(`web.report.${from.standing}`)}</Chip>
        )}
      </div>
      {from ? (
        <p className="voice-who">
          <span>
            <bdi title={from.source}>{said ? <PartyName party={said} /> : sourceName(from.source)}</bdi>
          </span>
          {published && nameOf(published) !== nameOf(said) && (
            <span>
              <bdi>
                {say('web.voice.published')} <PartyName party={published} />
              </bdi>
            </span>
          )}
          <span>
            <bdi>{showSpan(from.when, language)}</bdi>
          </span>
          {sureness && (
            <span>
              <bdi title={explainSureness(from.sure, language)}>{sureness}</bdi>
            </span>
          )}
          {from.number !== undefined && (
            <span>
              <bdi>
                <a href={`${history}#receipt-${from.number}`} title={from.source}>
                  {say('web.receipt', { number: from.number })}
                </a>
              </bdi>
            </span>
          )}
        </p>
      ) : (
        <p className="voice-who">{say('web.voice.worked-out')}</p>
      )}
    </div>
  );
}

/** The value as text; a link to another item as a link. */
export function ValueText({ value, name, kind }: Pick<VoiceProps, 'value' | 'name' | 'kind'>) {
  const language = useLanguage();
  const { lists } = useHere();
  const property = kind?.properties[name];
  const to = value.type === 'member' && value.yes ? value.of : value;
  if (to.type === 'link') return <LinkedItem link={to} to={property?.to ?? []} />;
  const text = showValue(value, property, { language, lists });
  const typed = 'typed' in value && value.typed && value.typed !== text ? value.typed : null;
  return (
    <>
      <bdi>{text}</bdi>
      {typed && <span className="typed">{language.say('web.value.typed', { typed })}</span>}
    </>
  );
}
