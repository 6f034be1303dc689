import X from 'lucide/dist/esm/icons/x.mjs';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ChatMember } from '../../net/chat-types.ts';
import { isModerator } from '../../store/chat/who-may.ts';
import { memberList, presenceWords, roleWords } from '../../store/chat/words.ts';
import { useWide } from '../game/useWide.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useInfo } from './context.ts';
import { KeptAway } from './KeptAway.tsx';
import { PersonMarker } from './PersonMarker.tsx';
import { roving } from './roving.ts';

/** Who is here: beside the messages where there is room, otherwise over them. */
export function Members() {
  const { talk } = useInfo();
  const isWide = useWide('(min-width: 1100px)');
  const close = () => {
    talk.hasMembers.value = false;
  };
  if (!isWide)
    return (
      <Dialog title={t.people} onClose={close}>
        <MemberList />
      </Dialog>
    );
  return (
    <aside class="members" aria-labelledby="members-title">
      <div class="row">
        <h2 id="members-title" class="grow">
          {t.people}
        </h2>
        <button type="button" class="button icon" aria-label={t.close} onClick={close}>
          <Icon node={X} />
        </button>
      </div>
      <MemberList />
    </aside>
  );
}

function MemberList() {
  const { talk, info } = useInfo();
  const members = memberList(info.members);
  return (
    <>
      <p class="small soft">
        {t.onlineCount(info.online)}
        {info.kind === 'public' && info.online > members.length && `. ${t.shownWhoWrote}`}
      </p>
      <ul class="people" onKeyDown={roving('button')}>
        {members.map((member) => (
          <li key={member.id}>
            <Member member={member} />
          </li>
        ))}
      </ul>
      {isModerator(info) && (
        <KeptAway
          // Asked again when the dialog about a person closes: perhaps they were banned there.
          key={String(talk.open.value === null)}
          title={t.bannedPeople}
          label={t.unban}
          load={() => talk.link.banned()}
          letBack={(person) => talk.link.ask({ type: 'unban', person })}
        />
      )}
    </>
  );
}

function Member({ member }: { member: ChatMember }) {
  const { talk, info } = useInfo();
  const words = [
    member.id === info.me.id ? t.isYou : '',
    roleWords(member.role),
    presenceWords(member.presence),
  ];
  return (
    <button
      type="button"
      class="person"
      onClick={() => {
        talk.open.value = { type: 'person', id: member.id };
      }}
    >
      <span class="face" data-away={member.presence === 'offline'}>
        <PersonMarker person={member} size={34} />
        {member.presence === 'online' && <span class="dot" aria-hidden="true" />}
      </span>
      <span class="grow">
        <strong class="clip" translate={false}>
          {member.name}
        </strong>
        <span class="small soft">{words.filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}
