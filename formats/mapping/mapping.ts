/**
 * What a mapping file may say: one JSON document that turns the rows of one kind of file into records. It is a schema and
 * a type at once; docs/mapping.md explains it with examples, docs/mapping.schema.json is printed from here.
 *
 * It holds no code: a column is read, cleaned, translated by a table, converted by a unit and put under a property. That
 * is enough for flat files and for exports of databases whose rows name each other by key (one mapping for each table).
 */
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };
const opt = Type.Optional;

const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Column = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'a column of the file, as its header says it',
});
const Day = Type.String({
  pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  description: 'a year, a month or a day: 2017, 2017-10, 2017-10-31',
});

export const Party = Type.Object({ name: opt(Text), item: opt(Text) }, closed);

export const DateRule = Type.Object(
  {
    fixed: opt(Day),
    column: opt(Column),
    format: opt(
      Type.String({
        minLength: 1,
        description:
          'order of the parts: yyyy-MM-dd, dd/MM/yyyy, MM/dd/yyyy, dd.MM.yyyy, yyyyMMdd, yyyy, MM/yyyy; missing: ISO 8601 only',
      }),
    ),
    year: opt(Column),
    month: opt(Column),
    day: opt(Column),
    to: opt(Type.Object({ column: Column, format: opt(Type.String()) }, closed)),
    until: opt(
      Type.Literal('report', {
        description:
          'it is said to hold up to the date of the source: for tables that are published anew as a whole',
      }),
    ),
    by: opt(
      Type.Union([Day, Type.Literal('report')], {
        description: 'nothing is known but that it was true by this day; `report`: by the date of the source',
      }),
    ),
  },
  {
    ...closed,
    description:
      'when: a fixed date, a column (with `to` an interval), columns for year, month and day, or `by` a day',
  },
);

export const NumberRule = Type.Object(
  {
    decimal: opt(Type.Union([Type.Literal('.'), Type.Literal(',')])),
    thousands: opt(
      Type.Union([
        Type.Literal(','),
        Type.Literal('.'),
        Type.Literal(' '),
        Type.Literal("'"),
        Type.Literal(''),
      ]),
    ),
  },
  closed,
);

export const Crs = Type.String({
  minLength: 1,
  description:
    'EPSG:4326 (default), another EPSG code, or a UTM zone as the coordinates code of `system` reads it',
});

