/** What stands beside the map: lists and queues as tabs, and in front of them the chosen item. */
import { useQuery } from '@tanstack/react-query';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Show } from '../../address.ts';
import { toLocateQuestion } from '../../ask/questions.ts';
import { queueQuestion } from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { go, useAddress } from '../../use-address.ts';
import { ItemPanel } from '../item/item-panel.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import { ToLocate } from '../list/to-locate.tsx';
import { ReviewScreen } from '../review/review-screen.tsx';
import { Overlaps } from '../totals/overlaps.tsx';
import { TotalsScreen } from '../totals/totals-screen.tsx';
import { useHere } from './here.tsx';

export function Side() {
  const { say, number } = useLanguage();
  const address = useAddress();
  const { programme, may } = useHere();
  const toLocate = useQuery(toLocateQuestion(programme.id, address));
  const reviews = may.has('decide');
  const queue = useQuery({ ...queueQuestion(programme.id, {}, 0), enabled: reviews });
  const tabs: { id: Exclude<Show, 'overlaps'>; count?: number | undefined }[] = [
    { id: 'list' },
    { id: 'locate', count: toLocate.data?.rows.length },
    { id: 'totals' },
    ...(reviews ? [{ id: 'review' as const, count: queue.data?.waiting }] : []),
  ];
  const tab = address.show === 'overlaps' ? 'totals' : address.show;
  const show = tabs.some((t) => t.id === tab) ? tab : 'list';
  return (
    <section className="side" id="side" tabIndex={-1} aria-label={say('web.side')}>
      <Tabs
        className="tabs"
        selectedKey={show}
        onSelectionChange={(key) =>
          go({ show: tabs.find((t) => t.id === key)?.id ?? 'list', item: null, own: {} })
        }
        data-behind={address.item !== null || undefined}
        inert={address.item !== null}
      >
        <h1 className="visually-hidden">{programme.name}</h1>
        <TabList className="tab-list" aria-label={say('web.side')}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="tab">
              {say(`web.tab.${tab.id}`)}
              {tab.count !== undefined && tab.count > 0 && <span className="count">{number(tab.count)}</span>}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="list" className="tab-panel">
          <ListScreen />
        </TabPanel>
        <TabPanel id="locate" className="tab-panel">
          <ToLocate />
        </TabPanel>
        <TabPanel id="totals" className="tab-panel">
          {address.show === 'overlaps' ? <Overlaps /> : <TotalsScreen />}
        </TabPanel>
        {reviews && (
          <TabPanel id="review" className="tab-panel">
            <ReviewScreen />
          </TabPanel>
        )}
      </Tabs>
      {address.item !== null && (
        <ItemPanel key={address.item} kind={address.itemKind ?? address.kind} id={address.item} />
      )}
    </section>
  );
}
