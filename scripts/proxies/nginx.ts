import { FORGED, PATHS, PROXY, type ProxySettings } from './settings.ts';

/** Processes that come and go, whose addresses follow from their names. */
export interface NamedUpstreams {
  /** A regular expression for the name, with named groups. */
  readonly name: string;
  /** Where such a process is, made of the groups: `$pod.color-clues.svc:2567`. */
  readonly address: string;
  /** Whom nginx asks for the addresses of names; null when they are no names. */
  readonly resolver: string | null;
}

export interface NginxSettings extends ProxySettings {
  /** False for a balancer that knows no paths: a socket goes to any process. Else true. */
  readonly mapsSockets?: boolean;
  /** How sockets find processes that are not in the list. */
  readonly named?: NamedUpstreams;
}

/** What nginx itself keeps in files; it runs without the rights to its usual places. */
const KINDS = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
const ACME_FOLDER = '/var/lib/acme';

const ms = (seconds: number): string => `${seconds * 1_000}ms`;
const listen = (host: string, port: number, how = ''): string =>
  (host === '*' ? ['0.0.0.0', '[::]'] : [host.includes(':') ? `[${host}]` : host])
    .map((each) => `listen ${each}:${port}${how};`)
    .join(' ');

/** A whole configuration, for an nginx of its own that keeps what it needs in a folder. */
export function nginxConfig(settings: NginxSettings, folder: string): string {
  return `daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 16384; }
http {
${KINDS.map((kind) => `  ${kind}_temp_path ${folder}/${kind};`).join('\n')}
${nginxSite(settings).replace(/^(?=.)/gm, '  ')}}
`;
}

/**
 * What belongs into `http`. An HTTP request goes to any process; one that is dead or silent is passed over, where asking
 * a second time does no harm. A socket goes to the process that its path names.
 */
export function nginxSite(settings: NginxSettings): string {
  const { processes, mapsSockets = true, named, tls } = settings;
  const places = [
    ...(mapsSockets ? processes : []).map(({ name, address }) => `~^/${name}/ ${address};`),
    ...(named ? [`~^/${named.name}/ ${named.address};`] : []),
  ];
  return `# Without the query: the ticket of a socket is in it.
log_format color_clues '$time_iso8601 $request_method $uri $status $request_time $upstream_addr $upstream_status';

upstream any {
  zone any 64k;
  random two least_conn;
${processes.map(({ address }) => `  server ${address} max_fails=0;`).join('\n')}
  keepalive 64;
  keepalive_timeout ${PROXY.keepUpstream}s;
}
# The path of a socket begins with the name of the process that has its room.
map $uri $process {
  default any;
${places.map((place) => `  ${place}`).join('\n')}
}
${tls ? plainSite(settings) : ''}
${mainSite(settings)}`;
}

/** Sends people on from http to https. */
const plainSite = ({ host, tls }: NginxSettings): string => `
server {
  ${listen(host, 80)}
  server_name ${tls!.name};
  server_tokens off;
  access_log off;
  location ${PATHS.challenge} { root ${ACME_FOLDER}; }
  location / { return 301 https://${tls!.name}$request_uri; }
}
`;

function mainSite(settings: NginxSettings): string {
  const { host, port, tls, trusted, named, accessLog, answer = PROXY.answer } = settings;
  const lines = (texts: readonly string[]) => texts.map((text) => `\n  ${text};`).join('');
  const secure = tls
    ? [
        `server_name ${tls.name}`,
        `ssl_certificate ${tls.certificate}`,
        `ssl_certificate_key ${tls.key}`,
        'ssl_protocols TLSv1.2 TLSv1.3',
        'ssl_session_cache shared:color_clues:1m',
      ]
    : [];
  const real =
    trusted.length === 0
      ? []
      : [
          ...trusted.map((range) => `set_real_ip_from ${range}`),
          'real_ip_header X-Forwarded-For',
          'real_ip_recursive on',
        ];
  const resolver = named?.resolver ? [`resolver ${named.resolver} valid=5s`] : [];
  // A location that sets one header inherits none.
  const headers = (indent: string) =>
    [
      'Host $http_host',
      'X-Forwarded-For $remote_addr',
      'X-Forwarded-Proto $scheme',
      ...FORGED.map((name) => `${name} ""`),
    ]
      .map((header) => `${indent}proxy_set_header ${header};`)
      .join('\n');
  return `server {
  ${listen(host, port, tls ? ' ssl' : '')}${lines([...secure, ...real, ...resolver])}
  server_tokens off;
  access_log ${accessLog === null ? 'off' : `${accessLog} color_clues`};

  # What others say about where a request came from is not believed.
${headers('  ')}
  proxy_set_header Connection "";
  proxy_http_version 1.1;
  proxy_max_temp_file_size 0;
  proxy_connect_timeout ${ms(PROXY.connect)};
  # A process that says nothing for so long is passed over.
  proxy_read_timeout ${ms(answer)};
  # GET alone is asked for a second time, and what never reached the first process. None is left out for a while: one
  # that is dead costs nothing, and who makes a process fail cannot keep others away from it.
  proxy_next_upstream error timeout http_503;
  proxy_next_upstream_tries 2;
  client_max_body_size ${PROXY.bodyBytes};
  client_body_buffer_size ${PROXY.bodyBytes};
  client_header_timeout ${PROXY.headers}s;
  client_body_timeout ${PROXY.body}s;
  send_timeout 30s;
  keepalive_timeout ${PROXY.keepPeople}s;

  location / {
    error_page 418 = @socket;
    if ($http_upgrade ~* ^websocket$) { return 418; }
    proxy_pass http://any;
  }
  # A seat may be asked for twice. The other process may have what this one cannot reach.
  location ~ ${PATHS.seat} {
    proxy_next_upstream error timeout http_503 non_idempotent;
    proxy_pass http://any;
  }
  # A stream that says something each 20 seconds.
  location = ${PATHS.live} {
    proxy_buffering off;
    proxy_read_timeout ${PROXY.patient}s;
    proxy_pass http://any;
  }
  # Passwords and downloads wait for their turn.
  location ${PATHS.account} {
    proxy_read_timeout ${PROXY.patient}s;
    proxy_next_upstream error;
    proxy_pass http://any;
  }
  location @socket {
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection upgrade;
${headers('    ')}
    proxy_buffering off;
    # Longer than anybody is silent.
    proxy_read_timeout ${PROXY.socket}s;
    proxy_next_upstream off;
    proxy_pass http://$process;
  }
}
`;
}
