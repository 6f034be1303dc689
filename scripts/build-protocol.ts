import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { HOSTED_GAMES } from '../server/games/index.ts';
import { gameAbout } from '../shared/games/index.ts';
import * as account from '../shared/protocol/account.ts';
import * as chat from '../shared/protocol/chat.ts';
import { CLOSE } from '../shared/protocol/codes.ts';
import * as daily from '../shared/protocol/daily.ts';
import * as games from '../shared/protocol/games.ts';
import * as http from '../shared/protocol/http.ts';
import { clockMessage, commandMessage, reactMessage } from '../shared/protocol/messages.ts';
import * as met from '../shared/protocol/met.ts';
import * as operate from '../shared/protocol/operate.ts';
import { PROTOCOL_VERSION } from '../shared/protocol/version.ts';
import { type JsonSchema, notation } from './protocol/notation.ts';
import { refusalTables } from './protocol/refusals.ts';

/** A request and what it carries; `null` for no body. */
type Row = readonly [what: string, schema: z.ZodType | null, answer: string];

const ROUTES: readonly Row[] = [
  [
    'POST /api/session',
    http.emptyBody,
    '`{ player }`: who this browser is; a new guest when it is nobody yet',
  ],
  ['PATCH /api/me', http.profileBody, '`{ player }`'],
  ['POST /api/tables', http.createTableBody, '`{ code }`'],
  ['POST /api/play', http.playBody, '`{ code }`: a table to play at now'],
  [
    'POST /api/tables/:code/seat',
    http.seatBody,
    '`{ reservation, talk, game, player, now }`; `withSession` does what `POST /api/session` does, in the same request',
  ],
  ['GET /api/tables/mine', null, '`{ tables }`: where one has a seat, the newest first'],
  ['GET /api/address', null, '`AddressAnswer`: where friends reach the server, for links'],
  [
    'GET /api/tables/live',
    null,
    'server-sent events: `{ tables, people }`; `?kind=color-clues/party&language=de&free=1`, or some of it: only such tables',
  ],
  [
    'GET /api/matches/:match/:record',
    null,
    'what a game keeps to be checked afterwards, by name; of Color Clues `deck`: `{ decks }`, what was promised of each deck, and how it was kept; see [deck.md](deck.md)',
  ],
  [
    'GET /api/games?game=&before=',
    null,
    '`GamesAnswer`: finished games of one’s own, the newest first, of one kind or of all',
  ],
  ['GET /api/games/statistics', null, '`StatisticsAnswer`: what they add up to'],
  ['POST /api/games/ranked', games.rankedBody, '`StatisticsAnswer`; needs an account'],
  ['GET /api/games/week?game=', null, '`WeekAnswer`: the table of the week'],
  [
    'GET /api/replays/:match/:number?after=',
    null,
    '`ReplayPage`: a finished game, to be watched again; `last` for the number of the one that was finished last. Of a private table only for those who played it; for others it is `not_found`, as if there were none',
  ],
  [
    'GET /api/met',
    null,
    '`MetAnswer`: whether one remembers the people one plays with, and whom one has met; both must want it',
  ],
  [
    'POST /api/met',
    met.metBody,
    '`MetAnswer`; whoever does not want it any more is on no list, and has none',
  ],
  ['POST /api/met/forget', met.forgetMetBody, '`MetAnswer`, without that person'],
  ['GET /api/daily', null, '`DailyView`: the game of today'],
  ['GET /api/daily/:day', null, '`DailyView` of one of the last thirty days, `2026-11-29`'],
  ['POST /api/daily/:day', daily.dailyBody, '`DailyView`; who has placed before gets what was placed then'],
  ['GET /api/chat/lobbies?search=', null, '`{ lobbies }`'],
  ['POST /api/chat/lobbies', chat.createLobbyBody, '`{ conversation }`'],
  ['POST /api/chat/direct', chat.createDirectBody, '`{ conversation }`'],
  ['POST /api/chat/groups', chat.createGroupBody, '`{ conversation }`'],
  ['GET /api/chat/search?q=', null, '`{ hits }`'],
  ['POST /api/chat/inbox/seat', chat.chatSeatBody, '`{ reservation, now, protocol }`'],
  ['GET /api/chat/blocked', null, '`{ people }`'],
  ['POST /api/chat/block', chat.blockBody, '`{}`'],
  ['PATCH /api/chat/settings', chat.chatSettingsBody, '`{}`'],
  ['POST /api/chat/:id/seat', chat.chatSeatBody, '`{ reservation, now, protocol }`'],
  ['GET /api/chat/:id/messages?before=&limit=', null, '`{ messages, people, hasMore }`; or `after=`'],
  ['GET /api/chat/:id/since?seq=', null, '`{ messages, people, seq, isComplete }`'],
  ['POST /api/chat/:id/answer', chat.answerBody, '`{}`: to a request'],
  ['GET /api/chat/:id/banned', null, '`{ people }`: for moderators'],
  ['GET /api/chat/:id/audit', null, '`{ actions }`: what moderators did; for them'],
  ['GET /api/chat/reports', null, '`{ reports }`: for operators'],
  ['POST /api/chat/:id/quiet', chat.muteConversationBody, '`{}`'],
  ['POST /api/chat/:id/report', chat.reportBody, '`{}`'],
  [
    'POST /api/operate/seat',
    chat.chatSeatBody,
    '`{ reservation, now, protocol }`: for operators with an account; to everybody else there is no such path',
  ],
];

