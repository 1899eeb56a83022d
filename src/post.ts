import * as core from '@actions/core';
import { cleanUp, STATE } from './cleanup.ts';
import { fileSystem } from './filesystem.ts';
import { messageFor } from './reporting/action-error.ts';

try {
  cleanUp(core.getState(STATE), core, fileSystem);
} catch (error) {
  core.warning(messageFor(error));
}
