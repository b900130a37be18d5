/** A role made on first start; its code is Strapi's role code and what an obligation's `ownerRole` holds. */
export interface RoleDefinition {
  /** e.g. `receptionist`; the Strapi role code is `property-desk-receptionist`. */
  code: string;
  /** As the Roles screen shows it. */
  name: string;
  description: string;
  /** Content types that the role may look up in the Content Manager, and what it may do there. */
  contentManager?: Record<string, ('read' | 'create' | 'update' | 'delete')[]>;
  /** Rights that other plugins bring, by their uid, e.g. `plugin::upload.read`. */
  others?: string[];
}

/** The Strapi role code of one of our roles. */
export const strapiRoleCode = (code: string): string => `property-desk-${code}`;
