/** The layers of the map with their signs, what they mean and how many there are. Hazards can't be switched off. */
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { countQuestion, totalsQuestion } from '../ask/questions.ts';
import { useLanguage, type WordKey } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { go, useAddress } from '../use-address.ts';
import { REPORTED } from './layers.ts';
import type { Palette } from './palette.ts';
import { SignOf } from './sign-of.tsx';
import type { SignId } from './signs.ts';

type LegendWord = Extract<WordKey, `web.legend.${string}`>;

const releases = ['cancelled', 'reduced', 'cleared'] as const;
const points = ['accident', 'find', 'hazard-report', 'evidence-point'] as const;
/** Kinds of which what waits for review can be switched off; hazards are drawn in any case. */
const waitingKinds = [...points, 'activity', 'task', 'quality-visit'] as const;

export function Legend({ palette }: { palette: Palette }) {
  const { say } = useLanguage();
  const { kinds, programme } = useHere();
  const counts = useCounts();
  // open hazards and those without extent are counted once, by the totals: legend and totals can't differ
  const totals = useQuery(totalsQuestion(programme.id, useAddress())).data;
  const suspected = counts.get('sha');
  const waits = waitingKinds.filter((kind) => kinds.has(kind)).map((kind) => counts.get(`${kind} waiting`));
  const waiting = waits.includes(undefined) ? undefined : waits.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const sign = (id: SignId) => <SignOf id={id} palette={palette} />;
  return (
    <div className="legend">
      <h3>{say('web.legend.hazards', { n: totals?.items ?? 0 })}</h3>
      <ul>
        <Line
          word="web.legend.cha"
          count={totals && suspected !== undefined ? totals.items - suspected : undefined}
          sign={sign('cha')}
        />
        <Line word="web.legend.sha" count={suspected} sign={sign('sha')} />
      </ul>
      {totals !== undefined && totals.to_locate > 0 && (
        <p data-testid="legend-no-place">
          {say('web.legend.no-place', { n: totals.to_locate })}{' '}
          <PlaceLink to={{ screen: 'map', own: {}, show: 'locate' }}>{say('web.tab.locate')}</PlaceLink>
        </p>
      )}
      <p className="soft">{say('web.legend.of-these')}</p>
      <ul>
        <Line word="web.legend.reported" count={counts.get('reported')} sign={sign('reported')} />
        <Line word="web.legend.position" count={totals?.unmeasured} sign={sign('position')} />
        <Line word="web.legend.unsupported" count={counts.get('unsupported')} sign={sign('unsupported')} />
        <Line word="web.legend.disputed" count={counts.get('disputed')} sign={sign('disputed')} />
      </ul>
      <p className="soft">{say('web.legend.apart')}</p>
      <ul>
        <Line
          word="web.legend.papers-not-held"
          count={totals?.papers_not_held.items}
          sign={sign('papers-not-held')}
        />
      </ul>
      {kinds.has('released-land') && (
        <>
          <h3>{say('web.legend.releases', { n: counts.get('released-land') ?? 0 })}</h3>
          <ul>
            {releases.map((method) => (
              <Switch
                key={method}
                id={method}
                word={`web.legend.${method}`}
                count={counts.get(method)}
                sign={sign(method)}
              />
            ))}
          </ul>
          <p className="soft">{say('web.legend.release-note')}</p>
        </>
      )}
      <h3>{say('web.legend.points')}</h3>
      <ul>
        {points
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <Switch
              key={kind}
              id={kind}
              word={`web.legend.${kind}`}
              count={counts.get(kind)}
              sign={sign(kind)}
            />
          ))}
      </ul>
      <ul>
        <Switch id={REPORTED} word="web.legend.waiting" count={waiting} sign={sign('waiting')} />
      </ul>
      <p className="soft">{say('web.legend.hollow')}</p>
      <p className="soft">{say('web.legend.reach')}</p>
      <h3>{say('web.legend.survey')}</h3>
      <ul>
        {kinds.has('survey-result') && (
          <Switch
            id="survey-result"
            word="web.legend.survey-result"
            count={counts.get('survey-result')}
            sign={sign('survey-result')}
          />
        )}
        <Line word="web.legend.unsurveyed" sign={sign('unsurveyed')} />
      </ul>
      <h3>{say('web.legend.work')}</h3>
      <ul>
        {kinds.has('activity') && (
          <Switch
            id="activity"
            asked
            word="web.legend.activity"
            count={counts.get('activity')}
            sign={sign('activity')}
          />
        )}
        {kinds.has('task') && (
          <Switch id="task" asked word="web.legend.task" count={counts.get('task')} sign={sign('task')} />
        )}
        {kinds.has('quality-visit') && (
          <Switch
            id="quality-visit"
            asked
            word="web.legend.quality-visit"
            count={counts.get('quality-visit')}
            sign={sign('quality-visit')}
          />
        )}
        {kinds.has('place') && (
          <Switch id="place" word="web.legend.place" count={counts.get('place')} sign={sign('place')} />
        )}
      </ul>
      <p className="soft">{say('web.legend.work-note')}</p>
    </div>
  );
}

