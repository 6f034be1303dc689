import { useSignal, useSignalEffect } from '@preact/signals';
import MessagesSquare from 'lucide/dist/esm/icons/messages-square.mjs';
import { talkMessages as t } from '../../i18n/talk/index.ts';
import { useTable } from '../table/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Opens the talk of the table where there is no room for it beside the game; a dot says that something was said. */
export function TalkButton() {
  const { api, talk } = useTable();
  const isOpen = useSignal(false);
  const opened = talk.value;
  const seenNo = useSignal<number | null>(null);
  // What the talk shows, not what it counts: during a round some of it is kept from this person.
  const lastNo = opened?.talk.link.messages.value.at(-1)?.no ?? 0;
  const readNo = opened?.talk.link.info.value?.readNo ?? 0;
  useSignalEffect(() => {
    if (isOpen.value) seenNo.value = talk.value?.talk.link.messages.value.at(-1)?.no ?? 0;
  });
  const hasNews = !isOpen.value && lastNo > (seenNo.value ?? readNo);
  return (
    <>
      <button
        type="button"
        class="button icon talk-button"
        aria-label={hasNews ? t.talkHereNew : t.talkHere}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon node={MessagesSquare} />
        {hasNews && <span class="news-dot" aria-hidden="true" />}
      </button>
      {isOpen.value && opened && (
        <Dialog
          title={t.talk}
          isWide
          onClose={() => {
            isOpen.value = false;
          }}
        >
          <opened.Inset talk={opened.talk} api={api} />
        </Dialog>
      )}
    </>
  );
}
