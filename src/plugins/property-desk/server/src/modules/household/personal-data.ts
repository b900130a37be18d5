import type { PersonalData } from '../../kernel/personal/declare';
import { HOUSEHOLD_PAPER_UID, RENOVATION_UID, RESIDENT_UID, VEHICLE_UID } from './uids';

/** Where the household file holds data of residents; what is the flat's own (keys, parking spaces) is nobody's. */
export const HOUSEHOLD_PERSONAL_DATA: PersonalData[] = [
  {
    uid: RESIDENT_UID,
    whose: {
      by: 'self',
      name: 'name',
      telephone: 'telephone',
      identityNumber: 'identityNumber',
      mail: 'mail',
      home: 'household',
      user: 'user',
    },
    copy: [
      'name',
      'household',
      'kind',
      'relation',
      'telephone',
      'identityNumber',
      'mail',
      'agreesToMail',
      'agreesToText',
      'verified',
      'user',
      'movedInAt',
      'movedOutAt',
      'restrictedAt',
    ],
    deletion: 'remove',
  },
  {
    uid: VEHICLE_UID,
    whose: { by: 'reference', attribute: 'resident' },
    copy: ['plate', 'brand', 'colour', 'energy', 'parkingSpace', 'from', 'until'],
    deletion: 'remove',
  },
  {
    uid: HOUSEHOLD_PAPER_UID,
    whose: { by: 'reference', attribute: 'resident' },
    copy: ['kind', 'name', 'paperPlace', 'scans', 'receivedAt'],
    deletion: 'remove',
  },
  {
    uid: RENOVATION_UID,
    whose: { by: 'contact', name: 'contactName', telephone: 'contactTelephone', home: 'household' },
    copy: ['permitNumber', 'content', 'contractor', 'contactName', 'contactTelephone', 'startsOn', 'endsOn'],
    deletion: [],
  },
];
