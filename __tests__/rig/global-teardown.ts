import './global-setup.ts';

/** Stops the run's moto. */
// biome-ignore lint/style/noDefaultExport: Jest takes the default export.
export default async function tearDown(): Promise<void> {
  await globalThis.moto?.stop();
}
