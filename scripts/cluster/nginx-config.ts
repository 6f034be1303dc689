/** A process behind the proxy. */
export interface Upstream {
  /** Its `PROCESS_NAME`: what the path of a socket to it begins with. */
  readonly name: string;
  /** On this machine. */
  readonly port: number;
}

export interface NginxSettings {
  /** Where people come in. */
  readonly host: string;
  readonly port: number;
  readonly processes: readonly Upstream[];
  /** Where nginx keeps what it needs while it runs. */
  readonly folder: string;
  /** A file in which each request gets a line, or null. */
  readonly accessLog: string | null;
  /** False for a balancer that knows no paths: a socket goes to any process. */
  readonly mapsSockets: boolean;
}

/** What nginx itself keeps in files; it runs without the rights to its usual places. */
const KINDS = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/**
 * The configuration of the proxy in front of several processes. An HTTP request goes to any of them; one that is dead or
 * silent is passed over, where asking a second time does no harm. A socket goes to the process that its path names.
 */
export function nginxConfig(settings: NginxSettings): string {
  const { host, port, processes, folder, accessLog, mapsSockets } = settings;
  const named = mapsSockets ? processes : [];
  const place = ({ port }: Upstream) => `127.0.0.1:${port}`;
  return `daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 16384; }
http {
${KINDS.map((kind) => `  ${kind}_temp_path ${folder}/${kind};`).join('\n')}
  server_tokens off;
  # Without the query: the ticket of a socket is in it.
  log_format plain '$time_iso8601 $request_method $uri $status $request_time $upstream_addr $upstream_status';
  access_log ${accessLog === null ? 'off' : `${accessLog} plain`};

  upstream any {
    zone any 64k;
    random two least_conn;
${processes.map((each) => `    server ${place(each)} max_fails=0;`).join('\n')}
    keepalive 64;
    # Shorter than what a process allows.
    keepalive_timeout 10s;
  }
  # The path of a socket begins with the name of the process that has its room.
  map $uri $process {
    default any;
${named.map((each) => `    ~^/${each.name}/ ${place(each)};`).join('\n')}
  }

  # What others say about where a request came from is not believed.
  proxy_set_header Host $http_host;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Real-IP "";
  proxy_set_header X-Forwarded-Host "";
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header Forwarded "";
  proxy_set_header Connection "";
  proxy_http_version 1.1;
  proxy_max_temp_file_size 0;
  proxy_connect_timeout 1s;
  # A process that says nothing for so long is passed over.
  proxy_read_timeout 2500ms;
  # GET alone is asked for a second time, and what never reached the first process. None is left out for a while: one
  # that is dead costs nothing, and who makes a process fail cannot keep others away from it.
  proxy_next_upstream error timeout http_503;
  proxy_next_upstream_tries 2;
  client_max_body_size 64k;
  client_body_buffer_size 64k;
  client_header_timeout 5s;
  client_body_timeout 10s;
  send_timeout 30s;
  keepalive_timeout 15s;

  server {
    listen ${host.includes(':') ? `[${host}]` : host}:${port};
    location / {
      error_page 418 = @socket;
      if ($http_upgrade ~* ^websocket$) { return 418; }
      proxy_pass http://any;
    }
    # A seat may be asked for twice. The other process may have what this one cannot reach.
    location ~ ^/api/(?:tables|chat)/[^/]+/seat$ {
      proxy_next_upstream error timeout http_503 non_idempotent;
      proxy_pass http://any;
    }
    # A stream that says something each 20 seconds.
    location = /api/tables/live {
      proxy_buffering off;
      proxy_read_timeout 60s;
      proxy_pass http://any;
    }
    # Passwords and downloads wait for their turn.
    location /api/account {
      proxy_read_timeout 60s;
      proxy_next_upstream error;
      proxy_pass http://any;
    }
    location @socket {
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection upgrade;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Real-IP "";
      proxy_set_header X-Forwarded-Host "";
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Forwarded "";
      proxy_buffering off;
      proxy_read_timeout 60s;
      proxy_next_upstream off;
      proxy_pass http://$process;
    }
  }
}
`;
}
