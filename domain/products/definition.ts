/**
 * A defined report: which figures, by which breakdown, for which length of time, and in whose words
 * it begins. A programme's own stand in its log as rules (`sets: 'report'`, key the report's id) and so have a history;
 * until it writes one, the seeded ones below hold. What a figure means is written under `figure.<id>.means` in words/.
 */
import { partsOf } from '../figures/breakdown.ts';
import { figures, isLandFigure, offered } from '../figures/figure.ts';
import { type Length, lengths } from '../figures/period.ts';
import { isRecord } from '../record/own-property.ts';
import { ruleHeads } from '../record/rule-heads.ts';
import { refOf } from '../report/digest.ts';
import type { Ref, Rule } from '../report/entry.ts';

export interface Line {
  readonly figure: string;
  /** null: the figure alone */
  readonly by: string | null;
}

export interface ReportDefinition {
  /** empty: the seeded name of words/, `product.<id>` */
  readonly title: string;
  readonly length: Length;
  readonly lines: readonly Line[];
  /** what stands before the figures, in the programme's words */
  readonly preface: string;
  /** with the programme's map, as partners may see it (sheet-map.ts) */
  readonly map?: boolean;
}

export interface NamedDefinition {
  readonly id: string;
  readonly definition: ReportDefinition;
  /** the rule it is from; null: seeded */
  readonly rule: Ref | null;
}

const line = (figure: string, by: string | null = null): Line => ({ figure, by });
const land = [line('land-once'), line('land-cha'), line('land-sha'), line('to-locate'), line('unmeasured')];

/** What programmes have until they define their own. */
export const seeded: Readonly<Record<string, ReportDefinition>> = {
  weekly: {
    title: '',
    length: 'week',
    preface: '',
    lines: [
      line('accidents'),
      line('casualties', 'outcome'),
      line('hazard-reports'),
      ...land,
      line('released', 'method'),
      line('finds', 'category'),
      line('eore-attendances', 'attended'),
      line('pending'),
    ],
  },
  monthly: {
    title: '',
    length: 'month',
    preface: '',
    map: true,
    lines: [
      line('accidents', 'accident_type'),
      line('casualties', 'outcome'),
      line('victims', 'age_group'),
      line('victims', 'sex'),
      line('hazard-reports', 'outcome'),
      ...land,
      line('papers-not-held'),
      line('hazard-outlines', 'pcode'),
      line('released', 'method'),
      line('released', 'organisation'),
      line('survey-results', 'outcome'),
      line('disposed', 'category'),
      line('eore-sessions', 'method'),
      line('eore-attendances', 'attended'),
      line('pending'),
    ],
  },
  donor: {
    title: '',
    length: 'quarter',
    preface: '',
    lines: [
      line('released', 'organisation'),
      line('released', 'method'),
      line('surveyed-area', 'organisation'),
      line('disposed', 'organisation'),
      line('eore-attendances', 'attended'),
      line('beneficiaries', 'beneficiary_group'),
      line('land-once'),
      line('pending'),
    ],
  },
};

/** The definitions in force, seeded ones first. Contested heads: the first by id, as numbers already sent stay sent. */
export function definitionsOf(rules: readonly Rule[]): readonly NamedDefinition[] {
  const own = ruleHeads(rules, 'report');
  const ids = [...new Set([...Object.keys(seeded), ...own.keys()])];
  return ids.flatMap((id): readonly NamedDefinition[] => {
    for (const rule of own.get(id) ?? []) {
      const definition = readDefinition(rule.value);
      if (definition !== null) return [{ id, definition, rule: refOf(rule) }];
    }
    const usual = seeded[id];
    return usual === undefined ? [] : [{ id, definition: usual, rule: null }];
  });
}

/** Reads a rule's value; null where it can't be read, or names a figure or breakdown there is none of. */
export function readDefinition(value: unknown): ReportDefinition | null {
  if (!isRecord(value) || !Array.isArray(value.lines) || value.lines.length === 0) return null;
  const { title, preface, map } = value;
  const length = lengths.find((l) => l === value.length);
  if (typeof title !== 'string' || typeof preface !== 'string' || !length) return null;
  if (map !== undefined && typeof map !== 'boolean') return null;
  const lines = value.lines.map((l: unknown) => readLine(l));
  if (lines.some((l) => l === null)) return null;
  return { title, preface, length, lines: lines.filter((l) => l !== null), ...(map && { map }) };
}

export function readLine(value: unknown): Line | null {
  if (!isRecord(value) || typeof value.figure !== 'string') return null;
  const figure = offered.find((f) => f.id === value.figure);
  if (figure === undefined) return null;
  if (value.by === null) return { figure: figure.id, by: null };
  return typeof value.by === 'string' && partsOf(value.by).every((by) => figure.by.includes(by))
    ? { figure: figure.id, by: value.by }
    : null;
}

/** The kinds a figure is counted from. */
export function kindsOf(figure: string): readonly string[] {
  if (figure === 'casualties') return ['accident', 'victim'];
  if (isLandFigure(figure)) return ['hazardous-area'];
  return figures.filter((f) => f.id === figure).map((f) => f.kind);
}
