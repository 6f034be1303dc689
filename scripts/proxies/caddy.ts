import { FORGED, PATHS, PROXY, type ProxySettings } from './settings.ts';

/**
 * The same for Caddy 2.6 or newer, which gets its certificate by itself. With one process nothing is mapped: everything
 * goes there.
 */
export function caddyfile(settings: ProxySettings): string {
  const { processes, trusted, answer = PROXY.answer } = settings;
  const all = processes.map(({ address }) => address).join(' ');
  const isAlone = processes.length === 1;
  const sockets = processes
    .map(
      ({ name, address }) => `
	@${name} {
		path /${name}/*
		header Upgrade websocket
	}
	handle @${name} {
		reverse_proxy ${address} {
			import forwarded
		}
	}`,
    )
    .join('');
  return `{
	servers {
		timeouts {
			read_header ${PROXY.headers}s
			read_body ${PROXY.body}s
			idle ${PROXY.keepPeople}s
		}
		max_header_size 16KB
	}${global(settings)}
}

# What others say about where a request came from is not believed; Caddy itself sees to X-Forwarded-For.
(forwarded) {
${FORGED.map((name) => `	header_up -${name}`).join('\n')}${trusted.length > 0 ? `\n	trusted_proxies ${trusted.join(' ')}` : ''}
}
${
  isAlone
    ? ''
    : `
# A process that is dead is passed over: what never reached it goes to another one. It is asked whether it answers at all,
# not whether it is ready: were all of them late at once, nobody would be left.
(any) {
	lb_policy least_conn
	lb_try_duration 2s
	lb_try_interval 50ms
	health_uri /live
	health_interval 1s
	health_timeout 1s
	health_headers {
		Host ${hostOf(settings)}
	}
}
`
}
${siteOf(settings)} {
	log {
		output ${outputOf(settings)}
		# Without the query and the headers: the ticket of a socket and the cookie are there.
		format filter {
			wrap json
			fields {
				request>uri regexp \\?.*$ ""
				request>headers delete
				resp_headers delete
			}
		}
	}
	# A body that is announced as too long, and one that turns out to be.
	@long expression {header.Content-Length} != "" && int({header.Content-Length}) > ${PROXY.bodyBytes}
	handle @long {
		respond 413 {
			close
		}
	}
	request_body {
		max_size ${PROXY.bodyBytes}
	}
${
  isAlone
    ? ''
    : `	# The path of a socket begins with the name of the process that has its room.${sockets}
`
}	@patient path ${PATHS.live} ${PATHS.account} ${PATHS.account}/*
	handle @patient {
		reverse_proxy ${all} {
			import forwarded${isAlone ? '' : '\n			import any'}
			flush_interval -1
		}
	}
	handle {
		reverse_proxy ${all} {
			import forwarded${isAlone ? '' : '\n			import any'}
			transport http {
				dial_timeout ${PROXY.connect}s
				response_header_timeout ${answer * 1_000}ms
				keepalive ${PROXY.keepUpstream}s
			}
		}
	}
}
`;
}

const hostOf = ({ tls, host, port }: ProxySettings): string => tls?.name ?? `${host}:${port}`;
const siteOf = ({ tls, host, port }: ProxySettings): string => tls?.name ?? `http://${host}:${port}`;
const outputOf = ({ accessLog }: ProxySettings): string =>
  accessLog === null ? 'discard' : accessLog === 'stdout' ? 'stdout' : `file ${accessLog}`;
/** Without a certificate there is nothing to look after, and nobody to tell. */
const global = ({ tls }: ProxySettings): string => (tls ? '' : '\n	admin off\n	auto_https off');
