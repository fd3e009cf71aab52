/** Where this device is, as it says itself; asked for only when somebody presses the button. */
import type { Position } from '@tilth/domain/report/entry';
import { useState } from 'react';

interface ThisDevice {
  /** the browser can tell at all: only on a page of a secure address */
  readonly here: boolean;
  readonly asking: boolean;
  readonly failed: boolean;
  readonly ask: (take: (position: Position, accuracy: number) => void) => void;
}

export function useThisDevice(): ThisDevice {
  const [state, setState] = useState<'rest' | 'asking' | 'failed'>('rest');
  return {
    here: 'geolocation' in navigator && window.isSecureContext,
    asking: state === 'asking',
    failed: state === 'failed',
    ask: (take) => {
      setState('asking');
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          setState('rest');
          take([coords.longitude, coords.latitude], coords.accuracy);
        },
        () => setState('failed'),
        { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 },
      );
    },
  };
}
