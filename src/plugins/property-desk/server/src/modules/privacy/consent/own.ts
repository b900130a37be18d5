import type { ConsentPurpose, OwnConsent } from '../../../../../contracts';
import { iso } from '../../../kernel/api/present';
import type { Kernel } from '../../../kernel/kernel';
import { titledConsentsOf } from './queries';

/**
 * What residents agreed to and what they took back, latest first, by the numeric id of each; for rooms that show
 * somebody what is theirs. Who recorded it and in which words is in `GET /me/consents`, where it is changed, too.
 */
export const consentsByResident = async (
  { rows, strapi }: Kernel,
  residents: number[]
): Promise<Map<number, OwnConsent[]>> => {
  const consents = new Map<number, OwnConsent[]>(residents.map((id) => [id, []]));
  for (const { resident, purpose, version, title, givenAt, withdrawnAt } of await titledConsentsOf(
    strapi.db.connection,
    rows,
    residents
  ))
    consents.get(resident as number)?.push({
      purpose: purpose as ConsentPurpose,
      version: version as number,
      title,
      givenAt: iso(givenAt) as string,
      withdrawnAt: iso(withdrawnAt),
    });
  return consents;
};