/** How one property gets its value. Which members fit depends on the property's type; reading the mapping checks that. */
export const ValueRule = Type.Object(
  {
    column: opt(Column),
    columns: opt(Type.Array(Column, { minItems: 1 })),
    join: opt(Type.String({ maxLength: 20, description: 'between the columns; default one space' })),
    template: opt(
      Type.String({ minLength: 1, description: 'text with {column} in it; empty when all its columns are' }),
    ),
    value: opt(
      Type.Union([Type.String(), Type.Number(), Type.Boolean()], { description: 'the same for every row' }),
    ),
    split: opt(Type.String({ minLength: 1, description: 'cuts the text into members of a set' })),
    codes: opt(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
        description:
          'what the file says → our code (or true/false for yes/no); null: no claim. Case, accents and spaces do not matter',
      }),
    ),
    otherwise: opt(
      Type.String({
        description:
          'the code for words no table knows (the word is kept as typed); missing: unknown, unreadable',
      }),
    ),
    no_information: opt(
      Type.Array(Type.String(), { description: 'words that say nothing is known, besides those of `read`' }),
    ),
    when_empty: opt(
      Type.Union([Type.Literal('nothing'), Type.Literal('not-stated'), Type.Literal('not-recorded')], {
        description:
          'an empty cell or a word of no information: no claim (default), or a claim that it is not known',
      }),
    ),
    unit: opt(
      Type.String({
        minLength: 1,
        description: 'unit of the numbers in the file: ha, km2, dunum, ft, in, kg, t, …',
      }),
    ),
    unit_column: opt(Column),
    precision: opt(Type.Number({ exclusiveMinimum: 0, description: '± in the unit of the file' })),
    bound: opt(
      Type.Union([Type.Literal('least'), Type.Literal('most'), Type.Literal('about')], {
        description: 'the number is a lower or upper bound',
      }),
    ),
    decimal: opt(NumberRule.properties.decimal),
    thousands: opt(NumberRule.properties.thousands),
    date: opt(DateRule),
    geometry: opt(Type.Literal('feature', { description: 'the geometry the file itself gives the row' })),
    lon: opt(Column),
    lat: opt(Column),
    wkt: opt(Column),
    typed: opt(Column),
    system: opt(
      Type.Union(
        [
          Type.Literal('decimal'),
          Type.Literal('dm'),
          Type.Literal('dms'),
          Type.Literal('utm'),
          Type.Literal('mgrs'),
        ],
        { description: 'how `typed`, or lon and lat (x first), are written' },
      ),
    ),
    zone: opt(
      Type.String({
        minLength: 1,
        description: 'UTM zone and hemisphere where the coordinates leave it out: 36N',
      }),
    ),
    zone_column: opt(Column),
    crs: opt(Crs),
    accuracy: opt(Type.Number({ minimum: 0, description: 'metres: how far the true position may lie' })),
    accuracy_column: opt(Column),
    basis: opt(
      Type.String({
        minLength: 1,
        description: 'how the position came about, a code or words: municipal-seat',
      }),
    ),
    width: opt(Type.Number({ exclusiveMinimum: 0, description: 'metres, for lines' })),
    radius: opt(Type.Number({ exclusiveMinimum: 0, description: 'metres, for points' })),
    links_to: opt(Type.String({ minLength: 1, description: 'another record of the same row, by its `as`' })),
    key_of: opt(
      Type.String({ minLength: 1, description: 'kind of the item that the column names by its local id' }),
    ),
    issuer: opt(Text),
    language: opt(Type.String({ minLength: 2, maxLength: 35 })),
    definition: opt(Text),
    part: opt(Column),
    when: opt(DateRule),
    said: opt(Party),
  },
  { ...closed, description: 'how a property gets its value' },
);

const Properties = Type.Record(
  Type.String({ minLength: 1 }),
  Type.Union([ValueRule, Type.Array(ValueRule, { minItems: 1 })]),
  { description: 'property → rule; several rules give several claims' },
);

export const Case = Type.Object(
  {
    kind: Type.String({ minLength: 1 }),
    properties: opt(Properties),
  },
  closed,
);

export const RecordRule = Type.Object(
  {
    as: opt(Type.String({ minLength: 1, description: 'name by which other records of the row link to it' })),
    kind: opt(Type.String({ minLength: 1 })),
    by: opt(
      Type.Object(
        {
          column: Column,
          cases: Type.Record(Type.String(), Case, { minProperties: 1 }),
          else: opt(Type.Union([Case, Type.Literal('refuse'), Type.Literal('nothing')])),
        },
        { ...closed, description: 'the kind depends on what a column says' },
      ),
    ),
    only_when: opt(
      Type.Object(
        { column: Column, is: opt(Type.Array(Type.String(), { minItems: 1 })) },
        { ...closed, description: 'the record is made only when the column is filled, or says one of these' },
      ),
    ),
    identity: opt(
      Type.Array(Column, {
        minItems: 1,
        description: 'columns that name this item, where they are not those of the row',
      }),
    ),
    properties: opt(Properties),
  },
  closed,
);

