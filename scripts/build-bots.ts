import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BOT_LEVELS, type BotLevel } from '../shared/core/bot-level.ts';
import { cellName } from '../shared/games/color-clues/board.ts';
import { BOT_LANGUAGES, type BotLanguage } from '../shared/games/color-clues/bot-language.ts';
import { LEVEL_NAMES } from '../shared/games/color-clues/bot-skill.ts';
import { CELL_NAMES } from '../shared/games/color-clues/cell-names.ts';
import { PAR_A_ROUND } from '../shared/games/color-clues/presets.ts';
import type { GameOptions } from '../shared/games/color-clues/types.ts';
import { agreement, cluesOf, type Nearness, nearnessByLevel, pointsARound, slowest } from './bots/measure.ts';

/** So many games of five bots; every figure but the times is the same on every run. */
const GAMES = 300;
const PAIRS = 3_000;
const CLUES = 20;
/** Two people, as measured with 3,898 answers of 325 people to 100 words. */
const TWO_PEOPLE = 0.554;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const nearRow = (
  level: BotLevel,
  { markers, exact, withinOne, withinTwo, farOff }: Nearness,
  language: BotLanguage,
): string =>
  row([
    level,
    LEVEL_NAMES[level],
    markers,
    percent(exact),
    percent(withinOne),
    percent(withinTwo),
    percent(farOff),
    agreement([level], PAIRS, language).toFixed(2),
  ]);

function clueList(level: BotLevel, language: BotLanguage): string {
  const then = language === 'de' ? ', dann ' : ', then ';
  const lines = cluesOf(level, CLUES, language).map(
    ({ clues, target }) => `${cellName(target)} (${CELL_NAMES[target]}): ${clues.join(then)}`,
  );
  return `**${level}, ${LEVEL_NAMES[level]}**\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

const HEAD = `| level | | markers | on the color | within one step | within two | more than six away | two of them agree |
|---|---|---|---|---|---|---|---|`;

/** How near bots place and how well they agree, by level. */
const levelTable = (language: BotLanguage): string =>
  [
    HEAD,
    ...[...nearnessByLevel(GAMES, language)].map(([level, each]) => nearRow(level, each, language)),
  ].join('\n');

const agreed = (language: BotLanguage): string => agreement(BOT_LEVELS, PAIRS, language).toFixed(2);

const clueLists = (language: BotLanguage): string =>
  BOT_LEVELS.map((level) => clueList(level, language)).join('\n');

/** What a round brings two in co-op, and four who play Classic each for themselves. */
function pointsRow(scoring: GameOptions['scoring'], clues: 1 | 2): string {
  const coop = pointsARound(3, GAMES, 2, { together: 'coop', scoring, clues });
  const four = pointsARound(3, GAMES, 4, { scoring, clues });
  const points = [coop.placing, PAR_A_ROUND[scoring][clues], four.placing, four.giving];
  return row([scoring, clues, ...points.map((each) => each.toFixed(2))]);
}

/** The text of `docs/bots.md`. */
export function buildBots(): string {
  return `# How well the bots play

This page is made by \`npm run build:bots\`, from games of bots by the real rules, with fixed seeds. A test holds the shares (\`shared/games/color-clues/bot-level.test.ts\`).

## Five levels

At each table of this measurement one bot of each level sits; all give clues for one another.

In English:

${levelTable('en')}

In German, where German is spoken:

${levelTable('de')}

_Agree_: one hears a word, the other hears it, too; the mean points (3, 2, 1) of one's marker if the other's were the color. Two bots of any levels: **${agreed('en')}** in English, **${agreed('de')}** in German. Two people: ${TWO_PEOPLE.toFixed(2)} (325 people, 100 words that are harder than a bot's).

What makes a level (\`bot-skill.ts\`): how far a word lies in this mind from where it lies on the average, how many words it has heard of, how surely it takes the likeliest cell, between how many clues it hesitates. Every bot draws its own words and its own colors when it sits down; the giver's are not the guesser's. A bot has a character by its name (\`bot-taste.ts\`): a painter says _burnt umber_, knows every pigment, and sees pigments a little more like others do.

## What they speak

German at tables whose language is German, and English everywhere else (\`botLanguage\` in \`bot-language.ts\`). They have the same levels and characters in both. German words are our own list (\`scripts/colors/german\`), with the German names of one public list; who hears them takes compounds apart (_Feuerwehrhelm_), knows endings (_alter Tomate_, _Bäume_), and reads _Loewenzahn_ and _Strasse_. At a German table a word that means nothing in German is looked up in English, less surely. Everywhere else German is not understood.

## Two against a par

What a round brings English bots of level 3 on the average: two in co-op, whose par follows from it (rule 15.3), and four in Classic, each for themselves, where whoever gives gets about as much as whoever places, with wide scoring, too (rule 14.3).

| scoring | clues | co-op | par | who places, of four | who gives |
|---|---|---|---|---|---|
${(['normal', 'wide'] as const).flatMap((scoring) => [pointsRow(scoring, 1), pointsRow(scoring, 2)]).join('\n')}

## At a table

The host chooses the level of each bot that is added, or _mixed_: each of a level that few bots there have; so are the bots of _Play now_. The level stands beside the name. Whoever comes takes a bot's seat at the next reveal. A bot takes 2 to 9 seconds, and 1 to 3 to place after others, whose turns it has thought through; where all place together, it is done within 1.5 seconds of the last person. One that has never heard a word looks where others placed, and in Classic it says that it guesses. It knows who sits there: it says nobody's name ([rule 5.2](rules.md)), and nothing that was refused it before. For who is away a bot of level 3 plays, if the host allows it: [rule 6.11](rules.md).

## What they cost

\`data/lexicon.json\` (what guessing needs, also in a browser): 37 KB, 14 KB compressed. \`data/clues.json\` (what a giver needs besides): 58 KB, 15 KB compressed. In German: 47 KB, 16 KB compressed, and 70 KB, 15 KB compressed; they come to a browser only where German is played. The server never waits for a bot: a giver thinks in steps. The longest of some ten thousand, on two busy cores: 6 ms for a step of thinking, 3 ms for the clue after it, 13 ms for a guess (\`npm run build:bots -- --time\`). German words have more forms to try: of its steps and guesses the slowest in a hundred takes up to twice as long, a clue itself 4 to 15 times as long, still under 3 ms.

## Twenty clues of each level

Cell, the name that the board shows for it, and what was said. No clue is a color's name alone, or says a word of the name of the cell or of one beside it. German ones say no word of its German name either: _Moos_ is not said beside _moosgrün_.

${clueLists('en')}
## Zwanzig deutsche Hinweise jeder Stufe

${clueLists('de')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--time'))
    for (const language of BOT_LANGUAGES) console.log(language, slowest(language));
  else {
    const text = buildBots();
    console.log(text.split('## What they cost')[0]);
    writeFileSync(fileURLToPath(new URL('../docs/bots.md', import.meta.url)), text);
  }
}
