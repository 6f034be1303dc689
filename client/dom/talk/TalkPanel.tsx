import { talkMessages as t } from '../../i18n/talk/index.ts';
import { useTable } from '../table/context.ts';

/** The talk of the table beside the game, where there is room. */
export function TalkPanel() {
  const { api, talk } = useTable();
  const opened = talk.value;
  return (
    <section class="panel talk-panel" aria-labelledby="talk-title">
      <h2 id="talk-title" class="talk-title">
        {t.talk}
      </h2>
      {opened && <opened.Inset talk={opened.talk} api={api} />}
    </section>
  );
}
