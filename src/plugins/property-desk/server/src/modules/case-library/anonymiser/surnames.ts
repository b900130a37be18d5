/** Surnames of two characters. */
const COMPOUND =
  '欧阳 上官 司马 司徒 诸葛 东方 皇甫 尉迟 公孙 慕容 长孙 令狐 宇文 夏侯 端木 南宫 独孤 百里 东郭 呼延 轩辕 闻人'.split(
    ' '
  );

/** Surnames by which an unlisted person is recognised; those that are above all other words are left out. */
const COMMON =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤康施常温牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池麻苑迟邝';

/** The longest surname with which a Chinese name begins; the first character where it is none that is known. */
export const surnameOf = (name: string): string => COMPOUND.find((each) => name.startsWith(each)) ?? [...name][0] ?? '';

/** Whether a name begins as people's names do. */
export const startsLikeAName = (name: string): boolean =>
  COMPOUND.some((each) => name.startsWith(each)) || COMMON.includes([...name][0] ?? ' ');

/** One of these before the surname makes it part of another word: 保安队长, 工程师傅, 公司主管, 外包师傅. */
export const BEFORE: Record<string, string> = {
  安: '保治公平',
  程: '工流过日课',
  司: '公',
  包: '外承分发总转',
  管: '主物保城监',
  全: '安齐',
  林: '园绿森',
  关: '相有无开机',
  段: '路时阶片地',
  常: '日经正平异非通',
  方: '对双甲乙我各工业三责地官校厂资',
  时: '当及同届临按准到此随',
  于: '由关对属至位处等在基鉴大小高低归出终便',
  任: '主责担现前委信',
  周: '本上下每一两三四五六七八九十数半这那整首',
  金: '现资奖基租押定罚',
  高: '最提升拔',
  余: '其业剩多',
  应: '供反相响适',
  解: '了调理化',
  成: '完组达',
  单: '订账名清菜',
  连: '接',
  易: '交容',
  师: '工律老教',
  和: '',
  明: '说证声',
  华: '中',
  路: '道线',
  车: '停开洗',
  房: '住',
  费: '收缴',
};

/** One of these after 小 or 老 and the surname makes it another word: 小高层, 小程序, 小龙头, 小孙子. */
export const AFTER: Record<string, string> = {
  高: '层度峰空压低档中学价处楼',
  黄: '车狗鸭色瓜鱼',
  马: '路达桶上力',
  程: '序度',
  孙: '子女',
  龙: '头虾',
  任: '务性',
  叶: '榕子片',
  周: '期末边围',
  丁: '点',
  毛: '病巾',
  石: '头子块',
  方: '块格面便',
  白: '菜蚁色板',
  温: '差',
  成: '本',
  安: '装全静',
  花: '园坛盆草',
  金: '额属',
  包: '装裹',
  孔: '洞',
  康: '社',
  林: '荫',
  余: '额',
  单: '元间',
  邢: '',
  商: '店铺贩品',
  麻: '烦将',
  古: '树',
  景: '观',
  沙: '发子',
  党: '员',
};

/** With 小 or 老 in front these are words of everyday life before they are anybody. */
export const EVERYDAY = '时路区于计门车雨雪水房家巷店师板年人学米段项费票宗全';

/** What keeps 小 and 老 from beginning a name: 最小高度, 养老金. */
export const NOT_BEFORE_SMALL = '最较减缩大狭微矮渺细变过养敬古陈破衰';
