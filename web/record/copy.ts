/**
 * A copy of a record as plain text: every value with who says it, when and how sure, everything in dispute side by side, and
 * on top and below what it was worked out from, so that the same copy can be made again (design, law 3).
 */
import type { Party, Value } from '@tilth/domain/report/entry';
import type { PropertyView, Shown } from '@tilth/domain/report/view';
import type { ItemPage, OpenKind, Programme } from '../ask/answers.ts';
import { attributionOf, attributionOfShown, showSureness } from './attribution.ts';
import { grouped } from './groups.ts';
import { type Showing, showSpan, showValue } from './show-value.ts';
import { titleOf } from './title.ts';

export interface CopyLine {
  readonly label: string;
  /** settled, disputed …; null where there is nothing to say of it */
  readonly state: string | null;
  readonly voices: readonly { readonly value: string; readonly who: string }[];
}

export interface Copy {
  readonly kind: string;
  readonly title: string;
  readonly id: string;
  readonly standing: string | null;
  readonly area: string | null;
  readonly groups: readonly { readonly name: string; readonly lines: readonly CopyLine[] }[];
  readonly reports: number;
  /** office, number, fold version and day; as known when; what is invented; and that no record is no evidence */
  readonly foot: readonly string[];
}

/** @param nameOf who speaks, in words. @param nameOfItem a linked record; null for one that is not known here */
export function copyOf(
  page: ItemPage,
  kind: OpenKind | undefined,
  programme: Programme,
  showing: Showing,
  nameOf: (party: Party) => string,
  nameOfItem: (id: string) => string | null,
): Copy {
  const { language } = showing;
  const { say } = language;
  const { view, entries, stamp } = page;
  const line = (p: PropertyView): CopyLine => {
    const property = kind?.properties[p.property];
    const who = (of: ReturnType<typeof attributionOf>): string => {
      if (of === null) return say('web.voice.worked-out');
      const parts = [
        of.said ? nameOf(of.said) : of.source,
        showSpan(of.when, language),
        showSureness(of.sure),
        of.number === undefined ? '' : say('web.receipt', { number: of.number }),
        of.standing && of.standing !== 'live' ? say(`web.report.${of.standing}`) : '',
      ];
      return parts.filter(Boolean).join(' · ');
    };
    const valueText = (v: Value) => {
      const of = v.type === 'member' && v.yes ? v.of : v;
      const named = of.type === 'link' && of.item && !of.key ? nameOfItem(of.item) : null;
      return named ?? showValue(v, property, showing);
    };
    const shown = (s: Shown) => ({
      value: valueText(s.value),
      who: who(attributionOfShown(s, entries)),
    });
    const own =
      p.value === null
        ? []
        : [
            {
              value: valueText(p.value),
              who: who(p.claim ? attributionOf(p.claim, entries) : null),
            },
          ];
    const others = p.remaining.filter((s) => s.claim.report !== p.claim?.report || s.claim.n !== p.claim?.n);
    const waiting = p.earlier.filter((s) => s.standing === 'pending');
    return {
      label: property?.label ?? p.property,
      state: p.state === 'settled' ? null : say(`web.state.${p.state}`),
      voices: [...own, ...others.map(shown), ...waiting.map(shown)],
    };
  };
  const m2 = view.drawing?.m2 ?? null;
  return {
    kind: kind?.label ?? view.kind,
    title: titleOf(view, kind, showing),
    id: view.id,
    standing: view.standing === 'live' ? null : say(`web.standing.${view.standing}`),
    area: m2 === null ? null : say('web.item.area', { area: language.exactArea(m2) }),
    groups: grouped(view.properties, kind).map(({ group, properties }) => ({
      name: say(`web.group.${group}`),
      lines: properties.map(line),
    })),
    reports: view.reports.length,
    foot: [
      programme.name,
      ...(programme.invented ? [say('web.invented')] : []),
      say('web.stamp', {
        office: stamp.office,
        number: stamp.number,
        fold: stamp.fold,
        at: language.day(stamp.at),
      }),
      ...(stamp.known === null
        ? []
        : [
            say('web.copy.known', {
              known:
                typeof stamp.known === 'number'
                  ? say('web.receipt', { number: stamp.known })
                  : language.instant(stamp.known),
            }),
          ]),
      say('web.absence'),
    ],
  };
}

export function copyAsText(copy: Copy): string {
  const head = [
    copy.kind,
    copy.title,
    copy.id,
    ...(copy.standing ? [copy.standing] : []),
    ...(copy.area ? [copy.area] : []),
  ];
  const body = copy.groups.flatMap(({ name, lines }) => [
    '',
    name.toLocaleUpperCase(),
    ...lines.flatMap(({ label, state, voices }) => [
      state ? `${label} [${state}]` : label,
      ...voices.map(({ value, who }) => `    ${value}   (${who})`),
    ]),
  ]);
  return `${[...head, ...body, '', ...copy.foot].join('\n')}\n`;
}
