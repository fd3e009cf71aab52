/** Sends the bytes of a file under their digest, telling how far it has come, which `fetch` can't. */
import { addressOf, Refused } from '../ask/ask.ts';

export interface Upload {
  readonly programme: string;
  readonly kinds: readonly string[];
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Blob;
  readonly onProgress: (sent: number) => void;
}

/** Resolves when the server has them all; throws `Refused` as ask.ts does. Sending again keeps them once. */
export function upload({ programme, kinds, digest, mediaType, bytes, onProgress }: Upload): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const query = { programme, kind: kinds.join(','), media_type: mediaType };
    request.open('PUT', addressOf(`/api/captures/${digest}`, query));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (e) => onProgress(e.loaded);
    const unreachable = () =>
      fail(new Refused({ code: 'web-unreachable', facts: {}, sentence: null, status: 0 }));
    request.onerror = unreachable;
    request.ontimeout = unreachable;
    request.onabort = unreachable;
    request.onload = () => {
      const { status, response } = request;
      if (status >= 200 && status < 300) return done();
      const code: unknown = response?.code;
      const sentence: unknown = response?.detail;
      fail(
        new Refused({
          code: typeof code === 'string' ? code : 'web-answer-unreadable',
          facts: typeof response?.facts === 'object' && response.facts !== null ? response.facts : {},
          sentence: typeof sentence === 'string' ? sentence : null,
          status,
        }),
      );
    };
    request.send(bytes);
  });
}
