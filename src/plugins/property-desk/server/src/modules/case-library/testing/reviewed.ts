import type { Colleague, World } from '../../../testing/world';

/** A complaint as `lodge` takes it, with what a test wants otherwise. */
export const complaintOf = (world: World, more: Record<string, unknown> = {}) => ({
  community: world.garden.documentId,
  kind: 'complaint',
  household: world.household.documentId,
  content: '3栋2单元501业主王小明来电（13800005678），反映楼上夜间装修噪音扰民。',
  reporterName: '王小明',
  contactTelephone: '13800005678',
  contactWay: 'phone',
  source: 'phone',
  ...more,
});

/** Takes an action of a complaint and answers what it led to. */
export const actOn = async (who: Colleague, documentId: string, action: string, input: object) =>
  (await who.client.post(`/property-desk/complaints/${documentId}/actions/${action}`).send({ input }).expect(200)).body;

/** Brings a new complaint to where only its review is owed. */
export const toReview = async (world: World, more: Record<string, unknown> = {}) => {
  const { receptionist, specialist, supervisor } = world.staff;
  const category = await world.create('complaint-category', {
    name: '噪音扰民',
    code: `noise-${world.kernel.clock.now().getTime()}-${Math.random().toString(36).slice(2, 8)}`,
    active: true,
  });
  const { body } = await receptionist.client
    .post('/property-desk/complaints/actions/lodge')
    .send({ input: complaintOf(world, more) })
    .expect(200);
  const { documentId } = body.data as { documentId: string };
  const promisedAt = new Date(world.kernel.clock.now().getTime() + 3_600_000).toISOString();
  await actOn(receptionist, documentId, 'classify', {
    severity: 'general',
    category: category.documentId,
    reason: '一般',
    handler: specialist.staff.documentId,
    promisedAt,
  });
  await actOn(specialist, documentId, 'resolve', { result: '已劝停', measures: '上门沟通' });
  await actOn(supervisor, documentId, 'follow-up', { outcome: 'satisfied', ratingOverall: 5 });
  return documentId;
};

/** A complaint that has been reviewed by its handler. */
export const reviewed = async (world: World, more: Record<string, unknown> = {}, review: object = {}) => {
  const documentId = await toReview(world, more);
  await actOn(world.staff.specialist, documentId, 'review', {
    courseOfEvents: '接到来电后上门劝停。',
    rootCause: '装修管理不严。',
    lessons: '装修须事先告知四邻。',
    ...review,
  });
  return documentId;
};
