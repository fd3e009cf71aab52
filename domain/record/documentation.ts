/** The reference of all record kinds and code lists as Markdown, from the definitions: docs/records.md. */
import { UNIT_LABELS } from './columns.ts';
import type { Code, CodeList, Kind, Model, Property } from './kind.ts';

const HEAD = `# Records

What the record is made of: every kind of item, its properties, and the code lists. This file is written from the
definitions in \`domain/record\`; change those, then run \`TILTH_WRITE_DOCS=1 node --test domain/record/documentation.test.ts\`.

*Folds as* tells how several claims add up (ARCHITECTURE.md): *latest*, *sum* of parts, *set* of members, *monotone* (never
falls), *guarded* (a claim alone only raises danger), *geometry* (latest), *perimeter* (union of all outlines less what was
released), *release* (feeds the perimeter). *Seen by* is the level a reader needs: public, partner, restricted or personal.
Nothing is public until a programme opens it. Any value may also be unknown, with the reason why.
`;

const DRAWING: Readonly<Record<Kind['drawing'], string>> = {
  hazard: 'Drawn as hazard from the moment it is reported, until a release or a void covers it.',
  danger: 'Drawn as danger from the moment it is reported.',
  release: 'Drawn below hazards, and only when accepted.',
  plain: 'Drawing it says nothing about danger.',
};

/** The whole document. Kinds and lists stand in the order of the model. */
export function documentation(model: Model): string {
  const kinds = [...model.kinds.values()];
  const lists = [...model.lists.values()];
  return [
    HEAD,
    `## Kinds (${kinds.length})\n`,
    ...kinds.map((k) => `- [${k.label}](#${k.name}-kind)`),
    '',
    ...kinds.map(kindText),
    `## Code lists (${lists.length})\n`,
    ...lists.map(listText),
  ].join('\n');
}

function kindText(kind: Kind): string {
  const rows = Object.entries(kind.properties).map(
    ([name, p]) =>
      `| \`${name}\` | ${p.label} | ${typeText(p)} | ${p.fold} | ${p.sensitivity} | ${cell(p.standard)} | ${cell(p.hxl)} | ${cell(p.description + conditionText(p))} |`,
  );
  const place = kind.place === undefined ? 'No place of its own.' : `Placed by \`${kind.place}\`.`;
  const date = kind.date === undefined ? '' : ` Dated by \`${kind.date}\`.`;
  return [
    `<a id="${kind.name}-kind"></a>`,
    `### ${kind.label} (\`${kind.name}\`)\n`,
    `${kind.description}\n`,
    `${place}${date}${partsText(kind)} ${DRAWING[kind.drawing]} Seen by: ${kind.sensitivity}. Standards: ${kind.standard.join(', ')}.\n`,
    '| property | label | type | folds as | seen by | standard | HXL | description |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function partsText({ parts = [] }: Kind): string {
  const named = parts.map((p) => `${p.kind} (linked back by \`${p.by}\`)`).join(', ');
  return parts.length === 0 ? '' : ` One report may record several beside it: ${named}.`;
}

function typeText(p: Property): string {
  const unit = p.unit === undefined ? '' : `, ${UNIT_LABELS[p.unit]}`;
  const codes = p.codes === undefined ? '' : ` of [${p.codes}](#${p.codes}-list)`;
  const to = p.to?.length ? ` to ${p.to.join(', ')}` : '';
  const shapes = p.shapes === undefined ? '' : ` (${p.shapes.join(', ')})`;
  const definition = p.definition === undefined ? '' : `; meant as ${p.definition}`;
  return `${p.type}${unit}${codes}${to}${shapes}${definition}`;
}

function conditionText({ only_with: needs }: Property): string {
  if (needs === undefined) return '';
  const codes = needs.is?.map((code) => `\`${code}\``).join(' or ');
  return ` Asked only with \`${needs.property}\`${codes === undefined ? ' answered' : ` ${codes}`}.`;
}

function listText(list: CodeList): string {
  const ranked = Object.values(list.codes).some((c) => c.danger !== undefined);
  const rows = Object.entries(list.codes).map(
    ([name, c]) => `| \`${name}\` | ${cell(c.label)} | ${cell(noteText(c, ranked))} |`,
  );
  return [
    `<a id="${list.name}-list"></a>`,
    `### ${list.label} (\`${list.name}\`)\n`,
    `Source: ${list.source}.\n`,
    '| code | label | note |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function noteText(code: Code, ranked: boolean): string {
  return [
    code.description,
    code.within === undefined ? undefined : `Within \`${code.within}\`.`,
    ranked ? `Danger ${code.danger ?? 0}.` : undefined,
    code.towards_release ? 'Towards release: shown as claimed until land release backs it.' : undefined,
  ]
    .filter((t) => t !== undefined)
    .join(' ');
}

function cell(text: string | undefined): string {
  return (text ?? '').replace(/\|/g, '\\|');
}
