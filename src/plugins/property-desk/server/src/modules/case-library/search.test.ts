import type { CaseStudyFacets, CaseStudyListItem, Page, StudyHint } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { bootWorld, type World } from '../../testing/world';
import { similarStudies } from './index';
import { COMPLAINT_UID, TERM_UID } from './row';
import { CASES } from './testing/cases';

let world: World;
const made = new Map<string, string>();

/** A complaint that has come to its end, as far as the library asks. */
const archived = async () => {
  const { kernel, garden } = world;
  return kernel.strapi.db.transaction(async ({ trx }) => {
    const now = kernel.clock.now();
    const number = `TS-${made.size}`;
    const row = { number, title: '投诉', state: 'archived', revision: 9, community: garden.id, endedAt: now };
    return (await kernel.rows.insert(trx, COMPLAINT_UID, row, now)).documentId;
  });
};

const post = (path: string, input: object) =>
  world.staff.supervisor.client.post(`/property-desk/case-studies${path}`).send({ input }).expect(200);

const publish = async (study: Record<string, unknown>) => {
  const input = { community: world.garden.documentId, complaint: await archived(), ...study };
  const { documentId } = (await post('/actions/draft', input)).body.data;
  await post(`/${documentId}/actions/confirm`, { confirmed: true });
  made.set(study.title as string, documentId);
  return documentId as string;
};

const get = async (query: Record<string, string>) =>
  (
    await world.staff.receptionist.client
      .get(`/property-desk/case-studies?${new URLSearchParams({ limit: '100', ...query })}`)
      .expect(200)
  ).body as Page<CaseStudyListItem>;
const found = async (query: Record<string, string>) => (await get(query)).data.map(({ title }) => title);
/** What a reader with nothing but their eyes would find. */
const read = (...words: string[]) =>
  CASES.filter(({ title, tags, facts, course, lesson }) => {
    const text = [title, ...tags, facts, course, lesson].join('\n');
    return words.every((word) => text.toLowerCase().includes(word.toLowerCase()));
  }).map(({ title }) => title);

beforeAll(async () => {
  world = await bootWorld();
  for (const { title, category, tags, facts, course, lesson } of CASES)
    await publish({ title, categoryName: category, tags, facts, course, lesson, severity: 'general' });
});
afterAll(() => world?.desk.stop());

