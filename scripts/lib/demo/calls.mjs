import { ADDED, AT_HOME, CATEGORIES, IN_PUBLIC, insideBuilding, LABOUR } from './repairs.mjs';

const SHARES = Object.fromEntries(Object.entries(CATEGORIES).map(([code, { share }]) => [code, share]));

/** Categories whose repairs are in people's homes as well as in public places. */
const inPublic = (dice, code) => !AT_HOME[code] || (Boolean(IN_PUBLIC[code]) && dice.chance(0.12));

/**
 * Somebody has something to be repaired: who, where, what, and how it will be put right.
 * `household` (its key) and `code` (the category) settle what would be left to chance.
 */
export function callOf({ world }, dice, { household: key, code = dice.weighted(SHARES), source } = {}) {
  const home = key ? world.households.find((each) => each.key === key) : dice.pick(world.households);
  const who = key ? home.residents[0] : dice.pick(home.residents);
  const shared = !key && inPublic(dice, code);
  const [publicPlace, repair] = shared ? dice.pick(IN_PUBLIC[code]) : [null, dice.pick(AT_HOME[code] ?? AT_HOME.other)];
  const urgent = /困|喷出来|突然停电|都是污水|吊顶|快点来|主机没反应/.test(repair.text);
  const labour = dice.pick(LABOUR);
  return {
    code,
    repair,
    priority: urgent || dice.chance(0.03) ? 'urgent' : 'ordinary',
    source: source ?? dice.weighted({ phone: 62, visit: 16, chat: 16, ...(shared ? { patrol: 30 } : {}) }),
    cost: repair.parts.reduce((sum, { quantity, price }) => sum + Math.round(quantity * price), 0) + labour,
    /** What every way of opening a ticket asks for. */
    asked: {
      community: world.community.documentId,
      household: home.documentId,
      ...(shared && { publicPlace }),
      ...(shared && insideBuilding(publicPlace) && { building: world.buildings[home.building].documentId }),
      category: world.categories[code].documentId,
      description: repair.text + (shared ? '' : dice.pick(ADDED)),
      reporterName: who.name,
      contactTelephone: who.telephone,
    },
  };
}

/** Who goes: an engineer whom the category names, or the firm that looks after such things. */
export function workerFor(dice, code, { contractor = false } = {}) {
  const category = CATEGORIES[code];
  if (contractor && category.contractor) return { contractor: category.contractor };
  return { engineer: dice.chance(0.9) ? dice.pick(category.engineers) : dice.pick(['engineer', 'engineer2']) };
}

/** The fields of the form that name the worker. */
export const workerInput = ({ world }, { contractor, engineer }) =>
  contractor ? { contractor } : { assignee: world.staff[engineer].documentId };

/** The form of completion. */
export const completion = ({ repair, cost }) => ({
  workDone: repair.done,
  parts: repair.parts,
  ...(cost > 0 && { cost }),
});
