import type { InboxRow, WhoMayWrite } from '../../../../shared/protocol/chat-wire.ts';
import { type LooksOf, ShownNames } from '../conversation/shown-names.ts';
import type { News, PersonalNews } from '../news.ts';
import { stands, unreadIn } from '../records/head.ts';
import type { Head, MemberRecord } from '../records/records.ts';

/** One conversation of a person, with what is theirs alone in it. */
export interface Part {
  readonly member: Pick<MemberRecord, 'conversation' | 'standing' | 'role' | 'by'>;
  readonly head: Head;
  readonly readNo: number;
  readonly isMuted: boolean;
  /** Mentions of the person by the `seq` of the message. */
  readonly mentions: ReadonlyMap<number, { readonly no: number; readonly author: string }>;
  /** The part of the other person of a direct talk, or null. */
  readonly peerStanding: MemberRecord['standing'] | null;
}

export interface Face {
  readonly name: string;
  readonly marker: number;
}

/** What an inbox begins with. */
export interface InboxStart {
  readonly parts: ReadonlyMap<string, Part>;
  readonly faces: ReadonlyMap<string, Face>;
  readonly blocked: readonly string[];
  /** Whoever blocked this person, of those they talk to. */
  readonly blockedBy: readonly string[];
  readonly whoMayWrite: WhoMayWrite;
}

/** So many faces are kept beyond twice those that are shown, before others are let go. */
const SPARE_FACES = 20;

/** All conversations of one person, kept up to date by news alone. */
export class Inbox {
  readonly #me: string;
  readonly #parts: Map<string, Part>;
  #faces: Map<string, Face>;
  #mostFaces = SPARE_FACES;
  /** The other people of direct talks, and whoever asks. */
  readonly #names: ShownNames;
  readonly blocked: Set<string>;
  readonly #blockedBy: Set<string>;
  whoMayWrite: WhoMayWrite;

