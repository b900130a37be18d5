/** Who may look at the settings and change them from the first start on; a new community is a super admin's to add. */
export const SETTING_RIGHTS: Record<string, string[]> = {
  'settings.read': ['manager', 'supervisor'],
  'settings.add-community': [],
  'settings.communities': ['manager'],
  'settings.posts': ['manager'],
  'settings.staff': ['manager', 'supervisor'],
  'settings.categories': ['manager', 'supervisor'],
  'settings.templates': ['manager', 'supervisor'],
  'settings.robots': ['manager'],
  'settings.test-channel': ['manager', 'supervisor'],
};
