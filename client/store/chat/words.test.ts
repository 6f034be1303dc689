import { describe, expect, it } from 'vitest';
import { ANA, CLEO, DAY, info, ME, member, message, NOON } from '../../../test/harness/chat-samples.ts';
import { withInvitation } from './invite.ts';
import { lobbyAbout } from './lobbies.ts';
import { lobbyNameOf, nameFor, titleFor } from './lobby-names.ts';
import { dayWords, shortTime, spanWords } from './time.ts';
import {
  aboutWords,
  bannerWords,
  memberList,
  pendingWords,
  titleOf,
  typingWords,
  unansweredWords,
} from './words.ts';
import {
  lastEditable,
  mentionAt,
  ownStatus,
  roomLeft,
  roomWords,
  tooLongWords,
  withMention,
} from './writing.ts';

describe('writing', () => {
  it('finds the name that is being typed', () => {
    expect(mentionAt('hello @an', 9)).toEqual({ start: 6, prefix: 'an' });
    expect(mentionAt('@', 1)).toEqual({ start: 0, prefix: '' });
    expect(mentionAt('hello @an', 5)).toBe(null);
    expect(mentionAt('a@b', 3)).toBe(null);
    expect(mentionAt('hello @an and', 13)).toBe(null);
  });

  it('puts the name in its place', () => {
    expect(withMention('hello @an there', { start: 6, prefix: 'an' }, 'Ana')).toEqual({
      text: 'hello @Ana there',
      caret: 11,
    });
  });

  it('counts letters as people do, near the end', () => {
    expect(roomLeft('short')).toBe(null);
    expect(roomLeft('x'.repeat(470))).toBe(30);
    expect(roomLeft('x'.repeat(507))).toBe(-7);
    expect(roomLeft('👩‍👩‍👧'.repeat(400))).toBe(null);
  });

  it('says how much is too much of a long text, and what to do', () => {
    const left = roomLeft('x'.repeat(2_507));
    expect(roomWords(left)).toBe('2,007 too many');
    expect(tooLongWords(left)).toBe(
      'A message has room for 500 letters: take out 2,007 letters, or send it in parts.',
    );
    expect([roomWords(null), roomWords(3), tooLongWords(0), tooLongWords(null)]).toEqual([
      '',
      '3 left',
      '',
      '',
    ]);
    expect(roomLeft('x'.repeat(1_000_000))).toBe(-999_500);
  });

  it('turns the link of a table of ours into an invitation', () => {
    const ours = 'https://clues.example';
    expect(withInvitation('come https://clues.example/t/moka', ours)).toEqual({
      text: 'come',
      table: 'MOKA',
    });
    expect(withInvitation('https://clues.example/color-clues/moka, come', ours).table).toBe(null);
    expect(withInvitation('https://clues.example/color-clues/moka come', ours)).toEqual({
      text: 'come',
      table: 'MOKA',
    });
    expect(withInvitation('/t/MOKABI', ours)).toEqual({ text: '', table: 'MOKABI' });
    expect(withInvitation('/chat/lobby or /t/moka', ours)).toEqual({ text: '/chat/lobby or', table: 'MOKA' });
    const elsewhere = 'see https://evil.example/t/moka';
    expect(withInvitation(elsewhere, ours)).toEqual({ text: elsewhere, table: null });
    expect(withInvitation('and/t/or', ours).table).toBe(null);
  });

  it('edits the last own message that may be', () => {
    const mine = message(1, { author: ME, at: NOON });
    expect(lastEditable(info(), [mine, message(2)], NOON)).toBe(mine);
    expect(lastEditable(info(), [mine], NOON + 2 * DAY)).toBe(null);
    expect(lastEditable(info(), [message(2)], NOON)).toBe(null);
  });

  it('says how far own messages of a talk between two have come', () => {
    const mine = [1, 2, 3].map((no) => message(no, { author: ME }));
    const words = (seenNo: number) => [...ownStatus(info({ kind: 'direct' }), mine, seenNo)];
    expect(words(0)).toEqual([[6, 'Sent']]);
    expect(words(2)).toEqual([
      [6, 'Sent'],
      [4, 'Seen'],
    ]);
    expect(words(3)).toEqual([[6, 'Seen']]);
    expect(ownStatus(info(), mine, 3).size).toBe(0);
  });
});

