import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { Refused } from './ask/ask.ts';
import { LanguageProvider } from './language/language.tsx';
import { Workplace } from './screens/frame/workplace.tsx';
import { SignIn } from './screens/sign-in/sign-in.tsx';
import { Trouble } from './ui/message.tsx';
import { useAddress } from './use-address.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
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
        <Guard>{window.location.pathname === '/sign-in' ? <SignIn /> : <Workplace />}</Guard>
      </QueryClientProvider>
    </LanguageProvider>
  );
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
