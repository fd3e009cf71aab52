/**
 * A draft that says what a report said, to be put right and sent as its correction. Once the correction is live the other
 * report no longer counts, so what the form can't take over is named, never dropped in silence.
 */
import type { Kind, Model, Property } from '@tilth/domain/record/kind';
import type { Claim, Day, Id, Instant, Ref, Report, Value } from '@tilth/domain/report/entry';
import {
  type Answer,
  blankDraft,
  type Draft,
  type DraftFile,
  type Part,
  type Sheet,
  withAnswer,
} from './draft.ts';
import { geometryOf, linesOf } from './read-answer.ts';
import { numberText, spanText } from './write-stated.ts';

/** GET /api/reports/{id} */
export interface ReportPage {
  readonly ref: Ref;
  readonly number: number;
  readonly instant: Instant;
  readonly report: Report;
  readonly personal: readonly { readonly n: number; readonly value: Value }[];
  readonly decisions: readonly {
    readonly act: string;
    readonly written: Instant;
    readonly reason: string;
  }[];
  readonly corrected: readonly Ref[];
}

interface Beginning {
  readonly id: Id;
  readonly report: Id;
  readonly by: Id;
  readonly today: Day;
  readonly now: Instant;
  /** language of the form */
  readonly tag: string;
  /** the item has other reports than this one */
  readonly about: boolean;
  readonly newId: () => Id;
  /** the report's main item, where it speaks of several */
  readonly item: Id | null;
}

/** What a field reads its text by: the language it is typed in and the day of the report. */
export type Form = Pick<Beginning, 'tag' | 'today'>;

/** Among what is lost: the speaker's words of doubt, which no field of this form holds. */
export const DOUBT = 'web.form.doubt';

export function correctionOf(page: ReportPage, model: Model, beginning: Beginning): Draft {
  const { report, ref, number } = page;
  const known = new Map(page.personal.map(({ n, value }) => [n, value]));
  const clear = report.claims.map((c, n): Claim => ({ ...c, value: known.get(n) ?? c.value }));
  const main = Math.max(
    0,
    report.items.findIndex((i) => i.id === beginning.item),
  );
  const first = report.items[main];
  const blank = blankDraft({
    ...beginning,
    programme: report.programme,
    item: first?.id ?? beginning.newId(),
    kind: first?.kind ?? '',
  });
  const lost: string[] = report.sure?.doubt === undefined ? [] : [DOUBT];
  const fill = <S extends Sheet>(sheet: S, on: number): S =>
    filled(
      sheet,
      clear.filter((c) => c.on === on),
      model,
      beginning,
      lost,
    );
  const whole = fill(blank, main);
  const beside = (model.kinds.get(blank.kind)?.parts ?? []).map((p) => [p.kind, p.by] as const);
  const parts = report.items.flatMap((item, on): Part[] => {
    if (on === main) return [];
    const by = new Map(beside).get(item.kind);
    if (by === undefined) {
      lost.push(model.kinds.get(item.kind)?.label ?? item.kind);
      return [];
    }
    const part: Part = { item: item.id, kind: item.kind, by, same: false, answers: {}, personal: {} };
    const full = fill(part, on);
    const { [by]: _, ...answers } = full.answers;
    return [{ ...full, answers }];
  });
  return {
    ...whole,
    head: {
      source: report.source.name,
      said: report.said?.name ?? '',
      // one that ends after this report's day stays as it was, for the form to object to
      when: spanText(report.when, beginning.today) ?? report.when.typed ?? report.when.to,
      date: beginning.today,
      reliability: report.sure?.source ?? '',
      information: report.sure?.information === undefined ? '' : String(report.sure.information),
      device: report.sure?.device ?? '',
    },
    parts,
    files: (report.attachments ?? []).map(
      (a): DraftFile => ({
        id: beginning.newId(),
        on: report.items[a.on]?.id ?? whole.item,
        name: '',
        media_type: a.media_type,
        size: a.size,
        digest: a.capture,
        bare: false,
        extras: 'none',
        place: null,
        sent: true,
      }),
    ),
    corrects: { ref, number },
    spoke: {
      source: report.source,
      ...(report.said && { said: report.said }),
      ...(report.published && { published: report.published }),
    },
    lost: [...new Set(lost)],
  };
}

