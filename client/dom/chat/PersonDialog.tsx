import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { MUTES, type PersonAction, personActions } from '../../store/chat/who-may.ts';
import { presenceIn, presenceWords, roleWords } from '../../store/chat/words.ts';
import { go } from '../../store/route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { personIn, useChat, useInfo } from './context.ts';
import { PersonMarker } from './PersonMarker.tsx';
import { SureButton } from './SureButton.tsx';
import { useName } from './useName.tsx';

/** Somebody in this conversation, and what I can do about them. */
export function PersonDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { talk, info } = useInfo();
  const { inbox } = useChat().chat;
  const person = personIn(talk.link.people.value, id);
  const member = info.members.find((each) => each.id === id);
  const isBlocked = inbox.blocked.value.has(id);
  const actions = personActions(info, { id, isGone: person.isGone, isBlocked });
  const [refusal, setRefusal] = useState('');
  const { hasName, dialog } = useName();
  const act = useActs(id, person.name, setRefusal, onClose);
  const write = async () => {
    if (await hasName()) await act.write();
  };
  const words = [
    id === info.me.id ? t.isYou : '',
    member ? roleWords(member.role) : '',
    member ? presenceWords(presenceIn(info, member, inbox.online.value)) : '',
    isBlocked ? t.isBlocked : '',
  ];
  const plain = (action: PersonAction, label: string, run: () => void, isPrimary = false) =>
    actions.includes(action) && (
      <button type="button" class={isPrimary ? 'button primary' : 'button'} onClick={run}>
        {label}
      </button>
    );
  return (
    <Dialog title={person.name} onClose={onClose}>
      <div class="row">
        <PersonMarker person={person} size={48} />
        <p class="soft">{words.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="ways">
        {plain('write', t.writeTo(person.name), write, true)}
        {plain('mention', t.mention, act.mention)}
        {actions.includes('mute') && (
          <fieldset class="mutes">
            <legend class="small soft">{t.mayNotWriteFor}</legend>
            {MUTES.map((minutes) => (
              <button
                key={minutes}
                type="button"
                class="button"
                onClick={() => act.ask({ type: 'mute', person: id, minutes })}
              >
                {t.minutes(minutes)}
              </button>
            ))}
            <button
              type="button"
              class="button"
              onClick={() => act.ask({ type: 'mute', person: id, minutes: 0 })}
            >
              {t.mayWriteAgain}
            </button>
          </fieldset>
        )}
        {plain('makeModerator', t.makeModerator, () =>
          act.ask({ type: 'setRole', person: id, role: 'moderator' }),
        )}
        {plain('makeMember', t.makeMember, () => act.ask({ type: 'setRole', person: id, role: 'member' }))}
        {actions.includes('makeOwner') && (
          <SureButton
            label={t.makeOwner}
            sure={t.yesMakeOwner(person.name)}
            onSure={() => act.ask({ type: 'setRole', person: id, role: 'owner' })}
          />
        )}
        {actions.includes('kick') && (
          <SureButton
            label={t.sendAway}
            sure={t.yesSendAway}
            onSure={() => act.ask({ type: 'kick', person: id })}
          />
        )}
        {actions.includes('ban') && (
          <SureButton label={t.ban} sure={t.yesBan} onSure={() => act.ask({ type: 'ban', person: id })} />
        )}
        {actions.includes('block') && (
          <SureButton label={t.block} sure={t.yesBlock(person.name)} onSure={() => act.block(true)} />
        )}
        {plain('unblock', t.unblock, () => act.block(false))}
      </div>
      <Refused>{refusal}</Refused>
      {dialog}
    </Dialog>
  );
}

function useActs(id: string, name: string, onRefused: (message: string) => void, onDone: () => void) {
  const { talk } = useInfo();
  const { api } = useChat().chat;
  type Wish = Parameters<typeof talk.link.ask>[0];
  return {
    async write() {
      const opened = await api.openDirect(id);
      if (!opened.ok) return onRefused(opened.error.message);
      onDone();
      go({ page: 'chat', conversation: opened.value.conversation });
    },
    mention() {
      onDone();
      // After the dialog has given the focus back.
      setTimeout(() => {
        talk.insert.value = `@${name} `;
      }, 0);
    },
    async ask(wish: Wish) {
      const result = await talk.link.ask(wish);
      if (result.ok) onDone();
      else onRefused(result.error.message);
    },
    async block(isBlocked: boolean) {
      const result = await api.block(id, isBlocked);
      if (result.ok) onDone();
      else onRefused(result.error.message);
    },
  };
}
