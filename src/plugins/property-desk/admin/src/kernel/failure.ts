import type { ConflictDetails } from '../../../contracts';
import type { Words } from './words';

/** What went wrong with a call, in the shape that screens can act on. */
export type Failure =
  /** Somebody else was faster: what they did is in `details`. */
  | { kind: 'conflict'; message: string; details: ConflictDetails }
  /** The input was refused; `fields` names the reason at each field. */
  | { kind: 'input'; message: string; fields: Record<string, string> }
  /** The call was given up because its screen has gone. */
  | { kind: 'aborted'; message: string }
  /** The server could not be reached. */
  | { kind: 'offline'; message: string }
  | { kind: 'other'; message: string; status?: number };

interface ErrorBody {
  status?: number;
  message?: string;
  details?: { errors?: { path?: string | (string | number)[]; message?: string }[] } & Partial<ConflictDetails>;
}

const bodyOf = (error: unknown): ErrorBody | undefined =>
  (error as { response?: { data?: { error?: ErrorBody } } } | null)?.response?.data?.error;

/** `input.parts.0.name` and `['input', 'parts', 0, 'name']` both become `parts.0.name`. */
const pathOf = (path: string | (string | number)[] | undefined): string => {
  const parts = Array.isArray(path) ? path.map(String) : (path ?? '').split('.');
  return (parts[0] === 'input' ? parts.slice(1) : parts).join('.');
};

/** What stands before the server says that it cannot reach it. */
const UNREACHED = new Set([502, 503, 504]);

const statusOf = (error: unknown): number | undefined =>
  bodyOf(error)?.status ?? (error as { status?: number } | null)?.status;

/** Reads an error that `useFetchClient` threw. */
export function readFailure(error: unknown): Failure {
  const body = bodyOf(error);
  const message = body?.message ?? (error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'aborted', message };
  // A proxy in front of the server answers with a page of its own, which is no JSON.
  if (error instanceof SyntaxError || error instanceof TypeError || UNREACHED.has(statusOf(error) ?? 0))
    return { kind: 'offline', message };
  if (body?.status === 409 && body.details?.state !== undefined) {
    return { kind: 'conflict', message, details: { since: [], ...body.details } as ConflictDetails };
  }
  if (body?.status === 400 && body.details?.errors) {
    const fields: Record<string, string> = {};
    for (const each of body.details.errors) {
      const path = pathOf(each.path);
      fields[path] = fields[path] ?? each.message ?? message;
    }
    return { kind: 'input', message, fields };
  }
  return { kind: 'other', message, ...(body?.status !== undefined && { status: body.status }) };
}

/** Why it went wrong, in words: the server's own, or ours where it could not be reached. */
export const whyOf = ({ kind, message }: Failure, t: Words['t']): string =>
  kind === 'offline' ? t('error.offline') : message;

/** The same where there are no fields to say it at: the reasons of all of them. */
export const whyOfAll = (failure: Failure, t: Words['t']): string =>
  failure.kind === 'input' ? Object.values(failure.fields).join(t('form.comma')) : whyOf(failure, t);