type Where = Readonly<Record<string, string>>;

interface Counted {
  readonly kind: string;
  readonly where: Where;
  /** taken off again: land that is closed is not drawn as this sign */
  readonly less?: readonly Where[];
}

const closed = { hazard_status: 'closed' };
const papersNotHeld = { hazard_status: 'closed-papers-not-held' };
const hazard = (where: Where): Counted => ({
  kind: 'hazardous-area',
  where,
  less: [closed, papersNotHeld].map((l) => ({ ...where, ...l })),
});
const released = (method: string): Counted => ({ kind: 'released-land', where: { method } });

/** What each sign counts: a kind, and the filter on its properties that the sign stands for. */
const counted: Readonly<Record<string, Counted>> = {
  sha: hazard({ hazard_class: 'sha' }),
  reported: hazard({ standing: 'reported' }),
  unsupported: hazard({ standing: 'unsupported' }),
  disputed: hazard({ disputed: 'true' }),
  'released-land': { kind: 'released-land', where: {} },
  cancelled: released('cancelled'),
  reduced: released('reduced'),
  cleared: released('cleared'),
  'survey-result': { kind: 'survey-result', where: {} },
  place: { kind: 'place', where: {} },
  ...Object.fromEntries(['activity', 'task', 'quality-visit'].map((kind) => [kind, { kind, where: {} }])),
  ...Object.fromEntries(
    waitingKinds.map((kind) => [`${kind} waiting`, { kind, where: { standing: REPORTED } }]),
  ),
  ...Object.fromEntries(points.map((kind) => [kind, { kind, where: {} }])),
};

/** By sign; one that is not wholly counted yet is left out. */
function useCounts(): ReadonlyMap<string, number> {
  const { programme, kinds } = useHere();
  const address = useAddress();
  const asked = Object.entries(counted).flatMap(([id, { kind, where, less = [] }]) =>
    kinds.has(kind)
      ? [{ id, kind, where, sign: 1 }, ...less.map((l) => ({ id, kind, where: l, sign: -1 }))]
      : [],
  );
  const answers = useQueries({
    queries: asked.map(({ kind, where }) => countQuestion(programme.id, kind, where, address)),
  });
  const counts = new Map<string, number>();
  for (const [i, { id, sign }] of asked.entries())
    counts.set(id, (counts.get(id) ?? 0) + sign * (answers[i]?.data ?? Number.NaN));
  return new Map([...counts].filter(([, n]) => !Number.isNaN(n)));
}

function Line({ word, sign, count }: Omit<SwitchProps, 'id' | 'asked'>) {
  const { say, number } = useLanguage();
  return (
    <li className="legend-line">
      {sign}
      <span>{say(word)}</span>
      {count !== undefined && <span className="count">{number(count)}</span>}
    </li>
  );
}

interface SwitchProps {
  readonly id: string;
  readonly word: LegendWord;
  readonly sign: ReactNode;
  readonly count?: number | undefined;
  /** drawn only when asked for */
  readonly asked?: boolean;
}

function Switch({ id, word, sign, count, asked = false }: SwitchProps) {
  const { say, number } = useLanguage();
  const { hidden, also, kind } = useAddress();
  return (
    <li>
      <Checkbox
        className="check legend-line"
        isSelected={asked ? also.includes(id) || kind === id : !hidden.includes(id)}
        // what is listed beside the map is drawn while it is
        isDisabled={asked && kind === id}
        onChange={(on) =>
          asked
            ? go({ also: on ? [...also, id] : also.filter((a) => a !== id) }, { replace: true })
            : go({ hidden: on ? hidden.filter((h) => h !== id) : [...hidden, id] }, { replace: true })
        }
      >
        {sign}
        <span>{say(word)}</span>
        {count !== undefined && <span className="count">{number(count)}</span>}
      </Checkbox>
    </li>
  );
}
