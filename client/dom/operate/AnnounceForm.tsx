import { useId, useState } from 'preact/hooks';
import { momentWords } from '../../store/operate/words.ts';
import { Refused } from '../ui/Refused.tsx';
import { useOperate } from './context.ts';

const MINUTES = [5, 15, 30, 60, 120];

/** Says something to everybody, on every page. */
export function AnnounceForm() {
  const { room, wish } = useOperate();
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState(15);
  const [refusal, setRefusal] = useState('');
  const id = useId();
  const announced = room.announced.value;
  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Announcement</h2>
      {announced && (
        <div class="operate-person">
          <p class="grow">
            “{announced.text}” <span class="small soft">until {momentWords(announced.until)}</span>
          </p>
          <button
            type="button"
            class="button operate-act"
            onClick={() => wish({ action: { type: 'endAnnouncement' } })}
          >
            Take back…
          </button>
        </div>
      )}
      <form
        class="operate-announce"
        onSubmit={(event) => {
          event.preventDefault();
          const words = text.trim();
          setRefusal(words === '' ? 'Write what everybody shall read.' : '');
          if (words === '') return;
          wish({ action: { type: 'announce', text: words, minutes }, onDone: () => setText('') });
        }}
      >
        <div class="grow">
          <label class="small soft" for={`${id}-text`}>
            A line on every page
          </label>
          <input
            id={`${id}-text`}
            class="field"
            maxLength={160}
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div>
          <label class="small soft" for={`${id}-minutes`}>
            Minutes
          </label>
          <select
            id={`${id}-minutes`}
            class="field"
            value={minutes}
            onChange={(event) => setMinutes(Number(event.currentTarget.value))}
          >
            {MINUTES.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button primary">
          Announce…
        </button>
      </form>
      <Refused>{refusal}</Refused>
    </section>
  );
}
