/**
 * Who decided, announced, sent and received what, on what promise; what was said of it and by whom; who accuses whom of what.
 * Claims of their speakers, never a finding of ours.
 */
import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Sayings } from '../../ask/accountability.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfSpoken } from '../../record/sayings.ts';
import { Empty } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { AllegationsPart } from './allegations-part.tsx';
import { PromisesPart } from './promises-part.tsx';
import { SayingsScreen } from './sayings-screen.tsx';
import { SpokenProvider } from './spoken.ts';
import { TimePart } from './time-part.tsx';
import { TransfersPart } from './transfers-part.tsx';

const KINDS = [
  'policy-act',
  'aid-package',
  'transfer',
  'assurance',
  'munition-model',
  'statement',
  'use',
  'allegation',
  'inquiry',
  'treaty',
  'treaty-act',
  'treaty-decision',
] as const;

const parts = ['time', 'transfers', 'promises', 'allegations'] as const;

export function AccountabilityScreen() {
  const { say } = useLanguage();
  return (
    <SayingsScreen id="accountability" kinds={KINDS}>
      {(answer) =>
        answer.items.length === 0 ? (
          <Empty title={say('web.accountability.none')}>
            <p>{say('web.accountability.none-hint')}</p>
          </Empty>
        ) : (
          <Parts answer={answer} />
        )
      }
    </SayingsScreen>
  );
}

function Parts({ answer }: { answer: Sayings }) {
  const language = useLanguage();
  const { say, list } = language;
  const { kinds, lists } = useHere();
  const { own } = useAddress();
  const spoken = useMemo(() => {
    const byId = new Map(answer.items.map((item) => [item.id, item]));
    const titles = new Map(
      answer.items.map((item) => [item.id, titleOfSpoken(item, kinds.get(item.kind), { language, lists })]),
    );
    const codes = lists.get('country')?.codes ?? {};
    return {
      items: answer.items,
      byId,
      titleOf: (id: string) => titles.get(id) ?? id.slice(0, 8),
      stateName: (code: string) => codes[code]?.label ?? code,
    };
  }, [answer, kinds, lists, language]);
  return (
    <SpokenProvider value={spoken}>
      {answer.left_off.length > 0 && (
        <p className="callout" role="status">
          {say('web.accountability.left-off', {
            kinds: list(answer.left_off.map(({ kind }) => kinds.get(kind)?.plural ?? kind)),
          })}
        </p>
      )}
      <Tabs
        className="accountability-tabs"
        selectedKey={parts.find((p) => p === own.part) ?? 'time'}
        onSelectionChange={(part) => {
          const { part: _, ...rest } = own;
          go({ own: part === 'time' ? rest : { ...rest, part: String(part) } });
        }}
      >
        <TabList className="tab-list" aria-label={say('web.screen.accountability')}>
          {parts.map((part) => (
            <Tab key={part} id={part} className="tab">
              {say(`web.accountability.${part}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="time">
          <TimePart />
        </TabPanel>
        <TabPanel id="transfers">
          <TransfersPart />
        </TabPanel>
        <TabPanel id="promises">
          <PromisesPart />
        </TabPanel>
        <TabPanel id="allegations">
          <AllegationsPart />
        </TabPanel>
      </Tabs>
    </SpokenProvider>
  );
}