describe('words', () => {
  it('say who is typing', () => {
    expect(typingWords([])).toBe('');
    expect(typingWords(['Ana'])).toBe('Ana is typing…');
    expect(typingWords(['Ana', 'Ben'])).toBe('Ana and Ben are typing…');
    expect(typingWords(['Ana', 'Ben', 'Cleo'])).toBe('Ana, Ben and Cleo are typing…');
    expect(typingWords(['Ana', 'Ben', 'Cleo', 'Dev'])).toBe('Several people are typing…');
  });

  it('name a conversation: by its title, or after the other person', () => {
    expect(titleOf(info())).toBe('Lobby');
    const online = new Set([CLEO]);
    expect(aboutWords(info(), online)).toBe('3 online');
    const direct = info({
      kind: 'direct',
      members: [member(ME, 'Ben'), member(CLEO, 'Cleo', { presence: 'playing' })],
    });
    expect(titleOf(direct)).toBe('Cleo');
    expect(aboutWords(direct, online)).toBe('in a game');
    expect(aboutWords(direct, new Set())).toBe('offline');
    const elsewhere = { ...direct, members: [member(CLEO, 'Cleo', { presence: 'offline' })] };
    expect(aboutWords(elsewhere, online)).toBe('online');
    const left = info({ kind: 'direct', members: [member(ME, 'Ben')] });
    expect(titleOf(left, 'Cleo')).toBe('Cleo');
    expect(titleOf(left)).toBe('Deleted account');
  });

  it('list who is here first, then by role and name', () => {
    const members = [
      member('1', 'Zoe'),
      member('2', 'Ana', { presence: 'offline', role: 'owner' }),
      member('3', 'Bo', { role: 'moderator', presence: 'away' }),
      member('4', 'Al'),
    ];
    expect(memberList(members).map(({ name }) => name)).toEqual(['Bo', 'Al', 'Zoe', 'Ana']);
  });

  it('speak of a connection only while it is not good', () => {
    expect(bannerWords('live')).toBe(null);
    expect(bannerWords('offline')).toContain('messages wait here');
    expect(bannerWords('outdated')).toContain('reload');
  });

  it('say how a message is doing, and when it goes if somebody writes faster than is taken', () => {
    const at = {
      isLive: true,
      isKept: false,
      isLasting: true,
      isNext: true,
      pacedSeconds: null,
      slowModeSeconds: 0,
    };
    expect(pendingWords(at)).toBe('Sending…');
    expect(pendingWords({ ...at, isKept: true })).toBe('Waits for the reveal');
    expect(pendingWords({ ...at, isLive: false, pacedSeconds: 4 })).toBe('Waits for the connection');
    for (const way of [{ isLive: false }, { isKept: true }])
      expect(pendingWords({ ...at, ...way, isLasting: false })).toMatch(
        /^Waits for .*while this page stays open/,
      );
    expect(pendingWords({ ...at, pacedSeconds: 4 })).toBe(
      'Sending slowly, at most 8 messages in 10 s: this one goes in 4 s',
    );
    expect(pendingWords({ ...at, pacedSeconds: 12, slowModeSeconds: 30 })).toBe(
      'Sending slowly, at most one message in 30 s: this one goes in 12 s',
    );
    expect(pendingWords({ ...at, pacedSeconds: 0 })).toMatch(/goes now$/);
    expect(pendingWords({ ...at, pacedSeconds: 4, isNext: false })).toBe('Waits its turn');
  });

  it('tell who wrote to a stranger that an answer is awaited, until there is one', () => {
    const asked = info({ kind: 'direct', members: [member(ME, 'Ben')] });
    const mine = message(1, { author: ME });
    expect(unansweredWords(asked, [mine], 'Ana')).toMatch(/^Ana must accept first\. .* 3 messages/);
    expect(unansweredWords(asked, [mine, message(2)], 'Ana')).toBe('');
    expect(unansweredWords({ ...asked, members: [member(ANA, 'Ana')] }, [mine], 'Ana')).toBe('');
    expect(unansweredWords(info({ members: [] }), [mine], 'Ana')).toBe('');
    expect(unansweredWords(asked, [mine], null)).toMatch(/^This person must accept first\./);
    expect(unansweredWords(asked, [mine], '')).toBe('');
  });

  it('say times and spans', () => {
    expect(dayWords(NOON, NOON)).toBe('Today');
    expect(dayWords(NOON - DAY, NOON)).toBe('Yesterday');
    expect(dayWords(NOON - 400 * DAY, NOON)).toMatch(/2024/);
    expect(shortTime(0, NOON)).toBe('');
    expect(shortTime(NOON - 3 * DAY, NOON)).toBe('Jun 7');
    expect([9.2, 61, 3_601].map(spanWords)).toEqual(['10 s', '2 min', '2 h']);
  });

  it('make an address of a title, and a line of a lobby', () => {
    expect(nameFor('Öl & Acryl!')).toBe('ol-acryl');
    expect([lobbyNameOf('lobby-color-theory'), lobbyNameOf('direct-x')]).toEqual(['color-theory', '']);
    expect([titleFor('color-theory'), nameFor(titleFor('color-theory'))]).toEqual([
      'Color theory',
      'color-theory',
    ]);
    expect(nameFor('日本')).toMatch(/^lobby-[0-9a-z]{1,7}$/);
    expect(nameFor('日本語の部屋 1')).not.toBe(nameFor('別の部屋 1'));
    const alike = ['かき', 'かぎ', 'がき', 'राम', 'रोम', 'रम', '東京 go', '大阪 go', 'Go'];
    expect(new Set(alike.map(nameFor)).size).toBe(alike.length);
    expect(nameFor('Kaffee und Tee')).toBe(nameFor('Kaffee & und  Tee'));
    expect(nameFor(' 日本 ')).toBe(nameFor('日本'));
    expect(nameFor('ab')).toBe('lobby-ab');
    expect(nameFor('  ')).toBe('');
    expect(nameFor('a title that is much longer than an address')).toMatch(/^[a-z0-9-]{3,24}$/);
    const lobby = { conversation: 'lobby-de', name: 'de', title: 'Deutsch', online: 1, activeAt: 0 };
    expect(lobbyAbout({ ...lobby, topic: 'Alles', language: 'de' }, NOON)).toBe('Alles · Deutsch · new');
  });
});
