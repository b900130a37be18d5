import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type {
  BuildingsAdded,
  CategorySetting,
  CategoryType,
  ChannelSetting,
  ChannelTried,
  CommunitySetting,
  FirstSteps,
  Page,
  PostSetting,
  Ref,
  SettingChange,
  SettingForms,
  SettingsOverview,
  StaffKept,
  StaffSetting,
  TemplateSetting,
} from '../../../contracts';
import { PLUGIN_ID } from '../pluginId';

type Input = Record<string, unknown>;
type Kept = { documentId: string };

const part = encodeURIComponent;

/** Logins that nobody on the staff has yet, and what Strapi lets the person do about logins. */
export interface Accounts {
  accounts: Ref[];
  mayChoose: boolean;
  mayInvite: boolean;
}

/** The calls of the settings; answers come in the person's language. */
export function useSettingsApi() {
  const { get, post, put, del } = useFetchClient();
  const { locale } = useIntl();

  return React.useMemo(() => {
    const headers = { 'Accept-Language': locale };
    const base = `/${PLUGIN_ID}/settings`;
    const templates = `/${PLUGIN_ID}/notices/templates`;
    const read = async <T>(path: string): Promise<T> =>
      (await get<{ data: T }>(`${base}${path}`, { headers })).data.data;
    const add = async <T = Kept>(path: string, body: unknown): Promise<T> =>
      (await post<{ data: T }>(`${base}${path}`, body, { headers })).data.data;
    const change = (path: string, input: Input, updatedAt?: string) =>
      put(`${base}${path}`, updatedAt ? { input, updatedAt } : { input }, { headers });
    const remove = (path: string) => del(`${base}${path}`, { headers });
    return {
      overview: () => read<SettingsOverview>('/overview'),
      firstSteps: () => read<FirstSteps>('/first-steps'),
      changes: async (cursor: string | null): Promise<Page<SettingChange>> =>
        (
          await get<Page<SettingChange>>(`${base}/changes`, {
            headers,
            params: new URLSearchParams(cursor ? { cursor } : {}).toString(),
          })
        ).data,
      forms: () => read<SettingForms>('/forms'),
      communities: () => read<CommunitySetting[]>('/communities'),
      addCommunity: (input: Input) => add('/communities', { input }),
      changeCommunity: (id: string, input: Input, at: string) => change(`/communities/${part(id)}`, input, at),
      addBuildings: (id: string, input: Input) => add<BuildingsAdded>(`/communities/${part(id)}/buildings`, { input }),
      changeBuilding: (id: string, input: Input, at: string) => change(`/buildings/${part(id)}`, input, at),
      removeBuilding: (id: string) => remove(`/buildings/${part(id)}`),
      keepRobot: (id: string, input: Input) => change(`/communities/${part(id)}/robot`, input),
      posts: () => read<PostSetting[]>('/posts'),
      addPost: (input: Input) => add('/posts', { input }),
      changePost: (id: string, input: Input, at: string) => change(`/posts/${part(id)}`, input, at),
      removePost: (id: string) => remove(`/posts/${part(id)}`),
      staff: () => read<StaffSetting[]>('/staff'),
      addStaff: (input: Input) => add<StaffKept>('/staff', { input }),
      changeStaff: (id: string, input: Input, at: string) => change(`/staff/${part(id)}`, input, at),
      accounts: () => read<Accounts>('/accounts'),
      categories: (type: CategoryType) => read<CategorySetting[]>(`/categories/${type}`),
      addCategory: (type: CategoryType, input: Input) => add(`/categories/${type}`, { input }),
      changeCategory: (type: CategoryType, id: string, input: Input, at: string) =>
        change(`/categories/${type}/${part(id)}`, input, at),
      orderCategories: (type: CategoryType, order: string[]) => add(`/categories/${type}/order`, { order }),
      removeCategory: (type: CategoryType, id: string) => remove(`/categories/${type}/${part(id)}`),
      channels: () => read<ChannelSetting[]>('/channels'),
      tryChannel: (channel: string, body: Input) => add<ChannelTried>(`/channels/${channel}/test`, body),
      templates: async () => (await get<{ data: TemplateSetting[] }>(`${templates}/all`, { headers })).data.data,
      addTemplate: (input: Input) => post(templates, { input }, { headers }),
      changeTemplate: (key: string, input: Input) => put(`${templates}/${part(key)}`, { input }, { headers }),
      removeTemplate: (key: string) => del(`${templates}/${part(key)}`, { headers }),
    };
  }, [get, post, put, del, locale]);
}

/** The calls that {@link useSettingsApi} gives. */
export type SettingsApi = ReturnType<typeof useSettingsApi>;
