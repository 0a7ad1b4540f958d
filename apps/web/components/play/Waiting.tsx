import Link from 'next/link';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string };
}

/** A page that says what is being waited for and what to do. */
export function Waiting({ title, text, link }: Props) {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-16">
      <h1 className="text-2xl">{title}</h1>
      <p role="status">{text}</p>
      {link && (
        <p>
          <Link href={link.href} className="inline-flex min-h-11 items-center font-semibold">
            {link.text}
          </Link>
        </p>
      )}
    </main>
  );
}
