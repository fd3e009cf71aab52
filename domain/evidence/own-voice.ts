/** In whose voice a text speaks where nobody is said to: its publisher's, or the body's whose release it is. English. */
import { bodies, governments, media, outlets } from './lexicon.ts';
import type { Speaker } from './speakers.ts';

/** Names that newspapers and agencies bear as well. */
const NEWSLIKE = /\b(?:Agency|Monitor|Observer|Service|Network)$/u;
/** Names that only they bear. */
const NEWS =
  /\b(?:Newswire|Wire|Daily|Evening|Weekly|Courier|Dispatch|Examiner|Register|Ledger|Sentinel|Inquirer|Bulletin|Broadcasting|Newspapers?|Today|Mail|Express|Globe)\b/u;

/** A newspaper, an agency, a broadcaster: what it prints is its own, whoever is heard in it. */
export const isOutlet = (name: string) =>
  outlets.test(name) ||
  (!governments.test(name) && (media.test(name) || (NEWS.test(name) && !bodies.test(name))));

/** Whoever publishes a text speaks in it: a newspaper as an outlet, an organisation's or a ministry's release as such. */
export function ownVoice(publisher: string | null, released = false): Speaker {
  const name = `${publisher ?? 'outlet'} (own voice)`;
  if (publisher === null || isOutlet(publisher)) return { name, kind: 'outlet' };
  if (governments.test(publisher)) return { name, kind: 'state' };
  const body = bodies.test(publisher) && (released || !NEWSLIKE.test(publisher));
  return { name, kind: body ? 'organisation' : 'outlet' };
}

/** Whether letters in a date line are the publisher's: "EPA" of an Example Press Agency. */
export function isShortFor(letters: string, publisher: string): boolean {
  const initials = publisher.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? '';
  return letters.length >= 2 && letters.replaceAll('.', '') === initials;
}

/** Who puts a text out as its own release: "…, Example Watch said today". Null where nobody says so. */
export function releasedBy(text: string): string | null {
  const m =
    /(?<![\p{L}])((?:\p{Lu}[\p{L}’'-]*(?: (?:of|for|to|and|the|on|de) (?:the )?| )){0,7}\p{Lu}[\p{L}’'-]*) (?:said|announced|warned|reported) (?:\p{Ll}+ )?today\b/u.exec(
      text.slice(0, RELEASE),
    );
  const name = m?.[1]?.replace(/^The /, '') ?? null;
  return name !== null && ownVoice(name, true).kind !== 'outlet' ? name : null;
}
/** Characters in which a release says whose it is. */
const RELEASE = 1500;
