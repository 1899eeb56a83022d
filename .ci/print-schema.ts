import { manifestJsonSchema } from '../src/manifest/schema.ts';

// The published schema.json: `npm run build` writes it from the one schema in the code.
process.stdout.write(`${JSON.stringify(manifestJsonSchema(), undefined, 2)}\n`);
