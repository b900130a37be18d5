import { atHour, later } from './time.mjs';

const PLUGIN = 'plugin::property-desk';

/** How many days the log looks back on, and which of them was unusual. */
const DAYS = 30;
const UNUSUAL = -2;

/** What people look for in the course of a day: how many times at least and at most, who, and what they see. */
const HABITS = [
  { times: [3, 6], who: ['receptionist'], look: 'searched' },
  { times: [1, 3], who: ['receptionist', 'specialist', 'specialist2'], look: 'opened' },
  { times: [0, 1], who: ['specialist', 'specialist2', 'supervisor'], look: 'listed' },
  { times: [1, 3], who: ['engineer', 'engineer2'], look: 'called' },
  { times: [1, 2], who: ['specialist', 'specialist2'], look: 'revisited' },
  { times: [0, 2], who: ['receptionist', 'specialist2'], look: 'reached' },
  { times: [0, 2], who: ['receptionist'], look: 'printed' },
  { times: [0, 1], who: ['receptionist', 'supervisor'], look: 'unfolded' },
];

const REASONS = {
  called: ['联系业主确认上门时间', '已到楼下，联系业主开门', '配件到货，约业主改期'],
  revisited: ['完工电话回访', '回访未接，换时间再拨', '维修满意度回访'],
  reached: ['楼下漏水，通知业主查看', '车辆挡道，联系车主挪车', '门未关，提醒业主', '核对住户提交的更正申请'],
};

/** Who has looked at what, day by day; on one day somebody looks at many more than a day's calls need. */
export function looks(desk, timeline, dice) {
  const { clock, world } = desk;
  const anyHome = () => dice.pick(world.households);
  const resident = async () => {
    const { documentId } = await desk.residentFor(anyHome().key);
    return { recordType: `${PLUGIN}.resident`, recordDocumentId: documentId };
  };
  const ticket = async () => {
    const { documentId } = dice.pick(await desk.latelyTickets());
    return { recordType: `${PLUGIN}.ticket`, recordDocumentId: documentId };
  };
  const because = (what) => dice.pick(REASONS[what]);

  const LOOKS = {
    searched: () => ({
      ...{ kind: 'search', recordType: `${PLUGIN}.household`, recordDocumentId: '' },
      records: dice.whole(1, 3),
    }),
    opened: () => {
      const { documentId, residents } = anyHome();
      return {
        ...{ kind: 'open', recordType: `${PLUGIN}.household`, recordDocumentId: documentId },
        records: residents.length,
      };
    },
    listed: () => ({ kind: 'list', recordType: `${PLUGIN}.household`, recordDocumentId: '', records: 25 }),
    called: async () => ({
      ...{ kind: 'reveal', ...(await ticket()), field: 'contactTelephone', reason: because('called') },
    }),
    revisited: async () => ({
      ...{ kind: 'reveal', ...(await ticket()), field: 'contactTelephone', reason: because('revisited') },
    }),
    reached: async () => ({ kind: 'reveal', ...(await resident()), field: 'telephone', reason: because('reached') }),
    printed: async () => ({ kind: 'print', ...(await ticket()), recordType: 'ticket' }),
    unfolded: async () => ({ kind: 'file', recordType: 'household-paper', recordDocumentId: await desk.anyPaper() }),
  };

  async function* once(who, look) {
    await desk.look(who, [await LOOKS[look]()]);
  }

  /** A list of numbers copied by hand, in one afternoon. */
  async function* copied() {
    for (let left = 57; left > 0; left -= 1) {
      const entry = { kind: 'reveal', ...(await resident()), field: 'telephone', reason: '核对年末收费联系名单' };
      await desk.look('specialist2', [entry]);
      yield later(desk.now(), dice.between(0.5, 2));
    }
  }

  for (let day = -DAYS; day <= 0; day += 1)
    for (const { times, who, look } of HABITS)
      for (let left = dice.whole(...times); left > 0; left -= 1) {
        const at = atHour(clock, timeline.end, dice.between(8.7, 17.6), day);
        const by = dice.pick(who);
        if (at <= timeline.end) timeline.add(at, once(by, look));
      }
  timeline.add(atHour(clock, timeline.end, 14.1, UNUSUAL), copied());
}
