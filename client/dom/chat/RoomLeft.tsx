import { roomWords } from '../../store/chat/writing.ts';

/** How much room a message has left, near the end of it, and how much is too much. */
export function RoomLeft({ id, left }: { id: string; left: number | null }) {
  return (
    <p id={id} class="left small num" data-over={left !== null && left < 0}>
      {roomWords(left)}
    </p>
  );
}
