import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { putLines } from './requests-for.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const DENIED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * Headers of every answer. Scripts come from here and from nowhere else; inline styles are allowed because Phaser sets
 * them, `blob:` because it loads pictures that way.
 */
export function securityHeaders(config: Config): RequestHandler {
  const headers = headersOf(config);
  const text = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return (_request, response, next) => {
    if (!putLines(response, text)) for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** Always the same, so Helmet is asked once and not for every answer: it asks a dozen functions one after the other. */
function headersOf(config: Config): [name: string, value: string][] {
  const sockets = config.isSecure && config.publicUrl ? config.publicUrl.replace(/^https/, 'wss') : 'ws:';
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", sockets],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.isSecure ? { maxAge: YEAR_SECONDS } : false,
    xFrameOptions: { action: 'deny' },
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  write(request, response, (error) => {
    if (error) throw error;
  });
  response.setHeader('Permissions-Policy', DENIED.map((feature) => `${feature}=()`).join(', '));
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}
