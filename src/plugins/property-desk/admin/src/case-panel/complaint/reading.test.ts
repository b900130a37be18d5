import { factsOfComplaint } from './reading';

test('what a complaint does not say is said to be missing, whatever shape that has', () => {
  expect(factsOfComplaint({ fields: { evidence: null, taskForce: null, repeatCount: null, lastTold: '' } })).toEqual({
    severity: null,
    anonymous: false,
    contactWay: null,
    evidence: [],
    taskForce: null,
    promisedAt: null,
    proposedPromise: null,
    proposedReason: null,
    lastTold: null,
    toldAt: null,
    repeatOf: null,
    repeatCount: 0,
    household: null,
  });
});

test('what it says is read', () => {
  const fields = {
    severity: 'urgent',
    anonymous: true,
    contactWay: 'code',
    evidence: [{ kind: 'person', description: '同楼层邻居看见' }],
    repeatOf: { documentId: 'a', name: 'TS-20261101-0001' },
    repeatCount: 2,
  };
  expect(factsOfComplaint({ fields })).toMatchObject(fields);
});
