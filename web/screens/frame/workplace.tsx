/** The frame: header, bars, the rail of screens; and in it the map with what stands beside it, or one screen alone. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { CodeList, Me, OpenKind, Programme } from '../../ask/answers.ts';
import { meQuestion, programmesQuestion, useKinds } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { useKeptShell } from '../../offline/begin.ts';
import { kindInWords, listInWords } from '../../record/labels.ts';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { addressNow, go, useAddress } from '../../use-address.ts';
import { Bars } from './bars.tsx';
import { Closed } from './closed.tsx';
import { Header } from './header.tsx';
import { HereProvider, todayIn } from './here.tsx';
import { homeOf } from './home.ts';
import { NarrowSwitch } from './narrow-switch.tsx';
import { PrintFoot } from './print-foot.tsx';
import { Rail } from './rail.tsx';
import { ScreenGuard } from './screen-guard.tsx';
import { mayOpen, screens } from './screens.ts';
import { Side } from './side.tsx';
import { keepProgramme, useProgrammeMeant } from './use-programme-meant.ts';

const MapPane = lazy(() => import('../../map/map-pane.tsx').then((m) => ({ default: m.MapPane })));

export function Workplace() {
  const { say } = useLanguage();
  const address = useAddress();
  const me = useQuery(meQuestion);
  const programmes = useQuery(programmesQuestion);
  const programme = useProgrammeMeant(address, programmes.data);
  const kinds = useKinds(programme?.id ?? null);

  const error = me.error ?? programmes.error ?? kinds.error;
  if (error)
    return (
      <Trouble
        error={error}
        retry={() => {
          for (const q of [me, programmes, kinds]) if (q.isError) q.refetch();
        }}
      />
    );
  if (!me.data || !programmes.data || programme === undefined) return <Waiting />;
  if (programme === null)
    return (
      <main className="card">
        <img src="/mark.svg" alt="" width="48" height="48" />
        <h1>{say(address.programme ? 'web.programme.unknown' : 'web.programme.none')}</h1>
        <p>{say(address.programme ? 'web.programme.unknown-hint' : 'web.programme.none-hint')}</p>
        {me.data.person === null && <a href="/sign-in">{say('web.sign-in')}</a>}
        <a href="/">{say('web.start')}</a>
      </main>
    );
  if (!kinds.data) return <Waiting />;
  return (
    <Standing
      me={me.data}
      programme={programme}
      programmes={programmes.data}
      kinds={kinds.data.kinds}
      lists={kinds.data.lists}
    />
  );
}

interface StandingProps {
  readonly me: Me;
  readonly programme: Programme;
  readonly programmes: readonly Programme[];
  readonly kinds: readonly OpenKind[];
  readonly lists: Readonly<Record<string, CodeList>>;
}

function Standing({ me, programme, programmes, kinds, lists }: StandingProps) {
  const { say, tag, labels } = useLanguage();
  const { narrow, screen, programme: named } = useAddress();
  const here = useMemo(
    () => ({
      me,
      programme,
      programmes,
      role: me.programmes.find((p) => p.programme === programme.id)?.role ?? null,
      may: new Set(me.programmes.find((p) => p.programme === programme.id)?.may),
      kinds: new Map(kinds.filter((k) => k.level !== null).map((k) => [k.name, kindInWords(k, labels, tag)])),
      lists: new Map(Object.entries(lists).map(([name, list]) => [name, listInWords(list, labels)])),
      today: todayIn(programme.zone, new Date()),
    }),
    [me, programme, programmes, kinds, lists, labels, tag],
  );
  useKeptShell(here.may.has('report'));
  // every address that is kept from here says its programme: another one may be the first tomorrow
  useLayoutEffect(() => {
    keepProgramme(programme.id);
    if (named === null) go({ programme: programme.id }, { replace: true });
  }, [programme.id, named]);
  const begun = useRef(false);
  useLayoutEffect(() => {
    // only where one comes in: whoever closes an item on the map stays there
    const home = begun.current ? null : homeOf(addressNow(), here.may);
    begun.current = true;
    if (home) go({ screen: home }, { replace: true });
  }, [here.may]);
  const found = screens.find((s) => s.id === screen);
  const Content = found ? (mayOpen(found, here.may) ? found.Content : Closed) : null;
  const name = say(`web.screen.${screen ?? 'map'}`);
  useEffect(() => {
    document.title = `${name} · ${programme.name} · ${say('web.app.title')}`;
  }, [name, programme.name, say]);
  return (
    <HereProvider value={here}>
      <a className="skip" href="#side">
        {say('web.skip')}
      </a>
      <div className="workplace" data-narrow={narrow}>
        <Header />
        <Bars />
        <div className="deck">
          <Rail />
          {Content ? (
            <main className="whole" id="side" tabIndex={-1}>
              <ScreenGuard screen={screen ?? 'map'}>
                <Suspense fallback={<Waiting />}>
                  <Content />
                </Suspense>
              </ScreenGuard>
            </main>
          ) : (
            <main className="panes">
              <ScreenGuard screen={screen ?? 'map'}>
                <Suspense fallback={<div className="map-pane" />}>
                  <MapPane />
                </Suspense>
                {/* also where the map stands alone, on a telephone */}
                <h1 className="visually-hidden">{programme.name}</h1>
                <Side />
              </ScreenGuard>
              <NarrowSwitch />
            </main>
          )}
        </div>
        <PrintFoot />
      </div>
    </HereProvider>
  );
}
