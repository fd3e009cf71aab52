/** What was typed into one field as the values it claims, or what is wrong with it; each checked as the server checks it. */
import { positionsOf as corners } from '@tilth/domain/geometry/bounds';
import { readCoordinates } from '@tilth/domain/geometry/coordinates';
import { looksLikeShape, readTypedShape } from '@tilth/domain/geometry/typed-shape';
import type { Problem } from '@tilth/domain/problem';
import { checkValue } from '@tilth/domain/record/check-value';
import type { Model, Property } from '@tilth/domain/record/kind';
import type { Geometry, Position, Value } from '@tilth/domain/report/entry';
import { readDate } from '@tilth/domain/report/span';
import type { Answer, TypedLink } from './draft.ts';
import { readNumber } from './read-number.ts';

/** What a field has to say against what stands in it: a problem of `domain`, or a word of the form's own (`web.form.wrong.…`). */
export type Wrong =
  | { readonly problem: Problem }
  | { readonly word: 'number' | 'points' | 'metres'; readonly least?: number };

export interface Read {
  readonly values: readonly Value[];
  readonly wrong: readonly Wrong[];
}

export interface LineRead {
  readonly typed: string;
  readonly read: { readonly position: Position; readonly accuracy_m: number } | Problem;
}

type GeometryAnswer = Extract<Answer, { as: 'geometry' }>;

/** @param date the report's own date, which no date in it may pass */
export function readAnswer(
  name: string,
  property: Property,
  answer: Answer,
  model: Model,
  date: string,
): Read {
  const { values, wrong } = valuesOf(answer, property, date);
  const members = values.map(
    (v): Value =>
      property.fold === 'set' && v.type !== 'unknown' ? { type: 'member', of: v, yes: true } : v,
  );
  const found = members.flatMap((v): Wrong[] => {
    const not = checkValue(name, property, v, model);
    return not === null ? [] : [{ problem: not }];
  });
  return { values: members, wrong: [...wrong, ...found] };
}

function valuesOf(answer: Answer, property: Property, date: string): Read {
  switch (answer.as) {
    case 'text':
      return {
        // of a set each line is a member
        values: (property.fold === 'set' ? answer.text.split('\n') : [answer.text])
          .map((t) => t.trim())
          .filter((t) => t !== '')
          .map((text) => ({ type: 'text', text })),
        wrong: [],
      };
    case 'codes':
      return { values: answer.codes.map((code) => ({ type: 'code', code })), wrong: [] };
    case 'yesno':
      return { values: [{ type: 'yesno', yes: answer.yes }], wrong: [] };
    case 'number': {
      const value = readNumber(answer, property.unit);
      return value === null ? { values: [], wrong: [{ word: 'number' }] } : { values: [value], wrong: [] };
    }
    case 'date': {
      const span = readDate(answer.text, { reportDate: date });
      if ('code' in span) return { values: [], wrong: [{ problem: span }] };
      return { values: [{ type: 'date', span }], wrong: [] };
    }
    case 'geometry':
      return readShape(answer);
    case 'links':
      return { values: answer.links.map(linkOf), wrong: [] };
    case 'ids':
      return { values: answer.ids.map((i) => ({ type: 'identifier', ...i })), wrong: [] };
    case 'unknown':
      return { values: [{ type: 'unknown', why: answer.why }], wrong: [] };
  }
}

function linkOf({ kind, title, item }: TypedLink): Value {
  return item === undefined ? { type: 'link', key: { kind, id: title } } : { type: 'link', item };
}

/** What the text of a place is read as: a whole shape that was pasted, or lines of one position each. */
export type PlaceRead =
  | { readonly as: 'shape'; readonly shape: Geometry | Problem }
  | { readonly as: 'lines'; readonly lines: readonly LineRead[] };

export function readPlace(text: string): PlaceRead {
  if (!looksLikeShape(text)) return { as: 'lines', lines: readLines(text) };
  const read = readTypedShape(text);
  return { as: 'shape', shape: 'code' in read ? read : read.geometry };
}

/** The geometry meant as far as it can be read, for drawing and checking; null where there is none yet. */
export function geometryOf(text: string, shape: GeometryAnswer['shape']): Geometry | null {
  const place = readPlace(text);
  if (place.as === 'shape') return 'code' in place.shape ? null : place.shape;
  return shapeOf(shape, positionsOf(place.lines));
}

/** The shape's positions in order, each as a line that reads as it: a pasted shape can be gone on with. */
export function linesOf(geometry: Geometry): readonly string[] {
  const all = corners(geometry);
  const closed = geometry.type === 'Polygon' ? all.slice(0, -1) : all;
  return closed.map(writtenPosition);
}

/** A position as a line of its own, to some 10 cm. */
export function writtenPosition([lon, lat]: Position): string {
  return `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
}

/** Every line that holds something, with what it was read as. */
export function readLines(text: string): readonly LineRead[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((typed) => ({ typed, read: readCoordinates(typed) }));
}

/** The positions of the lines that can be read, in order. */
export function positionsOf(lines: readonly LineRead[]): readonly Position[] {
  return lines.flatMap(({ read }) => ('code' in read ? [] : [read.position]));
}

const LEAST = { point: 1, line: 2, polygon: 3 } as const;

function readShape(answer: GeometryAnswer): Read {
  const place = readPlace(answer.text);
  const lines = place.as === 'lines' ? place.lines : [];
  const wrong: Wrong[] = lines.flatMap(({ read }) => ('code' in read ? [{ problem: read }] : []));
  if (place.as === 'shape' && 'code' in place.shape) wrong.push({ problem: place.shape });
  const [size, accuracy] = [readMetres(answer.size), readMetres(answer.accuracy)];
  if (size === null || accuracy === null) wrong.push({ word: 'metres' });
  const points = positionsOf(lines);
  if (place.as === 'lines' && points.length < LEAST[answer.shape])
    wrong.push({ word: 'points', least: LEAST[answer.shape] });
  const geometry = geometryOf(answer.text, answer.shape);
  if (wrong.length > 0 || geometry === null) return { values: [], wrong };
  return {
    values: [
      {
        type: 'geometry',
        geometry,
        ...(accuracy && { accuracy }),
        ...(size &&
          (geometry.type.endsWith('String')
            ? { width: size }
            : geometry.type.endsWith('Point') && { radius: size })),
        ...(answer.basis && { basis: answer.basis }),
        typed: place.as === 'shape' ? answer.text.trim() : lines.map((l) => l.typed.trim()).join('\n'),
      },
    ],
    wrong,
  };
}

/** The shape through the positions; a polygon is closed by itself. Null when they are too few for it. */
export function shapeOf(shape: GeometryAnswer['shape'], points: readonly Position[]): Geometry | null {
  const [first] = points;
  if (first === undefined || points.length < LEAST[shape]) return null;
  if (shape === 'point')
    return points.length === 1
      ? { type: 'Point', coordinates: first }
      : { type: 'MultiPoint', coordinates: points };
  if (shape === 'line') return { type: 'LineString', coordinates: points };
  const last = points.at(-1);
  const closed = last?.[0] === first[0] && last[1] === first[1] ? points : [...points, first];
  return { type: 'Polygon', coordinates: [closed] };
}

/** Metres as typed; undefined where nothing was, null where it can't be read. */
function readMetres(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  return readNumber({ text, give: '' }, 'm')?.number ?? null;
}
