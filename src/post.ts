import { exportVariable, getState, info, warning } from '@actions/core';
import { cleanUp, STATE } from './cleanup.ts';
import { fileSystem } from './filesystem.ts';
import { messageFor } from './reporting/action-error.ts';

try {
  cleanUp(getState(STATE), { info, warning, exportVariable }, fileSystem);
} catch (error) {
  warning(messageFor(error));
}
