import type { IncomingMessage, ServerResponse } from 'node:http';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { Daily } from '../daily/daily.ts';
import { loggablePath, Once, Sampler } from '../infra/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { Unavailable } from '../storage/types.ts';
import { type AccountDeps, accountApi } from './account.ts';
import { type ApiDeps, api } from './api.ts';
import { readJson } from './body.ts';
import { type ChatDeps, chatApi } from './chat.ts';
import type { ChatVisitor } from './chat-port.ts';
import { dailyApi } from './daily.ts';
import { type GamesDeps, gamesApi } from './games.ts';
import { guesses } from './guesses.ts';
import { securityHeaders } from './headers.ts';
import { health, type Readiness } from './health.ts';
import { json } from './json.ts';
import { type MetPort, metApi } from './met.ts';
import { type OperatePort, operateApi, operatePage } from './operate.ts';
import type { Pages } from './pages.ts';
import { RefusedError } from './refusals.ts';
import { requestIdOf } from './request-id.ts';

/** Whoever asks is not left without an answer for longer, ms. What waits for the store may still happen later. */
const ANSWER_MS = 6_000;

export interface AppDeps extends Omit<ApiDeps, 'chatVisitor' | 'isOperator' | 'guess'> {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'refusals'>;
  readonly pages: Pages;
  readonly personalData: Pick<AccountDeps, 'exporters' | 'erasures'>;
  readonly devices: AccountDeps['devices'];
  readonly past: GamesDeps['past'];
  readonly replays: GamesDeps['replays'];
  /** Null for a server where nobody is remembered. */
  readonly met: MetPort | null;
  /** Null for a server without conversations. */
  readonly chat: Pick<
    ChatDeps,
    'conversations' | 'history' | 'records' | 'relations' | 'people' | 'tell' | 'reported'
  > | null;
  /** Null for a server that nobody looks after from a page. */
  readonly operate: OperatePort | null;
  /** Null for a server without a game of the day. */
  readonly daily: Daily | null;
  readiness(): Readiness | Promise<Readiness>;
  /** Whether a page of this origin may change anything. */
  allowsOrigin(origin: string | undefined): boolean;
}

/** Whoever asks for a seat at a table, in the way that pages do it. */
const SEAT = /^\/api\/tables\/(\w{1,20})\/seat$/;

export interface App {
  /** For `requestsFor`: what requests and answers are made of. */
  readonly express: Express;
  /** Answers a request. */
  answer(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * The application: security headers, the API, health, pages. Nothing changes by GET; everything else must come from our
 * own page and be JSON.
 */
export function createApp(deps: AppDeps): App {
  const { config, log, pages, budgets } = deps;
  const sampler = new Sampler(log);
  const once = new Once(log);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  Object.assign(app.response, { json });
  const secure: RequestHandler = pages.isDevelopment ? (_, __, next) => next() : securityHeaders(config);
  app.use(secure);

  /** What comes before everything under `/api`. Rejects with what it is refused for. */
  const begin = async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const timer = setTimeout(() => {
      if (!response.headersSent) answerError(new RefusedError('unavailable'), request, response);
    }, ANSWER_MS);
    response.once('close', () => clearTimeout(timer));
    await budgets.requests.spend(deps.addressOf(request));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      if (!isOwnPage(request, deps)) {
        const { origin } = request.headers;
        const words = `a page of ${origin} was refused; if it is this server's own, set PUBLIC_URL or ALLOWED_ORIGINS`;
        if (origin !== undefined && URL.canParse(origin)) once.warn(origin, {}, words);
        throw new RefusedError('bad_origin');
      }
      request.body = await readJson(request, config.limits.requestBytes);
    }
  };
  app.use('/api', async (request, response, next) => {
    await begin(request, response);
    next();
  });
  const { operate } = deps;
  // While nobody can say, nobody is; a guest never is.
  const isOperator: ApiDeps['isOperator'] = async ({ person, hasAccount }) =>
    hasAccount && ((await operate?.isOperator(person.id).catch(() => false)) ?? false);
  const chatVisitor = async (request: Request): Promise<ChatVisitor> => {
    const visitor = await deps.sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    const { person, session, isNamed } = visitor;
    return { person, session, isNamed, isOperator: await isOperator(visitor) };
  };
  // One queue for all that cost a hash.
  const guess = guesses(deps);
  const parts = { ...deps, chatVisitor, isOperator, guess };
  const { router, seat } = api(parts);
  // First what people ask for who come: each that stands before it is looked at in vain.
  app.use('/api', router);
  if (deps.chat) app.use('/api/chat', chatApi({ ...parts, ...deps.chat }));
  app.use('/api/account', accountApi({ ...parts, ...deps.personalData, limits: config.limits }));
  if (operate) app.use('/api/operate', operateApi({ ...deps, operate }));
  app.use('/api', gamesApi(deps));
  if (deps.met) app.use('/api/met', metApi({ ...deps, met: deps.met }));
  if (deps.daily) app.use('/api/daily', dailyApi({ ...deps, daily: deps.daily }));
  app.use('/api', () => {
    throw new RefusedError('not_found');
  });
  app.use(health(() => deps.readiness()));
  app.use((request, _response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new RefusedError('bad_method');
    next();
  });
  if (operate && pages.operate) app.use('/operate', operatePage({ ...deps, operate }, pages.operate));
  app.use(pages.handler);
  app.use(() => {
    throw new RefusedError('not_found');
  });

