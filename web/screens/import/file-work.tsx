/** One file and its steps: what stands in it, what it means, what would become of its rows, and what became of them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import { Refused } from '../../ask/ask.ts';
import { type FileState, fileQuestion, stopWork } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { go, useAddress } from '../../use-address.ts';
import { ColumnsStep } from './columns-step.tsx';
import { ImportStep } from './import-step.tsx';
import { MeaningStep } from './meaning-step.tsx';
import { TryStep } from './try-step.tsx';

const stepsOf = {
  import: ['columns', 'meaning', 'try', 'import'],
  reconcile: ['columns', 'meaning', 'compare'],
} as const;
type Step = (typeof stepsOf)[keyof typeof stepsOf][number];

interface Props {
  readonly id: string;
  readonly purpose: 'import' | 'reconcile';
  /** what stands at the end in place of trying and importing */
  readonly Compare?: ComponentType<{ file: FileState }>;
}

export function FileWork({ id, purpose, Compare }: Props) {
  const { say } = useLanguage();
  const { own } = useAddress();
  const file = useQuery(fileQuestion(id));
  const client = useQueryClient();
  const ended = file.data?.work?.ended;
  const doing = file.data?.work?.doing;
  useEffect(() => {
    // what the work found is asked for anew
    if (ended && doing) client.invalidateQueries({ queryKey: ['import', id], refetchType: 'active' });
  }, [ended, doing, id, client]);
  if (file.error)
    return (
      <div className="import-screen">
        <Trouble error={file.error} retry={() => file.refetch()} />
        <PlaceLink to={{ own: {} }}>{say('web.import.other-file')}</PlaceLink>
      </div>
    );
  if (!file.data) return <Waiting />;
  const steps: readonly Step[] = stepsOf[purpose];
  const wanted = steps.find((s) => s === own.step) ?? 'columns';
  const open = steps.filter((s) => isOpen(s, file.data));
  const step = open.includes(wanted) ? wanted : 'columns';
  return (
    <div className="import-screen">
      <header className="screen-head">
        <PlaceLink className="soft" to={{ own: {} }}>
          {say(purpose === 'import' ? 'web.screen.import' : 'web.screen.reconcile')}
        </PlaceLink>
        <h1>
          <bdi>{file.data.name}</bdi>
        </h1>
        <nav aria-label={say('web.import.steps')}>
          <ol className="steps">
            {steps.map((s, n) => (
              <li key={s} data-open={open.includes(s) || undefined}>
                {open.includes(s) ? (
                  <PlaceLink to={{ own: { file: id, step: s } }} current={s === step}>
                    {say('web.import.step', { n: n + 1, name: say(`web.import.step.${s}`) })}
                  </PlaceLink>
                ) : (
                  <span className="soft">
                    {say('web.import.step', { n: n + 1, name: say(`web.import.step.${s}`) })}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      </header>
      <Working file={file.data} />
      {step === 'columns' && file.data.looked && <ColumnsStep file={file.data} />}
      {step === 'meaning' && <MeaningStep file={file.data} next={purpose === 'import' ? 'try' : 'compare'} />}
      {step === 'try' && <TryStep file={file.data} />}
      {step === 'import' && <ImportStep file={file.data} />}
      {step === 'compare' && Compare && <Compare file={file.data} />}
    </div>
  );
}

function isOpen(step: Step, { looked, mapping, tried, imported, work }: FileState): boolean {
  if (step === 'columns') return true;
  if (step === 'meaning') return looked;
  if (step === 'import')
    return mapping !== null && (tried !== null || imported !== null || work?.doing === 'import');
  return looked && mapping !== null;
}

/** What is at work on the file, and what kept it from its end. */
function Working({ file }: { file: FileState }) {
  const language = useLanguage();
  const { say, number } = language;
  const client = useQueryClient();
  const { work } = file;
  if (!work) return null;
  if (work.ended) {
    if (!work.problem) return null;
    const { code, facts } = work.problem;
    return (
      <p className="callout" role="alert">
        {sentenceOf(new Refused({ code, facts, sentence: null, status: 400 }), language)}
      </p>
    );
  }
  const rows =
    work.of === null
      ? say('web.import.rows-read', { rows: number(work.rows) })
      : say('web.import.rows-of', { rows: number(work.rows), of: number(work.of) });
  return (
    <div className="working">
      <Progress
        label={say(`web.import.doing.${work.doing}`)}
        done={work.rows}
        of={work.of}
        said={work.waiting ? say('web.import.waiting') : rows}
      />
      {!work.writing && (
        <Button
          onPress={async () => {
            await stopWork(file.id);
            await client.invalidateQueries({ queryKey: ['import', file.id] });
          }}
        >
          {say('web.import.stop')}
        </Button>
      )}
      <p className="soft">{say(work.writing ? 'web.import.may-leave-writing' : 'web.import.may-leave')}</p>
    </div>
  );
}

/** Goes to a step of the file. */
export function goToStep(file: string, step: Step): void {
  go({ own: { file, step } });
}
