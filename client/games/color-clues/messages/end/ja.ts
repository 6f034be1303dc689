import { numberIn } from '../../../../i18n/number.ts';
import type { Who } from '../../../../i18n/who.ts';
import type { EndMessages } from './en.ts';

const number = numberIn('ja');
const named = ({ name, isMine }: Who): string => (isMine ? 'あなた' : name);
const steps = (many: number): string => `${number(many)}歩`;

export const messages: EndMessages = {
  nobodyScored: '全員0点：色の勝ちです',
  againstPar: (points, par) =>
    `2人で${points}点：${points > par ? '目標を超えました' : points === par ? '目標ちょうどです' : '目標に届きませんでした'}（${par}点）`,
  teamsWin: (teams, points) =>
    teams.length === 1
      ? `${teams[0]}が${points}点で勝ちました`
      : `${teams.join('と')}が${points}点で引き分けです`,
  roundWas: (clue, cell) => `「${clue}」→ ${cell}`,

  gainedWithClue: (points, clue, round) => `ヒント「${clue}」で+${points}（ラウンド${round}）`,
  gainedOn: (points, clue, round) => `「${clue}」で+${points}（ラウンド${round}）`,
  cameNear: (away, clue, round) => `0点でも「${clue}」まで${steps(away)}（ラウンド${round}）。`,
  remembered: (clue) => `0点でも「${clue}」は忘れられません。`,
  goodCompany: '0点でも、いい仲間です。',

  whatCameOut: 'わかったこと',
  thinkAlike: (people, apart) => `${people.map(named).join('と')}は気が合います：平均${steps(apart)}の差。`,
  bestClue: (clue, giver, points) =>
    `ベストヒント：${named(giver)}の「${clue}」、コマ1つ${number(points)}点。`,
  mostDisputed: (cell, apart) => `いちばん割れた色：${cell}、${steps(apart)}の差。`,

  rounds: 'ラウンド',
  everyDay: '毎日みんなで：',
  threeClues: '3つのヒント',
  picture: 'ゲームの画像',
  pictureFailed: '画像を描けませんでした。',
  copySquares: '四角でコピー',
  squaresCopied: 'コピーしました',
  mayNotCopy: 'このページではコピーできません。',
  soManyRounds: (rounds) => `${rounds}ラウンド`,

  markersPlaced: '置いたコマ',
  onTheColor: 'ぴったり',
  atMostOneStep: '1歩以内',
  averageDistance: '平均の距離',
  cluesGiven: '出したヒント',
  yourColorsHit: '当てられた色',
  othersAtMostOneStep: 'ほかの人が1歩以内',
  theirAverageDistance: 'ほかの人の平均の距離',
  share: (part, percent) => `${part}（${percent}%）`,
  steps,
};