describe('full text', () => {
  it.each([
    ['漏水'],
    ['电梯'],
    ['闭水试验'],
    ['卫生间'],
    ['水'],
    ['分贝仪'],
    ['johN'],
    ['118'],
    ['18平方米'],
    ['没有这样的词'],
    ['漏水', '防水'],
    ['电梯', '异响', '两周'],
    ['噪音', '商铺'],
  ])('finds by %s %s %s what a reader would find', async (...words) => {
    const given = words.filter(Boolean);
    const byEye = given[0] === '118' ? [] : read(...given);
    expect((await found({ q: given.join(' ') })).sort()).toEqual(byEye.sort());
  });

  it('folds full width and capitals', async () => {
    const byEye = read('john');
    expect(byEye).toHaveLength(1);
    expect(await found({ q: 'ＪＯＨＮ' })).toEqual(byEye);
  });

  it('puts first what says it most', async () => {
    const { data } = await get({ q: '漏水' });
    const count = (title: string) => {
      const { tags, facts, course, lesson } = CASES.find((each) => each.title === title)!;
      const times = (text: string) => text.split('漏水').length - 1;
      return 3 * times([title, ...tags].join('\n')) + times([facts, course, lesson].join('\n'));
    };
    const counts = data.map(({ title }) => count(title));
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
  });

  it.each<Record<string, string>>([{}, { q: '漏水' }, { q: '业主 小' }, { category: '漏水维修' }])(
    'comes page by page, nothing twice: %j',
    async (query) => {
      const all = (await get({ ...query, limit: '100' })).data.map(({ documentId }) => documentId);
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Page<CaseStudyListItem> = await get({ ...query, limit: '3', ...(cursor ? { cursor } : {}) });
        seen.push(...page.data.map(({ documentId }) => documentId));
        expect(page.meta.total).toBe(all.length);
        cursor = page.meta.nextCursor;
      }
      expect(seen).toEqual(all);
    }
  );

  it('is narrowed by category, article, tag and state', async () => {
    const of = (category: string) =>
      CASES.filter((each) => each.category === category)
        .map(({ title }) => title)
        .sort();
    expect((await found({ category: '电梯故障' })).sort()).toEqual(of('电梯故障'));
    expect(await found({ tag: '困人' })).toEqual(['电梯困人四十分钟']);
    expect(await found({ q: '电梯', category: '装修管理' })).toEqual(['装修搬运损坏电梯轿厢']);
    expect(await found({ q: '漏水', tag: '防水' })).toEqual(['卫生间漏水多次报修未解决']);
    expect(await found({ article: '10' })).toHaveLength(50);
    expect(await found({ article: '9' })).toEqual([]);
    expect(await found({ state: 'withdrawn' })).toEqual([]);
    expect(await found({ tag: "'; drop table" })).toEqual([]);
  });

  it('reads its index and not the texts', async () => {
    const { connection, dialect } = world.kernel.strapi.db;
    if (dialect.client !== 'sqlite') return;
    const plan = await connection.raw(
      `explain query plan select s.id from pd_case_study_terms t join pd_case_studies s on s.id = t.study_id
       where t.term in ('漏水', '防水') group by s.id having count(*) = 2`
    );
    const lines = (plan as { detail: string }[]).map(({ detail }) => detail).join('; ');
    expect(lines).toMatch(/SEARCH t USING (COVERING )?INDEX pd_case_study_terms_term \(term=\?\)/);
    expect(lines).not.toMatch(/SCAN/);
  });

  it('follows what is amended and what is withdrawn', async () => {
    const documentId = await publish({ title: '临时一则', facts: '电子围栏失灵', tags: ['围栏'] });
    expect(await found({ q: '电子围栏' })).toEqual(['临时一则']);
    await post(`/${documentId}/actions/revise`, { reason: '更正' });
    expect(await found({ q: '电子围栏' })).toEqual([]);
    await post(`/${documentId}/actions/amend`, { facts: '周界报警失灵', tags: ['周界'], reason: '更正' });
    await post(`/${documentId}/actions/confirm`, { confirmed: true });
    expect([await found({ q: '围栏' }), await found({ tag: '围栏' }), await found({ q: '周界 报警' })]).toEqual([
      [],
      [],
      ['临时一则'],
    ]);
    await post(`/${documentId}/actions/withdraw`, { reason: '试' });
    expect(await found({ q: '周界' })).toEqual([]);
    const [row] = await world.kernel.rows.find(world.kernel.strapi.db.connection, 'plugin::property-desk.case-study', {
      documentId,
    });
    const terms = await world.kernel.rows.find(world.kernel.strapi.db.connection, TERM_UID, { study: row.id });
    expect(terms.map(({ term }) => term)).not.toContain('围栏');
  });

  it('says what it can be narrowed by', async () => {
    const { body } = await world.staff.receptionist.client.get('/property-desk/case-studies/facets').expect(200);
    const { categories, articles, tags } = body.data as CaseStudyFacets;
    const count = (category: string) => CASES.filter((each) => each.category === category).length;
    expect(categories).toContainEqual({ name: '漏水维修', count: count('漏水维修') });
    expect(articles).toEqual([{ name: '10', count: 50 }]);
    expect(tags[0].count).toBe(Math.max(...tags.map((tag) => tag.count)));
    expect(tags).toContainEqual({ name: '困人', count: 1 });
  });

  it.each([
    ['q', 'x'.repeat(101)],
    ['q', 'a\u0000b'],
    ['state', 'secret'],
    ['limit', '0'],
    ['cursor', 'x'],
    ['community', 'nowhere'],
    ['other', 'x'],
  ])('refuses %s=%j by name', async (name, value) => {
    const { status, body } = await world.staff.receptionist.client.get(
      `/property-desk/case-studies?${new URLSearchParams({ [name]: value })}`
    );
    expect([status, body.error.details.errors[0].path]).toEqual([400, [name]]);
  });

  it('finds nothing, and fails on nothing, by what no text has', async () => {
    for (const q of ['。。', '%', '_', '\\', "'", '"', '#漏水', '\ud83d\ude00']) expect(await found({ q })).toEqual([]);
  });
});

