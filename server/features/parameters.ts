/** The parameters of a collection's items, for checking and for the API definition alike. */
import type { Property } from '@tilth/domain/record/kind';
import { type TSchema, Type } from 'typebox';
import { askSchema, Bbox, FARTHEST, ItemId, itemSchema, MOST } from '../ask.ts';
import { Datetime } from '../datetime.ts';
import { filterText } from '../narrow.ts';

/** No address takes parameters it does not know (/req/core/query-param-unknown). */
export const NoParameters = Type.Object({}, { additionalProperties: false });

export const DEFAULT_LIMIT = 10;

/** A limit above the most is no error, it is read as the most (/req/core/fc-limit-response-1), so no maximum here. */
export const itemsParameters = {
  ...askSchema,
  limit: Type.Optional(Type.Integer({ minimum: 1, description: `how many features at most, 1 to ${MOST}` })),
  bbox: Type.Optional(Bbox),
  datetime: Type.Optional(Datetime),
  offset: Type.Optional(
    Type.Integer({ minimum: 0, maximum: FARTHEST, description: 'how many features stand before this page' }),
  ),
  after: Type.Optional(ItemId),
  filter: Type.Optional(filterText),
  'filter-lang': Type.Optional(
    Type.Literal('tilth', { description: 'the language of `filter`: Tilth’s own, no other is read' }),
  ),
};

export const itemParameters = itemSchema;

/** As the definition shows them: with the most that a page can hold, and the kind's properties as filters. */
export function shownParameters(open: ReadonlyMap<string, Property>): Record<string, TSchema> {
  const filters: Record<string, TSchema> = {};
  for (const [name, property] of open) {
    const filter = filterSchema(property);
    if (filter !== null) filters[name] = Type.Optional(filter);
  }
  return {
    ...filters,
    ...itemsParameters,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST,
        default: DEFAULT_LIMIT,
        description: `how many features at most, 1 to ${MOST}`,
      }),
    ),
  };
}

/** Places and releases have no value to be equal to; personal values are never looked for by a list. */
function filterSchema({ label, type, sensitivity }: Property): TSchema | null {
  const description = `only features whose “${label}” is this`;
  if (type === 'geometry' || type === 'release' || sensitivity === 'personal') return null;
  if (type === 'number') return Type.Number({ description });
  if (type === 'yesno') return Type.Boolean({ description });
  return Type.String({ description });
}
