import type { ReactNode } from 'react';

/** What needs attention now, in brass; errors in oxblood with a sign as well as colour. */
export function Notice({
  tone = 'brass',
  children,
  role,
}: {
  readonly tone?: 'brass' | 'error';
  readonly children: ReactNode;
  readonly role?: 'status' | 'alert';
}) {
  const look = tone === 'error' ? 'border-oxblood bg-oxblood-wash' : 'border-brass bg-brass-wash';
  return (
    <div role={role} className={`rounded-md border border-l-4 p-3 text-ink ${look}`}>
      {children}
    </div>
  );
}
