import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Refused } from '../ui/Refused.tsx';
import { useInfo } from './context.ts';
import { PeoplePicker } from './PeoplePicker.tsx';

/** Asks people into a group, one after the other. */
export function InvitePeople({ onDone }: { onDone: () => void }) {
  const { talk, info } = useInfo();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState('');
  const [isAsking, setAsking] = useState(false);
  const invite = async () => {
    if (isAsking || chosen.size === 0) return;
    setAsking(true);
    for (const person of chosen) {
      const result = await talk.link.ask({ type: 'invite', person });
      if (result.ok) continue;
      setAsking(false);
      return setRefusal(result.error.message);
    }
    onDone();
  };
  return (
    <>
      <PeoplePicker
        chosen={chosen}
        onChange={setChosen}
        without={new Set(info.members.map(({ id }) => id))}
      />
      <Refused>{refusal}</Refused>
      <button
        type="button"
        class="button primary"
        aria-disabled={isAsking || chosen.size === 0}
        onClick={invite}
      >
        {isAsking ? t.inviting : t.invite}
      </button>
    </>
  );
}
