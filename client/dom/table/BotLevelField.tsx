import { BOT_LEVELS, type WantedLevel } from '../../../shared/core/bot-level.ts';
import type { BotWords } from '../../games/game.ts';
import { table } from '../../i18n/table/index.ts';
import { useView } from './context.ts';

interface Props {
  readonly words: BotWords;
  readonly value: WantedLevel;
  readonly onChange: (level: WantedLevel) => void;
}

/** How well the bots shall play that are added next. */
export function BotLevelField({ words, value, onChange }: Props) {
  const choose = (chosen: string) =>
    onChange(BOT_LEVELS.find((level) => String(level) === chosen) ?? 'mixed');
  const { view } = useView();
  const speech = words.speech(view.language);
  const help = words.levels.find((level) => level.value === value)?.help;
  return (
    <div class="bot-level">
      <label class="row">
        <span class="small soft">{table.newBots}</span>
        <select class="field" value={String(value)} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="mixed">{table.mixed}</option>
          {words.levels.map(({ value: level, label }) => (
            <option key={level} value={String(level)}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span class="small soft">{help ?? table.mixedHelp}</span>
      {speech && <span class="small soft">{speech}</span>}
    </div>
  );
}
