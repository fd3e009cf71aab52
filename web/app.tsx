import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { Refused } from './ask/ask.ts';
import { thisTab } from './ask/left.ts';
import { LanguageProvider } from './language/language.tsx';
import { Left } from './screens/frame/left.tsx';
import { Workplace } from './screens/frame/workplace.tsx';
import { SignIn } from './screens/sign-in/sign-in.tsx';
import { Trouble, Waiting } from './ui/message.tsx';
import { useAddress } from './use-address.ts';

const Styleguide = lazy(() =>
  import('./screens/styleguide/styleguide.tsx').then((m) => ({ default: m.Styleguide })),
);

const client = new QueryClient({
  defaultOptions: {
    // whether the browser thinks there is a network says nothing about a server on this machine or in the next room
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      // a refusal is an answer: only silence and faults of the server are worth asking again
      retry: (times, error) =>
        times < 2 && error instanceof Refused && (error.problem.status === 0 || error.problem.status >= 502),
    },
  },
});

export function App() {
  const { lang } = useAddress();
  return (
    <LanguageProvider asked={lang}>
      <QueryClientProvider client={client}>
        <Guard>
          <Page />
        </Guard>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

/** The few addresses that are no programme's; everything else is the workplace. */
function Page() {
  const left = useSyncExternalStore(thisTab.watch, () => thisTab.isLeft() || thisTab.owes());
  switch (window.location.pathname) {
    case '/sign-in':
      return <SignIn />;
    case '/styleguide':
      return (
        <Suspense fallback={<Waiting />}>
          <Styleguide />
        </Suspense>
      );
    default:
      return left ? <Left /> : <Workplace />;
  }
}

/** A fault in a screen leaves a sentence and a way on, not an empty page. */
class Guard extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };
  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }
  override render() {
    return this.state.fault === null ? (
      this.props.children
    ) : (
      <Trouble error={this.state.fault} retry={() => window.location.assign('/')} />
    );
  }
}
