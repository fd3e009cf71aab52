/**
 * Checks requests against the TypeBox schemas of the routes. In addresses everything is text, so numbers and
 * comma-separated lists are read first, as the schema says; bodies are taken as they are. A parameter that is not in the
 * schema is refused (OGC API Features /req/core/query-param-unknown), and no refusal repeats a value (law 9).
 */
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { FastifyRouteSchemaDef } from 'fastify/types/schema.js';
import { IsArray, IsInteger, IsNumber, IsObject, IsSchema, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { faultIn } from './fault.ts';

type Checked = { value: unknown } | { error: Error };

/** The validator compiler of the application. */
export function validatorOf({
  schema,
  httpPart,
}: FastifyRouteSchemaDef<unknown>): (data: unknown) => Checked {
  if (!IsSchema(schema)) throw new Error('routes are described by TypeBox schemas');
  const validator = Compile(schema);
  const text = httpPart === 'querystring' || httpPart === 'params';
  return (data) => {
    if (!text) {
      const fault = faultIn(schema, data);
      if (fault === null) return { value: data };
      const { where, expected } = fault;
      return { error: new Refusal(problem('body-invalid', { where: where || 'the body', expected })) };
    }
    const value = readText(schema, data);
    if (validator.Check(value)) return { value };
    return { error: new Refusal(parameterProblem(schema, validator.Errors(value))) };
  };
}

function readText(schema: TSchema, data: unknown): unknown {
  if (!IsObject(schema) || typeof data !== 'object' || data === null) return data;
  const read = Object.entries(data).map(([name, value]: [string, unknown]) => {
    const wanted = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    return [name, wanted === undefined || typeof value !== 'string' ? value : readAs(wanted, value)];
  });
  return Object.fromEntries(read);
}

function readAs(schema: TSchema, text: string): unknown {
  if (IsArray(schema)) return text.split(',').map((part) => readAs(schema.items, part.trim()));
  const numeric = IsNumber(schema) || IsInteger(schema);
  return numeric && /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/u.test(text) ? Number(text) : text;
}

interface Fault {
  readonly instancePath: string;
  readonly message: string;
  readonly keyword: string;
  readonly params: object;
}

function parameterProblem(schema: TSchema, faults: readonly Fault[]): Problem {
  const known = IsObject(schema) ? Object.keys(schema.properties) : [];
  const first = faults[0];
  const name = first?.instancePath.split('/')[1] ?? '';
  if (!known.includes(name) && name !== '') {
    // a parameter twice is a list, which none of the open-ended ones takes
    if ('additionalProperties' in schema && typeof schema.additionalProperties === 'object')
      return problem('parameter-invalid', { parameter: name, expected: 'one value' });
    return problem('parameter-unknown', { parameter: name, known });
  }
  const described = IsObject(schema) ? schema.properties[name] : undefined;
  const expected =
    described !== undefined && 'description' in described && typeof described.description === 'string'
      ? described.description
      : (first?.message ?? '');
  return problem('parameter-invalid', { parameter: name || missingOf(first), expected });
}

function missingOf(fault: Fault | undefined): string {
  const { requiredProperties } = (fault?.params ?? {}) as { requiredProperties?: readonly string[] };
  return requiredProperties?.join(', ') ?? '';
}
