import type { Core } from '@strapi/strapi';
import { describedData } from '../../kernel/api/describe';
import { tokenHandler } from '../../kernel/api/handler';
import { dataOf, localeOf } from '../../kernel/api/respond';
import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import inquiryType from './content-types/inquiry/schema.json';
import { INQUIRY_UID, inquiryWorkflow } from './workflow';

export { INQUIRY_UID } from './workflow';

/** Inquiries (article 8). */
export const inquiry = defineModule({
  name: 'inquiry',
  evidence: [recordEvidence('inquiries', 5, { uid: INQUIRY_UID, at: 'createdAt' })],
  contentTypes: { inquiry: { schema: inquiryType } },
  cases: [inquiryWorkflow],
  // Few inquiries become tickets; whoever reads such a ticket asks which one it was.
  indexes: [
    'create index if not exists pd_inquiries_converted on pd_inquiries (converted_to) where converted_to is not null',
  ],
  rules: { 'inquiry.superviseWithin': { kind: 'duration', default: 'PT2H', article: '8' } },
  personalData: [
    {
      uid: INQUIRY_UID,
      whose: { by: 'contact', name: 'reporterName', telephone: 'contactTelephone', home: 'household' },
      copy: ['number', 'state', 'createdAt', 'question', 'reporterName', 'contactTelephone', 'answer'],
      deletion: [],
    },
  ],
  confidential: { [INQUIRY_UID]: { contactTelephone: { kind: 'telephone', hash: 'contactTelephoneHash' } } },
  contentApiRoutes: [
    {
      method: 'POST',
      path: '/integrations/inquiries',
      handler: 'inquiryIntegration.create',
      ...describedData('', inquiryWorkflow.actions.ask.input),
    },
  ],
  controllers: {
    inquiryIntegration: ({ strapi }: { strapi: Core.Strapi }) => ({
      create: tokenHandler(strapi, async (kernel, actor, ctx) => {
        const locale = localeOf(ctx, kernel.settings.locale);
        const { row } = await kernel.engine.act(inquiryWorkflow, { action: 'ask', input: dataOf(ctx), actor, locale });
        ctx.status = 201;
        return { data: { documentId: row.documentId, number: row.number, state: row.state }, meta: {} };
      }),
    }),
  },
});
