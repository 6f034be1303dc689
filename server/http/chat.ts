import { type Request, Router } from 'express';
import { nanoid } from 'nanoid';
import { type Audience, isInSight } from '../../shared/chat/audience.ts';
import type { Message } from '../../shared/chat/types.ts';
import { err, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import {
  answerBody,
  blockBody,
  chatSeatBody,
  chatSettingsBody,
  conversationIdSchema,
  createDirectBody,
  createGroupBody,
  createLobbyBody,
  muteConversationBody,
  reportBody,
} from '../../shared/protocol/chat.ts';
import type {
  Catchup,
  ChatSeat,
  MessagePage,
  PeopleList,
  SearchHit,
} from '../../shared/protocol/chat-wire.ts';
import type { Reservation } from '../../shared/protocol/http.ts';
import type { PersonalNews } from '../rooms/chat/news.ts';
import type { People } from '../rooms/chat/people.ts';
import { type History, PAGE } from '../rooms/chat/records/history.ts';
import { activeIn } from '../rooms/chat/records/memberships.ts';
import type { ChatRecords } from '../rooms/chat/records/records.ts';
import type { Relations } from '../rooms/chat/relations.ts';
import type { ApiDeps } from './api.ts';
import type { ChatVisitor, ConversationsPort } from './chat-port.ts';
import { numberOf, parse, queryOf, speaks, unwrap } from './parse.ts';
import { RefusedError } from './refusals.ts';

export interface ChatDeps
  extends Pick<ApiDeps, 'clock' | 'budgets' | 'pendingSeats' | 'addressOf' | 'chatVisitor'> {
  readonly conversations: ConversationsPort;
  readonly history: History;
  readonly records: ChatRecords;
  readonly relations: Relations;
  readonly people: People;
  /** Tells a person what is new for them alone. */
  tell(person: string, news: PersonalNews): void;
  /** Tells whoever looks after the server that there is one more report. */
  reported(): void;
}

/** Messages before a reported one that go with the report. */
const CONTEXT = 10;
/** Reports or actions in one list. */
const MAX_REPORTS = 200;

/** Everything under `/api/chat`. */
export function chatApi(deps: ChatDeps): Router {
  const { clock, conversations, history, records, relations, people, budgets, chatVisitor } = deps;
  const router = Router();

  const seated = async (
    request: Request,
    room: string,
    reserve: (visitor: ChatVisitor) => Promise<Result<Reservation, Rejection>>,
  ): Promise<ChatSeat> => {
    const visitor = await chatVisitor(request);
    const address = deps.addressOf(request);
    await budgets.seatsOfAddress.spend(address);
    await budgets.chatSeatsOfPerson.spend(visitor.person.id);
    const protocol = speaks(parse(chatSeatBody, request.body).protocol);
    const { person, session, isNamed, isOperator } = visitor;
    const details = [session, isNamed, isOperator, person.name, person.marker];
    const { reservation } = await deps.pendingSeats.promise(
      { person: person.id, address, room, details },
      async () => ({ reservation: unwrap(await reserve(visitor)) }),
    );
    return { reservation, now: clock.now(), protocol };
  };

  /** The conversation of the address, for somebody who may read it; others learn nothing, not even that it exists. */
  const readable = async (
    request: Request,
  ): Promise<{ id: string; visitor: ChatVisitor; sight: Audience }> => {
    const visitor = await chatVisitor(request);
    await budgets.pagesOfPerson.spend(visitor.person.id);
    const id = conversationIdSchema.safeParse(request.params.id);
    const sight = id.success ? await conversations.sightOf(id.data, visitor.person.id) : null;
    if (!id.success || !sight) throw new RefusedError('no_conversation');
    return { id: id.data, visitor, sight };
  };

  const withPeople = async (id: string, all: readonly Message[], sight: Audience) => {
    const messages = all.filter((message) => isInSight(message, sight));
    const ids = new Set(messages.flatMap(({ author, mentions }) => [author, ...mentions]));
    for (const { reactions } of messages)
      for (const by of Object.values(reactions)) for (const id of by) ids.add(id);
    return { messages, people: await conversations.peopleIn(id, [...ids]) };
  };

  router.get('/lobbies', async (request, response) => {
    await chatVisitor(request);
    const search = queryOf(request).get('search') ?? '';
    response.json({ lobbies: await conversations.lobbies(search.slice(0, 100)) });
  });

  router.post('/lobbies', async (request, response) => {
    const visitor = await chatVisitor(request);
    await budgets.creates.spend(deps.addressOf(request));
    const lobby = parse(createLobbyBody, request.body);
    response.status(201).json(unwrap(await conversations.createLobby(visitor, lobby)));
  });

  router.post('/direct', async (request, response) => {
    const visitor = await chatVisitor(request);
    await budgets.directsOfPerson.spend(visitor.person.id);
    const { person } = parse(createDirectBody, request.body);
    response.json(unwrap(await conversations.openDirect(visitor, person)));
  });

  router.post('/groups', async (request, response) => {
    const visitor = await chatVisitor(request);
    await budgets.directsOfPerson.spend(visitor.person.id);
    const group = parse(createGroupBody, request.body);
    response.status(201).json(unwrap(await conversations.createGroup(visitor, group)));
  });

  router.get('/search', async (request, response) => {
    const { person } = await chatVisitor(request);
    await budgets.searchesOfPerson.spend(person.id);
    const query = (queryOf(request).get('q') ?? '').slice(0, 200);
    const found = await history.search(await activeIn(records, person.id), query);
    const heads = await records.heads.getMany([...new Set(found.map(({ conversation }) => conversation))]);
    const hits: SearchHit[] = [];
    for (const { conversation, message } of found) {
      // The list of members may be a moment old; the conversation itself is not.
      const sight = await conversations.sightOf(conversation, person.id);
      if (!sight || !isInSight(message, sight)) continue;
      hits.push({ conversation, title: heads.get(conversation)?.title ?? '', message });
    }
    response.json({ hits });
  });

  router.get('/reports', async (request, response) => {
    const { isOperator } = await chatVisitor(request);
    if (!isOperator) throw new RefusedError('not_found');
    response.json({ reports: [...(await records.reports.list('open', { limit: MAX_REPORTS })).values()] });
  });

  router.post('/inbox/seat', async (request, response) => {
    response.json(await seated(request, 'inbox', (visitor) => conversations.inboxSeat(visitor)));
  });

  router.get('/blocked', async (request, response) => {
    const { person } = await chatVisitor(request);
    const blocked = await relations.blockedBy(person.id);
    response.json({ people: await people.byIds(blocked) } satisfies PeopleList);
  });

  router.post('/block', async (request, response) => {
    const visitor = await chatVisitor(request);
    const { person, isBlocked } = parse(blockBody, request.body);
    await relations.block(visitor.person.id, person, isBlocked);
    response.json({});
  });

  router.patch('/settings', async (request, response) => {
    const visitor = await chatVisitor(request);
    const { whoMayWrite } = parse(chatSettingsBody, request.body);
    await relations.setWhoMayWriteTo(visitor.person.id, whoMayWrite);
    response.json({});
  });

  router.post('/:id/seat', async (request, response) => {
    const id = conversationIdSchema.safeParse(request.params.id);
    const answer = await seated(request, `chat ${id.data}`, async (visitor) =>
      id.success ? conversations.seat(visitor, id.data) : err({ code: 'no_conversation' }),
    );
    response.json(answer);
  });

  router.get('/:id/messages', async (request, response) => {
    const { id, sight } = await readable(request);
    const query = queryOf(request);
    const limit = Math.min(numberOf(query.get('limit')) ?? PAGE, PAGE);
    const after = numberOf(query.get('after'));
    const read = (from: number | null) =>
      after === null ? history.before(id, from, limit) : history.after(id, from ?? after, limit);
    let page = await read(after ?? numberOf(query.get('before')));
    // What is kept from somebody until the reveal must not look like the end of the history.
    while (page.hasMore && !page.messages.some((message) => isInSight(message, sight))) {
      page = await read(page.messages.at(after === null ? 0 : -1)?.seq ?? null);
    }
    response.json({
      ...(await withPeople(id, page.messages, sight)),
      hasMore: page.hasMore,
    } satisfies MessagePage);
  });

  router.get('/:id/since', async (request, response) => {
    const { id, sight } = await readable(request);
    const { messages, seq, isComplete } = await history.since(id, numberOf(queryOf(request).get('seq')) ?? 0);
    response.json({ ...(await withPeople(id, messages, sight)), seq, isComplete } satisfies Catchup);
  });

  router.post('/:id/answer', async (request, response) => {
    const visitor = await chatVisitor(request);
    const { answer } = parse(answerBody, request.body);
    const id = conversationIdSchema.safeParse(request.params.id);
    if (!id.success) throw new RefusedError('no_conversation');
    unwrap(await conversations.answer(visitor, id.data, answer));
    response.json({});
  });

  /** The conversation, for whoever looks after it. */
  const moderated = async (request: Request): Promise<string> => {
    const { id, visitor } = await readable(request);
    const role = (await records.members.get(`${id}:${visitor.person.id}`))?.role ?? 'member';
    if (role === 'member' && !visitor.isOperator) throw new RefusedError('not_found');
    return id;
  };

  router.get('/:id/banned', async (request, response) => {
    const id = await moderated(request);
    const banned = await conversations.peopleIn(id, await conversations.banned(id));
    response.json({ people: banned } satisfies PeopleList);
  });

  router.get('/:id/audit', async (request, response) => {
    const id = await moderated(request);
    response.json({ actions: [...(await records.audits.list(id, { limit: MAX_REPORTS })).values()] });
  });

  router.post('/:id/quiet', async (request, response) => {
    const { id, visitor } = await readable(request);
    const { isMuted } = parse(muteConversationBody, request.body);
    const key = `${id}:${visitor.person.id}`;
    if (isMuted) await records.quiet.put(key, {}, { owner: visitor.person.id });
    else await records.quiet.remove(key);
    deps.tell(visitor.person.id, { type: 'quiet', conversation: id, isMuted });
    response.json({});
  });

  router.post('/:id/report', async (request, response) => {
    const { id, visitor, sight } = await readable(request);
    await budgets.reportsOfPerson.spend(visitor.person.id);
    const { seq, reason } = parse(reportBody, request.body);
    const { messages } = await history.before(id, seq + 1, CONTEXT);
    const reported = messages.at(-1);
    if (reported?.seq !== seq || !isInSight(reported, sight)) throw new RefusedError('no_message');
    const at = clock.now();
    const context = messages.map((message) => ({
      seq: message.seq,
      author: message.author,
      text: message.text,
      at: message.at,
    }));
    const report = { conversation: id, by: visitor.person.id, reason, at, context };
    const isNew = { standing: 'open', sortedBy: '' } as const;
    await records.reports.put(nanoid(), { ...report, ...isNew }, { owner: isNew.standing, rank: at });
    deps.reported();
    response.status(201).json({});
  });

  return router;
}
