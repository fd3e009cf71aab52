/** A word that was probably meant: a slip of the finger is answered with the word itself, not with a list to read. */

/** The nearest of `known` within two slips (a third of a short word), or undefined. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const most = Math.min(2, Math.floor(typed.length / 3));
  return known
    .map((word) => ({ word, slips: slips(typed, word) }))
    .filter((k) => k.slips <= most)
    .sort((a, b) => a.slips - b.slips)[0]?.word;
}

/** Letters missing, added, exchanged with a neighbour or wrong (optimal string alignment distance). */
function slips(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      if (i === 0) {
        row.push(j);
        continue;
      }
      const at = (r: number, c: number) => (r === i ? row[c] : rows[r]?.[c]) ?? 0;
      const wrong = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : wrong;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, wrong, exchanged));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
