import { useState } from 'preact/hooks';
import { type Block, type Inline, parseMarkup } from '../../../shared/chat/markup.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { firstLetters } from '../../store/letters.ts';
import { personIn, useTalk } from './context.ts';

interface Props {
  readonly text: string;
  /** Ids of who is mentioned. */
  readonly mentions: readonly string[];
  readonly me: string;
  readonly isEdited: boolean;
}

/** What somebody wrote, from the parsed tree: text never becomes markup of the page. */
export function MessageText({ text, mentions, me, isEdited }: Props) {
  const people = useTalk().link.people.value;
  const names = mentions.map((id) => personIn(people, id).name);
  const myName = mentions.includes(me) ? personIn(people, me).name : null;
  const blocks = parseMarkup(text, names);
  return (
    <div class="msg-text">
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} myName={myName} />
      ))}
      {isEdited && <span class="small soft"> {t.edited}</span>}
    </div>
  );
}

function BlockView({ block, myName }: { block: Block; myName: string | null }) {
  if (block.type === 'code')
    return (
      <pre>
        <code>{block.text}</code>
      </pre>
    );
  const inside = <Pieces pieces={block.children} myName={myName} />;
  return block.type === 'quote' ? <blockquote>{inside}</blockquote> : <p>{inside}</p>;
}

function Pieces({ pieces, myName }: { pieces: readonly Inline[]; myName: string | null }) {
  return (
    <>
      {pieces.map((piece, i) => (
        <Piece key={i} piece={piece} myName={myName} />
      ))}
    </>
  );
}

function Piece({ piece, myName }: { piece: Inline; myName: string | null }) {
  switch (piece.type) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'emoji':
      return (
        <span role="img" aria-label={piece.shortcode.replaceAll('_', ' ')}>
          {piece.emoji}
        </span>
      );
    case 'mention':
      return (
        <span class={piece.name === myName ? 'mention me' : 'mention'} translate={false}>
          {piece.text}
        </span>
      );
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
          {shortened(piece.href)}
          <span class="small soft"> ({piece.host})</span>
        </a>
      );
    case 'strong':
      return (
        <strong>
          <Pieces pieces={piece.children} myName={myName} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Pieces pieces={piece.children} myName={myName} />
        </em>
      );
    case 'struck':
      return (
        <s>
          <Pieces pieces={piece.children} myName={myName} />
        </s>
      );
    case 'spoiler':
      return (
        <Spoiler>
          <Pieces pieces={piece.children} myName={myName} />
        </Spoiler>
      );
  }
}

/** Covered until it is pressed; what is under the cover is not on the page before. */
function Spoiler({ children }: { children: preact.ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <span class="spoiler open">{children}</span>;
  return (
    <button type="button" class="spoiler" onClick={() => setOpen(true)}>
      {t.spoiler}
    </button>
  );
}

const MOST_LETTERS = 60;

/** An address as text: the beginning says where it leads. */
const shortened = (href: string): string =>
  href.length <= MOST_LETTERS ? href : `${firstLetters(href, MOST_LETTERS)}…`;
