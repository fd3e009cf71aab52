/**
 * The text of an article with what is marked in it: by colour and by the style of its underline. Words are taken by dragging,
 * or with the arrow keys word by word, Shift for more of them. Who can't see the marks finds them in the list beside it.
 */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import type { MarkState } from '../../reading/reading.ts';
import { cutText, wordsOf } from '../../reading/text.ts';

export interface Marked {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly state: MarkState;
  readonly byHand?: boolean;
  /** it seems to be of what is chosen in the other text */
  readonly match?: boolean;
}

export interface Taken {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly label: string;
  readonly text: string;
  readonly language: string;
  readonly marks: readonly Marked[];
  readonly chosen?: string | null;
  readonly taken?: Taken | null;
  readonly onPick?: (id: string) => void;
  readonly onTake?: (taken: Taken | null) => void;
}

const TAKEN = 'taken';

export function ArticleText({
  label,
  text,
  language,
  marks,
  chosen = null,
  taken = null,
  onPick,
  onTake,
}: Props) {
  const { say } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<{ from: number; to: number } | null>(null);
  const words = useMemo(() => wordsOf(text), [text]);
  const paragraphs = useMemo(
    () => cutText(text, taken === null ? marks : [...marks, { id: TAKEN, ...taken }]),
    [text, marks, taken],
  );
  const known = useMemo(() => new Map(marks.map((m) => [m.id, m])), [marks]);
  useEffect(() => {
    // only within its own pane: where the panes stand one below the other the page stays where it is
    const pane = box.current;
    if (chosen !== null && pane !== null && pane.scrollHeight > pane.clientHeight + 1)
      pane.querySelector(`[data-marks~="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const move = (to: number, further: boolean) => {
    const word = Math.min(Math.max(to, 0), words.length - 1);
    const next = { from: further && caret ? caret.from : word, to: word };
    setCaret(next);
    const [first, last] = [words[Math.min(next.from, next.to)], words[Math.max(next.from, next.to)]];
    if (first && last) onTake?.({ start: first.start, end: last.end });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onTake || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = caret?.to ?? -1;
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to =
      event.key === forward
        ? now + 1
        : event.key === back
          ? now - 1
          : event.key === 'ArrowDown'
            ? besideParagraph(paragraphs, words, now, 1)
            : event.key === 'ArrowUp'
              ? besideParagraph(paragraphs, words, now, -1)
              : null;
    if (to !== null) move(to, event.shiftKey);
    else if (event.key === 'Escape' && taken !== null) onTake(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerUp = () => {
    const selection = window.getSelection();
    if (!onTake || !selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const [start, end] = [
      placeOf(range.startContainer, range.startOffset),
      placeOf(range.endContainer, range.endOffset),
    ];
    if (start !== null && end !== null && start < end) onTake(wholeWords(words, { start, end }));
  };
  return (
    // a read-only box of text: its words are marked, which no textarea can show
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      ref={box}
      className="article-text"
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={label}
      aria-description={onTake && say('web.reading.text-keys')}
      tabIndex={0}
      lang={language === 'und' ? undefined : language}
      dir="auto"
      onKeyDown={onKeyDown}
      onPointerUp={onPointerUp}
      onClick={(event) => {
        const at = event.target instanceof Element ? event.target.closest('[data-marks]') : null;
        const ids = (at?.getAttribute('data-marks') ?? '').split(' ').filter((id) => known.has(id));
        const [first = null] = ids;
        // where several lie over one another, the next click takes the next
        const next = ids[ids.indexOf(chosen ?? '') + 1] ?? first;
        if (next !== null && window.getSelection()?.isCollapsed !== false) onPick?.(next);
      }}
    >
      {paragraphs.map((cuts) => (
        <p key={cuts[0]?.start} dir="auto">
          {cuts.map(({ start, text: words, marks: ids }) => {
            const mark = known.get(ids.find((id) => known.has(id)) ?? '');
            return (
              <span
                key={start}
                data-start={start}
                className="cut"
                data-marks={ids.length > 0 ? ids.join(' ') : undefined}
                data-state={mark?.state}
                data-by-hand={mark?.byHand || undefined}
                data-match={mark?.match || undefined}
                data-chosen={(chosen !== null && ids.includes(chosen)) || undefined}
                data-taken={ids.includes(TAKEN) || undefined}
              >
                {words}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

type Paragraphs = ReturnType<typeof cutText>;

/** The first word of the paragraph before or after the one a word stands in. */
function besideParagraph(
  paragraphs: Paragraphs,
  words: readonly Taken[],
  word: number,
  step: 1 | -1,
): number {
  const at = words[word]?.start ?? -1;
  const here = paragraphs.findLastIndex((cuts) => (cuts[0]?.start ?? 0) <= at);
  const start = paragraphs[Math.min(Math.max(here + step, 0), paragraphs.length - 1)]?.[0]?.start ?? 0;
  return words.findIndex((w) => w.start >= start);
}

/** The code point of the text at a place of the page; null outside it. */
function placeOf(node: Node, offset: number): number | null {
  const holder = node instanceof Element ? node : node.parentElement;
  const cut = holder?.closest('[data-start]');
  if (!cut) {
    const next = node.childNodes[offset];
    const inside = next instanceof Element ? next.querySelector('[data-start]') : null;
    return inside ? Number(inside.getAttribute('data-start')) : null;
  }
  const before = node instanceof Text ? node.data.slice(0, offset) : '';
  return Number(cut.getAttribute('data-start')) + [...before].length;
}

/** The words that a stretch touches, whole; null where it touches none. */
function wholeWords(words: readonly Taken[], { start, end }: Taken): Taken | null {
  const touched = words.filter((w) => w.start < end && w.end > start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
