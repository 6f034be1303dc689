import type { SetupMessages } from './en.ts';

const LEVELS = { 1: 'はじめて', 2: '初級', 3: '常連', 4: '上級', 5: '達人' } as const;
const NEAR = {
  1: '1歩以内は6つに1つ',
  2: '1歩以内は4つに1つ',
  3: '1歩以内は10のうち3つ',
  4: '1歩以内は3つに1つ',
  5: '1歩以内はほぼ2つに1つ',
} as const;
const TASTES: SetupMessages['tastes'] = {
  'a fruit lover': '果物好き',
  'a cook': '料理好き',
  'a gardener': '庭いじり好き',
  'a painter': '絵が好き',
  'a gamer': 'ゲーム好き',
  'an animal lover': '動物好き',
  'a traveler': '旅好き',
  'a collector of stones': '石集めが趣味',
  'a dreamer': '夢見がち',
  'a tinkerer': '工作好き',
};

export const messages: SetupMessages = {
  rules: 'ルール',
  classic: 'クラシック',
  classicHelp: '3〜10人、コマは順番に',
  party: 'パーティー',
  partyHelp: '2〜16人、全員同時、そろうまで隠します',

  timers: '制限時間',
  normal: 'ふつう',
  normalHelp: 'クラシック：ヒント75秒、コマ25秒。パーティー：40秒と20秒。',
  relaxed: 'ゆったり',
  relaxedHelp: '1.5倍の長さ',
  slow: 'ゆっくり',
  slowHelp: '2倍の長さ',
  off: 'なし',
  noClock: '時間制限なし。ホストは手番をとばせます',

  turnsEach: '1人の回数',
  auto: '自動',
  autoTurns: 'クラシック：6人まで各2回。パーティー：4人まで2回、9人からは全8ラウンド。',
  roundsInAll: (rounds) => `全${rounds}ラウンド`,
  takes: (minutes, people, bots) =>
    bots === 0 ? `${people}人で約${minutes}分。` : `${people}人とボット${bots}体で約${minutes}分。`,

  clues: 'ヒント',
  autoClues: 'クラシック：2つ。パーティー：1つ。',
  oneClue: '1つ',
  oneClueHelp: 'ヒント1つ、コマ1つずつ',
  twoClues: '2つ',
  twoCluesHelp: '2つ目のヒントを足せます',
  one: '1つ',
  twoIfWanted: '2つ（2つ目は自由）',

  together: '組み分け',
  alone: '個人戦',
  aloneHelp: '一人ひとりで競います',
  coop: '協力',
  coopHelp: '2人で目標点をめざします。6ラウンド。1人はボットでもかまいません',
  inTeams: 'チーム戦',
  inTeamsHelp: '席順に分かれます。ヒントは自分のチームのためのものです',
  teams: 'チーム数',
  teamsHelp: (least) => `${least}人から`,

  words: 'ヒントの語数',
  autoWords: '1語、次は2語まで',
  wordsHelp: (most) => (most === 1 ? 'どのヒントも1語' : `どのヒントも${most}語まで`),
  scoring: '点数',
  normalScoring: '色から2歩まで',
  wideScoring: '色から3歩まで',

  clueCheck: 'チェック',
  strict: '厳しく',
  strictHelp: '色の名前と場所は使えません',
  honor: 'おまかせ',
  honorHelp: '注意だけします',
  uncheckedHelp: '何でも言えます',

  giver: 'ヒントを出す人',
  inTurn: '順番',
  inTurnHelp: '役は順番に回ります',
  volunteers: '立候補',
  volunteersHelp: '手を挙げた人。いなければ順番です',

  absent: '離席した人',
  arePassed: 'とばす',
  arePassedHelp: '5秒で手番をとばします',
  botPlays: 'ボットが代打',
  botPlaysHelp: '離席60秒か2回とばされたあと。戻れば得点そのままで続けられます',

  levels: LEVELS,
  near: NEAR,
  bot: (taste, level) =>
    `${taste === null ? '' : `${taste}。`}ボットとしては${LEVELS[level]}：${NEAR[level]}。`,
  tastes: TASTES,

  botsSpeakEnglish: 'ここのボットは英語を話します。',

  tellingApart: '色の見分け',
  names: '色の名前',
  namesHelp: '指したところをルーペに表示',
  families: '系統の名前',
  familiesHelp: '紫・ピンク・赤…をふちに表示',
  textures: '系統の模様',
  texturesHelp: '系統ごとの模様をマスに表示',
};