/** The sheet with the claims as answers; labels of those that can't be answers are added to `lost`. */
function filled<S extends Sheet>(
  sheet: S,
  claims: readonly Claim[],
  model: Model,
  form: Form,
  lost: string[],
): S {
  const kind = model.kinds.get(sheet.kind);
  const by = Map.groupBy(claims, (c) => c.property);
  let full = sheet;
  for (const [name, said] of by) {
    const property = kind?.properties[name];
    const answer = property && said.every(plain) ? answerOf(property, said.map(statedOf), form) : null;
    if (!kind || !property || answer === null) {
      if (!givenByPosition(name, kind, by)) lost.push(property?.label ?? name);
    } else if (!givenByPosition(name, kind, by)) full = withAnswer(full, name, property, answer);
  }
  return full;
}

/** Basis and accuracy of the item's own position are part of that field. */
function givenByPosition(name: string, kind: Kind | undefined, by: ReadonlyMap<string, unknown>): boolean {
  return ['position_basis', 'accuracy'].includes(name) && kind?.place !== undefined && by.has(kind.place);
}

/** A claim that says about itself no more than a form can. */
function plain({ definition, part, when, said, published, sure }: Claim): boolean {
  return [definition, part, when, said, published, sure].every((x) => x === undefined);
}

function statedOf({ value }: Claim): Value {
  return value.type === 'member' && value.yes ? value.of : value;
}

/** The answer that reads as these values; null when no field can hold them. */
export function answerOf(property: Property, values: readonly Value[], { tag, today }: Form): Answer | null {
  const [first] = values;
  if (first === undefined || values.some((v) => v.type !== first.type)) return null;
  if (property.fold !== 'set' && values.length > 1) return null;
  const all = <T extends Value['type']>(type: T) =>
    values.filter((v): v is Extract<Value, { type: T }> => v.type === type);
  switch (first.type) {
    case 'text':
      return {
        as: 'text',
        text: all('text')
          .map((v) => v.text)
          .join('\n'),
      };
    case 'code':
      return { as: 'codes', codes: all('code').map((v) => v.code) };
    case 'yesno':
      return { as: 'yesno', yes: first.yes };
    case 'number': {
      const written = numberText(first, property.unit, tag);
      return written && { as: 'number', ...written, tag };
    }
    case 'date': {
      const text = spanText(first.span, today);
      return text === null ? null : { as: 'date', text };
    }
    case 'geometry':
      return placeText(first);
    case 'link':
      return {
        as: 'links',
        links: all('link').map(({ item, key }) => ({
          kind: key?.kind ?? property.to?.[0] ?? '',
          title: key?.id ?? item?.slice(0, 8) ?? '',
          ...(item !== undefined && { item }),
        })),
      };
    case 'identifier':
      return { as: 'ids', ids: all('identifier').map(({ id, issuer }) => ({ id, issuer })) };
    case 'unknown':
      return { as: 'unknown', why: first.why };
    case 'member':
    case 'personal':
    case 'release':
      return null;
  }
}

function placeText(value: Extract<Value, { type: 'geometry' }>): Answer {
  const { geometry, accuracy, width, radius, basis } = value;
  const simple =
    geometry.type === 'Point' ||
    geometry.type === 'LineString' ||
    (geometry.type === 'Polygon' && geometry.coordinates.length === 1);
  const shape = geometry.type.endsWith('Polygon')
    ? 'polygon'
    : geometry.type.endsWith('String')
      ? 'line'
      : 'point';
  // typed in another order or system, or put right on the way in, it would be another place here
  const same = (text: string) => JSON.stringify(geometryOf(text, shape)) === JSON.stringify(geometry);
  const typed = value.typed !== undefined && same(value.typed) ? value.typed : undefined;
  return {
    as: 'geometry',
    shape,
    text: typed ?? (simple ? linesOf(geometry).join('\n') : JSON.stringify(geometry)),
    size: String(width ?? radius ?? ''),
    accuracy: String(accuracy ?? ''),
    basis: basis ?? '',
  };
}
