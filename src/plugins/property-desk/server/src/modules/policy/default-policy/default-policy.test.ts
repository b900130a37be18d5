import { linesOf } from '../blocks';
import { defaultArticles } from '.';

const articles = defaultArticles('阳光物业服务有限公司');
const textOf = (number: number) => linesOf(articles[number - 1].body).join('\n');

describe('the default policy', () => {
  it('is seventeen articles in six chapters, in full sentences', () => {
    expect(articles.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    expect(new Set(articles.map(({ chapter }) => chapter)).size).toBe(6);
    for (const { number } of articles) expect([number, textOf(number)]).toEqual([number, expect.stringMatching(/。$/)]);
    const whole = articles.map(({ number }) => textOf(number)).join('');
    expect(whole.length).toBeGreaterThan(4000);
    expect(whole.length).toBeLessThan(6500);
    expect(whole).not.toMatch(/[{}]|\$&/);
  });

  it('takes any company’s name as it is', () => {
    expect(linesOf(defaultArticles('$& 物业')[0].body)[0]).toContain('规范$& 物业客服部');
  });

  // The figures that the articles state are those of the rules that they come with.
  it.each([
    [3, ['客户至上', '专业高效', '诚信负责', '团结协作', '持续改进']],
    [5, ['十五日', '二十四小时内张贴', '一小时内复核']],
    [8, ['铃响三声', '承诺明确的答复时间', '二小时内督办']],
    [9, ['三十分钟内受理', '十五分钟内', '三十分钟内到达现场', '二十四小时内电话回访', '三日内关闭']],
    [
      10,
      [
        '三十分钟内判定',
        '二十四小时内给业主首次回复',
        '一小时内介入',
        '四小时内',
        '四十八小时',
        '九十日',
        '三日内归档',
      ],
    ],
    [
      11,
      [
        '满十五日',
        '满三十日且至少两次',
        '满四十五日',
        '十五日的合理付款期限',
        '满六十日',
        '停止供电、供水、供热、供燃气',
      ],
    ],
    [12, ['一户一档', '五个工作日', '电子档案与纸质档案']],
    [13, ['百分之九十八', '百分之九十', '百分之百']],
    [15, ['陈述和申辩', '经济处理仅在法律、法规允许的范围内']],
    [16, ['三日内作出决定']],
    [17, ['七日内阅读并确认', '颁布之日起施行']],
  ])('states in article %i what the policy demands', (number, figures) => {
    for (const figure of figures) expect([figure, textOf(number).includes(figure)]).toEqual([figure, true]);
  });
});
