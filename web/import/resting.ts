/**
 * What somebody edits goes to the server when the editing rests: of several states the newest alone, one after the other, so
 * that an older one never comes last. Whoever goes on before it rested sends it at once: nothing that was said is lost.
 */
export interface Resting<T> {
  /** takes the newest state; it is sent when nothing newer came for a while */
  readonly put: (state: T) => void;
  /** sends at once what still waits; when everything put so far has been answered: whether the last was taken */
  readonly flush: () => Promise<boolean>;
}

/** `send` says itself what went wrong and whether it was taken; it never throws. */
export function resting<T>(send: (state: T) => Promise<boolean>, rest_ms: number): Resting<T> {
  let waiting: { readonly state: T; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  let under_way = Promise.resolve(true);
  const flush = () => {
    if (waiting !== null) {
      const { state, timer } = waiting;
      clearTimeout(timer);
      waiting = null;
      under_way = under_way.then(() => send(state));
    }
    return under_way;
  };
  const put = (state: T) => {
    if (waiting !== null) clearTimeout(waiting.timer);
    waiting = { state, timer: setTimeout(flush, rest_ms) };
  };
  return { put, flush };
}
