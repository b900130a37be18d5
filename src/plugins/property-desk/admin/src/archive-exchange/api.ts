import * as React from 'react';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ActionResult, ArchiveFinding, ArchiveImportItem, Page } from '../../../contracts';
import { fileNameOf } from '../kernel/api';
import { backendUrl } from '../kernel/mediaLibrary';
import { PLUGIN_ID } from '../pluginId';

/** What an export takes with it. */
export interface Asked {
  community: string;
  building: string | null;
  plain: boolean;
  reason: string;
}

/** How much an export would be, and what it needs. */
export interface ExportScope {
  households: number;
  cap: number;
  needsApproval: boolean;
  plainAllowed: boolean;
}

/** The parts of an import's report. */
export const REPORT_PARTS = ['problems', 'changes', 'additions', 'leftOut'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** What a book is called in the picker of files. */
export const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const part = encodeURIComponent;

/** The calls of the archive's import and export. */
export function useArchiveApi() {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();
  // A token that was renewed makes no other client.
  const token = React.useRef<string | null>(null);
  token.current = useAuth('useArchiveApi', (auth) => auth.token);

  return React.useMemo(() => {
    const headers = { 'Accept-Language': locale };
    const base = `/${PLUGIN_ID}`;
    const read = async <T>(path: string, query: Record<string, string> = {}) =>
      (await get<T>(`${base}${path}`, { headers, params: new URLSearchParams(query).toString() })).data;
    const file = async (path: string, query: Record<string, string> = {}) => {
      const params = new URLSearchParams(query).toString();
      const answer = await get(`${base}${path}`, { headers, params, responseType: 'blob' });
      return { blob: answer.data as Blob, name: fileNameOf(answer.headers?.get('content-disposition') ?? null) };
    };

    return {
      template: () => file('/archive-imports/template'),
      upload: async (community: string, book: File) => {
        const form = new FormData();
        form.append('files', book, book.name);
        const path = `${base}/archive-imports?${new URLSearchParams({ community }).toString()}`;
        return (await post<ActionResult>(path, form, { headers })).data;
      },
      progress: async (id: string) =>
        (await read<{ data: ArchiveImportItem }>(`/archive-imports/${part(id)}/progress`)).data,
      report: (id: string, of: ReportPart, cursor: string | null) =>
        read<Page<ArchiveFinding>>(`/archive-imports/${part(id)}/report`, { part: of, ...(cursor && { cursor }) }),
      reportFile: (id: string, of: ReportPart) => file(`/archive-imports/${part(id)}/report/file`, { part: of }),
      scope: async (community: string, building: string | null) =>
        (await read<{ data: ExportScope }>('/archive-exports/scope', { community, ...(building && { building }) }))
          .data,
      /** The panel's own client reads an answer to a POST as JSON only; this one is a workbook. */
      take: async ({ community, building, plain, reason }: Asked) => {
        const answer = await fetch(`${backendUrl()}${base}/archive-exports`, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json', Authorization: `Bearer ${token.current ?? ''}` },
          body: JSON.stringify({ community, building, plain, reason }),
        });
        if (answer.ok)
          return { blob: await answer.blob(), name: fileNameOf(answer.headers.get('content-disposition')) };
        const data: unknown = await answer.json().catch(() => null);
        throw Object.assign(new Error(answer.statusText), { response: { data } });
      },
      exportFile: (id: string) => file(`/archive-exports/${part(id)}/file`),
    };
  }, [get, post, locale]);
}
