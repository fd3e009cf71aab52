/** The screens that stand in the rail, in its order. Each is a chunk of its own, loaded when it is first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenId } from '../../address.ts';
import type { IconName } from '../../ui/icon.tsx';

export interface Screen {
  readonly id: ScreenId;
  readonly icon: IconName;
  /** what the reader has to be allowed to do here: report, decide, rule or invite; null: anybody */
  readonly needs: string | null;
  readonly Content: LazyExoticComponent<ComponentType>;
}

export const screens: readonly Screen[] = [
  {
    id: 'today',
    icon: 'today',
    needs: 'report',
    Content: lazy(() => import('../today/today-screen.tsx').then((m) => ({ default: m.TodayScreen }))),
  },
  {
    id: 'report',
    icon: 'plus',
    needs: 'report',
    Content: lazy(() => import('../report/report-screen.tsx').then((m) => ({ default: m.ReportScreen }))),
  },
  {
    id: 'disputes',
    icon: 'disputes',
    needs: null,
    Content: lazy(() =>
      import('../disputes/disputes-screen.tsx').then((m) => ({ default: m.DisputesScreen })),
    ),
  },
  {
    id: 'place',
    icon: 'place',
    needs: null,
    Content: lazy(() => import('../place/place-screen.tsx').then((m) => ({ default: m.PlaceScreen }))),
  },
];
