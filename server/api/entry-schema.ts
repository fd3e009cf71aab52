/**
 * The shapes of domain/report/entry.ts as schemas for what people send. Nothing beyond them is let through: an entry is
 * digested and kept for good, so a stray property would stay for good too. Meaning is checked by the store.
 */
import { type TEnum, Type } from 'typebox';
import { At, ItemId } from '../ask.ts';

const closed = { additionalProperties: false };
const text = (maxLength: number) => Type.String({ maxLength });
const one = <T extends string[]>(...values: T): TEnum<T> => Type.Enum<T>(values);

export const DigestText = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, lower-case hex' });
const InstantText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
export const RefSchema = Type.Object({ id: ItemId, digest: DigestText }, closed);
const ProgrammeText = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 100 });

const Span = Type.Object(
  { from: Type.Union([At, Type.Null()]), to: At, typed: Type.Optional(text(400)) },
  closed,
);
const Party = Type.Object(
  {
    item: Type.Optional(ItemId),
    name: Type.Optional(text(400)),
    speaker_kind: Type.Optional(
      one(
        'official-named',
        'person-named',
        'unnamed',
        'organisation',
        'state',
        'outlet',
        'outlet-relaying',
        'document',
      ),
    ),
    relayed_by: Type.Optional(text(400)),
  },
  closed,
);
const Sure = Type.Object(
  {
    certainty: Type.Optional(
      one('asserted', 'reported', 'planned', 'alleged', 'denied', 'conditional', 'opinion'),
    ),
    source: Type.Optional(one('A', 'B', 'C', 'D', 'E', 'F')),
    information: Type.Optional(
      Type.Union([
        Type.Literal(1),
        Type.Literal(2),
        Type.Literal(3),
        Type.Literal(4),
        Type.Literal(5),
        Type.Literal(6),
      ]),
    ),
    device: Type.Optional(one('M1', 'M2', 'M3', 'M4')),
    doubt: Type.Optional(text(4000)),
  },
  closed,
);
const Where = Type.Object(
  {
    quote: Type.Optional(
      Type.Object(
        { exact: text(10_000), prefix: Type.Optional(text(1000)), suffix: Type.Optional(text(1000)) },
        closed,
      ),
    ),
    position: Type.Optional(Type.Object({ start: Type.Integer(), end: Type.Integer() }, closed)),
    cell: Type.Optional(
      Type.Object(
        { sheet: Type.Optional(text(400)), row: Type.Integer(), column: Type.Optional(text(400)) },
        closed,
      ),
    ),
  },
  closed,
);

const Position = Type.Tuple([
  Type.Number({ minimum: -180, maximum: 180 }),
  Type.Number({ minimum: -90, maximum: 90 }),
]);
/** A danger is never refused for want of a place: whoever has none says so, and it stands on the to-locate list. */
const some = {
  minItems: 1,
  description: 'not empty; an outline that nobody can read is sent as {"type":"unknown","why":"unreadable"}',
};
const Line = Type.Array(Position, { minItems: 2 });
const Ring = Type.Array(Position, { minItems: 4 });
const Shape = Type.Union([
  Type.Object({ type: Type.Literal('Point'), coordinates: Position }, closed),
  Type.Object({ type: Type.Literal('MultiPoint'), coordinates: Type.Array(Position, some) }, closed),
  Type.Object({ type: Type.Literal('LineString'), coordinates: Line }, closed),
  Type.Object({ type: Type.Literal('MultiLineString'), coordinates: Type.Array(Line, some) }, closed),
  Type.Object({ type: Type.Literal('Polygon'), coordinates: Type.Array(Ring, some) }, closed),
  Type.Object(
    {
      type: Type.Literal('MultiPolygon'),
      coordinates: Type.Array(Type.Array(Ring, some), some),
    },
    closed,
  ),
]);

