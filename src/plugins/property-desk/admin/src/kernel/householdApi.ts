import * as React from 'react';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { CaseFileItem, FileForms, FilePart, HouseholdCard, HouseholdFile, Transfer } from '../../../contracts';
import { PLUGIN_ID } from '../pluginId';
import { fileNameOf } from './api';
import { backendUrl } from './mediaLibrary';

type Input = Record<string, unknown>;

const part = encodeURIComponent;

/** The calls of the household's file; answers come in the person's language. */
export function useHouseholdApi() {
  const { get, post, put, del } = useFetchClient();
  const { locale } = useIntl();
  // A token that was renewed makes no other client.
  const token = React.useRef<string | null>(null);
  token.current = useAuth('useHouseholdApi', (auth) => auth.token);

  return React.useMemo(() => {
    const headers = { 'Accept-Language': locale };
    const base = `/${PLUGIN_ID}/households`;
    const record = (id: string, name: FilePart, documentId: string) =>
      `${base}/${part(id)}/parts/${name}/${part(documentId)}`;
    const scans = (id: string, paper: string) => `${base}/${part(id)}/papers/${part(paper)}/scans`;
    return {
      file: async (id: string) => (await get<{ data: HouseholdFile }>(`${base}/${part(id)}`, { headers })).data.data,
      card: async (id: string) =>
        (await get<{ data: HouseholdCard }>(`${base}/${part(id)}/card`, { headers })).data.data,
      forms: async () => (await get<{ data: FileForms }>(`${base}/forms`, { headers })).data.data,
      change: (id: string, input: Input, updatedAt: string) =>
        put(`${base}/${part(id)}`, { input, updatedAt }, { headers }),
      addPart: (id: string, name: FilePart, input: Input) =>
        post(`${base}/${part(id)}/parts/${name}`, { input }, { headers }),
      changePart: (id: string, name: FilePart, documentId: string, input: Input, updatedAt: string) =>
        put(record(id, name, documentId), { input, updatedAt }, { headers }),
      removePart: (id: string, name: FilePart, documentId: string) => del(record(id, name, documentId), { headers }),
      transfer: (id: string, body: Transfer) => post(`${base}/${part(id)}/transfer`, body, { headers }),
      addScans: (id: string, paper: string, files: File[]) => {
        const form = new FormData();
        for (const file of files) form.append('files', file, file.name);
        return post(scans(id, paper), form, { headers });
      },
      removeScan: (id: string, paper: string, scan: string, reason: string) =>
        post(`${scans(id, paper)}/${part(scan)}/remove`, { reason }, { headers }),
      scan: async (id: string, paper: string, { documentId }: CaseFileItem): Promise<Blob> =>
        (await get<Blob>(`${scans(id, paper)}/${part(documentId)}`, { headers, responseType: 'blob' })).data,
      /** The panel's own client reads an answer to a POST as JSON only; this one is a Word file. */
      print: async (id: string, body: { reason?: string }): Promise<{ blob: Blob; name: string | null }> => {
        const answer = await fetch(`${backendUrl()}${base}/${part(id)}/print`, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json', Authorization: `Bearer ${token.current ?? ''}` },
          body: JSON.stringify(body),
        });
        if (answer.ok)
          return { blob: await answer.blob(), name: fileNameOf(answer.headers.get('content-disposition')) };
        const data: unknown = await answer.json().catch(() => null);
        throw Object.assign(new Error(answer.statusText), { response: { data } });
      },
    };
  }, [get, post, put, del, locale]);
}

/** The calls that {@link useHouseholdApi} gives. */
export type HouseholdApi = ReturnType<typeof useHouseholdApi>;
