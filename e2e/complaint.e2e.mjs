// A complaint from the first word to the archive: the hour, the task force, the revisit by somebody else, the lesson.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot, URL } from './browser.mjs';
import { act, panelOf, paperOf, personIn, quiet, visit } from './desk.mjs';

const SAID = '昨晚电梯突然下坠两层，老人受惊，打物业电话没有人接';
const HANDLER = '何静';
const LEADER = '赵建军';
const TOLD = '已停梯检修，今晚八点前给您检测结果';
const RESULT = '更换制动器并经维保单位检测合格，已恢复运行';
const CAUSE = '制动器磨损超限，月检未按规程测量';
const WATCH = '每月测量制动器间隙并留存记录';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (name, options) => personIn(browser, `${name}@demo.local`, options);

/** As long as a finger rests on a key: radios hear an arrow only while it is down. */
const HELD = { delay: 80 };

/** Types into a list and takes the line that says so. */
async function pick(page, form, name, text) {
  await form.locator(`input[name="${name}"]`).fill(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Sends the receptionist's form and answers the number that comes back. */
async function save(page, expected) {
  await page.keyboard.press('Control+Enter');
  const number = await page.getByTestId('saved-number').innerText();
  assert.match(number, expected);
  return number;
}

/** Saves a paper of the case that is open and answers what it says. */
const paper = (page, scope, button) => paperOf(page, scope.getByRole('button', { name: button, exact: true }));

test(
  'an urgent complaint reaches the supervisor within the hour and leaves its lesson',
  { timeout: 400_000 },
  async (t) => {
    const receptionist = await person('receptionist');
    let number;
    let address;

    await t.test('the receptionist takes it down by keyboard alone', async () => {
      const { page } = receptionist;
      const { keyboard } = page;
      await visit(page, '/plugins/property-desk/intake');
      await page.getByRole('combobox', { name: '来电人' }).waitFor();
      await keyboard.type('201');
      await page.getByText(/找到 [1-9]\d* 户/).waitFor();
      await keyboard.press('Enter');
      await page.getByRole('button', { name: '报修', exact: true }).and(page.locator(':focus')).waitFor();
      await keyboard.press('Enter');
      await page.locator('input[name=category]:focus').waitFor();

      // Back to the kinds, one to the right, and into the form again.
      await keyboard.press('Shift+Tab');
      await keyboard.press('ArrowRight', HELD);
      assert.equal(await page.getByRole('radio', { name: '投诉', exact: true }).getAttribute('aria-checked'), 'true');
      await keyboard.press('Tab');
      await page.locator('textarea[name=content]:focus').waitFor();
      await keyboard.insertText(SAID);
      await keyboard.press('Tab');
      await keyboard.insertText('书面说明原因，并保证不再发生');
      await keyboard.press('Tab');
      await keyboard.insertText('设施');
      await page.getByRole('option', { name: '设施维护' }).waitFor();
      await keyboard.press('Enter');

      await page.getByRole('button', { name: '添加证据' }).focus();
      await keyboard.press('Enter');
      await keyboard.press('ArrowLeft', HELD);
      await page.locator('input[name="evidence.0.description"]').focus();
      await keyboard.insertText('同乘的邻居可以作证');
      await page.locator('input[name=contactTelephone]').focus();
      await keyboard.type('13800002345');
      await shot(page, 'complaint-intake');
      number = await save(page, /^TS-\d{8}-\d{4}$/);
      await page.getByText('待判定').first().waitFor();
      address = new globalThis.URL(await page.getByRole('link', { name: '打开' }).getAttribute('href'), URL).pathname;
    });

    await t.test('and judges it urgent: neither handler nor date is asked of the desk', async () => {
      const { page } = receptionist;
      await page.goto(`${URL}${address}`);
      await act(
        page,
        '判定',
        async (form) => {
          await form.getByRole('radio', { name: '一般', exact: true }).click();
          await form.locator('input[name=handler]').waitFor();
          await form.getByRole('radio', { name: '紧急', exact: true }).click();
          await form.locator('input[name=handler]').waitFor({ state: 'detached' });
          await form.locator('input[name=reason]').fill('电梯下坠，涉及人身安全');
          await shot(page, 'complaint-classify');
        },
        '待主管介入'
      );
      await panelOf(page).getByTestId('big-clock').waitFor();
      quiet('the receptionist', receptionist);
    });

    const supervisor = await person('supervisor');
    await t.test('the supervisor sees the hour running on top of the desk', async () => {
      const { page } = supervisor;
      await visit(page, '/plugins/property-desk/desk');
      const lines = page.locator('main li');
      const top = lines.filter({ hasText: number });
      await top.getByTestId('big-clock').waitFor();
      const clocks = await lines.evaluateAll((all) =>
        all.map((line) => !!line.querySelector('[data-testid=big-clock]'))
      );
      assert.equal(
        clocks.lastIndexOf(true),
        clocks.filter(Boolean).length - 1,
        'the hours stand above everything else'
      );
      await top.getByText('紧急', { exact: true }).waitFor();
      const clock = top.getByRole('timer');
      const before = await clock.innerText();
      assert.match(before, /^(1:00:00|5\d:\d\d)$/);
      await page.waitForTimeout(1500);
      assert.notEqual(await clock.innerText(), before, 'the clock runs');
      await shot(page, 'complaint-desk');
      await top.getByRole('link').click();
      await panelOf(page).getByText('紧急', { exact: true }).first().waitFor();
    });

    await t.test('steps in with a plan, and forms a task force', async () => {
      const { page } = supervisor;
      await act(
        page,
        '主管介入',
        async (form) => {
          await form.locator('textarea[name=plan]').fill('立即停梯，通知维保单位到场，当面致歉');
          await pick(page, form, 'handler', HANDLER);
          await form.getByRole('button', { name: '明天 15:00' }).click();
          await shot(page, 'complaint-intervene');
        },
        '处理中'
      );
      await panelOf(page).getByTestId('big-clock').waitFor({ state: 'detached' });
      await act(
        page,
        '成立专项小组',
        async (form) => {
          await pick(page, form, 'leader', LEADER);
          for (const member of [HANDLER, '吴佳怡']) await pick(page, form, 'members', member);
          await form.locator('input[name=aim]').fill('三天内查明原因，排查全部电梯');
          await shot(page, 'complaint-task-force');
        },
        '处理中'
      );
      const card = panelOf(page).getByTestId('task-force');
      await card.getByText(`组长：${LEADER}`).waitFor();
      await card.getByText(`组员：${HANDLER}、吴佳怡`).waitFor();
    });

    const handler = await person('specialist2');
    await t.test('the handler tells how things stand; another time waits for the supervisor', async () => {
      const { page } = handler;
      await page.goto(`${URL}${address}`);
      await act(
        page,
        '反馈进展',
        async (form) => {
          await form.locator('textarea[name=message]').fill(TOLD);
          await form.getByRole('radio', { name: '电话', exact: true }).click();
          await form.getByRole('button', { name: '明天 10:00' }).click();
          await form.locator('input[name=reason]').fill('等检测机构报告');
        },
        '处理中'
      );
      await panelOf(page).getByRole('region', { name: '已告知投诉人' }).getByText(TOLD).waitFor();
      await panelOf(page).getByText('经办人申请改期，待主管确认').waitFor();
      await shot(page, 'complaint-proposed');

      await supervisor.page.goto(`${URL}${address}`);
      await act(supervisor.page, '确认改期', null, '处理中');
      await panelOf(supervisor.page).getByText('经办人申请改期，待主管确认').waitFor({ state: 'detached' });
    });

    await t.test('resolves it, and may not revisit it', async () => {
      const { page } = handler;
      await page.goto(`${URL}${address}`);
      await act(
        page,
        '处理完毕',
        async (form) => {
          await form.locator('textarea[name=result]').fill(RESULT);
          await form.locator('textarea[name=measures]').fill('更换制动器，全部电梯加检一次');
          assert.equal(await form.locator('input[name=noTaskForceReason]').count(), 0, 'there is a task force');
        },
        '待回访'
      );
      assert.equal(await panelOf(page).getByRole('button', { name: '回访', exact: true }).count(), 0);
      await panelOf(page)
        .getByRole('button', { name: /不能办理的操作/ })
        .click();
      await panelOf(page).locator('li', { hasText: '回访' }).first().waitFor();
      quiet('the handler', handler);
    });

    const specialist = await person('specialist');
    await t.test('somebody else revisits', async () => {
      const { page } = specialist;
      await page.goto(`${URL}${address}`);
      await act(
        page,
        '回访',
        async (form) => {
          await form.getByRole('radio', { name: '不满意', exact: true }).click();
          await form.locator('[name=promisedAt]').waitFor();
          await form.getByRole('radio', { name: '满意', exact: true }).click();
          await form.locator('[name=promisedAt]').waitFor({ state: 'detached' });
          await form.locator('[data-field=ratingOverall]').getByRole('radio', { name: '5 分' }).click();
        },
        '待复盘'
      );
      quiet('the specialist', specialist);
    });

    await t.test(
      'the supervisor reviews it: cause, lesson, and what is done so that it does not happen again',
      async () => {
        const { page } = supervisor;
        await page.goto(`${URL}${address}`);
        await act(
          page,
          '复盘',
          async (form) => {
            await form.locator('textarea[name=courseOfEvents]').fill('当晚接报后停梯，次日更换制动器。');
            await form.locator('textarea[name=rootCause]').fill(CAUSE);
            await form.locator('textarea[name=lessons]').fill('安全检查必须有测量记录');
            await form.getByRole('button', { name: '添加整改措施' }).click();
            await form.locator('textarea[name="preventiveActions.0.what"]').fill(WATCH);
            // Whose it is was forgotten: said at the very field.
            await form.getByRole('button', { name: '复盘', exact: true }).click();
            await page.locator('input[name="preventiveActions.0.owner"]:focus').waitFor();
            await pick(page, form, 'preventiveActions.0.owner', LEADER);
            await form
              .locator('[data-field="preventiveActions.0.dueAt"]')
              .getByRole('button', { name: '一周后' })
              .click();
            await form.locator('input[name=publishCase]').check();
            await shot(page, 'complaint-review');
          },
          '待归档'
        );
        assert.deepEqual(
          supervisor.troubles.splice(0).map((trouble) => trouble.split(' /')[0]),
          ['400']
        );
      }
    );

    await t.test('write-up and reply letter tell the story on paper', async () => {
      const { page } = supervisor;
      const writeUp = await paper(page, panelOf(page), '打印投诉案例');
      for (const text of [number, SAID, RESULT, CAUSE, WATCH])
        assert.ok(writeUp.includes(text), `the write-up says ${text}`);
      const letter = await paper(page, panelOf(page), '打印回复函');
      assert.ok(letter.includes(number));
      assert.ok(!letter.includes(CAUSE), 'the letter keeps what is internal');
      await act(page, '归档', null, '已归档');
      await shot(page, 'complaint-archived');
    });

    await t.test('the case is read, confirmed, and comes up when the like is complained of', async () => {
      const { page } = supervisor;
      await visit(page, '/plugins/property-desk/desk');
      // The demo has drafts of its own; what was written last is due last.
      await page.locator('main li', { hasText: '确认案例' }).last().getByRole('link').click();
      await act(
        page,
        '确认发布',
        async (form) => {
          await form.getByRole('checkbox').check();
          await shot(page, 'case-study-confirm');
        },
        '已发布'
      );
      await visit(page, '/plugins/property-desk/case-studies');
      await page.getByPlaceholder(/查找案例/).fill('制动');
      await page
        .getByRole('main')
        .getByRole('link', { name: /电梯突然下坠/ })
        .first()
        .waitFor();
      await shot(page, 'library-found');
      const { page: desk } = receptionist;
      await visit(desk, '/plugins/property-desk/intake');
      await desk
        .getByRole('option', { name: /公共部位/ })
        .first()
        .click();
      await desk.getByRole('button', { name: '投诉', exact: true }).click();
      await desk.locator('textarea[name=content]').fill('2栋的电梯又下坠了');
      await desk.getByTestId('studies').getByRole('link').first().waitFor();
      await shot(desk, 'complaint-hints');
      quiet('the receptionist', receptionist);
    });

    await t.test('the preventive action stands on the list, and on its owner’s desk', async () => {
      const { page } = supervisor;
      await visit(page, '/plugins/property-desk/preventive-actions');
      const line = page.locator('tbody tr', { hasText: WATCH }).filter({ hasText: number }).first();
      await line.getByText(LEADER).waitFor();
      await line.getByRole('link', { name: number }).waitFor();
      await shot(page, 'preventive-actions');
      const owner = await person('engineer');
      await visit(owner.page, '/plugins/property-desk/desk');
      await owner.page.locator('main li', { hasText: WATCH }).last().getByRole('link').click();
      await act(
        owner.page,
        '完成',
        async (form) => {
          await form.locator('textarea[name=doneText]').fill('六台电梯均已测量，记录已归档');
        },
        '已完成'
      );
      quiet('the owner', owner);
      await owner.context.close();
    });

    await t.test('the list of complaints is narrowed, and the month’s ledger is printed', async () => {
      const { page } = supervisor;
      await visit(page, '/plugins/property-desk/complaints');
      await page.getByRole('combobox', { name: '等级' }).click();
      await page.getByRole('option', { name: '紧急' }).click();
      await page.waitForURL(/severity=urgent/);
      await page.keyboard.press('Escape');
      // What has ended is listed where its state is asked for.
      await page.getByRole('combobox', { name: '状态' }).click();
      await page.getByRole('option', { name: '已归档' }).click();
      await page.waitForURL(/state=archived/);
      await page.keyboard.press('Escape');
      await page.locator('tbody tr', { hasText: number }).waitFor();
      await shot(page, 'complaints');
      await page.getByRole('button', { name: '月度台账' }).click();
      const dialog = page.getByRole('dialog', { name: '投诉月度台账' });
      await dialog.waitFor();
      await dialog.getByRole('button', { name: '下载', disabled: false }).waitFor();
      const ledger = await paper(page, dialog, '下载');
      assert.ok(ledger.includes(number), 'the ledger has the complaint');
      quiet('the supervisor', supervisor);
    });

    await Promise.all([receptionist, supervisor, handler, specialist].map(({ context }) => context.close()));
  }
);

test('somebody who will not be named gets a code, once', { timeout: 120_000 }, async () => {
  const receptionist = await person('receptionist', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = receptionist;
  await visit(page, '/plugins/property-desk/intake');
  await page.getByRole('combobox', { name: '来电人' }).waitFor();
  await page
    .getByRole('option', { name: /公共部位/ })
    .first()
    .click();
  await page.getByRole('button', { name: '投诉', exact: true }).click();
  await page.locator('input[name=publicPlace]').fill('地下车库出口');
  await page.locator('textarea[name=content]').fill('保安收钱放外来车进来停');
  await page.locator('input[name=anonymous]').check();
  for (const name of ['reporterName', 'contactTelephone']) {
    await page.locator(`input[name=${name}]`).waitFor({ state: 'detached' });
  }
  await page.locator('textarea[name=content]').focus();
  const number = await save(page, /^TS-/);
  const code = await page.getByTestId('secret-code').innerText();
  assert.ok(code.length >= 8, 'the code is long enough to be one');
  await page.getByRole('button', { name: '复制' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes(code) && copied.includes(number));
  await shot(page, 'complaint-code');

  await page.goto(
    `${URL}${new globalThis.URL(await page.getByRole('link', { name: '打开' }).getAttribute('href'), URL).pathname}`
  );
  await panelOf(page).getByText('匿名', { exact: true }).waitFor();
  assert.ok(!(await page.locator('body').innerText()).includes(code), 'the code is nowhere to be seen again');
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});

test('complaints in English and in the dark', { timeout: 120_000 }, async () => {
  const supervisor = await person('supervisor', { language: 'en', locale: 'en-GB', colorScheme: 'dark' });
  const { page } = supervisor;
  for (const [path, heading] of [
    ['complaints', 'Complaints'],
    ['preventive-actions', 'Preventive actions'],
  ]) {
    await visit(page, `/plugins/property-desk/${path}`);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await page.locator('tbody a').first().waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, `${path}-en`);
  }
  await visit(page, '/plugins/property-desk/complaints');
  await page.locator('tbody a').first().click();
  await panelOf(page).getByText('History').waitFor();
  await shot(page, 'complaint-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