const typed = { typed: Type.Optional(text(10_000)) };
const number = Type.Optional(Type.Number());
const Plain = Type.Union([
  Type.Object({ type: Type.Literal('text'), text: text(100_000), language: Type.Optional(text(40)) }, closed),
  Type.Object({ type: Type.Literal('code'), code: text(200), ...typed }, closed),
  Type.Object({ type: Type.Literal('yesno'), yes: Type.Boolean(), ...typed }, closed),
  Type.Object(
    { type: Type.Literal('number'), number, precision: number, min: number, max: number, ...typed },
    closed,
  ),
  Type.Object({ type: Type.Literal('date'), span: Span }, closed),
  Type.Object(
    {
      type: Type.Literal('geometry'),
      geometry: Shape,
      accuracy: number,
      width: number,
      radius: number,
      basis: Type.Optional(text(400)),
      // an outline may have been pasted whole
      typed: Type.Optional(text(1_000_000)),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('link'),
      item: Type.Optional(ItemId),
      key: Type.Optional(
        Type.Object({ kind: text(100), id: text(400), issuer: Type.Optional(text(400)) }, closed),
      ),
      programme: Type.Optional(ProgrammeText),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('identifier'), id: text(400), issuer: text(400) }, closed),
  Type.Object(
    {
      type: Type.Literal('release'),
      method: one('cancelled', 'reduced', 'cleared'),
      process: Type.Optional(one('nts', 'ts', 'clearance')),
      land: Shape,
      accepted: Type.Optional(one('inspection-passed', 'authority-decision')),
      handed_over: Type.Optional(At),
      depth_mm: number,
      categories: Type.Optional(Type.Array(text(200))),
      released_land: Type.Optional(ItemId),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('personal'), commitment: DigestText }, closed),
  Type.Object({ type: Type.Literal('unknown'), why: text(200), ...typed }, closed),
]);
const ValueSchema = Type.Union([
  Plain,
  Type.Object({ type: Type.Literal('member'), of: Plain, yes: Type.Boolean() }, closed),
]);

const ClaimSchema = Type.Object(
  {
    on: Type.Integer({ minimum: 0 }),
    property: text(200),
    value: ValueSchema,
    definition: Type.Optional(text(400)),
    part: Type.Optional(text(400)),
    when: Type.Optional(Span),
    said: Type.Optional(Party),
    published: Type.Optional(Party),
    sure: Type.Optional(Sure),
    where: Type.Optional(Where),
  },
  closed,
);

export const ReportSchema = Type.Object(
  {
    type: Type.Literal('report'),
    id: ItemId,
    programme: ProgrammeText,
    form: text(200),
    form_version: text(100),
    date: At,
    when: Span,
    by: ItemId,
    written: InstantText,
    source: Type.Object({ name: text(1000), item: Type.Optional(ItemId) }, closed),
    said: Type.Optional(Party),
    published: Type.Optional(Party),
    sure: Type.Optional(Sure),
    capture: Type.Optional(DigestText),
    attachments: Type.Optional(
      Type.Array(
        Type.Object(
          {
            capture: DigestText,
            on: Type.Integer({ minimum: 0 }),
            media_type: text(200),
            size: Type.Integer({ minimum: 0 }),
          },
          closed,
        ),
        { maxItems: 100 },
      ),
    ),
    items: Type.Array(Type.Object({ id: ItemId, kind: text(100) }, closed), {
      minItems: 1,
      maxItems: 10_000,
    }),
    claims: Type.Array(ClaimSchema, { minItems: 1, maxItems: 100_000 }),
    corrects: Type.Optional(Type.Array(RefSchema)),
    changes: Type.Optional(
      Type.Array(Type.Object({ code: text(200), facts: Type.Record(Type.String(), Type.Unknown()) }, closed)),
    ),
    waits: Type.Optional(text(200)),
  },
  closed,
);

/** Words of a claim, by its place (domain/access/kept-words.ts). */
const KEPT_WORDS = '^claims\\.[0-9]+\\.(quote|doubt)$';

