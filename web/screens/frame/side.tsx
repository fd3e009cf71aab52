/** What stands beside the map: lists and queues as tabs, and in front of them the chosen item. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Show } from '../../address.ts';
import { toLocateQuestion } from '../../ask/questions.ts';
import { queueQuestion } from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { Waiting } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { ListScreen } from '../list/list-screen.tsx';
import { useHere } from './here.tsx';

// the list is what one comes to; the rest is fetched once a pointer or the focus comes near, before anything is pressed
const itemPanel = () => import('../item/item-panel.tsx').then((m) => ({ default: m.ItemPanel }));
const toLocate = () => import('../list/to-locate.tsx').then((m) => ({ default: m.ToLocate }));
const reviewScreen = () => import('../review/review-screen.tsx').then((m) => ({ default: m.ReviewScreen }));
const overlaps = () => import('../totals/overlaps.tsx').then((m) => ({ default: m.Overlaps }));
const totalsScreen = () => import('../totals/totals-screen.tsx').then((m) => ({ default: m.TotalsScreen }));
const ItemPanel = lazy(itemPanel);
const ToLocate = lazy(toLocate);
const ReviewScreen = lazy(reviewScreen);
const Overlaps = lazy(overlaps);
const TotalsScreen = lazy(totalsScreen);

export function Side() {
  const { say, number } = useLanguage();
  const address = useAddress();
  const { programme, may } = useHere();
  const located = useQuery(toLocateQuestion(programme.id, address));
  const reviews = may.has('decide');
  const queue = useQuery({ ...queueQuestion(programme.id, {}, 0), enabled: reviews });
  const tabs: { id: Exclude<Show, 'overlaps'>; count?: number | undefined }[] = [
    { id: 'list' },
    { id: 'locate', count: located.data?.rows.length },
    { id: 'totals' },
    ...(reviews ? [{ id: 'review' as const, count: queue.data?.waiting }] : []),
  ];
  const fetchRest = () => {
    for (const fetched of [itemPanel, totalsScreen, ...(reviews ? [reviewScreen] : [])]) fetched();
  };
  const tab = address.show === 'overlaps' ? 'totals' : address.show;
  const show = tabs.some((t) => t.id === tab) ? tab : 'list';
  return (
    <section
      className="side"
      id="side"
      tabIndex={-1}
      aria-label={say('web.side')}
      onPointerEnter={fetchRest}
      onFocus={fetchRest}
    >
      <Tabs
        className="tabs"
        selectedKey={show}
        onSelectionChange={(key) =>
          go({ show: tabs.find((t) => t.id === key)?.id ?? 'list', item: null, own: {} })
        }
        data-behind={address.item !== null || undefined}
        inert={address.item !== null}
      >
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
          <Suspense fallback={<Waiting />}>
            <ToLocate />
          </Suspense>
        </TabPanel>
        <TabPanel id="totals" className="tab-panel">
          <Suspense fallback={<Waiting />}>
            {address.show === 'overlaps' ? <Overlaps /> : <TotalsScreen />}
          </Suspense>
        </TabPanel>
        {reviews && (
          <TabPanel id="review" className="tab-panel">
            <Suspense fallback={<Waiting />}>
              <ReviewScreen />
            </Suspense>
          </TabPanel>
        )}
      </Tabs>
      {address.item !== null && (
        <Suspense fallback={<Waiting />}>
          <ItemPanel key={address.item} kind={address.itemKind ?? address.kind} id={address.item} />
        </Suspense>
      )}
    </section>
  );
}
