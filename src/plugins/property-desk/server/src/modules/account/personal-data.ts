import type { PersonalData } from '../../kernel/personal/declare';
import { BINDING_UID } from './row';

const deletion = ['identityNumber', 'identityTail', 'mail', 'telephone', 'user'];

/** What a request says of whoever asked: found by their name and telephone, or by the record that it was tied to. */
export const PERSONAL_DATA: PersonalData[] = [
  {
    uid: BINDING_UID,
    whose: { by: 'contact', name: 'name', telephone: 'telephone', home: 'household' },
    copy: ['number', 'room', 'kind', 'name', 'telephone', 'identityNumber', 'identityTail', 'mail', 'createdAt'],
    deletion,
  },
  // A copy has shown it by then.
  { uid: BINDING_UID, whose: { by: 'reference', attribute: 'resident', name: 'name' }, copy: [], deletion },
];
