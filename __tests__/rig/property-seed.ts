import fc from 'fast-check';

// Property tests look for new cases on every run on a developer's machine. In CI the cases are always the same, so that a
// change is judged by what it changes; FC_SEED repeats a run.
const { CI, FC_SEED } = process.env;
const CI_SEED = 20_261_124;

if (FC_SEED !== undefined) fc.configureGlobal({ seed: Number(FC_SEED) });
else if (CI === 'true') fc.configureGlobal({ seed: CI_SEED });
