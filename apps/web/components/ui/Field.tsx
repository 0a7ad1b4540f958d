import { type InputHTMLAttributes, useId } from 'react';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
}

/** A labelled input whose hint and error are read out with it. */
export function Field({ label, hint, error, className = '', ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={`${id}-note`}
        aria-invalid={error ? true : undefined}
        className={`min-h-11 rounded-md border border-line-strong bg-sheet px-3 py-2 text-base text-ink ${className}`}
        {...rest}
      />
      <p
        id={`${id}-note`}
        className={`text-sm ${error ? 'text-oxblood' : 'text-muted'}`}
        role={error ? 'alert' : undefined}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
