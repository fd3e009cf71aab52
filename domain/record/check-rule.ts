/**
 * Whether a programme's rule can be read, before it is written to the log. Readers (model.ts, settings.ts) pass over what
 * can't be read, so a rule that slips by does no harm; this tells its author.
 */
import { type Problem, problem } from '../problem.ts';
import { readDefinition } from '../products/definition.ts';
import type { Rule } from '../report/entry.ts';
import { stepsOf } from '../report/standing.ts';
import { readBasemap } from './basemap.ts';
import type { Model } from './kind.ts';
import { readCodeMap, readOwnCodes } from './own-codes.ts';
import { isRecord, isUnreadable, PROPERTY_NAME, readOwnProperty } from './own-property.ts';

const REPORT_ID = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * Null when the rule can be read under the model as it is before it. Problems: `rule-unreadable` (which part),
 * `kind-unknown`, `list-unknown`, `property-built-in` (an own property that would change what a built-in one stores).
 */
export function checkRule(rule: Rule, model: Model): Problem | null {
  if (rule.value === null) return null;
  switch (rule.sets) {
    case 'own-property':
      return checkOwnProperty(rule, model);
    case 'own-codes': {
      const stated = readOwnCodes(rule.value);
      if (stated === null) return unreadable(rule, 'codes');
      const known = { ...model.lists.get(rule.key)?.codes, ...stated.codes };
      const lost = Object.values(stated.codes).find(
        (c) => c.within !== undefined && !Object.hasOwn(known, c.within),
      );
      return lost?.within === undefined ? null : unreadable(rule, lost.within);
    }
    case 'code-map': {
      const list = model.lists.get(rule.key);
      if (list === undefined) return problem('list-unknown', { list: rule.key });
      const map = readCodeMap(rule.value);
      if (map === null) return unreadable(rule, 'value');
      const lost = Object.values(map).find((code) => !Object.hasOwn(list.codes, code));
      return lost === undefined ? null : unreadable(rule, lost);
    }
    case 'review-steps':
      return aboutKind(rule, model) ?? (stepsOf(rule) === null ? unreadable(rule, 'value') : null);
    case 'number-pattern': {
      const readable = typeof rule.value === 'string' && /\{number(:\d{1,2})?\}/.test(rule.value);
      return aboutKind(rule, model) ?? (readable ? null : unreadable(rule, 'value'));
    }
    case 'limits': {
      if (!isRecord(rule.value)) return unreadable(rule, 'value');
      const wrong = Object.entries(rule.value).find(([, v]) => typeof v !== 'number' || !(v >= 0));
      return wrong === undefined ? null : unreadable(rule, wrong[0]);
    }
    case 'report':
      return REPORT_ID.test(rule.key) && readDefinition(rule.value) !== null
        ? null
        : unreadable(rule, 'value');
    case 'basemap':
      return REPORT_ID.test(rule.key) && readBasemap(rule.value) !== null ? null : unreadable(rule, 'value');
    case 'void-second':
      return rule.key === '' && typeof rule.value === 'boolean' ? null : unreadable(rule, 'value');
    // what a mapping may say is for `formats` to know, which reads it again whenever it is used
    case 'mapping': {
      const named = isRecord(rule.value) && rule.value.mapping === 1 && rule.value.name === rule.key;
      return named ? null : unreadable(rule, 'value');
    }
    case 'public': {
      const level = ['public', 'partner', 'restricted'].includes(String(rule.value));
      return aboutKind(rule, model) ?? (level ? null : unreadable(rule, 'value'));
    }
  }
}

function checkOwnProperty(rule: Rule, model: Model): Problem | null {
  const [kindName = '', name = '', ...more] = rule.key.split('.');
  const kind = model.kinds.get(kindName);
  if (kind === undefined) return problem('kind-unknown', { kind: kindName });
  if (!PROPERTY_NAME.test(name) || more.length > 0) return unreadable(rule, 'key');
  const stated = readOwnProperty(rule.value);
  if (isUnreadable(stated)) return unreadable(rule, stated.unreadable);
  if (stated.codes !== undefined && !model.lists.has(stated.codes))
    return problem('list-unknown', { list: stated.codes });
  const lost = stated.to?.find((k) => !model.kinds.has(k));
  if (lost !== undefined) return problem('kind-unknown', { kind: lost });
  const before = Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
  if (before !== undefined && !before.own && (before.type !== stated.type || before.unit !== stated.unit))
    return problem('property-built-in', { kind: kindName, property: name });
  return null;
}

function aboutKind(rule: Rule, model: Model): Problem | null {
  return rule.key === '' || model.kinds.has(rule.key) ? null : problem('kind-unknown', { kind: rule.key });
}

function unreadable(rule: Rule, part: string): Problem {
  return problem('rule-unreadable', { sets: rule.sets, part });
}
