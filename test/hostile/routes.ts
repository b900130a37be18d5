import type { Core } from '@strapi/strapi';
import type { Client } from '@harness';

/** One route of the plugin as the router knows it. */
export interface PluginRoute {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With its parameters: `/property-desk/tickets/:documentId`. */
  path: string;
  /** Whether it belongs to the content API. */
  front: boolean;
  params: string[];
}

/** Every route of the plugin, read off the running server: a new one is covered by itself. */
export const pluginRoutes = (strapi: Core.Strapi): PluginRoute[] =>
  (strapi.server.listRoutes() as unknown as { methods: string[]; path: string }[])
    .filter(({ path }) => /^(\/api)?\/property-desk(\/|$)/.test(path))
    .flatMap(({ methods, path }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({
          method: method.toLowerCase() as PluginRoute['method'],
          path,
          front: path.startsWith('/api/'),
          params: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name),
        }))
    );

/** The route's address with its parameters filled in, as they are: encode what must be encoded. */
export const addressOf = (route: PluginRoute, values: Record<string, string>): string =>
  route.path.replace(/:(\w+)/g, (_whole, name: string) => values[name] ?? 'unknown');

/** How a request may be answered, with what is needed to say which one was not. */
export interface Answer {
  status: number;
  body: { error?: { status: number; name: string; message: string; details?: { errors?: { path: string[] }[] } } };
  text: string;
}

/** Sends a request with a body exactly as it is written. */
export const sendRaw = async (
  client: Client,
  route: PluginRoute,
  address: string,
  body?: string | Buffer,
  type = 'application/json'
): Promise<Answer> => {
  const request = client[route.method](address).set('Accept-Language', 'en');
  return (body === undefined ? await request : await request.set('Content-Type', type).send(body)) as Answer;
};

/** The fields that a refusal names, first steps of their paths. */
export const namedFields = ({ body }: Answer): string[] =>
  (body?.error?.details?.errors ?? []).map(({ path }) => path.join('.'));
