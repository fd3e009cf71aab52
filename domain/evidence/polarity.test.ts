import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtIn } from '../record/kinds.ts';
import { propose } from './propose.ts';
import { suggest } from './suggest.ts';
import { isSure } from './sure.ts';

interface Deed {
  /** kind with code or property, as it is proposed when it was done */
  readonly as: string;
  readonly past: string;
  readonly base: string;
  readonly having: string;
  readonly doing: string;
  readonly rest: string;
  /** whether "has not …" is a code of its own */
  readonly notIsCode?: true;
  /** what does it, where no state does */
  readonly who?: string;
  /** a charge, or told of a thing by itself: never sure */
  readonly read?: true;
}
const regular = (as: string, verb: string, rest: string, more: Partial<Deed> = {}): Deed => {
  const stem = verb.replace(/e$/, '');
  const past = verb.endsWith('y') && !/[aeo]y$/.test(verb) ? verb.replace(/y$/, 'ied') : `${stem}ed`;
  return { as, base: verb, past, having: past, doing: `${stem}ing`, rest, ...more };
};
const irregular = (as: string, forms: string, rest: string, more: Partial<Deed> = {}): Deed => {
  const [base = '', past = '', having = '', doing = ''] = forms.split(' ');
  return { as, base, past, having, doing, rest, ...more };
};
const party = { notIsCode: true } as const;
const deeds: readonly Deed[] = [
  irregular(
    'act=withdrawal-effective',
    'withdraw withdrew withdrawn withdrawing',
    'from the Mine Ban Treaty',
  ),
  irregular('act=withdrawal-effective', 'leave left left leaving', 'the Ottawa Convention'),
  irregular('act=withdrawal-effective', 'quit quit quit quitting', 'the Mine Ban Treaty'),
  regular('act=withdrawal-effective', 'denounce', 'the Convention on Cluster Munitions'),
  regular('act=suspension-stated', 'suspend', 'its obligations under the Mine Ban Treaty', {
    doing: 'suspending',
  }),
  regular('act=ratification', 'ratify', 'the Convention on Cluster Munitions', party),
  regular('act=accession', 'accede', 'to the Mine Ban Treaty', party),
  regular('act=signature', 'sign', 'the Convention on Cluster Munitions', party),
  regular('act=consent-to-be-bound', 'join', 'the Mine Ban Treaty', party),
  irregular('state=delivered', 'send sent sent sending', '200 rockets to Orlia', { read: true }),
  regular('state=delivered', 'deliver', '200 landmines to Orlia', { read: true }),
  regular('state=decided', 'approve', 'the transfer of mines to Orlia', { read: true }),
  regular('subject=items-destroyed', 'destroy', '2000 mines'),
  regular('subject=killed', 'kill', '300 people with mines'),
  regular('subject=cleared-area', 'clear', '40 hectares of farmland'),
  regular('basis=alleged', 'use', 'cluster munitions', { read: true }),
  regular('basis=alleged', 'scatter', 'mines', { read: true }),
  irregular('self_deactivate_claimed', 'deactivate deactivate deactivated deactivating', 'after 4 hours', {
    who: 'The mines',
    read: true,
  }),
];

const STATES = ['Finland', 'Somalia', 'Norway', 'Laos', 'Estonia'] as const;
const plain = (who: string, d: Deed) => `${d.who ?? who} ${d.past} ${d.rest}.`;

/** Ways to tell that the deed was not done. */
const NEGATED: Readonly<Record<string, (who: string, d: Deed) => string>> = {
  'did not': (w, d) => `${w} did not ${d.base} ${d.rest}.`,
  "didn't": (w, d) => `${w} didn’t ${d.base} ${d.rest}.`,
  'has not': (w, d) => `${w} has not ${d.having} ${d.rest}.`,
  never: (w, d) => `${w} has never ${d.having} ${d.rest}.`,
  'yet to': (w, d) => `${w} has yet to ${d.base} ${d.rest}.`,
};
const UNDONE: Readonly<Record<string, (who: string, d: Deed) => string>> = {
  failed: (w, d) => `${w} failed to ${d.base} ${d.rest}.`,
  refused: (w, d) => `${w} refused to ${d.base} ${d.rest}.`,
  declined: (w, d) => `${w} declined to ${d.base} ${d.rest}.`,
  unable: (w, d) => `${w} was unable to ${d.base} ${d.rest}.`,
  against: (w, d) => `${w} decided against ${d.doing} ${d.rest}.`,
  'voted against': (w, d) => `Parliament in ${w} voted against ${d.doing} ${d.rest}.`,
  'ruled out': (w, d) => `${w} ruled out ${d.doing} ${d.rest}.`,
  'stopped short': (w, d) => `${w} stopped short of ${d.doing} ${d.rest}.`,
  avoided: (w, d) => `${w} avoided ${d.doing} ${d.rest}.`,
  almost: (w, d) => `${w} came close to ${d.doing} ${d.rest}.`,
  urged: (w, d) => `${w} was urged to ${d.base} ${d.rest}.`,
  'called on': (w, d) => `Campaigners called on ${w} to ${d.base} ${d.rest}.`,
  asked: (w, d) => `${w} was asked to ${d.base} ${d.rest}.`,
  without: (w, d) => `Without ${d.doing} ${d.rest}, ${w} went on.`,
  untrue: (w, d) => `The claim that ${w} ${d.past} ${d.rest} is untrue.`,
  false: (w, d) => `Reports that ${w} ${d.past} ${d.rest} are false.`,
  'not true': (w, d) => `It is not true that ${w} ${d.past} ${d.rest}.`,
  rumour: (w, d) => `The rumour that ${w} ${d.past} ${d.rest} was wrong.`,
  nobody: (w, d) => `Nobody believes that ${w} ${d.past} ${d.rest}.`,
};
/** Ways to tell that it may yet be, or was only thought of or charged. */
const OPEN: Readonly<Record<string, (who: string, d: Deed) => string>> = {
  will: (w, d) => `${w} will ${d.base} ${d.rest}.`,
  might: (w, d) => `${w} might ${d.base} ${d.rest}.`,
  if: (w, d) => `If ${w} ${d.past} ${d.rest}, much would change.`,
  plans: (w, d) => `${w} plans to ${d.base} ${d.rest}.`,
  voted: (w, d) => `${w} voted to ${d.base} ${d.rest}.`,
  denied: (w, d) => `The ministry denied that ${w} ${d.past} ${d.rest}.`,
  allegedly: (w, d) => `${w} allegedly ${d.past} ${d.rest}.`,
};

