import type { Core } from '@strapi/strapi';
import { describedBody, describedData, describedFiles, describedList } from '../../../kernel/api/describe';
import { staffHandler } from '../../../kernel/api/handler';
import type { ModuleRoute } from '../../../kernel/module';
import { householdCard } from './card';
import { addPart, changeFacts, changePart, removePart } from './change';
import { fileForms } from './forms';
import { listFiles } from './list';
import { printFile, PRINTING } from './paper';
import { openFile } from './read';
import { addScans, readScan, removeScan, REMOVAL } from './scans';
import { transfer, TRANSFER } from './transfer';

const ALL = ['manager', 'supervisor', 'specialist', 'receptionist'];

/** Who may do what with files from the first start on; engineers see the households of their tickets only. */
export const FILE_RIGHTS = {
  'household.read': ALL,
  'household.write': ALL,
  'household.remove': ['manager', 'supervisor'],
  'household.transfer': ['manager', 'supervisor', 'specialist'],
  'household.remove-scan': ['manager', 'supervisor'],
};

const FILE = '/households/:documentId';
const PART = `${FILE}/parts/:part`;
const SCANS = `${FILE}/papers/:paper/scans`;

const route = (method: ModuleRoute['method'], path: string, handler: string, described = describedData(path)) => ({
  method,
  path,
  handler: `household-file.${handler}`,
  ...described,
});

/** The calls of the household's file (article 12). */
export const FILE_ROUTES: ModuleRoute[] = [
  route(
    'GET',
    '/households',
    'find',
    describedList(['community', 'building', 'responsible', 'incomplete', 'occupancy', 'cursor', 'limit'])
  ),
  route('GET', '/households/forms', 'forms'),
  route('GET', FILE, 'findOne'),
  route('GET', `${FILE}/card`, 'card'),
  route('PUT', FILE, 'change'),
  route('POST', `${FILE}/transfer`, 'transfer', {
    request: { ...describedData(`${FILE}/transfer`).request, ...describedBody(TRANSFER).request },
  }),
  route('POST', `${FILE}/print`, 'print', {
    request: { ...describedData(`${FILE}/print`).request, ...describedBody(PRINTING).request },
  }),
  route('POST', PART, 'addPart'),
  route('PUT', `${PART}/:record`, 'changePart'),
  route('DELETE', `${PART}/:record`, 'removePart'),
  route('POST', SCANS, 'addScans', describedFiles(SCANS)),
  route('GET', `${SCANS}/:file`, 'readScan'),
  route('POST', `${SCANS}/:file/remove`, 'removeScan', {
    request: { ...describedData(`${SCANS}/:file/remove`).request, ...describedBody(REMOVAL).request },
  }),
];

export const fileController = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: staffHandler(strapi, 'household.read', listFiles),
  forms: staffHandler(strapi, 'household.read', fileForms),
  findOne: staffHandler(strapi, 'household.read', openFile),
  card: staffHandler(strapi, 'household.read', householdCard),
  change: staffHandler(strapi, 'household.write', changeFacts),
  transfer: staffHandler(strapi, 'household.transfer', transfer),
  print: staffHandler(strapi, 'household.read', printFile),
  addPart: staffHandler(strapi, 'household.write', addPart),
  changePart: staffHandler(strapi, 'household.write', changePart),
  removePart: staffHandler(strapi, 'household.remove', removePart),
  addScans: staffHandler(strapi, 'household.write', addScans),
  readScan: staffHandler(strapi, 'household.read', readScan),
  removeScan: staffHandler(strapi, 'household.remove-scan', removeScan),
});
