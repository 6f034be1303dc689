import { kindOf } from '../../../shared/core/about.ts';
import { GAMES } from '../../../shared/games/index.ts';
import { tables as text } from '../../i18n/tables/index.ts';
import type { TableFilter } from '../../net/types.ts';
import { gameAbout } from '../../store/games.ts';
import { languageChoices } from '../../store/languages.ts';

interface Props {
  readonly filter: TableFilter;
  readonly onChange: (filter: TableFilter) => void;
}

const kinds = () =>
  GAMES.map((game) => gameAbout(game.name) ?? game).flatMap(({ name, title, modes }) =>
    modes
      ? modes.map((mode) => ({ kind: kindOf(name, mode.name), title: `${title}, ${mode.title}` }))
      : [{ kind: name, title }],
  );

/** Which of the public tables are shown. */
export function TableFilters({ filter, onChange }: Props) {
  /** What is not chosen does not matter. */
  const change = (patch: { [key in keyof TableFilter]?: string }) => {
    const all = Object.entries({ ...filter, ...patch }).filter(([, value]) => value !== '');
    onChange(Object.fromEntries(all) as TableFilter);
  };
  return (
    <div class="filters">
      <select
        class="field"
        aria-label={text.game}
        value={filter.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      >
        <option value="">{text.anyGame}</option>
        {kinds().map(({ kind, title }) => (
          <option key={kind} value={kind}>
            {title}
          </option>
        ))}
      </select>
      <select
        class="field"
        aria-label={text.language}
        value={filter.language ?? ''}
        onChange={(event) => change({ language: event.currentTarget.value })}
      >
        <option value="">{text.anyLanguage}</option>
        {languageChoices().map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
      <label class="row">
        <input
          type="checkbox"
          checked={filter.free === '1'}
          onChange={(event) => change({ free: event.currentTarget.checked ? '1' : '' })}
        />
        {text.withFreeSeat}
      </label>
    </div>
  );
}