export const Mapping = Type.Object(
  {
    mapping: Type.Literal(1, { description: 'version of this format' }),
    name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 80 }),
    version: Text,
    about: opt(Type.String({ maxLength: 4000 })),
    source: Type.Object(
      {
        name: Text,
        publisher: opt(Party),
        said: opt(Party),
        date: opt(Day),
        date_in_name: opt(
          Type.Literal(true, {
            description:
              'the source spoke on the day, or in the month, that stands in the name of the file, as in status_2026-02-03.csv; a name without one: `date`',
          }),
        ),
        reliability: opt(
          Type.Union([
            Type.Literal('A'),
            Type.Literal('B'),
            Type.Literal('C'),
            Type.Literal('D'),
            Type.Literal('E'),
            Type.Literal('F'),
          ]),
        ),
        information: opt(
          Type.Union([
            Type.Literal(1),
            Type.Literal(2),
            Type.Literal(3),
            Type.Literal(4),
            Type.Literal(5),
            Type.Literal(6),
          ]),
        ),
        device: opt(
          Type.Union([Type.Literal('M1'), Type.Literal('M2'), Type.Literal('M3'), Type.Literal('M4')]),
        ),
        doubt: opt(Text),
      },
      {
        ...closed,
        description: 'where the file comes from; the name keeps the ids of its rows apart from other sources',
      },
    ),
    date: DateRule,
    sensitivity: opt(
      Type.Union(
        [
          Type.Literal('public'),
          Type.Literal('partner'),
          Type.Literal('restricted'),
          Type.Literal('personal'),
        ],
        { description: 'of the file as a whole, if higher than what its columns ask for' },
      ),
    ),
    read: opt(
      Type.Object(
        {
          format: opt(Type.String({ minLength: 1 })),
          sheet: opt(Type.String({ minLength: 1 })),
          encoding: opt(Type.String({ minLength: 1 })),
          header_row: opt(Type.Integer({ minimum: 1 })),
          delimiter: opt(Type.String({ minLength: 1, maxLength: 1 })),
          crs: opt(Crs),
          numbers: opt(
            Type.Object(
              {
                decimal: opt(NumberRule.properties.decimal),
                thousands: opt(NumberRule.properties.thousands),
                columns: opt(
                  Type.Array(Column, {
                    description: 'columns that hold numbers, also where they serve as text or code',
                  }),
                ),
              },
              closed,
            ),
          ),
          no_information: opt(
            Type.Array(Type.String(), { description: 'words that mean that nothing is known' }),
          ),
          renamed: opt(
            Type.Record(Type.String(), Type.Record(Type.String(), Type.String()), {
              description:
                'column → old word → new word: a stated change between two editions of the file; used only for comparing rows',
            }),
          ),
          optional_columns: opt(
            Type.Array(Column, {
              description:
                'columns that not every edition of the file has; without them it is taken all the same',
            }),
          ),
          double_encoded: opt(Type.Union([Type.Literal('keep'), Type.Literal('repair')])),
        },
        closed,
      ),
    ),
    extent: opt(
      Type.Array(Type.Number(), {
        minItems: 4,
        maxItems: 4,
        description: 'west, south, east, north in degrees: where all that the file says lies',
      }),
    ),
    identity: opt(
      Type.Array(Column, { description: 'columns that name the row again in a later file; none: []' }),
    ),
    duplicates: opt(
      Type.Union([Type.Literal('keep'), Type.Literal('merge')], {
        description: 'rows equal in `same_when`: each its own record (default), or one',
      }),
    ),
    same_when: opt(
      Type.Array(Column, {
        minItems: 1,
        description:
          'columns (and @geometry) by which rows are equal; a row that has none of one of them equals no other; default all',
      }),
    ),
    snapshot: opt(
      Type.Object(
        { date: opt(Day), compare: Type.Array(Column, { minItems: 1 }) },
        {
          ...closed,
          description: 'the file states a whole table as of a date; its rows are compared on these columns',
        },
      ),
    ),
    kept: opt(
      Type.Record(
        Type.String(),
        Type.Union([Type.Literal('restricted'), Type.Literal('personal'), Type.Literal('leave-out')]),
        {
          description:
            'classes of columns that no record uses; leave-out: not kept at all, which is reported',
        },
      ),
    ),
    records: Type.Array(RecordRule, { minItems: 1 }),
  },
  {
    ...closed,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Tilth mapping',
  },
);

export type Party = Static<typeof Party>;
export type DateRule = Static<typeof DateRule>;
export type NumberRule = Static<typeof NumberRule>;
export type ValueRule = Static<typeof ValueRule>;
export type Case = Static<typeof Case>;
export type RecordRule = Static<typeof RecordRule>;
export type Mapping = Static<typeof Mapping>;
