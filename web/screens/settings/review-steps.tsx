/** In which steps reports are reviewed: for the whole programme, or for one kind of record. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queueQuestion } from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/message.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { headsOn, keysOf } from './heads.ts';
import { KindChoice } from './kind-choice.tsx';
import { Reason } from './reason.tsx';
import { useSetting } from './use-settings.ts';

export function ReviewSteps() {
  const { say } = useLanguage();
  const { kinds, programme } = useHere();
  const { rules, set } = useSetting();
  const [kind, setKind] = useState('');
  const now = stepsOn(rules, kind);
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const steps = typed ?? now ?? [''];
  const queue = useQuery(queueQuestion(programme.id, kind === '' ? {} : { kind }, 0));
  const complete = steps.every((s) => s.trim() !== '') && new Set(steps).size === steps.length;
  const write = async (value: readonly string[] | null, reason: string) => {
    if (await set({ sets: 'review-steps', key: kind, value, reason })) setTyped(null);
  };
  return (
    <>
      <p className="soft">{say('web.settings.review.lead')}</p>
      <SetOn
        keys={keysOf(rules, 'review-steps')}
        say={(key) => (stepsOn(rules, key) ?? []).join(' → ')}
        nothing={say('web.settings.review.none')}
        open={(key) => {
          setKind(key);
          setTyped(null);
        }}
      />
      <div className="settings-editor">
        <KindChoice
          value={kind}
          onChange={(next) => {
            setKind(next);
            setTyped(null);
          }}
        />
        <ol className="settings-steps">
          {steps.map((step, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
            <li key={n} className="row">
              <TextLine
                label={say('web.settings.review.step', { n: n + 1 })}
                value={step}
                onChange={(text) => setTyped(steps.with(n, text))}
                needed
              />
              {steps.length > 1 && (
                <Button
                  tone="plain"
                  icon="close"
                  label={say('web.form.remove', {
                    name: step || say('web.settings.review.step', { n: n + 1 }),
                  })}
                  onPress={() => setTyped(steps.toSpliced(n, 1))}
                />
              )}
            </li>
          ))}
        </ol>
        <div>
          <Button icon="plus" onPress={() => setTyped([...steps, ''])}>
            {say('web.settings.review.add')}
          </Button>
        </div>
        <Reason
          does={say('web.settings.set')}
          ready={complete && typed !== null}
          onDo={(reason) =>
            write(
              steps.map((s) => s.trim()),
              reason,
            )
          }
        >
          <p>
            {say('web.settings.review.effect', {
              kind: kinds.get(kind)?.plural ?? say('web.settings.every-kind'),
              n: steps.length,
              waiting: queue.data?.matched ?? 0,
            })}
          </p>
        </Reason>
        {now !== null && (
          <div>
            <Button tone="alarm" onPress={() => write(null, say('web.settings.review.back-reason'))}>
              {say('web.settings.review.back')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function stepsOn(rules: Parameters<typeof headsOn>[0], key: string): readonly string[] | null {
  const value = headsOn(rules, 'review-steps', key)[0]?.rule.value;
  return Array.isArray(value) ? value.map(String) : null;
}

interface SetOnProps {
  readonly keys: readonly string[];
  readonly say: (key: string) => string;
  /** what a key is called; without it the kind it names */
  readonly name?: (key: string) => string;
  readonly nothing: string;
  readonly open: (key: string) => void;
}

/** What is set now, for each kind it is set for. */
export function SetOn({ keys, say: show, name, nothing, open }: SetOnProps) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  if (keys.length === 0) return <Empty title={nothing} />;
  return (
    <ul className="settings-list">
      {keys.map((key) => {
        const kind = key === '' ? say('web.settings.every-kind') : (kinds.get(key)?.plural ?? key);
        const what = name?.(key) ?? kind;
        return (
          <li key={key} className="settings-line">
            <span className="settings-what">
              <bdi>{what}</bdi>
              <small className="soft">
                <bdi>{show(key)}</bdi>
              </small>
            </span>
            <Button label={say('web.settings.change-what', { what })} onPress={() => open(key)}>
              {say('web.settings.change')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
