import * as React from 'react';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type {
  ActionResult,
  AvailableAction,
  BindingMatches,
  BulkResult,
  CaseDetail,
  CaseRef,
  CaseStudyFacets,
  ComplianceMap,
  ComplaintHints,
  Desk,
  DeskBoard,
  DeskSection,
  Figures,
  LoanItemFound,
  ListView,
  ListViews,
  LoanStanding,
  DocumentVolume,
  LookVolume,
  NoticeDetail,
  NoticeFinding,
  NoticePosting,
  NoticeReach,
  NoticeTemplate,
  NoticeToPost,
  NotificationSummary,
  NotificationWishes,
  Page,
  PolicyAcknowledgements,
  PolicyComparison,
  PolicyText,
  Pulse,
  Ref,
  RelatedCase,
  RulebookPage,
  SearchAnswer,
} from '../../../contracts';
import { PLUGIN_ID } from '../pluginId';
import { backendUrl } from './mediaLibrary';

type Query = Record<string, string | number | boolean | null | undefined>;
type Input = Record<string, unknown>;

const queryOf = (query: Query): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  return params.toString();
};

const part = encodeURIComponent;

/** Every call of the staff's API that the panel makes; answers come in the person's language. */
export function useDeskApi() {
  const { get, post, put, del } = useFetchClient();
  const { locale } = useIntl();
  // A token that was renewed makes no other client.
  const token = React.useRef<string | null>(null);
  token.current = useAuth('useDeskApi', (auth) => auth.token);

  return React.useMemo(() => {
    const headers = { 'Accept-Language': locale };
    const base = `/${PLUGIN_ID}`;
    const read = async <T>(path: string, query: Query = {}): Promise<T> =>
      (await get<T>(`${base}${path}`, { headers, params: queryOf(query) })).data;
    const send = async <T>(path: string, body: unknown, signal?: AbortSignal, more: Record<string, string> = {}) =>
      (await post<T>(`${base}${path}`, body, { headers: { ...headers, ...more }, signal })).data;
    const fetchBlob = async (path: string, query: Query = {}): Promise<{ blob: Blob; name: string | null }> => {
      const answer = await get(`${base}${path}`, { headers, params: queryOf(query), responseType: 'blob' });
      return { blob: answer.data, name: fileNameOf(answer.headers?.get('content-disposition') ?? null) };
    };

    /** The panel's own client reads an answer to a POST as JSON only; this one is a file. */
    const sendForBlob = async (path: string, body: unknown): Promise<{ blob: Blob; name: string | null }> => {
      const answer = await fetch(`${backendUrl()}${base}${path}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', Authorization: `Bearer ${token.current ?? ''}` },
        body: JSON.stringify(body),
      });
      if (answer.ok) return { blob: await answer.blob(), name: fileNameOf(answer.headers.get('content-disposition')) };
      const data: unknown = await answer.json().catch(() => null);
      throw Object.assign(new Error(answer.statusText), { response: { data } });
    };

    return {
      desk: async () => (await read<{ data: Desk }>('/desk')).data,
      deskBoard: async () => (await read<{ data: DeskBoard }>('/desk/board')).data,
      deskSection: async (key: string, limit: number) =>
        (await read<{ data: DeskSection }>(`/desk/board/${part(key)}`, { limit })).data,
      /** What has moved; `open` says what the page has open, null that it has nothing and had nothing. */
      pulse: async (tab: string, open: object[] | null, signal: AbortSignal): Promise<Pulse> =>
        open
          ? (await send<{ data: Pulse }>('/pulse', { tab, open }, signal)).data
          : (await get<{ data: Pulse }>(`${base}/pulse`, { headers, signal })).data.data,
      /** Says that the page has nothing open any more; goes out even while the page is being left. */
      leavePulse: (tab: string) => {
        void fetch(`${backendUrl()}${base}/pulse`, {
          method: 'POST',
          keepalive: true,
          headers: { ...headers, 'Content-Type': 'application/json', Authorization: `Bearer ${token.current ?? ''}` },
          body: JSON.stringify({ tab, open: [] }),
        }).catch(() => undefined);
      },
      notificationSummary: async () => (await read<{ data: NotificationSummary }>('/notifications/summary')).data,
      readNotifications: (which: { documentIds: string[] } | { case: string } | { all: true }) =>
        send<unknown>('/notifications/read', which),
      notificationWishes: () =>
        read<{ data: NotificationWishes; meta: { mail: string | null } }>('/notifications/wishes'),
      keepNotificationWishes: (wishes: NotificationWishes) =>
        put<unknown>(`${base}/notifications/wishes`, wishes, { headers }),
      list: <T>(plural: string, query: Query) => read<Page<T>>(`/${plural}`, query),
      /** The same where what is searched for must not stand in an address. */
      searchList: <T>(plural: string, filters: Record<string, string>) => send<Page<T>>(`/${plural}/search`, filters),
      exportList: (plural: string, filters: Record<string, string>) => sendForBlob(`/${plural}/export`, filters),
      listViews: async (list: string) => (await read<{ data: ListViews }>('/views', { list })).data,
      keepView: async (view: ViewInput & { list: string; name: string; query: string }) =>
        (await send<{ data: ListView }>('/views', view)).data,
      changeView: async (id: string, view: ViewInput) =>
        (await put<{ data: ListView }>(`${base}/views/${part(id)}`, view, { headers })).data.data,
      dropView: async (id: string) => {
        await del(`${base}/views/${part(id)}`, { headers });
      },
      setList: async (setting: { list: string; columns?: string[] | null; opensWith?: string | null }) => {
        await put(`${base}/views/setting`, setting, { headers });
      },
      detail: async (plural: string, id: string) => (await read<{ data: CaseDetail }>(`/${plural}/${part(id)}`)).data,
      related: async (plural: string, id: string) =>
        (await read<{ data: RelatedCase[] }>(`/${plural}/${part(id)}/related`)).data,
      startActions: async (plural: string) =>
        (await read<{ data: { start: AvailableAction[] } }>(`/${plural}/actions`)).data.start,
      /** @param key sent again under the same key, a form starts one case only */
      start: (plural: string, action: string, input: Input, key?: string) =>
        send<ActionResult>(
          `/${plural}/actions/${part(action)}`,
          { input },
          undefined,
          key ? { 'Idempotency-Key': key } : {}
        ),
      act: (plural: string, id: string, action: string, input: Input, revision: number) =>
        send<ActionResult>(`/${plural}/${part(id)}/actions/${part(action)}`, { input, revision }),
      bulk: async (plural: string, action: string, items: { documentId: string; revision: number }[], input: Input) =>
        (await send<{ data: BulkResult[] }>(`/${plural}/actions/${part(action)}/bulk`, { items, input })).data,
      bindingMatches: async (id: string) =>
        (await read<{ data: BindingMatches }>(`/bindings/${part(id)}/matches`)).data,
      studyFacets: async () => (await read<{ data: CaseStudyFacets }>('/case-studies/facets')).data,
      policyText: async (id: string) => (await read<{ data: PolicyText }>(`/policies/${part(id)}/text`)).data,
      policyComparison: async (id: string, other: string | null) =>
        (await read<{ data: PolicyComparison }>(`/policies/${part(id)}/comparison`, { with: other })).data,
      policyAcknowledgements: async (id: string) =>
        (await read<{ data: PolicyAcknowledgements }>(`/policies/${part(id)}/acknowledgements`)).data,
      rulebook: async (community: string) => (await read<{ data: RulebookPage }>('/rulebook', { community })).data,
      duplicates: async (body: Input) => (await send<{ data: CaseRef[] }>('/tickets/duplicates', body)).data,
      complaintHints: async (body: Input) => (await send<{ data: ComplaintHints }>('/complaints/hints', body)).data,
      suggest: async (body: Input) =>
        (await send<{ data: { assignee: Ref | null; promisedAt: string | null } }>('/tickets/suggest', body)).data,
      compliance: async (query: Query) => (await read<{ data: ComplianceMap }>('/compliance', query)).data,
      figures: async (query: Query) => (await read<{ data: Figures }>('/figures', query)).data,
      complianceReport: (query: Query) => fetchBlob('/compliance/print', query),
      search: async (body: { query: string; former?: boolean; community?: string }, signal?: AbortSignal) =>
        (await send<{ data: SearchAnswer }>('/search', body, signal)).data,
      lookVolume: async () => (await read<{ data: LookVolume[] }>('/access-log/volume')).data,
      options: async (kind: string, query: Query = {}) =>
        (await read<{ data: OptionRef[] }>(`/options/${part(kind)}`, query)).data,
      letterheads: async () => (await read<{ data: Letterhead[] }>('/letterheads')).data,
      keepLetterhead: (community: string, file: File) => {
        const form = new FormData();
        form.append('files', file, file.name);
        return send<unknown>(`/letterheads?${queryOf({ community })}`, form);
      },
      dropLetterhead: async (id: string) => {
        await del(`${base}/letterheads/${part(id)}`, { headers });
      },
      letterheadSample: () => fetchBlob('/letterheads/sample'),
      letterheadPaper: (id: string, what: 'file' | 'preview') => fetchBlob(`/letterheads/${part(id)}/${what}`),
      noticeTemplates: async () => (await read<{ data: NoticeTemplate[] }>('/notices/templates')).data,
      noticesToPost: async () => (await read<{ data: NoticeToPost[] }>('/notices/to-post')).data,
      checkNotice: async (body: Input) => (await send<{ data: NoticeFinding[] }>('/notices/check', body)).data,
      previewNotice: async (body: Input): Promise<Blob> => (await sendForBlob('/notices/preview', body)).blob,
      noticeContent: async (id: string) => (await read<{ data: NoticeDetail }>(`/notices/${part(id)}/content`)).data,
      noticeReach: async (id: string) => (await read<{ data: NoticeReach }>(`/notices/${part(id)}/reach`)).data,
      noticePostings: async (id: string) =>
        (await read<{ data: NoticePosting[] }>(`/notices/${part(id)}/postings`)).data,
      recordPosting: (id: string, building: string, photos: File[]) => {
        const form = new FormData();
        form.append('building', building);
        for (const photo of photos) form.append('files', photo, photo.name);
        return send<unknown>(`/notices/${part(id)}/postings`, form);
      },
      loanItems: async (q: string) => (await read<{ data: LoanItemFound[] }>('/loans/items', { q })).data,
      loanStanding: async (item: string) => (await read<{ data: LoanStanding }>('/loans/standing', { item })).data,
      documentVolumes: async (community: string | null) =>
        (await read<{ data: DocumentVolume[] }>('/documents/volumes', { community })).data,
      documentVolume: (query: Query) => fetchBlob('/documents/volume', query),
      resend: (id: string) => send<unknown>(`/outbox/${part(id)}/retry`, {}),
      handOver: async (staff: string, to: string) =>
        (await send<{ data: { cases: number } }>(`/staff/${part(staff)}/hand-over`, { to })).data.cases,
      reveal: async (body: { type: string; documentId: string; field: string; reason: string }) =>
        (await send<{ data: { value: string } }>('/confidential/reveal', body)).data.value,
      upload: (plural: string, id: string, files: File[]) => {
        const form = new FormData();
        for (const file of files) form.append('files', file, file.name);
        return send<unknown>(`/${plural}/${part(id)}/files`, form);
      },
      file: (plural: string, id: string, file: string) => fetchBlob(`/${plural}/${part(id)}/files/${part(file)}`),
      print: (plural: string, id: string, paper = '') => fetchBlob(`/${plural}/${part(id)}/print${paper}`),
      ledger: (plural: string, month: string, community: string) =>
        fetchBlob(`/${plural}/ledger/print`, { month, community }),
      printMany: (plural: string, ids: string[]) => fetchBlob(`/${plural}/print`, { ids: ids.join(',') }),
    };
  }, [get, post, put, del, locale]);
}

/** The calls that {@link useDeskApi} gives. */
export type DeskApi = ReturnType<typeof useDeskApi>;

/** What of a view may be given; what is left out stays. */
export interface ViewInput {
  name?: string;
  query?: string;
  columns?: string[] | null;
  /** documentId of the community that it is shared with. */
  community?: string | null;
}

/** A thing to choose; staff also say their role and how much they have to do. */
export interface OptionRef extends Ref {
  role?: string | null;
  openWork?: number;
}

/** A community's own Word file that its notices are printed on. */
export interface Letterhead {
  documentId: string;
  community: Ref;
  name: string;
  /** In bytes. */
  size: number;
  /** Names of the places that it fills, e.g. `title`. */
  places: string[];
  at: string;
  by: string | null;
}

/** A message that could not be delivered. */
export interface DeadMessage {
  documentId: string;
  recipient: string;
  subject: string;
  attempts: number;
  /** In the reader's language; null of messages that died before there were reasons. */
  reason: string | null;
  /** What exactly happened, as the other server said it. */
  error: string | null;
  at: string;
}

/** The file name that the server proposes (RFC 6266, with the UTF-8 form first). */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null;
}
