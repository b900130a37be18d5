import type { Core } from '@strapi/strapi';
import { describedBody, describedData, describedFiles, describedList } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { defineModule } from '../../kernel/module';
import archiveExportType from './content-types/archive-export/schema.json';
import archiveImportType from './content-types/archive-import/schema.json';
import archiveTaskType from './content-types/archive-task/schema.json';
import { ASKED, fetchFile, scope, take } from './export-api';
import { archiveExport } from './export-workflow';
import { progress, report, reportFile, template, upload } from './import-api';
import { archiveImport } from './import-workflow';
import { TASK_INDEX } from './queries';
import { ARCHIVE_RULES } from './rules';
import { TASK_UID } from './tasks';
import { work } from './work';

/** The archive moved in and out by Excel (article 12). */
export const archiveExchange = defineModule({
  name: 'archive-exchange',
  contentTypes: {
    'archive-import': { schema: archiveImportType },
    'archive-export': { schema: archiveExportType },
    'archive-task': { schema: archiveTaskType },
  },
  cases: [archiveImport, archiveExport],
  ledgers: [TASK_UID],
  rules: ARCHIVE_RULES,
  rights: {
    'archive.export': ['manager', 'supervisor'],
    'archive.export-plain': ['manager', 'supervisor'],
  },
  indexes: [TASK_INDEX],
  work,
  adminRoutes: [
    { method: 'GET', path: '/archive-imports/template', handler: 'archiveExchange.template' },
    { method: 'POST', path: '/archive-imports', handler: 'archiveExchange.upload', ...describedFiles('') },
    {
      method: 'GET',
      path: '/archive-imports/:documentId/progress',
      handler: 'archiveExchange.progress',
      ...describedData('/:documentId/progress'),
    },
    {
      method: 'GET',
      path: '/archive-imports/:documentId/report',
      handler: 'archiveExchange.report',
      ...describedData('/:documentId/report'),
    },
    {
      method: 'GET',
      path: '/archive-imports/:documentId/report/file',
      handler: 'archiveExchange.reportFile',
      ...describedData('/:documentId/report/file'),
    },
    {
      method: 'GET',
      path: '/archive-exports/scope',
      handler: 'archiveExchange.scope',
      ...describedList(['community', 'building']),
    },
    { method: 'POST', path: '/archive-exports', handler: 'archiveExchange.take', ...describedBody(ASKED) },
    {
      method: 'GET',
      path: '/archive-exports/:documentId/file',
      handler: 'archiveExchange.fetchFile',
      ...describedData('/:documentId/file'),
    },
  ],
  controllers: {
    archiveExchange: ({ strapi }: { strapi: Core.Strapi }) => ({
      template: staffHandler(strapi, 'archive-import.upload', template),
      upload: staffHandler(strapi, 'archive-import.upload', upload),
      progress: staffHandler(strapi, 'archive-import.read', progress),
      report: staffHandler(strapi, 'archive-import.read', report),
      reportFile: staffHandler(strapi, 'archive-import.read', reportFile),
      scope: staffHandler(strapi, 'archive.export', scope),
      take: staffHandler(strapi, 'archive.export', take),
      fetchFile: staffHandler(strapi, 'archive.export', fetchFile),
    }),
  },
});
