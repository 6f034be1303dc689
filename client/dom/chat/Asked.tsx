import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Named } from '../ui/Named.tsx';
import { Refused } from '../ui/Refused.tsx';
import { RequestAnswers, useAnswer } from './RequestLine.tsx';

interface Props {
  readonly title: string;
  readonly conversation: string;
  /** A person; otherwise a group. */
  readonly isPerson: boolean;
  /** Who asks; `''` when that is not known. */
  readonly asker: string;
}

/** A request to be answered, in the place of the composer. */
export function Asked({ title, conversation, isPerson, asker }: Props) {
  const [refusal, setRefusal] = useState('');
  const answer = useAnswer(conversation, setRefusal);
  return (
    <div class="grow asked">
      <p>
        <Named message={isPerson ? t.askedByPerson : t.askedByGroup}>
          <strong translate={false}>{title}</strong>
        </Named>
      </p>
      <p class="small soft">{t.shownWhenAccepted}</p>
      <RequestAnswers name={title} asker={asker} onAnswer={answer} />
      <Refused>{refusal}</Refused>
    </div>
  );
}
