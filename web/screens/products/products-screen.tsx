/** Reports: a defined one run for a period, those that were issued, one of them as it was sent and what has changed since. */
import '../../ui/style/products.css';
import { useQuery } from '@tanstack/react-query';
import { issuedQuestion, productsQuestion } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { DefineReport } from './define-report.tsx';
import { IssuedList } from './issued-list.tsx';
import { IssuedSheet } from './issued-sheet.tsx';
import { RunReport } from './run-report.tsx';

export function ProductsScreen() {
  const { say } = useLanguage();
  const { programme, role, may } = useHere();
  const { own } = useAddress();
  const products = useQuery({ ...productsQuestion(programme.id), enabled: role !== null });
  const issued = useQuery({ ...issuedQuestion(programme.id), enabled: role !== null });
  const head = (
    <header className="screen-head">
      <h1>{say('web.screen.products')}</h1>
      <p className="lead">{say('web.products.lead')}</p>
    </header>
  );
  if (role === null)
    return (
      <div className="screen">
        {head}
        <Empty title={say('web.products.members')}>
          <p>
            <a href="/sign-in">{say('web.sign-in')}</a>
          </p>
        </Empty>
      </div>
    );
  const error = products.error ?? issued.error;
  if (error)
    return (
      <Trouble
        error={error}
        retry={() => {
          products.refetch();
          issued.refetch();
        }}
      />
    );
  if (!products.data || !issued.data) return <Waiting />;
  if (own.sheet !== undefined) return <IssuedSheet key={own.sheet} id={own.sheet} products={products.data} />;
  const defined = products.data.definitions.find((d) => d.id === own.define);
  if (may.has('rule') && own.define !== undefined)
    return <DefineReport key={own.define} products={products.data} defined={defined} id={own.define} />;
  return (
    <div className="screen products">
      {head}
      <RunReport products={products.data} issued={issued.data.rows} />
      <IssuedList rows={issued.data.rows} />
    </div>
  );
}