const ACCOUNT_ROUTES: readonly Row[] = [
  ['GET /api/account', null, '`{ hasAccount, recoveryCodesLeft, sessions }`'],
  ['POST /api/account/claim', account.claimBody, '`{ player, codes }`: a name of one’s own'],
  ['POST /api/account/login', account.loginBody, '`{ player }`'],
  ['POST /api/account/recover', account.recoverBody, '`{ player }`'],
  ['POST /api/account/password', account.passwordBody, '`{ player }`; every other session ends'],
  ['POST /api/account/codes', account.confirmBody, '`{ codes }`'],
  ['POST /api/account/logout', http.emptyBody, '`{}`'],
  ['POST /api/account/end-session', account.endSessionBody, '`{}`'],
  ['GET /api/account/data', null, 'a file with everything that is stored about the person'],
  ['POST /api/account/delete', account.deleteBody, '`Erasing`'],
  ['GET /api/account/delete/:ticket', null, '`ErasingProgress`'],
];

/** Stands for what a game brings. */
const ofGame = (title: string) => z.unknown().meta({ title });

const TABLE_MESSAGES: readonly Row[] = [
  ['command', commandMessage(ofGame('Move'), ofGame('Options')), '`{ seq, now }`'],
  ['clock', clockMessage, '`{ now }`'],
  [
    'react',
    reactMessage,
    '`{}`; whoever may see it gets `reaction`: `{ seat, emoji }`. Nothing of it is kept. It goes to whom words in the talk would go: as long as something is secret, guessers’ reactions reach guessers and spectators, and whoever knows the secret gets none and is refused (`react_later`). So a reaction tells nobody what a word may not, and the set has no colors and no directions. Whoever may not write in the talk, being muted there or banned by a moderator, is refused (`muted`): at once as a rule, within ten seconds when news of it are lost',
  ],
];

const CHAT_MESSAGES: readonly Row[] = [
  ['command', chat.chatCommandMessage, '`{ seq, now }`'],
  ['typing', chat.typingMessage, '`{}`'],
  ['read', chat.readMessage, '`{}`'],
  ['presence', chat.presenceMessage, '`{}`'],
  ['clock', clockMessage, '`{ now }`'],
];

const OPERATOR_MESSAGES: readonly Row[] = [
  ['act', operate.actMessage, '`{}`'],
  ['tables', operate.tablesMessage, '`TablePage`'],
  ['table', operate.tableMessage, '`TableDetails`'],
  ['lobbies', operate.lobbiesMessage, '`LobbyPage`'],
  ['lobby', operate.lobbyMessage, '`LobbyDetails`'],
  ['person', operate.personMessage, '`PersonDetails`'],
  ['reports', operate.reportsMessage, '`ReportPage`'],
  ['report', operate.reportMessage, '`ReportDetails`'],
  ['log', operate.logMessage, '`LogPage`'],
  ['clock', clockMessage, '`{ now }`'],
];

const section = (rows: readonly Row[]): string =>
  rows
    .map(([what, schema, answer]) => {
      const body = schema ? `\n\n\`\`\`ts\n${notation(jsonSchemaOf(schema))}\n\`\`\`` : '';
      return `### \`${what}\`\n\nAnswer: ${answer}${body}\n`;
    })
    .join('\n');

/** What a table of each game takes for `Move` and `Options`. */
const gameSections = (): string =>
  HOSTED_GAMES.map(({ rules, moveSchema, optionsSchema }) => {
    const type = (name: string, schema: z.ZodType) => {
      const text = notation(jsonSchemaOf(schema));
      return `type ${name} =${text.startsWith('\n') ? '' : ' '}${text};`;
    };
    const title = gameAbout(rules.name)?.title ?? rules.name;
    return `### ${title}\n\n\`\`\`ts\n${type('Move', moveSchema)}\n${type('Options', optionsSchema)}\n\`\`\`\n`;
  }).join('\n');

