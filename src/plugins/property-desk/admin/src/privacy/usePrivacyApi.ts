import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ConsentStatementItem, ResidentConsents } from '../../../contracts';
import { PLUGIN_ID } from '../pluginId';

const BASE = `/${PLUGIN_ID}`;
const part = encodeURIComponent;

/** The calls about residents' rights over their own data. */
export function usePrivacyApi() {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();

  return React.useMemo(() => {
    const headers = { 'Accept-Language': locale };
    const consents = (resident: string) => `${BASE}/residents/${part(resident)}/consents`;
    return {
      consents: async (resident: string) =>
        (await get<{ data: ResidentConsents }>(consents(resident), { headers })).data.data,
      give: async (resident: string, body: { purpose: string; way: string }) =>
        (await post<{ data: ResidentConsents }>(consents(resident), body, { headers })).data.data,
      takeBack: async (resident: string, body: { purpose: string; way: string }) =>
        (await post<{ data: ResidentConsents }>(`${consents(resident)}/withdraw`, body, { headers })).data.data,
      statements: async (community: string) =>
        (
          await get<{ data: ConsentStatementItem[] }>(`${BASE}/consent-statements`, {
            headers,
            params: new URLSearchParams({ community }).toString(),
          })
        ).data.data,
      grounds: async (request: string) =>
        (await get<{ data: string[] }>(`${BASE}/data-requests/${part(request)}/grounds`, { headers })).data.data,
      copy: async (request: string, form: 'docx' | 'json'): Promise<Blob> =>
        (
          await get(`${BASE}/data-requests/${part(request)}/copy${form === 'json' ? '/json' : ''}`, {
            headers,
            responseType: 'blob',
          })
        ).data as Blob,
    };
  }, [get, post, locale]);
}
