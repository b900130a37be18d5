import type { Actor } from '../../kernel/access/actor';
import type { Acting, CaseDefinition } from '../../kernel/workflow/define';
import { bootWorld, type Colleague, type World } from '../../testing/world';

let world: World;

beforeAll(async () => {
  world = await bootWorld();
});
afterAll(() => world?.desk.stop());

const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();
const question = (more: object = {}) => ({
  community: world.garden.documentId,
  household: world.household.documentId,
  question: '地下车位的月卡怎么办理？',
  reporterName: '王小明',
  contactTelephone: '13800005678',
  promisedAt: inHours(4),
  ...more,
});
const post = (who: Colleague, path: string, input: object, revision?: number) =>
  who.client.post(`/property-desk/inquiries${path}`).set('Accept-Language', 'zh-Hans').send({ input, revision });
const asked = async (who: Colleague, more: object = {}) =>
  (await post(who, '/actions/ask', question(more)).expect(200)).body.data as { documentId: string; number: string };
const act = (who: Colleague, documentId: string, action: string, input: object) =>
  post(who, `/${documentId}/actions/${action}`, input);

const find = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const owedOn = async (documentId: string) =>
  (await find('obligation', { caseDocumentId: documentId }))
    .sort((a, b) => a.id - b.id)
    .map(({ what, outcome, ownerStaff, ownerRole }) => ({ what, outcome, ownerStaff, ownerRole }));
const caseOf = async (documentId: string) => (await find('inquiry', { documentId }))[0];
const told = { reason: '等财务核对', told: '电话' };

describe('an inquiry', () => {
  it('is a promised reply: asked, and answered by its handler', async () => {
    const { receptionist } = world.staff;
    const { documentId, number } = await asked(receptionist);
    expect(number).toMatch(/^ZX-\d{8}-\d{4}$/);
    expect(await owedOn(documentId)).toEqual([
      { what: 'inquiry.reply', outcome: null, ownerStaff: receptionist.staff.id, ownerRole: null },
    ]);
    const done = await act(receptionist, documentId, 'answer', { answer: '到客服中心办理', way: 'phone' }).expect(200);
    expect(done.body).toMatchObject({
      data: { state: 'answered', dueAt: null },
      event: { article: '8' },
      obligations: [{ what: 'inquiry.reply', outcome: 'kept' }],
    });
    await act(receptionist, documentId, 'answer', { answer: '再答', way: 'phone' }).expect(409);
  });

  it('is answered by nobody else: a supervisor takes it over first, on the record', async () => {
    const { receptionist, supervisor, specialist } = world.staff;
    const { documentId } = await asked(receptionist);
    const answer = { answer: '到客服中心办理', way: 'counter' };
    for (const other of [supervisor, specialist]) {
      const { status, body } = await act(other, documentId, 'answer', answer);
      expect([status, body.error.message]).toEqual([403, '只有经办人可以办理']);
    }
    await act(supervisor, documentId, 'reassign', { handler: supervisor.staff.documentId, reason: '代办' }).expect(200);
    expect(await owedOn(documentId)).toMatchObject([{ outcome: null, ownerStaff: supervisor.staff.id }]);
    await act(receptionist, documentId, 'answer', answer).expect(403);
    await act(supervisor, documentId, 'answer', answer).expect(200);
  });

  it.each(['engineer', 'manager'] as const)('is given to nobody who could not answer it: %s', async (role) => {
    const { specialist } = world.staff;
    const { body } = await post(
      specialist,
      '/actions/ask',
      question({ handler: world.staff[role].staff.documentId })
    ).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['handler'] }]);
    await post(specialist, '/actions/ask', question({ handler: world.elsewhere.receptionist.staff.documentId })).expect(
      400
    );
  });

  it('moves its promise by whoever does not owe it', async () => {
    const { specialist, supervisor, receptionist } = world.staff;
    const { documentId } = await asked(specialist);
    const own = await act(specialist, documentId, 'repromise', { promisedAt: inHours(24), ...told });
    expect([own.status, own.body.error.message]).toEqual([403, expect.stringMatching(/第8条/)]);
    await act(receptionist, documentId, 'repromise', { promisedAt: inHours(24), ...told }).expect(403);
    await act(supervisor, documentId, 'repromise', { promisedAt: inHours(-1), ...told }).expect(400);
    const promisedAt = inHours(24);
    const { body } = await act(supervisor, documentId, 'repromise', { promisedAt, ...told }).expect(200);
    expect(body.data).toMatchObject({ state: 'open', dueAt: promisedAt });
    expect(await owedOn(documentId)).toMatchObject([
      { outcome: 'renegotiated', ownerStaff: specialist.staff.id },
      { outcome: null, ownerStaff: specialist.staff.id },
    ]);
    expect((await find('obligation', { caseDocumentId: documentId }))[0].reason).toBe('等财务核对');
  });

  it('voids the promise when it is cancelled', async () => {
    const { specialist } = world.staff;
    const { documentId } = await asked(specialist);
    await act(specialist, documentId, 'cancel', { reason: '重复' }).expect(200);
    expect(await owedOn(documentId)).toMatchObject([{ outcome: 'void' }]);
  });
});

