/** By which id the field of a property stands in the page; sheet 0 is the item itself. */
export function fieldId(sheet: number, name: string): string {
  return sheet === 0 ? `field-${name}` : `field-${sheet}-${name}`;
}
