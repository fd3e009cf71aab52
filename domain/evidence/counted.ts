/** What a number counts, by the noun after it. English. */

/** Whatever else is counted, by its plural: "two shepherds", "18 howitzers". */
export function counted(text: string): { readonly name: string; readonly length: number } | null {
  const m =
    /^(?:[A-Za-z]+(?:-[a-z]+)* ){0,2}?(?!(?:was|has|does|its|this|his|hers|ours|theirs|sides|others|times)\b)([a-z]{3,}s)(?<!ous|ss|us|is)(?![\p{L}-])/u.exec(
      text,
    );
  if (
    m === null ||
    /\b(?:of|in|to|and|or|the|at|by|on|for|from|with|were|was|are|is|had|have|has|sustained|suffered|received|lost|fled|left|took|fell|went|still|now|this|last|next|these|those)\b/.test(
      m[0],
    )
  )
    return null;
  return { name: singular(m[1] ?? ''), length: m[0].length };
}

export function singular(word: string): string {
  const known: Readonly<Record<string, string>> = {
    people: 'person',
    persons: 'person',
    children: 'child',
    countries: 'state',
    nations: 'state',
    parties: 'party',
    casualties: 'casualty',
    families: 'family',
    dead: 'person',
    injured: 'person',
    wounded: 'person',
    landmines: 'mine',
    bodies: 'body',
    killed: 'person',
  };
  return (
    known[word] ??
    word
      .replace(/ies$/, 'y')
      .replace(/(ss|sh|ch|x|zz)es$/, '$1')
      .replace(/(?<!s)s$/, '')
      .replace(/^anti-?personnel (?:land)?mine$/, 'mine')
  );
}
