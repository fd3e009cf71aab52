import type { ReactNode } from 'react';
import { type ButtonProps, Button as Pressed } from 'react-aria-components/Button';
import { Icon, type IconName } from './icon.tsx';

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  readonly tone?: 'main' | 'alarm' | 'plain';
  readonly icon?: IconName;
  readonly children?: ReactNode;
  /** says what a button of one icon does */
  readonly label?: string;
}

/** A button. With `label` and no children it is a square of one icon. */
export function Button({ tone, icon, children, label, ...rest }: Props) {
  return (
    <Pressed
      {...rest}
      className="button"
      data-tone={tone}
      data-square={children === undefined || undefined}
      {...(label ? { 'aria-label': label } : {})}
    >
      {icon && <Icon name={icon} />}
      {children}
    </Pressed>
  );
}
