/** Words and numbers in their own direction within a drawing, which is laid out from left to right. */
export function turned(text: string, rtl: boolean): string {
  return rtl ? `\u2067${text}\u2069` : text;
}
