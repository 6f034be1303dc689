import { FORGED, PATHS, PROXY, type ProxySettings } from './settings.ts';

/**
 * The same for HAProxy 2.6 or newer, as a whole configuration. One that is dead, silent or not ready is passed over
 * where asking a second time does no harm.
 */
export function haproxyConfig(settings: ProxySettings): string {
  const { host, port, tls, processes, trusted, accessLog, answer = PROXY.answer } = settings;
  const bind = (at: number) => (host === '*' ? `:::${at} v4v6` : `${host}:${at}`);
  const servers = processes.map(({ name, address }) => `  server ${name} ${address} check`).join('\n');
  const backend = (name: string, ...lines: string[]) => `
backend ${name}
  balance leastconn
${lines.map((line) => `  ${line}\n`).join('')}${servers}
`;
  const plain = `
frontend plain
  bind ${bind(80)}
  http-request redirect scheme https code 301
`;
  return `global
  log ${accessLog ?? '/dev/log'} ${accessLog === 'stdout' ? 'format raw ' : ''}local0
  # Browsers bring sockets over HTTP/1.1.
  h2-workaround-bogus-websocket-clients

defaults
  mode http
  log global
  # Without the query: the ticket of a socket is in it. Nothing that went wrong adds another line.
  log-format "%HM %HPO %ST %TR/%Ta %s"
  option dontlognull
  timeout connect ${PROXY.connect}s
  timeout server ${answer * 1_000}ms
  timeout client 30s
  timeout client-fin ${PROXY.headers}s
  timeout http-request ${PROXY.body}s
  timeout http-keep-alive ${PROXY.keepPeople}s
  timeout queue ${PROXY.connect}s
  # An open socket, longer than anybody is silent.
  timeout tunnel ${PROXY.socket}s
  # Asked for a second time at another process: what never reached the first one, and see "retried" below.
  retries 2
  option redispatch 1
  default-server inter 1s fall 2 rise 1 pool-purge-delay ${PROXY.keepUpstream / 2}s
  # Whether it answers at all. One that is not ready still answers what it can; were all of them late at once, to leave
  # out those that say so would leave nobody.
  option httpchk
  http-check send meth GET uri /live ver HTTP/1.1 hdr Host ${tls?.name ?? `${host}:${port}`}
${tls ? plain : ''}
frontend people
  bind ${bind(port)}${tls ? ` ssl crt ${tls.certificate} ssl-min-ver TLSv1.2 alpn h2,http/1.1` : ''}
${trusted.map((range) => `  http-request set-src req.hdr_ip(x-forwarded-for,-1) if { src ${range} }\n`).join('')}  # What others say about where a request came from is not believed.
${FORGED.map((name) => `  http-request del-header ${name}`).join('\n')}
  http-request set-header X-Forwarded-For %[src]
  http-request set-header X-Forwarded-Proto ${tls ? 'https' : 'http'}
  http-request deny deny_status 413 if { req.hdr_val(content-length) gt ${PROXY.bodyBytes} }
  # The path of a socket begins with the name of the process that has its room.
  acl socket req.hdr(upgrade) -i websocket
${processes.map(({ name }) => `  use_backend socket-${name} if socket { path_beg /${name}/ }`).join('\n')}
  use_backend patient if { path ${PATHS.live} } || { path_beg ${PATHS.account} }
  use_backend retried if METH_GET !socket || { path_reg ${PATHS.seat} }
  default_backend any
${backend('any')}
# Asked again when a process cannot do it now, or says nothing.
${backend('retried', 'retry-on conn-failure empty-response response-timeout 503').trimStart()}
# Passwords, downloads and the stream of tables wait.
${backend('patient', `timeout server ${PROXY.patient}s`).trimStart()}${processes
  .map(({ name, address }) => `\nbackend socket-${name}\n  server ${name} ${address}\n`)
  .join('')}`;
}
