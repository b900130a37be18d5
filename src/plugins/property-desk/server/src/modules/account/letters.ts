import type { Letter } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { BINDING_UID, type BindingRow } from './row';

/** To the address of the account. Nothing in it names a person or a room: whoever reads the mail may be somebody else. */
const letter = (
  template: string,
  more: (binding: BindingRow) => Record<string, unknown> = () => ({})
): Letter<BindingRow> => ({
  template,
  to: ({ case: binding, open }) => open(BINDING_UID, binding, 'mail'),
  params: async ({ case: binding, record }) => {
    const community = await record(COMMUNITY_UID, binding.community);
    return { ...more(binding), title: '', company: community?.companyName ?? '' };
  },
});

export const approval = letter('bindingApproved');
export const rejection = letter('bindingRejected', ({ rejection: why }) => ({
  text: { word: `binding.rejection.${why}` },
}));
export const ending = letter('bindingUnbound');
