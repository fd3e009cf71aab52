/** Gives the reader a file made here: a chart as an image that stands alone, or its table as CSV. */
import { saveFile } from '../../ui/save-file.ts';

export function saveText(text: string, name: string): void {
  saveFile(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), name);
}

/** The drawing with its colours and its title written into it, so that it shows the same anywhere. */
export function saveImage(svg: SVGSVGElement, title: string, name: string): void {
  const alone = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [i, element] of [alone, ...alone.querySelectorAll('*')].entries()) {
    const original = originals[i];
    if (original === undefined) continue;
    const { fill, stroke, color } = getComputedStyle(original);
    element.setAttribute('fill', fill);
    element.setAttribute('stroke', stroke);
    if (element === alone) element.setAttribute('color', color);
  }
  alone.removeAttribute('aria-hidden');
  alone.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  alone.setAttribute('font-family', 'system-ui, sans-serif');
  alone.setAttribute('font-size', '12');
  const named = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  named.textContent = title;
  alone.prepend(named);
  saveFile(new Blob([new XMLSerializer().serializeToString(alone)], { type: 'image/svg+xml' }), name);
}

/** One line of CSV (RFC 4180); text that a spreadsheet takes for a formula gets an apostrophe before it. */
export function csvLine(cells: readonly (string | number)[]): string {
  const cell = (c: string | number) => {
    const text = typeof c === 'string' && /^'*[=+\-@\t\r]/.test(c) ? `'${c}` : String(c);
    return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${cells.map(cell).join(',')}\r\n`;
}
