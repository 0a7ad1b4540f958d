import type { ButtonHTMLAttributes } from 'react';

type Look = 'plain' | 'strong' | 'seal' | 'danger' | 'quiet';

const LOOKS: Record<Look, string> = {
  plain: 'border border-line-strong bg-sheet text-ink hover:bg-paper',
  strong: 'border border-ink bg-ink text-sheet hover:opacity-90',
  seal: 'border-2 border-brass bg-sheet text-brass hover:bg-brass-wash',
  danger: 'border border-oxblood bg-sheet text-oxblood hover:bg-oxblood-wash',
  quiet: 'border border-transparent bg-transparent text-ink underline underline-offset-4 hover:bg-paper',
};

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
}

/** A thing to do. At least 44 pixels high, so that a thumb finds it. Disabled buttons keep a readable colour. */
export function Button({ look = 'plain', className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 text-sm font-semibold transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-paper disabled:text-muted ${LOOKS[look]} ${className}`}
      {...rest}
    />
  );
}
