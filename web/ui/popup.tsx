import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';

/** A small dialog beside the button that opened it. */
export function Popup({ title, children }: { title: string; children: (close: () => void) => ReactNode }) {
  return (
    <Popover className="popover" placement="bottom start">
      <Dialog className="dialog">
        {({ close }) => (
          <>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {children(close)}
          </>
        )}
      </Dialog>
    </Popover>
  );
}