describe('converted to a repair', () => {
  const counts = async () => ({
    tickets: (await find('ticket', {})).length,
    events: (await find('event', {})).length,
    owed: (await find('obligation', {})).length,
    numbers: await find('sequence', {}),
  });

  it('it becomes a linked ticket, by the same person, in one transaction', async () => {
    const { receptionist } = world.staff;
    const { documentId, number } = await asked(receptionist, { question: '厨房漏水怎么办' });
    const { body } = await act(receptionist, documentId, 'convert', {
      category: world.category.documentId,
      priority: 'urgent',
    }).expect(200);
    expect(body.data.state).toBe('converted');
    expect(await owedOn(documentId)).toMatchObject([{ what: 'inquiry.reply', outcome: 'kept' }]);
    const inquiry = await caseOf(documentId);
    const [ticket] = await find('ticket', { number: inquiry.convertedTo });
    expect(ticket).toMatchObject({
      state: 'accepted',
      priority: 'urgent',
      description: '厨房漏水怎么办',
      reporterName: '王小明',
      household: world.household.id,
      revision: 1,
    });
    const related = async (path: string) =>
      (await receptionist.client.get(`/property-desk/${path}/related`).expect(200)).body.data;
    expect(await related(`inquiries/${documentId}`)).toMatchObject([
      { how: 'inquiry.convertedTo', type: 'ticket', documentId: ticket.documentId, number: ticket.number },
    ]);
    expect(await related(`tickets/${ticket.documentId}`)).toMatchObject([
      { how: 'inquiry.convertedTo.back', type: 'inquiry', documentId, number },
    ]);
    const [event] = await find('event', { caseDocumentId: ticket.documentId });
    expect([event.action, event.actorName, (event.input as { note: string }).note]).toEqual([
      'register',
      receptionist.staff.name,
      number,
    ]);
    // The telephone went over as it was entered, sealed anew for the ticket and masked in its ledger.
    expect(
      world.kernel.confidential.open(
        'plugin::property-desk.ticket',
        ticket.documentId,
        'contactTelephone',
        ticket.contactTelephone
      )
    ).toBe('13800005678');
    expect(JSON.stringify(event)).not.toContain('13800005678');
    expect(await owedOn(ticket.documentId)).toMatchObject([
      { what: 'ticket.dispatch', outcome: null, ownerRole: 'receptionist' },
    ]);
  });

  it('both or neither: what the ticket refuses leaves the inquiry as it was, and takes no number', async () => {
    const { receptionist } = world.staff;
    const { documentId } = await asked(receptionist, { household: undefined });
    const retired = await world.create('ticket-category', { name: '停用', code: 'retired', active: false });
    const before = [await counts(), await caseOf(documentId)];
    const nowhere = await act(receptionist, documentId, 'convert', { category: world.category.documentId });
    expect([nowhere.status, nowhere.body.error.details.errors[0].path]).toEqual([400, ['household']]);
    await act(receptionist, documentId, 'convert', { category: retired.documentId, publicPlace: '大堂' }).expect(400);
    expect([await counts(), await caseOf(documentId)]).toEqual(before);
    await act(receptionist, documentId, 'convert', { category: world.category.documentId, publicPlace: '大堂' }).expect(
      200
    );
  });

  it('both or neither: what fails after the ticket is registered undoes the ticket', async () => {
    const { receptionist } = world.staff;
    const { documentId } = await asked(receptionist);
    const before = [await counts(), await caseOf(documentId)];
    const definition = world.kernel.definition('inquiry') as CaseDefinition;
    const known = await world.kernel.directory().staffOf({ id: receptionist.id });
    const actor: Actor = { ...known!, can: () => true };
    const { convert } = definition.actions;
    const failing = {
      ...definition,
      actions: {
        ...definition.actions,
        convert: {
          ...convert,
          set: async (acting: Acting) => {
            await convert.set!(acting);
            throw new Error('late failure');
          },
        },
      },
    };
    const call = { action: 'convert', documentId, input: { category: world.category.documentId }, actor };
    await expect(world.kernel.engine.act(failing, call)).rejects.toThrow('late failure');
    expect([await counts(), await caseOf(documentId)]).toEqual(before);
  });

  it('takes the right to register, too', async () => {
    const { receptionist } = world.staff;
    const { documentId } = await asked(receptionist);
    const definition = world.kernel.definition('inquiry') as CaseDefinition;
    const known = await world.kernel.directory().staffOf({ id: receptionist.id });
    const actor: Actor = { ...known!, can: (right) => right !== 'ticket.register' };
    const call = { action: 'convert', documentId, input: { category: world.category.documentId }, actor };
    await expect(world.kernel.engine.act(definition, call)).rejects.toMatchObject({ name: 'ForbiddenError' });
    expect((await caseOf(documentId)).state).toBe('open');
  });
});