  constructor(me: string, start: InboxStart, looksOf: LooksOf) {
    this.#me = me;
    this.#names = new ShownNames(looksOf);
    this.#parts = new Map(start.parts);
    this.#faces = new Map(start.faces);
    this.blocked = new Set(start.blocked);
    this.#blockedBy = new Set(start.blockedBy);
    this.whoMayWrite = start.whoMayWrite;
    // The newest comes first; whoever was there before keeps a name that another one has, too.
    for (const part of [...this.#parts.values()].reverse()) this.#meet(part);
  }

  get conversations(): readonly string[] {
    return [...this.#parts.keys()];
  }

  /** Another part in a conversation than before; null for none any more. */
  put(conversation: string, part: Part | null, faces: ReadonlyMap<string, Face> = new Map()): void {
    for (const [id, face] of faces) this.#faces.set(id, face);
    if (!part) this.#parts.delete(conversation);
    else {
      this.#parts.set(conversation, part);
      this.#meet(part);
    }
  }

  /** People with a number behind their name, as others in the list have it, too: by the name. */
  get numbered(): ReadonlyMap<string, string> {
    const people = [...this.#parts.values()].flatMap((part) => this.#shownIn(part));
    return new Map(
      people.filter((id) => this.#names.isNumbered(id)).map((id) => [id, this.#names.ownOf(id) ?? '']),
    );
  }

  /** The name is of this person's account; returns the conversations that look different now. */
  prefer(person: string): readonly string[] {
    return this.#showing(this.#names.prefer(person));
  }

  /** False when there is something in between that this inbox has not heard. */
  hear({ conversation, from, head, mentions, unmentioned, forgotten, members, author }: News): boolean {
    const part = this.#parts.get(conversation);
    if (!part || head.seq <= part.head.seq) return true;
    if (from > part.head.seq) return false;
    const areLeft = mentions.length + unmentioned.length + forgotten.length === 0;
    const peer = members.findLast(({ person }) => person !== this.#me && head.pair.includes(person));
    const peerStanding = peer?.standing ?? part.peerStanding;
    this.#parts.set(conversation, {
      ...part,
      head,
      mentions: areLeft ? part.mentions : this.#mentionsAfter(part, { mentions, unmentioned, forgotten }),
      peerStanding,
    });
    if (author) this.#look(author);
    return true;
  }

  /** Of the many who write in a lobby only those are remembered whose words are shown: each list would know all of them. */
  #look(author: Face & { readonly id: string }): void {
    this.#faces.set(author.id, author);
    if (this.#faces.size <= this.#mostFaces) return;
    const shown = new Map<string, Face>();
    for (const part of this.#parts.values())
      for (const id of [part.head.author, ...this.#shownIn(part)]) {
        const face = this.#faces.get(id);
        if (face) shown.set(id, face);
      }
    this.#faces = shown;
    this.#mostFaces = 2 * shown.size + SPARE_FACES;
  }

  #mentionsAfter(
    part: Part,
    { mentions, unmentioned, forgotten }: Pick<News, 'mentions' | 'unmentioned' | 'forgotten'>,
  ): Part['mentions'] {
    const mine = new Map(part.mentions);
    for (const { person, seq, no, author } of mentions)
      if (person === this.#me) mine.set(seq, { no, author });
    for (const { person, seq } of unmentioned) if (person === this.#me) mine.delete(seq);
    for (const [seq, { author }] of mine) if (forgotten.includes(author)) mine.delete(seq);
    return mine;
  }

  /** Takes in what concerns this person alone; returns the conversations that look different now. */
  hearInPerson(news: Exclude<PersonalNews, { type: 'member' }>): readonly string[] {
    switch (news.type) {
      case 'read':
        if (news.no <= (this.#parts.get(news.conversation)?.readNo ?? 0)) return [];
        return this.#change(news.conversation, (part) => ({
          ...part,
          readNo: Math.max(part.readNo, news.no),
          mentions: new Map([...part.mentions].filter(([, { no }]) => no > news.no)),
        }));
      case 'quiet':
        return this.#change(news.conversation, (part) => ({ ...part, isMuted: news.isMuted }));
      case 'blocked':
        if (news.isBlocked) this.blocked.add(news.person);
        else this.blocked.delete(news.person);
        return this.conversations;
      case 'blockedBy':
        if (news.isBlocked) this.#blockedBy.add(news.person);
        else this.#blockedBy.delete(news.person);
        return [];
      case 'settings':
        this.whoMayWrite = news.whoMayWrite;
        return [];
    }
  }

  isPublic(conversation: string): boolean {
    return this.#parts.get(conversation)?.head.kind === 'public';
  }

  /** Whether somebody is shown in the list, as somebody to talk with or as who wrote last. */
  knows(person: string): boolean {
    return this.#faces.has(person);
  }

  /** Somebody has another name or marker; returns the conversations that look different now. */
  rename({ id, name, marker }: Face & { readonly id: string }): readonly string[] {
    if (!this.#faces.has(id)) return [];
    this.#faces.set(id, { name, marker });
    return this.#showing([id, ...(this.#names.of(id) === undefined ? [] : this.#names.put(id, name))]);
  }

  #showing(people: readonly string[]): readonly string[] {
    return this.conversations.filter((conversation) => {
      const part = this.#parts.get(conversation);
      return part && people.some((id) => part.head.author === id || this.#shownIn(part).includes(id));
    });
  }

  #shownIn({ member, head }: Part): readonly string[] {
    return [...head.pair, member.by].filter((id) => id !== '' && id !== this.#me);
  }

  #meet(part: Part): void {
    for (const id of this.#shownIn(part)) {
      const name = this.#faces.get(id)?.name ?? '';
      if (name !== '') this.#names.put(id, name);
    }
  }

  /** The other people of direct talks. */
  get peers(): readonly string[] {
    return [...this.#parts.values()].map((part) => this.#peerOf(part)).filter((peer) => peer !== '');
  }

  /** Whether this person may know when another one is here: both take part in a talk, and neither blocked the other. */
  maySeeHere(person: string): boolean {
    if (this.blocked.has(person) || this.#blockedBy.has(person)) return false;
    for (const part of this.#parts.values()) {
      const isBoth = part.member.standing === 'active' && part.peerStanding === 'active';
      if (isBoth && this.#peerOf(part) === person) return true;
    }
    return false;
  }

  /** What the list shows of a conversation, or null. What strangers and blocked people wrote is neither shown nor counted. */
  row(conversation: string): InboxRow | null {
    const part = this.#parts.get(conversation);
    if (!part) return null;
    const { member, head, readNo, isMuted } = part;
    const isAsked = member.standing === 'asked';
    if (isAsked && this.blocked.has(member.by)) return null;
    const peer = this.#peerOf(part);
    const mentions = [...part.mentions].filter(
      ([seq, { no, author }]) => no > readNo && !this.blocked.has(author) && stands(head, seq),
    );
    const isHidden = isAsked || this.blocked.has(head.author);
    return {
      conversation,
      kind: head.kind,
      title: peer ? this.#titleOf(peer) : head.title,
      peer,
      marker: this.#faces.get(peer)?.marker ?? 0,
      standing: member.standing,
      role: member.role,
      invitedBy: isAsked ? this.#titleOf(member.by) : '',
      isMuted,
      lastNo: head.no,
      readNo,
      unread: isAsked ? 0 : unreadIn(head, readNo, (author) => this.#isCounted(author)),
      mentions: isAsked ? 0 : mentions.length,
      lastAt: head.at,
      // A name could tell what nobody may know during a round; the table shows who wrote.
      lastAuthor: head.kind === 'table' || isHidden ? '' : this.#authorOf(head),
      isLastMine: head.kind !== 'table' && head.author === this.#me,
      preview: isHidden ? '' : head.preview,
    };
  }

  #isCounted(author: string): boolean {
    return author !== this.#me && !this.blocked.has(author);
  }

  #titleOf(person: string): string {
    return this.#names.of(person) ?? this.#faces.get(person)?.name ?? '';
  }

  /** As they are called in the conversation itself, unless they have another name since. */
  #authorOf({ author, shownAs }: Head): string {
    const name = this.#faces.get(author)?.name ?? '';
    return shownAs.startsWith(`${name} `) ? shownAs : name;
  }

  #peerOf({ head }: Part): string {
    return head.pair.find((each) => each !== this.#me) ?? '';
  }

  #change(conversation: string, change: (part: Part) => Part): readonly string[] {
    const part = this.#parts.get(conversation);
    if (!part) return [];
    this.#parts.set(conversation, change(part));
    return [conversation];
  }
}
