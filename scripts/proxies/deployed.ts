import { caddyfile } from './caddy.ts';
import { haproxyConfig } from './haproxy.ts';
import { type NginxSettings, nginxConfig, nginxSite } from './nginx.ts';
import type { ProxySettings } from './settings.ts';

/** What stands in the files for the name that people type. */
export const NAME = 'play.example';
const PORT = 2567;
/** Where processes are when each has a machine. */
const MACHINES = ['10.0.0.11', '10.0.0.12', '10.0.0.13'];
/** Where they are in the network of `deploy/compose.yaml`. */
const CONTAINERS = ['172.30.67.11', '172.30.67.12', '172.30.67.13'];

const upstreams = (hosts: readonly string[]) =>
  hosts.map((host, index) => ({ name: `p${index + 1}`, address: `${host}:${PORT}` }));

const tls = (folder: string, certificate = 'fullchain.pem') => ({
  name: NAME,
  certificate: `${folder}/${certificate}`,
  key: `${folder}/privkey.pem`,
});

const everywhere = (changes: Partial<NginxSettings>): NginxSettings => ({
  host: '*',
  port: 443,
  tls: null,
  processes: upstreams(MACHINES),
  trusted: [],
  accessLog: null,
  ...changes,
});

const LETSENCRYPT = `/etc/letsencrypt/live/${NAME}`;

/** In Kubernetes pods come and go, and the name of each is the name of its process. */
const kubernetes = everywhere({
  host: '0.0.0.0',
  port: 8080,
  // Twice the same service: what one pod cannot do is asked for once more, and may come to another one.
  processes: [1, 2].map((n) => ({ name: `any${n}`, address: 'color-clues:2567' })),
  mapsSockets: false,
  named: {
    name: '(?<pod>color-clues-[0-9]+)',
    address: `$pod.color-clues-pods.color-clues.svc.cluster.local:${PORT}`,
    resolver: 'kube-dns.kube-system.svc.cluster.local',
  },
  // Where the ingress controller speaks from.
  trusted: ['10.0.0.0/8'],
  accessLog: '/dev/stdout',
});

const MADE = '# Made by `npm run build:deploy` from scripts/proxies: change that, or a copy of this file.';
const TRIED = 'by test/processes/proxies.test.ts; with a certificate by hand.';

/** A file, with what has to be said first. */
const file = (says: readonly string[], text: string): string =>
  `${[MADE, ...says].map((line) => (line.startsWith('#') ? line : `# ${line}`)).join('\n')}\n\n${text}`;

const onMachines = (accessLog: string): ProxySettings => everywhere({ accessLog });

/** Every configuration in `deploy` that is made, by its path. */
export const DEPLOYED: Readonly<Record<string, string>> = {
  'deploy/nginx/color-clues.conf': file(
    [
      `For /etc/nginx/conf.d: three processes on machines of their own, behind ${NAME}.`,
      `Tried with nginx 1.22 (Debian 12) ${TRIED}`,
    ],
    nginxSite(everywhere({ tls: tls(LETSENCRYPT), accessLog: '/var/log/nginx/color-clues.log' })),
  ),
  'deploy/nginx/compose.conf': file(
    [
      `The whole configuration of the nginx in deploy/compose.yaml, behind ${NAME}.`,
      `Tried with nginx 1.22 (Debian 12) ${TRIED}`,
      'UNTRIED: in a container.',
    ],
    nginxConfig(
      everywhere({
        host: '0.0.0.0',
        tls: tls('/etc/nginx/tls'),
        processes: upstreams(CONTAINERS),
        accessLog: '/dev/stdout',
      }),
      '/tmp',
    ),
  ),
  'deploy/kubernetes/nginx.conf': file(
    [
      'The nginx of deploy/kubernetes: it finds the pod of a socket by the name in its path.',
      'Tried with nginx 1.22 (Debian 12) by test/processes/proxies.test.ts, with ports for pods.',
      'UNTRIED: in a cluster, the resolver among it.',
    ],
    nginxConfig(kubernetes, '/tmp'),
  ),
  'deploy/haproxy/haproxy.cfg': file(
    [
      `The whole configuration of HAProxy for three processes on machines of their own, behind ${NAME}.`,
      'The certificate and its key, one after the other, are in /etc/haproxy/color-clues.pem.',
      `Tried with HAProxy 2.6 (Debian 12) ${TRIED}`,
    ],
    haproxyConfig({ ...onMachines('/dev/log'), tls: tls('/etc/haproxy', 'color-clues.pem') }),
  ),
  'deploy/caddy/Caddyfile': file(
    [
      `For /etc/caddy: three processes on machines of their own, behind ${NAME}. Caddy gets the certificate by itself.`,
      `Tried with Caddy 2.6 (Debian 12) ${TRIED}`,
    ],
    caddyfile({ ...onMachines('/var/log/caddy/color-clues.log'), tls: tls('') }),
  ),
  'deploy/caddy/one-machine.Caddyfile': file(
    [
      `For /etc/caddy/Caddyfile: one process on this machine, behind ${NAME}. Caddy gets the certificate by itself.`,
      `Tried with Caddy 2.6 (Debian 12) ${TRIED}`,
    ],
    caddyfile({
      ...onMachines('/var/log/caddy/color-clues.log'),
      processes: [{ name: 'p1', address: `127.0.0.1:${PORT}` }],
      tls: tls(''),
    }),
  ),
};
