const UID = 'plugin::property-desk.notice';
const MINUTE = 60_000;

const line = (text, bold = false) => ({ type: 'text', text, ...(bold && { bold: true }) });

/** A notice of about a page: a heading, three paragraphs, a list. */
const bodyOf = (n) => [
  { type: 'heading', level: 2, children: [line(`第${n}号停水安排`)] },
  ...[1, 2, 3].map((part) => ({
    type: 'paragraph',
    children: [
      line(`${part}. `, true),
      line('因市政管网检修,本小区部分楼栋将于明日九时至十七时停水。请各位住户提前储水,关闭室内水龙头,'),
      line('恢复供水后如水质浑浊,请先放水数分钟。给您带来不便,敬请谅解。如有疑问请与客服中心联系。'),
    ],
  })),
  {
    type: 'list',
    format: 'unordered',
    children: ['一号楼', '二号楼', '三号楼'].map((text) => ({ type: 'list-item', children: [line(text)] })),
  },
];

/** The same published notices for ours and for stock; both may be read by everybody. */
export const fillNotices = async (strapi, kernel, { count, community }) => {
  const now = kernel.clock.now();
  for (let n = 1; n <= count; n += 1) {
    const shown = {
      number: `物业客〔2026〕${n}号`,
      title: `关于停水的通知 ${n}`,
      state: 'published',
      kind: 'outage',
      body: bodyOf(n),
      channels: ['portal', 'board'],
      issuer: '阳光物业客服中心',
      issuedAt: new Date(now.getTime() - n * MINUTE),
      expiresAt: null,
      pinned: n % 10 === 0,
    };
    await strapi.db.transaction(({ trx }) => kernel.rows.insert(trx, UID, { ...shown, revision: 4, community }, now));
    await strapi.documents('api::stock-notice.stock-notice').create({ data: shown });
  }
  for (const type of ['public', 'authenticated']) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
    const data = { action: 'api::stock-notice.stock-notice.find', role: role.id };
    await strapi.db.query('plugin::users-permissions.permission').create({ data });
  }
  return kernel.versions.moveOn(['notice']);
};