const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** The text of `docs/protocol.md`; a test compares it with the committed file. */
export const buildProtocol = (): string => `# Protocol

Version ${PROTOCOL_VERSION}. This page is made from the schemas by \`npm run build:protocol\`.

A client names the versions it speaks, from oldest to newest, whenever it asks for a connection. When the server speaks
none of them it answers \`outdated\`, and the client asks to be reloaded. The version is raised when an old client could
no longer follow.

Everything that comes in is strict: a field too many, or of another shape, refuses the whole message as \`bad_message\`
(\`bad_request\` over HTTP). Refusals are \`{ code, detail? }\` in a room and \`{ code, detail?, message }\` over HTTP,
with its sentence in English. A command carries an \`id\` made by the client; sent again, it is answered like the first
time and carried out once.

## HTTP

Bodies are JSON. Who asks is known by a cookie. Everything but GET must come from our own page.

${section([...ROUTES, ...ACCOUNT_ROUTES])}
What \`/api/games\` answers is in \`shared/protocol/games.ts\`; the pages of a replay, with their version, are in
\`shared/protocol/replay.ts\`. Their steps are facts of the table and of its game, which a page folds as the server
does; a game reads its own in \`replay.ts\` of its folder in \`shared/games\`.

## On the socket

A seat is asked for over HTTP; its \`reservation\` is opened as a WebSocket at
\`/<processId>/<roomId>?sessionId=<sessionId>\`, with the cookie. \`processId\` is the
name of the process that has the room; another one answers 421, and the seat has to be asked for again. Frames are binary; the first byte says what they are.
Whoever reads what comes in its order opens it with \`?ready=1&sessionId=<sessionId>\`: then welcome and state come
together, and 10 (ready) need not be sent.
Numbers and texts are those of \`@colyseus/schema\` (\`encode.number\`, \`encode.string\`), payloads MessagePack.

| byte | from | then |
| --- | --- | --- |
| 10 | server | welcome: a token and the name of the serializer (a byte for the length, then the text), then length and bytes of the types of the state (\`Reflection.decode\`). Answered with the one byte 10: ready |
| 14 | server | the whole state as this person may see it, for that decoder |
| 15 | server | a patch of it |
| 13 | server | a message: name, payload |
| 21 | client | a request: a number of its own, name, payload |
| 22 | server | the answer to it: that number, a byte (0 done, 1 refused, 2 failed), payload |

Whatever a command changes arrives as a patch before the command is answered. Where there are 100 sockets or more at a
table or in a lobby, those who only listen get patches together: what follows another one quickly comes up to half a
second later at a table, a fifth of one in a lobby, several frames at once, each as it would have been.

## At a table

The state of the room is \`WireTable\` in \`shared/protocol/wire.ts\`; what a game adds to it stands in \`wire.ts\` of its
folder in \`shared/games\`. Every message is a request with an answer. \`Move\` and \`Options\` are those of the game.

${section(TABLE_MESSAGES)}
${gameSections()}
## In a conversation

The state of the room is \`WireConversation\` in \`shared/protocol/chat-wire.ts\`; that of an inbox is \`WireInbox\`. Besides
the state the server sends \`you\` (\`YouMessage\`: what the state cannot say to everybody), \`changed\`
(\`MessageChanged\`: a message beyond the window changed, or one that only some may see) and \`erased\`
(\`PersonErased\`: whatever this person wrote is empty from now on).

${section(CHAT_MESSAGES)}
## In the room of operators

The state of the room is \`WireOperator\` in \`shared/protocol/operate-wire.ts\`, which has the shapes of the answers, too. Who
is no operator any more is put out with 4013 (\`gone\`). What operators announce comes to every room as the message
\`announced\` (\`AnnouncedMessage\`), and to whoever comes later when they come in.

${section(OPERATOR_MESSAGES)}
## Refusals

One catalogue per module. \`beside\` the control that asked, in place of the \`page\` for whoever cannot come in, beside a
field of a form, or \`nowhere\`, because the page deals with it by itself. A sentence with a \`detail\` is shown here
without one. A client that does not know a code says "That did not work."

${refusalTables()}
## Why a socket was closed

| code | name |
| --- | --- |
${Object.entries(CLOSE)
  .map(([name, code]) => `| ${code} | \`${name}\` |`)
  .join('\n')}

After \`moved\` the room is open at another process: ask for the seat again at once, without a pause, and send whatever was
not answered again under its id. A request that came while the room moved is not answered. Any other close, those of the
table aside, is a lost connection: ask for the seat again, with pauses that grow.
`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(new URL('../docs/protocol.md', import.meta.url)), buildProtocol());
}
