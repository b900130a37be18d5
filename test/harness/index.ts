/** What tests import as `@harness`. */
export { bootDesk, type BootOptions, type Desk } from './desk';
export { createDatabase, emptyDatabase, onPostgres, runFolder, type TestDatabase } from './database';
export { PASSWORD, type Client, type Machine, type People, type Person } from './people';
export { startServer, type ServerProcess } from './server';
export { otherWriter } from './other-writer';
