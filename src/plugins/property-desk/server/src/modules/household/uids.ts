/** The content types of a household's file (article 12.1), by uid. */
export const HOUSEHOLD_UID = 'plugin::property-desk.household';
export const RESIDENT_UID = 'plugin::property-desk.resident';
export const VEHICLE_UID = 'plugin::property-desk.vehicle';
export const PARKING_SPACE_UID = 'plugin::property-desk.parking-space';
export const KEY_UID = 'plugin::property-desk.key';
export const RENOVATION_UID = 'plugin::property-desk.renovation';
export const HOUSEHOLD_PAPER_UID = 'plugin::property-desk.household-paper';
