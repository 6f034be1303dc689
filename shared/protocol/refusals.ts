import { type Catalogue, durationOf } from '../core/refusals.ts';

/** Why the platform refuses: the server, the network and the store, whatever they are asked for. */
export const PLATFORM_REFUSALS = {
  beside: {
    bad_message: 'The server did not understand that. Reload the page.',
    unknown_command: 'There is no such thing to do here.',
    rate_limited: (seconds) => `That was a lot at once. Try again in ${durationOf(seconds)}.`,
    busy: 'A lot is going on here. Try again in a moment.',
    unavailable: 'The server is not ready. Try again in a moment.',
    /** `detail` is the id under which the log has it. */
    internal: (id) =>
      `Something broke on our side. Try again.${id === undefined ? '' : ` Whoever runs this server finds it as ${id}.`}`,
    offline: 'No connection. Check your network and try again.',
    no_cookies: 'This browser keeps no cookie for this site. Allow it, then reload the page.',
    no_session: 'Your visit has expired. Reload the page.',
    not_found: 'Nothing was found there.',
    bad_request: 'The server could not read that. Reload the page.',
    bad_origin: 'That came from another page.',
    bad_method: 'That cannot be done here.',
    bad_type: 'The server only reads JSON.',
    too_large: 'That is too long.',
    too_slow: 'That took too long to arrive. Try again.',
  },
  page: {
    /** `detail` is a sentence for whoever came under that name. */
    bad_host: (words) => words ?? 'This server is not known under that name.',
    gone: 'This is closed.',
    outdated: 'There is a newer version. Reload the page.',
  },
  nowhere: {
    moved: 'This is moving to another server. One moment.',
    no_change: 'That is already so.',
  },
} as const satisfies Catalogue;
