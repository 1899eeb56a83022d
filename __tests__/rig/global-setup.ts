import { type Moto, startMoto } from './moto.ts';

declare global {
  /** The run's moto, for the tear-down: Jest runs both in one process. */
  var moto: Moto | undefined;
}

/** The version in `runs.using` of action.yml, which npm scripts find first on their PATH. */
const ACTION_NODE = '24';

/** Starts moto once for the whole run; the tests find its URL in `MOTO_URL`. */
// biome-ignore lint/style/noDefaultExport: Jest takes the default export.
export default async function setUp(): Promise<void> {
  const major = process.versions.node.split('.')[0];
  if (major !== ACTION_NODE) {
    throw new Error(
      `action.yml runs on Node ${ACTION_NODE}; this is Node ${process.versions.node}. Run "npm test".`,
    );
  }
  globalThis.moto = await startMoto();
  process.env.MOTO_URL = globalThis.moto.url;
}
