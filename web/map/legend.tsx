/** The layers of the map with their signs, what they mean and how many there are. Hazards can't be switched off. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { countQuestion, totalsQuestion } from '../ask/questions.ts';
import { useLanguage, type WordKey } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { go, useAddress } from '../use-address.ts';
import { makeImage, pixelRatio } from './images.ts';
import { cha, type Palette, sha } from './palette.ts';

type LegendWord = Extract<WordKey, `web.legend.${string}`>;

/** One sign: an area with fill and pattern, or a symbol. */
function Sign({
  name,
  ground,
  line,
  dashed,
}: {
  name: string;
  ground?: string;
  line?: string;
  dashed?: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const image = makeImage(name);
    const pen = canvas.current?.getContext('2d');
    if (!image || !pen || !canvas.current) return;
    const { width, height } = canvas.current;
    pen.clearRect(0, 0, width, height);
    if (!name.startsWith('pattern:')) {
      pen.drawImage(image, (width - height) / 2, 0, height, height);
      return;
    }
    if (ground) {
      pen.globalAlpha = 0.5;
      pen.fillStyle = ground;
      pen.fillRect(0, 0, width, height);
      pen.globalAlpha = 1;
    }
    const pattern = pen.createPattern(image, 'repeat');
    if (pattern) {
      pen.fillStyle = pattern;
      pen.fillRect(0, 0, width, height);
    }
    if (line) {
      pen.strokeStyle = line;
      pen.lineWidth = 2 * pixelRatio;
      pen.setLineDash(dashed ? [8, 6] : []);
      pen.strokeRect(pixelRatio, pixelRatio, width - 2 * pixelRatio, height - 2 * pixelRatio);
    }
  }, [name, ground, line, dashed]);
  return (
    <span className="sign" aria-hidden="true">
      <canvas ref={canvas} width={30 * pixelRatio} height={20 * pixelRatio} />
    </span>
  );
}

const releases = ['cancelled', 'reduced', 'cleared'] as const;
const points = ['accident', 'find', 'hazard-report', 'evidence-point'] as const;

export function Legend({ palette: p }: { palette: Palette }) {
  const { say } = useLanguage();
  const { kinds, programme } = useHere();
  const counts = useCounts();
  // open hazards and those without extent are counted once, by the totals: legend and totals can't differ
  const totals = useQuery(totalsQuestion(programme.id, useAddress())).data;
  const suspected = counts.get('sha');
  const pattern = (name: string) => `pattern:${name}:${p.name}`;
  const symbol = (name: string) => `symbol:${name}:${p.name}`;
  return (
    <div className="legend">
      <h3>{say('web.legend.hazards', { n: totals?.items ?? 0 })}</h3>
      <ul>
        <Line
          word="web.legend.cha"
          count={totals && suspected !== undefined ? totals.items - suspected : undefined}
          sign={<Sign name={pattern('cha')} ground={cha} line={p.chaLine} />}
        />
        <Line
          word="web.legend.sha"
          count={suspected}
          sign={<Sign name={pattern('sha')} ground={sha} line={p.shaLine} />}
        />
      </ul>
      <p className="soft">{say('web.legend.of-these')}</p>
      <ul>
        <Line
          word="web.legend.reported"
          count={counts.get('reported')}
          sign={<Sign name={pattern('reported')} ground={sha} line={p.shaLine} dashed />}
        />
        <Line
          word="web.legend.position"
          count={totals?.unmeasured}
          sign={<Sign name={symbol('position-sha')} />}
        />
        <Line
          word="web.legend.unsupported"
          count={counts.get('unsupported')}
          sign={<Sign name={pattern('unsupported')} ground={sha} line={p.shaLine} />}
        />
        <Line
          word="web.legend.disputed"
          count={counts.get('disputed')}
          sign={<Sign name={symbol('disputed')} />}
        />
      </ul>
      <p className="soft">{say('web.legend.apart')}</p>
      <ul>
        <Line
          word="web.legend.papers-not-held"
          count={totals?.papers_not_held.items}
          sign={<Sign name={pattern('papers-not-held')} ground={p.land} line={p.papersNotHeld} dashed />}
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
                sign={<Sign name={pattern(method)} ground={p.land} line={p[method]} />}
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
              sign={<Sign name={symbol(kind)} />}
            />
          ))}
        {kinds.has('survey-result') && (
          <Switch
            id="survey-result"
            word="web.legend.survey-result"
            count={counts.get('survey-result')}
            sign={<Sign name={pattern('survey')} line={p.survey} dashed />}
          />
        )}
      </ul>
      <p className="soft">{say('web.legend.hollow')}</p>
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

function Line({ word, sign, count }: Omit<SwitchProps, 'id'>) {
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
}

function Switch({ id, word, sign, count }: SwitchProps) {
  const { say, number } = useLanguage();
  const { hidden } = useAddress();
  return (
    <li>
      <Checkbox
        className="check legend-line"
        isSelected={!hidden.includes(id)}
        onChange={(on) =>
          go({ hidden: on ? hidden.filter((h) => h !== id) : [...hidden, id] }, { replace: true })
        }
      >
        {sign}
        <span>{say(word)}</span>
        {count !== undefined && <span className="count">{number(count)}</span>}
      </Checkbox>
    </li>
  );
}
