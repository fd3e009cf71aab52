/**
 * A value of a row that may be acted upon: one that approved reports agree on, or that a person chose. What is disputed,
 * claimed only, or said only by reports not yet reviewed is shown elsewhere, but settles nothing: danger counts when
 * reported, safety only when accepted (design, law 6).
 */

/** A row's values, as `columnsOf` of domain/report/columns.ts gives them: `<property>` and `<property>_state`. */
export type Values = Readonly<Record<string, unknown>>;

/** The value of a property when it is settled or chosen; else null. */
export function stands(values: Values, property: string): unknown {
  const state = values[`${property}_state`] ?? 'settled';
  return state === 'settled' || state === 'chosen' ? (values[property] ?? null) : null;
}