describe('an integration asks', () => {
  const machine = async (communities: string[] | null) => {
    const token = await world.desk.apiToken({ permissions: ['plugin::property-desk.inquiryIntegration.create'] });
    if (communities) await world.create('token-binding', { tokenName: token.name, communities });
    return token.client;
  };
  const ask = (client: World['staff']['manager']['client'], data: object) =>
    client.post('/api/property-desk/integrations/inquiries').send({ data });

  it('in the communities of its token, and the desk owes the reply', async () => {
    const client = await machine([world.garden.documentId]);
    const { body, status } = await ask(client, question());
    expect([status, body.data.state]).toEqual([201, 'open']);
    const { documentId } = body.data;
    expect(await owedOn(documentId)).toEqual([
      { what: 'inquiry.reply', outcome: null, ownerStaff: null, ownerRole: 'receptionist' },
    ]);
    const [event] = await find('event', { caseDocumentId: documentId });
    expect([event.actorKind, event.action]).toEqual(['token', 'ask']);
    // A question that nobody took yet may be answered by anybody at the desk.
    await act(world.staff.specialist, documentId, 'answer', { answer: '请到前台', way: 'chat' }).expect(200);
  });

  it('nowhere else, and not without being bound', async () => {
    const client = await machine([world.garden.documentId]);
    const elsewhere = await ask(client, question({ community: world.river.documentId, household: undefined }));
    expect([elsewhere.status, elsewhere.body.error.details.errors[0].path]).toEqual([400, ['community']]);
    const unbound = await ask(await machine(null), question());
    expect([unbound.status, unbound.body.error.message]).toEqual([403, expect.stringMatching(/令牌/)]);
  });

  it('and a signed-in resident may not call it', async () => {
    const { client } = await world.settle(world.household);
    expect((await ask(client, question())).status).toBe(403);
  });
});
