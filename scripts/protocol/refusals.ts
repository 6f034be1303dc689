import { HOSTED_GAMES } from '../../server/games/index.ts';
import { CHAT_REFUSALS } from '../../shared/chat/refusals.ts';
import { type Catalogue, sentenceFor } from '../../shared/core/refusals.ts';
import { ACCOUNT_REFUSALS } from '../../shared/protocol/account-refusals.ts';
import { DAILY_REFUSALS } from '../../shared/protocol/daily-refusals.ts';
import { PLATFORM_REFUSALS } from '../../shared/protocol/refusals.ts';
import { SOCKET_REFUSALS } from '../../shared/protocol/socket-refusals.ts';
import { TABLE_REFUSALS } from '../../shared/table/refusals.ts';

/** Every catalogue, by the file that it stands in. */
export const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  'shared/protocol/refusals.ts': PLATFORM_REFUSALS,
  'shared/protocol/socket-refusals.ts': SOCKET_REFUSALS,
  'shared/protocol/account-refusals.ts': ACCOUNT_REFUSALS,
  'shared/protocol/daily-refusals.ts': DAILY_REFUSALS,
  'shared/table/refusals.ts': TABLE_REFUSALS,
  'shared/chat/refusals.ts': CHAT_REFUSALS,
  ...Object.fromEntries(
    HOSTED_GAMES.filter(({ refusals }) => Object.keys(refusals).length > 0).map((game) => [
      `shared/games/${game.rules.name}/refusals.ts`,
      game.refusals,
    ]),
  ),
};

/** All refusals as a page shows them: code, where it is shown, sentence. */
export const refusalTables = (): string =>
  Object.entries(CATALOGUES)
    .map(([file, catalogue]) => {
      const rows = Object.entries(catalogue).flatMap(([shown, part]) =>
        Object.keys(part).map((code) => `| \`${code}\` | ${shown} | ${sentenceFor({ code }, catalogue)} |`),
      );
      return `### \`${file}\`\n\n| code | shown | sentence |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
    })
    .join('\n');
