import type { ChatPerson } from '../../../shared/protocol/chat-wire.ts';
import { nameWords } from '../../store/operate/words.ts';
import { useOperate } from './context.ts';
import { Act } from './parts.tsx';

const MUTE_MINUTES = 60;

type Kind = 'mute' | 'unmute' | 'kick' | 'ban' | 'unban';
const LABELS: Readonly<Record<Kind, string>> = {
  mute: 'Mute…',
  unmute: 'Let write…',
  kick: 'Kick…',
  ban: 'Ban…',
  unban: 'Lift ban…',
};

/** What can be done to somebody in a conversation. */
export function Moderate({
  conversation,
  person,
  acts,
  onDone = () => {},
}: {
  conversation: string;
  person: ChatPerson;
  acts: readonly Kind[];
  onDone?: () => void;
}) {
  const { wish } = useOperate();
  const whom = nameWords(person);
  const actionOf = (kind: Kind) => {
    const about = { conversation, person: person.id };
    if (kind === 'mute') return { type: 'mute', minutes: MUTE_MINUTES, ...about } as const;
    if (kind === 'unmute') return { type: 'mute', minutes: 0, ...about } as const;
    return { type: kind, ...about };
  };
  return acts.map((kind) => (
    <Act
      key={kind}
      label={LABELS[kind]}
      about={whom}
      onClick={() => wish({ action: actionOf(kind), whom, onDone })}
    />
  ));
}
