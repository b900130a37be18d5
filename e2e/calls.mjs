// Calls of the staff's API, for what a story needs before it begins and for what others do meanwhile.
import assert from 'node:assert/strict';
import { PASSWORD, URL } from './browser.mjs';

/** Somebody of the demo data who calls the API, e.g. `await callerOf('specialist')`. */
export async function callerOf(name) {
  const send = async (method, path, body, token) => {
    const answer = await fetch(`${URL}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${JSON.stringify(said.error)}`);
    return said;
  };
  const { data } = await send('POST', '/admin/login', { email: `${name}@demo.local`, password: PASSWORD });
  const call = async (method, path, body) => (await send(method, `/property-desk${path}`, body, data.token)).data;

  return {
    call,
    /** The household of a room that is named so that there is one only. */
    household: async (room) => (await call('POST', '/search', { query: room })).households[0],
    /** Starts a case and answers its line. */
    start: (plural, action, input) => call('POST', `/${plural}/actions/${action}`, { input }),
    /** Acts on a case as it stands now. */
    act: async (plural, documentId, action, input) => {
      const { case: now } = await call('GET', `/${plural}/${documentId}`);
      return call('POST', `/${plural}/${documentId}/actions/${action}`, { input, revision: now.revision });
    },
  };
}
