import Markdown, { type Components } from 'react-markdown';
import { type Block, blocksOf } from '../../lib/tables';

/** Texts that somebody brought along may point anywhere: only to pages and mail, and never as if from here. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i;

const COMPONENTS: Components = {
  // A text stands below a heading of the page.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4 className="font-semibold">{children}</h4>,
  h4: ({ children }) => <h4 className="font-semibold">{children}</h4>,
  a: ({ href = '', children }) =>
    SAFE_LINK.test(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
};
/** Pictures would be fetched from elsewhere. */
const LEFT_OUT = ['img'];

/** Markdown as a document: no HTML of its own, no pictures, no links but to the web, and tables. */
export function Prose({ text, language }: { readonly text: string; readonly language?: string }) {
  return (
    <div className="document" lang={language}>
      {blocksOf(text).map((block, at) => (
        <Part key={at} block={block} />
      ))}
    </div>
  );
}

function Part({ block }: { readonly block: Block }) {
  if (block.kind === 'text') return <Text text={block.text} />;
  const [head = [], ...rows] = block.rows;
  return (
    <div className="my-3 overflow-x-auto" role="group" tabIndex={0}>
      <table className="w-full min-w-80 font-sans text-sm">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th
                key={at}
                scope="col"
                className="border-b border-line-strong py-1 pe-4 text-start align-bottom"
              >
                <Text text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {head.map((_, column) => (
                <td key={column} className="border-b border-line py-1 pe-4 align-top">
                  <Text text={row[column] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Text({ text }: { readonly text: string }) {
  return (
    <Markdown skipHtml disallowedElements={LEFT_OUT} components={COMPONENTS}>
      {text}
    </Markdown>
  );
}
