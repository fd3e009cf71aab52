/** The screens that stand in the rail, in its order. Each is a chunk of its own, loaded when it is first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenId } from '../../address.ts';
import type { IconName } from '../../ui/icon.tsx';

export interface Screen {
  readonly id: ScreenId;
  readonly icon: IconName;
  /** what the reader has to be allowed to do here: report, decide, rule or invite; null: anybody */
  readonly needs: string | null;
  /** not in the rail: one comes to it from elsewhere */
  readonly aside?: true;
  readonly Content: LazyExoticComponent<ComponentType>;
}

/** Whether who may do `may` in the programme can open it. */
export function mayOpen({ needs }: Pick<Screen, 'needs'>, may: ReadonlySet<string>): boolean {
  return needs === null || may.has(needs);
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
    id: 'item',
    icon: 'file',
    needs: null,
    aside: true,
    Content: lazy(() => import('../item/item-screen.tsx').then((m) => ({ default: m.ItemScreen }))),
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
    id: 'reading',
    icon: 'read',
    needs: 'report',
    Content: lazy(() => import('../reading/reading-screen.tsx').then((m) => ({ default: m.ReadingScreen }))),
  },
  {
    id: 'place',
    icon: 'place',
    needs: null,
    Content: lazy(() => import('../place/place-screen.tsx').then((m) => ({ default: m.PlaceScreen }))),
  },
  {
    id: 'sheet',
    icon: 'print',
    needs: null,
    aside: true,
    Content: lazy(() => import('../sheet/sheet-screen.tsx').then((m) => ({ default: m.SheetScreen }))),
  },
  {
    id: 'import',
    icon: 'import',
    needs: 'report',
    Content: lazy(() => import('../import/import-screen.tsx').then((m) => ({ default: m.ImportScreen }))),
  },
  {
    id: 'reconcile',
    icon: 'compare',
    needs: 'report',
    Content: lazy(() =>
      import('../reconcile/reconcile-screen.tsx').then((m) => ({ default: m.ReconcileScreen })),
    ),
  },
  {
    id: 'products',
    icon: 'sheet',
    needs: null,
    Content: lazy(() =>
      import('../products/products-screen.tsx').then((m) => ({ default: m.ProductsScreen })),
    ),
  },
  {
    id: 'dashboards',
    icon: 'chart',
    needs: null,
    Content: lazy(() =>
      import('../dashboards/dashboards-screen.tsx').then((m) => ({ default: m.DashboardsScreen })),
    ),
  },
  {
    id: 'accountability',
    icon: 'megaphone',
    needs: null,
    Content: lazy(() =>
      import('../accountability/accountability-screen.tsx').then((m) => ({
        default: m.AccountabilityScreen,
      })),
    ),
  },
  {
    id: 'lifetimes',
    icon: 'hourglass',
    needs: null,
    Content: lazy(() =>
      import('../lifetimes/lifetimes-screen.tsx').then((m) => ({ default: m.LifetimesScreen })),
    ),
  },
  {
    id: 'treaties',
    icon: 'scales',
    needs: null,
    Content: lazy(() =>
      import('../treaties/treaties-screen.tsx').then((m) => ({ default: m.TreatiesScreen })),
    ),
  },
  {
    id: 'settings',
    icon: 'settings',
    needs: 'rule',
    Content: lazy(() =>
      import('../settings/settings-screen.tsx').then((m) => ({ default: m.SettingsScreen })),
    ),
  },
];
