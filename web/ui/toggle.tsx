import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';

interface Props {
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not, with its words beside the box. */
export function Toggle({ children, ...rest }: Props) {
  return (
    <Checkbox className="check" {...rest}>
      <span>{children}</span>
    </Checkbox>
  );
}
