import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { letterOf, type RequestRow } from '../../store/chat/rows.ts';
import type { Answer } from '../../store/chat/session.ts';
import { go } from '../../store/route.ts';
import { Named } from '../ui/Named.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useChat } from './context.ts';
import { PersonMarker } from './PersonMarker.tsx';

/** Somebody who wants to write to me: what they wrote is not shown before I say yes. */
export function RequestLine({ request }: { request: RequestRow }) {
  const [refusal, setRefusal] = useState('');
  const answer = useAnswer(request.conversation, setRefusal);
  return (
    <li class="request panel">
      <div class="row">
        {request.peer === '' ? (
          <span class="letter" aria-hidden="true">
            {letterOf(request.title)}
          </span>
        ) : (
          <PersonMarker person={{ name: request.title, marker: request.marker, isGone: false }} size={34} />
        )}
        <span class="grow">
          <strong class="clip" translate={false}>
            {request.title}
          </strong>
          <span class="small soft">{request.words}</span>
        </span>
      </div>
      <RequestAnswers name={request.title} asker={request.asker} onAnswer={answer} />
      <Refused>{refusal}</Refused>
    </li>
  );
}

interface AskedProps {
  readonly title: string;
  readonly conversation: string;
  /** A person; otherwise a group. */
  readonly isPerson: boolean;
  /** Who asks; `''` when that is not known. */
  readonly asker: string;
}

/** A request to be answered, in the place of the composer. */
export function Asked({ title, conversation, isPerson, asker }: AskedProps) {
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

interface AnswersProps {
  readonly name: string;
  /** Who would be blocked; `''` when that is not known. */
  readonly asker: string;
  readonly onAnswer: (answer: Answer) => void;
}

/** The three answers to a request. */
function RequestAnswers({ name, asker, onAnswer }: AnswersProps) {
  return (
    <div class="answers">
      <button type="button" class="button primary" onClick={() => onAnswer('accept')}>
        {t.accept}
        <span class="unseen"> {name}</span>
      </button>
      <button type="button" class="button" onClick={() => onAnswer('decline')}>
        {t.decline}
        <span class="unseen"> {name}</span>
      </button>
      {asker !== '' && (
        <button type="button" class="button" onClick={() => onAnswer('block')}>
          {t.block}
          <span class="unseen"> {asker}</span>
        </button>
      )}
    </div>
  );
}

/** How a request is answered; who accepts is taken there. */
function useAnswer(conversation: string, onRefused: (message: string) => void) {
  const { chat } = useChat();
  return async (answer: Answer) => {
    onRefused('');
    const result = await chat.answer(conversation, answer);
    if (!result.ok) onRefused(result.error.message);
    else go({ page: 'chat', conversation: answer === 'accept' ? conversation : null });
  };
}
