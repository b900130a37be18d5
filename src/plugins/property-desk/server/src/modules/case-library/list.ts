import type { Context } from 'koa';
import { CASE_STUDY_STATES, type CaseStudyListItem, type Page } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber, type Asked } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID } from '../staff';
import { facetsOf, seekStudies, studiesByIds } from './queries';
import type { CaseStudyRow } from './row';

/** Signs of a text that a card shows. */
const GLANCE = 160;

const glance = (text: string | null): string => {
  const signs = [...(text ?? '')];
  return signs.length > GLANCE ? `${signs.slice(0, GLANCE).join('')}…` : signs.join('');
};

const item = (study: CaseStudyRow, community?: Row): CaseStudyListItem => ({
  documentId: study.documentId,
  number: study.number,
  title: study.title,
  state: study.state,
  revision: study.revision,
  community: { documentId: community?.documentId ?? '', name: String(community?.name ?? '') },
  category: study.categoryName,
  severity: study.severity,
  article: study.article,
  tags: study.tags ?? [],
  facts: glance(study.facts),
  lesson: glance(study.lesson),
  suspects: study.state === 'draft' ? (study.suspects?.length ?? 0) : 0,
  confirmedAt: iso(study.confirmedAt),
  createdAt: iso(study.createdAt) as string,
});

/** Whether somebody sees every draft of their communities. */
const leads = ({ role }: Actor): boolean => role === 'supervisor' || role === 'manager';

/** `GET /case-studies`: what is looked for first, else the latest. */
export const listStudies = async (kernel: Kernel, actor: Actor, ctx: Asked): Promise<Page<CaseStudyListItem>> => {
  onlyParams(ctx, ['q', 'category', 'article', 'tag', 'state', 'community', 'cursor', 'limit']);
  const { ids, ...meta } = await seekStudies(kernel, actor, leads(actor), {
    query: textParam(ctx, 'q', 100),
    category: textParam(ctx, 'category', 50),
    article: textParam(ctx, 'article', 20),
    tag: textParam(ctx, 'tag', 40),
    states: choicesParam(ctx, 'state', CASE_STUDY_STATES) ?? ['published'],
    community: await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID),
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 24, 100),
  });
  const studies = await studiesByIds(kernel, ids);
  const communities = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    COMMUNITY_UID,
    studies.map(({ community }) => community)
  );
  return { data: studies.map((study) => item(study, communities.get(study.community))), meta };
};

/** `GET /case-studies/facets`: what the library can be filtered by. */
export const facets = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  return { data: await facetsOf(kernel, actor) };
};
