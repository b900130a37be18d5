/** A window of the office's, and a telephone. */
export const WIDE = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const button = (page, name) => page.getByRole('button', { name, exact: true });
const line = (page) => page.locator('tbody tr').first();

/** Opens the first of a list. */
const openFirst = async (page, href) => {
  const link = page.locator(`main a[href*="${href}"]`).first();
  await link.waitFor();
  await link.click();
};

/**
 * Every picture of the guide and the docs, in the order in which they are taken: its file's name, who looks, where on the
 * desk (`at`), on what (`on`, a window unless it says otherwise), and what is done there until the page shows it. Those
 * of one person on one device follow each other in one window: one that has no `at` goes on where the last one left off.
 */
export const PICTURES = [
  {
    name: 'desk',
    who: 'specialist',
    at: 'desk',
    shows: (page) => page.locator('main li').first().waitFor(),
  },
  {
    name: 'case',
    who: 'specialist',
    at: 'tickets?state=completed',
    async shows(page) {
      await openFirst(page, '/tickets/');
      await button(page.getByTestId('case-panel'), '回访').waitFor();
    },
  },
  // As it comes out of the printer, of the case that is open.
  { name: 'work-order', who: 'specialist', paper: (page) => button(page.getByTestId('case-panel'), '打印维修工单') },
  {
    name: 'notice-editor',
    who: 'specialist',
    at: 'notices/new',
    async shows(page) {
      await button(page, '停水通知').click();
      await page.getByTestId('preview').locator('[data-page="1"]').waitFor();
    },
  },
  {
    name: 'figures',
    who: 'supervisor',
    at: 'figures',
    shows: (page) => page.locator('main svg, main table').first().waitFor(),
  },
  {
    name: 'notifications',
    who: 'supervisor',
    at: 'notifications',
    shows: (page) => page.getByRole('heading', { name: '提醒设置' }).waitFor(),
  },
  {
    name: 'list',
    who: 'supervisor',
    at: 'tickets',
    shows: (page) => line(page).waitFor(),
  },
  {
    name: 'execution-map',
    who: 'supervisor',
    at: 'execution-map',
    async shows(page) {
      await page.getByRole('button', { name: '今年' }).click();
      await page.locator('[data-bar]').first().waitFor();
    },
  },
  {
    name: 'desk-receptionist',
    who: 'receptionist',
    at: 'desk',
    shows: (page) => page.locator('main li').first().waitFor(),
  },
  {
    name: 'intake',
    who: 'receptionist',
    at: 'intake',
    async shows(page) {
      await page.getByRole('combobox', { name: '来电人' }).fill('302');
      await page.getByText(/找到 [1-9]\d* 户/).waitFor();
      await page.keyboard.press('Enter');
      await button(page, '报修').click();
      await page.locator('input[name=category]').fill('水电');
      await page.getByRole('option', { name: '水电' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('textarea[name=description]').fill('厨房水槽下水管漏水，地面已有积水');
      await page.locator('input[name=contactTelephone]').fill('13800001234');
      await page.getByText(/建议派给/).waitFor();
    },
  },
  {
    name: 'complaint',
    who: 'receptionist',
    async shows(page) {
      await page.getByRole('radio', { name: '投诉', exact: true }).click();
      await page.locator('textarea[name=content]').fill('楼上装修，晚上十点还在钻墙，孩子没法睡觉');
      await page.locator('textarea[name=demands]').fill('请物业上门制止，并告知允许施工的时间');
      await page.locator('input[name=category]').fill('噪音');
      await page.getByRole('option', { name: '噪音扰民' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '添加证据' }).click();
      await page.locator('input[name="evidence.0.description"]').fill('手机录像一段，22:10 拍摄');
    },
  },
  {
    name: 'household-file',
    who: 'receptionist',
    at: 'households',
    async shows(page) {
      await page.getByRole('combobox', { name: '查找住户' }).fill('1栋1单元301');
      await page
        .getByRole('option')
        .filter({ hasText: /单元301\b/ })
        .first()
        .click();
      await page.getByRole('region', { name: '住户成员', exact: true }).waitFor();
    },
  },
  {
    name: 'loans',
    who: 'specialist',
    at: 'loans',
    shows: (page) => line(page).waitFor(),
  },
  {
    name: 'documents',
    who: 'receptionist',
    at: 'documents',
    shows: (page) => line(page).waitFor(),
  },
  {
    name: 'import-findings',
    who: 'supervisor',
    at: 'archive-imports',
    async shows(page) {
      await openFirst(page, '/archive-imports/');
      await page.getByRole('heading', { name: '导入结果' }).waitFor();
      await line(page).waitFor();
    },
  },
  {
    name: 'access-log',
    who: 'supervisor',
    at: 'access-log?kind=reveal',
    shows: (page) => line(page).waitFor(),
  },
  {
    name: 'policy',
    who: 'supervisor',
    at: 'policies',
    async shows(page) {
      await page.getByRole('link', { name: '阅读制度' }).first().click();
      await page.locator('#article-9').waitFor();
    },
  },
  {
    name: 'policy-comparison',
    who: 'supervisor',
    async shows(page) {
      await button(page.getByTestId('case-panel'), '修订').click();
      await button(page.getByRole('dialog'), '修订').click();
      const rule = page.locator('form[data-rule="ticket.followUpWithin"]');
      await rule.getByRole('textbox').fill('12');
      await rule.getByRole('textbox').press('Tab');
      await button(rule, '保存').click();
      await rule.getByText('改回默认').waitFor();
      await page.getByRole('button', { name: '编辑第三条' }).click();
      const article = page.getByTestId('article-form');
      await article.locator('input[name=title]').fill('服务原则');
      await article.getByRole('button', { name: '保存本条' }).click();
      await article.waitFor({ state: 'detached' });
      await page.getByRole('tab', { name: '与现行版本比较' }).click();
      await page.getByTestId('comparison').waitFor();
    },
  },
  {
    name: 'rulebook',
    who: 'supervisor',
    at: 'rulebook',
    shows: (page) => page.getByTestId('rulebook').locator('tbody tr').first().waitFor(),
  },
  {
    name: 'phone',
    who: 'engineer',
    on: PHONE,
    at: 'desk',
    shows: (page) => page.locator('main li').first().waitFor(),
  },
  {
    name: 'notice-to-post',
    who: 'receptionist',
    on: PHONE,
    at: 'notices?tab=to-post',
    shows: (page) => page.locator('main').waitFor(),
  },
];
