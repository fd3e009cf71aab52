/** Names of the machine made from what a person writes: `Alarm level` → `alarm_level`, `alarm-level`. */

/** Words of Latin letters and digits, joined by `by`; `usual` where nothing of the label can be written so. */
export function nameFrom(label: string, by: '_' | '-', usual: string): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, by);
  const name = plain.slice(0, 60).replace(by === '_' ? /^[0-9_]+|_+$/g : /^-+|-+$/g, '');
  return name === '' ? usual : name;
}

/** `name`, or with the first number behind it that makes it free. */
export function freeName(name: string, by: '_' | '-', taken: (name: string) => boolean): string {
  let free = name;
  for (let n = 2; taken(free); n++) free = `${name}${by}${n}`;
  return free;
}