describe('shown at intake', () => {
  const actor = (): Actor => ({
    kind: 'staff',
    name: '前台',
    role: 'receptionist',
    communities: [world.garden.id],
    can: () => true,
  });
  const like = (text: string, more: object = {}) => similarStudies(world.kernel, actor(), { text, ...more });

  it.each([
    ['楼上半夜装修，电钻声吵得睡不着', '楼上夜间装修噪音扰民'],
    ['卫生间天花板漏水，报修好几次都没修好', '卫生间漏水多次报修未解决'],
    ['我的固定车位又被外来车辆占了', '固定车位被外来车辆占用'],
    ['电梯停了，我们被困在里面半个多小时', '电梯困人四十分钟'],
    ['有人从楼上往下扔东西，高空抛物砸到遮阳棚', '高空抛物砸坏遮阳棚'],
    ['楼下餐馆油烟太大，凌晨还在营业', '底商油烟与噪音'],
    ['昨天停水没有提前通知', '停水未提前通知'],
    ['园区里的路灯不亮，晚上摔了一跤', '园区路灯不亮'],
    ['消防通道被私家车堵住了', '消防通道被私家车堵塞'],
    ['装修押金一直不退', '装修押金退还拖延'],
  ])('%s', async (text, title) => {
    const hints = await like(text);
    expect(hints.map((hint) => hint.title)).toContain(
      CASES.find((each) => each.title.includes(title.slice(0, 4)))!.title
    );
    expect(hints.length).toBeLessThanOrEqual(3);
  });

  it('the likest stands first, with its lesson', async () => {
    const [first] = await like('电梯故障，孩子被困在电梯里四十分钟没人来');
    const { title, lesson, tags } = CASES.find((each) => each.title === '电梯困人四十分钟')!;
    expect(first).toEqual<StudyHint>({
      documentId: made.get(title)!,
      number: expect.any(String) as never,
      title,
      lesson,
      tags,
    });
  });

  it('the same category counts in a case’s favour', async () => {
    const text =
      '夜间机器低频响个不停，老人孩子都睡不着，麻烦派师傅到机房和管道井看看到底哪里在响，这样下去身体吃不消，盼早日给个说法';
    const titles = async (category: string) => (await like(text, { category })).map((hint) => hint.title);
    expect(await titles('漏水维修')).not.toContain('水泵房低频噪音');
    expect(await titles('噪音扰民')).toContain('水泵房低频噪音');
  });

  it.each([['你好'], ['请问物业费在哪里交'], ['谢谢你们的服务'], ['天气真好，我想借一把雨伞'], ['']])(
    'shows nothing far-fetched for %j',
    async (text) => {
      expect(await like(text)).toEqual([]);
    }
  );

  it('shows what people of this community may read, and published cases only', async () => {
    const text = '楼上半夜装修，电钻声吵得睡不着';
    const elsewhere: Actor = { ...actor(), communities: [world.river.id] };
    expect(await similarStudies(world.kernel, elsewhere, { text })).toEqual([]);
    expect(await similarStudies(world.kernel, elsewhere, { text, community: world.garden.id })).toEqual([]);
    expect(await like(text, { community: world.garden.id })).not.toEqual([]);
    const documentId = made.get('楼上夜间装修噪音扰民')!;
    await post(`/${documentId}/actions/withdraw`, { reason: '试' });
    expect((await like(text)).map((hint) => hint.documentId)).not.toContain(documentId);
  });
});