export const DraftSchema = Type.Object(
  {
    report: ReportSchema,
    personal: Type.Array(
      Type.Object(
        {
          report: ItemId,
          n: Type.Integer({ minimum: 0 }),
          salt: Type.String({ pattern: '^[0-9a-f]{32}$' }),
          value: text(100_000),
        },
        closed,
      ),
    ),
    kept: Type.Optional(
      Type.Object(
        {
          report: ItemId,
          sensitivity: Type.Literal('personal'),
          columns: Type.Record(Type.String({ pattern: KEPT_WORDS }), text(100_000)),
        },
        closed,
      ),
    ),
  },
  {
    ...closed,
    description:
      'a report, beside it the personal values its commitments stand for, and the quotes and doubts that may repeat them',
  },
);

const act = {
  type: Type.Literal('decision'),
  id: ItemId,
  programme: ProgrammeText,
  by: ItemId,
  written: InstantText,
  reason: text(10_000),
  after: Type.Array(RefSchema),
};
const Pair = Type.Tuple([ItemId, ItemId]);
const ClaimName = Type.Object({ report: ItemId, n: Type.Integer({ minimum: 0 }) }, closed);

export const DecisionSchema = Type.Union([
  Type.Object(
    {
      ...act,
      act: one('approve', 'return', 'reject'),
      reports: Type.Array(RefSchema, { minItems: 1, maxItems: 10_000 }),
      step: text(200),
      under: Type.Optional(RefSchema),
      also_under: Type.Optional(Type.Array(RefSchema)),
    },
    closed,
  ),
  Type.Object(
    { ...act, act: Type.Literal('withdraw'), registers: Type.Array(text(400), { minItems: 1 }) },
    closed,
  ),
  Type.Object(
    {
      ...act,
      act: one('retarget', 'split'),
      moves: Type.Array(
        Type.Object(
          {
            report: RefSchema,
            from: ItemId,
            to: ItemId,
            claims: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }))),
          },
          closed,
        ),
        { minItems: 1 },
      ),
    },
    closed,
  ),
  Type.Object({ ...act, act: one('merge', 'unmerge'), pairs: Type.Array(Pair, { minItems: 1 }) }, closed),
  Type.Object(
    {
      ...act,
      act: Type.Literal('choose'),
      item: ItemId,
      property: text(200),
      definition: text(400),
      saw: Type.Array(ClaimName),
      takes: ClaimName,
      evidence: Type.Optional(text(10_000)),
    },
    closed,
  ),
  Type.Object(
    { ...act, act: Type.Literal('lower'), item: ItemId, property: text(200), value: ValueSchema, when: Span },
    closed,
  ),
  Type.Object(
    {
      ...act,
      act: Type.Literal('void'),
      of: Type.Union([
        Type.Object({ report: RefSchema }, closed),
        Type.Object({ item: ItemId }, closed),
        Type.Object({ item: ItemId, land: Shape, m2: Type.Number({ minimum: 0 }) }, closed),
      ]),
      evidence: text(10_000),
      // a void rests on what its author saw, never on a clock: a late report of an older date is not in it
      saw: Type.Array(ClaimName),
      second: Type.Optional(Type.Literal(true)),
    },
    closed,
  ),
  Type.Object({ ...act, act: Type.Literal('confirm'), of: RefSchema }, closed),
  Type.Object({ ...act, act: Type.Literal('settle-id'), entry: ItemId, takes: DigestText }, closed),
]);

export const RuleSchema = Type.Object(
  {
    type: Type.Literal('rule'),
    id: ItemId,
    programme: ProgrammeText,
    by: ItemId,
    written: InstantText,
    reason: text(10_000),
    after: Type.Array(RefSchema),
    sets: one(
      'review-steps',
      'void-second',
      'own-property',
      'own-codes',
      'code-map',
      'number-pattern',
      'limits',
      'public',
      'mapping',
      'report',
      'basemap',
    ),
    key: text(400),
    value: Type.Unknown(),
  },
  closed,
);

export const ReceiptSchema = Type.Object({
  number: Type.Integer(),
  instant: Type.String(),
  entry: RefSchema,
  previous: DigestText,
  digest: DigestText,
});
