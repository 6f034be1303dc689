import { typingWords } from '../../store/chat/words.ts';
import { personIn, useChat, useInfo } from './context.ts';

/** Who is writing now; keeps its height while nobody is. */
export function TypingLine() {
  const { talk, info } = useInfo();
  const blocked = useChat().chat.inbox.blocked.value;
  const people = talk.link.people.value;
  const names = info.typing.filter((id) => !blocked.has(id)).map((id) => personIn(people, id).name);
  return (
    <p class="typing small soft clip" translate={false} dir="ltr">
      {typingWords(names)}
    </p>
  );
}
