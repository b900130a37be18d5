import { describedBody } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import notice from './content-types/notice/schema.json';
import noticePosting from './content-types/notice-posting/schema.json';
import noticeRead from './content-types/notice-read/schema.json';
import noticeTemplate from './content-types/notice-template/schema.json';
import * as desk from './desk-api';
import * as front from './front-api';
import { keepShownFiles } from './frozen-files';
import { INPUT } from './inputs';
import { preview, previewForm } from './preview';
import { NOTICE_POSTING_UID, NOTICE_READ_UID, NOTICE_UID } from './row';
import * as own from './own-templates';
import { NOTICE_RULES } from './rules';
import { noticeWorkflow } from './workflow';

export { linkedTo, type Linked } from './content';
export { NOTICE_POSTING_UID, NOTICE_READ_UID, NOTICE_UID, type NoticeRow } from './row';
export { NOTICE_TEMPLATE_UID } from './own-templates';
export { noticeWorkflow } from './workflow';

/** Notices (articles 5 and 11.1): what the office tells all residents. */
export const notices = defineModule({
  name: 'notice',
  contentTypes: {
    notice: { schema: notice },
    'notice-posting': { schema: noticePosting },
    'notice-read': { schema: noticeRead },
    'notice-template': { schema: noticeTemplate },
  },
  cases: [noticeWorkflow],
  ledgers: [NOTICE_POSTING_UID, NOTICE_READ_UID],
  personalData: [
    { uid: NOTICE_READ_UID, whose: { by: 'reference', attribute: 'resident' }, copy: ['notice', 'at'], deletion: [] },
  ],
  rules: NOTICE_RULES,
  evidence: [recordEvidence('notices', 5, { uid: NOTICE_UID, at: 'issuedAt' })],
  adminRoutes: [
    { method: 'GET', path: '/notices/templates', handler: 'notice.templates' },
    { method: 'GET', path: '/notices/templates/all', handler: 'notice.allTemplates' },
    { method: 'POST', path: '/notices/templates', handler: 'notice.addTemplate', ...describedBody(own.TEMPLATE) },
    { method: 'PUT', path: '/notices/templates/:key', handler: 'notice.changeTemplate' },
    { method: 'DELETE', path: '/notices/templates/:key', handler: 'notice.removeTemplate' },
    { method: 'GET', path: '/notices/to-post', handler: 'notice.toPost' },
    { method: 'POST', path: '/notices/check', handler: 'notice.check' },
    {
      method: 'POST',
      path: '/notices/preview',
      handler: 'notice.preview',
      ...describedBody(previewForm(INPUT.edit)),
    },
    { method: 'GET', path: '/notices/:documentId/content', handler: 'notice.content' },
    { method: 'GET', path: '/notices/:documentId/reach', handler: 'notice.reach' },
    { method: 'GET', path: '/notices/:documentId/postings', handler: 'notice.postings' },
    { method: 'POST', path: '/notices/:documentId/postings', handler: 'notice.post' },
  ],
  contentApiRoutes: front.contentApiRoutes,
  publicly: front.publicly,
  frontEnd: front.frontEnd,
  controllers: {
    notice: ({ strapi }) => ({
      ...front.handlers({ strapi }),
      templates: staffHandler(strapi, 'notice.read', desk.templates),
      allTemplates: staffHandler(strapi, 'notice.read', own.list),
      addTemplate: staffHandler(strapi, 'settings.templates', own.add),
      changeTemplate: staffHandler(strapi, 'settings.templates', own.change),
      removeTemplate: staffHandler(strapi, 'settings.templates', own.remove),
      toPost: staffHandler(strapi, 'notice.read', desk.toPost),
      check: staffHandler(strapi, 'notice.read', desk.check),
      preview: staffHandler(strapi, 'notice.read', preview(INPUT.edit)),
      content: staffHandler(strapi, 'notice.read', desk.content),
      reach: staffHandler(strapi, 'notice.read', desk.reach),
      postings: staffHandler(strapi, 'notice.read', desk.postings),
      post: staffHandler(strapi, 'notice.record-posting', desk.post),
    }),
  },
  bootstrap: keepShownFiles,
});