/** What is proposed of a text, each as "property=code" or "property", and whether it may be taken without a look. */
function read(text: string): readonly { readonly says: readonly string[]; readonly sure: boolean }[] {
  return suggest(text, { publisher: 'Example Post', published: '2026-10-06' }).map((s) => {
    const proposal = propose(s, builtIn);
    const says = Object.entries(proposal.values).flatMap(([name, value]) =>
      value.type === 'code' ? [`${name}=${value.code}`] : value.type === 'number' ? [name] : [],
    );
    return { says, sure: isSure(s, proposal) };
  });
}

const anyOf = (ways: typeof UNDONE) =>
  fc.tuple(fc.constantFrom(...STATES), fc.constantFrom(...deeds), fc.constantFrom(...Object.keys(ways)));
const told = (ways: typeof UNDONE, [who, deed, way]: readonly [string, Deed, string]) =>
  ways[way]?.(deed.who ?? who, deed) ?? '';
/** Each sentence takes milliseconds to tag: all of them together stay within a second or two. */
const RUNS = { numRuns: 300 };

test('a deed told as done is proposed as the deed, and is sure unless it is a charge', () => {
  for (const deed of deeds) {
    const found = read(plain('Finland', deed));
    assert.ok(
      found.some(({ says }) => says.includes(deed.as)),
      `${plain('Finland', deed)} ${JSON.stringify(found)}`,
    );
    if (!deed.read)
      assert.ok(
        found.some(({ sure }) => sure),
        plain('Finland', deed),
      );
  }
});

test('however it is told that a deed was not done, it is not proposed as the deed, nor its number, nor sure', () => {
  fc.assert(
    fc.property(anyOf(UNDONE), (one) => {
      for (const { says, sure } of read(told(UNDONE, one))) {
        assert.ok(!says.includes(one[1].as) && !says.includes('figure'), `${told(UNDONE, one)} ${says}`);
        assert.ok(!sure, told(UNDONE, one));
      }
    }),
    RUNS,
  );
  fc.assert(
    fc.property(anyOf(NEGATED), (one) => {
      for (const { says, sure } of read(told(NEGATED, one))) {
        assert.ok(!says.includes(one[1].as) && !says.includes('figure'), `${told(NEGATED, one)} ${says}`);
        // that a state is no party is a thing to know of it
        if (!one[1].notIsCode) assert.ok(!sure, told(NEGATED, one));
        else if (sure) assert.ok(says.includes('act=not-party') || says.includes('act=not-signatory'));
      }
    }),
    RUNS,
  );
});

test('what may yet be, is charged or denied is never sure, and no act or figure of what is done', () => {
  fc.assert(
    fc.property(anyOf(OPEN), (one) => {
      for (const { says, sure } of read(told(OPEN, one))) {
        assert.ok(!sure, told(OPEN, one));
        const open = !['allegedly'].includes(one[2]) && /^(?:act|state|subject)=/.test(one[1].as);
        if (open) assert.ok(!says.includes(one[1].as), `${told(OPEN, one)} ${says}`);
      }
    }),
    RUNS,
  );
});

test('what is of another, of a part of a whole, or only hearsay is left to a person', () => {
  for (const text of [
    'Finland postponed withdrawing from the Mine Ban Treaty.',
    'Finland supports leaving the Mine Ban Treaty.',
    'Finland remained after others left the Mine Ban Treaty.',
    'Finland condemned the withdrawal of Latvia from the Mine Ban Treaty.',
    'Ratification of the Mine Ban Treaty by Mali stalled.',
    'Mali is not the only state that ratified the Mine Ban Treaty.',
    'Norway blocked Latvia from signing the Mine Ban Treaty.',
    'Ukraine claims to have destroyed 2,000 mines.',
    'Only a third of the 2,000 mines were destroyed.',
    'A mine killed 300 sheep in Mali.',
    'In 2024, mines killed 2,000 fewer people in Mali than in 2023.',
    'Mali signed an agreement with a party to the Mine Ban Treaty.',
    'Germany sent back 200 rockets to Mali.',
  ])
    assert.ok(
      read(text).every(({ sure }) => !sure),
      text,
    );
});

test('negations that deny nothing, or are of the thing told, take nothing away', () => {
  const says = (text: string) => read(text).flatMap((r) => [...r.says, ...(r.sure ? ['sure'] : [])]);
  for (const [text, want] of [
    ['No fewer than 300 people were killed by mines in Mali.', 'subject=killed'],
    ['Poland has not ratified the Convention on Cluster Munitions.', 'act=not-party'],
    ['Georgia has not acceded to the Mine Ban Treaty.', 'act=not-signatory'],
    ['About 20% of the submunitions failed to explode.', 'subject=failure-rate'],
    ['Deliveries of 500 munitions to Sudan were halted.', 'state=stopped'],
  ] as const) {
    assert.ok(says(text).includes(want), text);
    assert.ok(says(text).includes('sure'), text);
  }
});
