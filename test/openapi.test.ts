import { bootDesk, type Desk } from '@harness';

// What `strapi openapi generate` calls; the package belongs to @strapi/strapi.
const { generate } = require(require.resolve('@strapi/openapi', { paths: [require.resolve('@strapi/strapi')] })) as {
  generate(strapi: unknown, options: { type: 'content-api' | 'admin' }): { document: any };
};

let desk: Desk;

beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

const bodyOf = (document: any, path: string, media = 'application/json') => {
  const body = document.paths[path]?.post?.requestBody?.content[media]?.schema;
  if (!body) throw new Error(`${path} is not described; there are: ${Object.keys(document.paths).join(', ')}`);
  return body;
};

it('describes what residents and integrations send', () => {
  const { document } = generate(desk.strapi, { type: 'content-api' });
  const base = Object.keys(document.paths)
    .find((path) => path.endsWith('/property-desk/integrations/tickets'))!
    .replace('/integrations/tickets', '');
  const { properties, required } = bodyOf(document, `${base}/integrations/tickets`);
  expect(required).toEqual(['data']);
  expect(Object.keys(properties.data.properties).sort()).toEqual([
    'building',
    'category',
    'community',
    'contactTelephone',
    'description',
    'household',
    'note',
    'publicPlace',
    'reporterName',
    'wishedFor',
  ]);
  expect(properties.data.required.sort()).toEqual([
    'category',
    'community',
    'contactTelephone',
    'description',
    'reporterName',
  ]);
  expect(properties.data.properties).toMatchObject({
    description: { type: 'string', maxLength: 2000 },
    wishedFor: { type: 'string', format: 'date-time' },
  });
  expect(Object.keys(bodyOf(document, `${base}/tickets`).properties.data.properties)).not.toContain('community');

  const rate = `${base}/tickets/{documentId}/rate`;
  expect(bodyOf(document, rate).properties.data.properties).toMatchObject({
    outcome: { enum: ['satisfied', 'unsatisfied'] },
    ratingQuality: { minimum: 1, maximum: 5 },
  });
  expect(document.paths[rate].post.parameters).toMatchObject([{ name: 'documentId', in: 'path', required: true }]);
  expect(bodyOf(document, `${base}/tickets/{documentId}/cancel`).properties.data.required).toContain('reason');
  expect(
    bodyOf(document, `${base}/tickets/{documentId}/photos`, 'multipart/form-data').properties.files.items
  ).toMatchObject({ format: 'binary' });
  expect(bodyOf(document, `${base}/integrations/inquiries`).properties.data.required).toContain('promisedAt');
  expect(document.paths[`${base}/tickets`].get.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'state',
    'cursor',
    'limit',
  ]);
});

it('describes every action of staff', () => {
  const { document } = generate(desk.strapi, { type: 'admin' });
  for (const { plural, actions } of desk.kernel.definitions.values())
    for (const [name, { from, who, input }] of Object.entries(actions).filter(
      // Files are attached by a route of their own.
      ([
        action,
        {
          who: { staff },
        },
      ]) => staff && action !== 'attach'
    )) {
      expect(who.staff).toBeTruthy();
      const path = from.length
        ? `/property-desk/${plural}/{documentId}/actions/${name}`
        : `/property-desk/${plural}/actions/${name}`;
      const { properties } = bodyOf(document, path);
      expect(Object.keys(properties.input.properties).sort()).toEqual(Object.keys(input.shape).sort());
      expect('revision' in properties).toBe(from.length > 0);
      if (from.length)
        expect(Object.keys(bodyOf(document, `/property-desk/${plural}/actions/${name}/bulk`).properties)).toEqual([
          'input',
          'items',
        ]);
    }
});

it('describes what everybody may read: its parameters and what comes', () => {
  const { document } = generate(desk.strapi, { type: 'content-api' });
  const pathOf = (end: string) => Object.keys(document.paths).find((each) => each.endsWith(`/property-desk${end}`))!;
  const list = document.paths[pathOf('/notices')].get;
  const names = list.parameters.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['community', 'building', 'kind', 'sort', 'fields', 'pagination[page]'])
  );
  expect(names.filter((name: string) => name.startsWith('filters'))).not.toEqual([]);
  const shape = (path: string) => {
    const { schema } = document.paths[pathOf(path)].get.responses[200].content['application/json'];
    return Object.keys(schema.properties);
  };
  expect(shape('/notices')).toEqual(['data', 'meta']);
  expect(shape('/notices/{documentId}')).toEqual(['data', 'meta']);
  expect(shape('/policy')).toEqual(['data', 'meta']);
  const item = list.responses[200].content['application/json'].schema.properties.data.items;
  expect(Object.keys(item.properties)).toEqual(expect.arrayContaining(['number', 'body', 'expiresAt', 'community']));
  expect(document.paths[pathOf('/notices/{documentId}/read')].post.parameters).toMatchObject([{ name: 'documentId' }]);
});