  const answerError = (error: unknown, request: Request, response: Response): void => {
    if (response.writableEnded) return; // it took too long, and was answered meanwhile
    const refused = toRefusal(error, requestIdOf(response));
    deps.metrics.refusals.of('http', refused.code).add();
    if (refused.status === 408)
      sampler.debug('a request came too slowly', { path: loggablePath(request.url) });
    if (refused.status >= 500) {
      const requestId = requestIdOf(response);
      const fields = { requestId, method: request.method, path: loggablePath(request.url) };
      sampler.error('a request failed', { err: error, ...fields });
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (refused.retryAfterSeconds !== null) response.setHeader('Retry-After', refused.retryAfterSeconds);
    if (!request.complete) {
      // What was not read of the body shall not be read either.
      response.setHeader('Connection', 'close');
      response.once('finish', () => request.destroy());
    }
    response.status(refused.status).json(refused.body);
  };
  app.use(((error, request, response, _next) =>
    answerError(error, request, response)) as ErrorRequestHandler);

  /** To ask Express for the route would be as much work as all the rest of the answer. */
  const seatAt = async (request: Request, response: Response, code: string): Promise<void> => {
    try {
      secure(request, response, () => {});
      await begin(request, response);
      await seat(request, response, code);
    } catch (error) {
      answerError(error, request, response);
    }
  };
  return {
    express: app,
    answer(request, response) {
      const code = request.method === 'POST' ? SEAT.exec(request.url ?? '')?.[1] : undefined;
      // `requestsFor` made them what Express makes of all others.
      if (code === undefined) app(request, response);
      else void seatAt(request as Request, response as Response, code);
    },
  };
}

/** Other pages cannot forge these two headers; our own page always sends the first one. */
function isOwnPage(request: Request, { allowsOrigin }: AppDeps): boolean {
  const site = request.headers['sec-fetch-site'];
  return allowsOrigin(request.headers.origin) && (site === undefined || site === 'same-origin');
}

/** Errors of Express and its parts carry a status; only the class of it is told, and of others the id in the log. */
function toRefusal(error: unknown, requestId: string): RefusedError {
  if (error instanceof RefusedError) return error;
  if (error instanceof Unavailable) return new RefusedError('unavailable', { retryAfterSeconds: 1 });
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 404) return new RefusedError('not_found');
  if (typeof status === 'number' && status >= 400 && status < 500) return new RefusedError('bad_request');
  return new RefusedError('internal', { detail: requestId });
}
