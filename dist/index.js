import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 9088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ messageFor),
/* harmony export */   t: () => (/* binding */ ActionError)
/* harmony export */ });
// build/src/reporting/action-error.js
/**
* An error whose message was written for the person who reads the log: it says what is wrong and what to do, and holds no
* value and no foreign text. Every other error is shown without its message.
*/
var ActionError = class extends Error {
	name = "ActionError";
};
/** The text for the log. Of an error that nobody expected only its class and the places in the code are told. */
function messageFor(error) {
	if (error instanceof ActionError) return error.message;
	const name = error instanceof Error ? error.name : typeof error;
	const frames = error instanceof Error ? framesOf(error) : [];
	return [
		`Internal error (${name}). Its message is not shown, since it may quote a secret.`,
		"Please report it with these lines:",
		...frames
	].join("\n");
}
function framesOf({ stack = "", message }) {
	return stack.slice(stack.indexOf(message) + message.length).split("\n").filter((line) => /^ {4}at /.test(line));
}



/***/ }),

/***/ 5368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ endGroup),
  c: () => (/* binding */ info),
  d: () => (/* binding */ setFailed),
  f: () => (/* binding */ setOutput),
  h: () => (/* binding */ warning),
  i: () => (/* binding */ writeFiles),
  l: () => (/* binding */ notice),
  m: () => (/* binding */ startGroup),
  o: () => (/* binding */ exportVariable),
  p: () => (/* binding */ setSecret),
  r: () => (/* binding */ planWrites),
  t: () => (/* binding */ STATE),
  u: () => (/* binding */ saveState)
});

// UNUSED EXPORTS: n, s

// EXTERNAL MODULE: ./build/bundle/filesystem.js
var filesystem = __nccwpck_require__(2826);
// EXTERNAL MODULE: ./build/bundle/action-error.js
var action_error = __nccwpck_require__(9088);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/bundle/cleanup.js







// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!external_fs_.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Sets env variable for this action and future actions in the job
* @param name the name of the variable to set
* @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
*/
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val);
	process.env[name] = convertedVal;
	if (process.env["GITHUB_ENV"] || "") return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
	issueCommand("set-env", { name }, convertedVal);
}
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(external_os_.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + external_os_.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
// build/src/targets/write-files.js
const OWNER_ONLY = 384;
/** A file could not be written; all others are as they were. `code` is the system's, such as `ENOSPC`. */
var WriteError = class extends action_error.t {
	name = "WriteError";
	shown;
	code;
	constructor(shown, code) {
		super(`${shown} cannot be written: ${code}`);
		this.shown = shown;
		this.code = code;
	}
};
/**
* Decides on names and digests; touches nothing.
*
* @param restored paths of the files that the post step puts back as they were
* @param temp the folder in which these are kept meanwhile
*/
function planWrites(contents, restored, temp, files) {
	const key = (0,external_node_crypto_.randomBytes)(16).toString("hex");
	const missing = contents.flatMap(({ target }) => (0,filesystem.t)((0,external_node_path_.dirname)(target.path), target.root).filter((path) => files.kindOf(path) === "none"));
	return {
		key,
		files: contents.map(({ target: { path, shown }, bytes }) => {
			const id = (0,external_node_crypto_.randomBytes)(6).toString("hex");
			const beside = (ending) => (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${id}.${ending}`);
			return {
				path,
				shown,
				temporary: beside("new"),
				backup: beside("old"),
				existed: files.kindOf(path) !== "none",
				digest: digestOf(bytes, key),
				...restored.has(path) ? { original: {
					copy: (0,external_node_path_.join)(temp, `.${id}.original`),
					mode: files.modeOf(path)
				} } : {}
			};
		}),
		directories: [...new Set(missing)].sort()
	};
}
/** Keyed SHA-256 of a file's bytes, hexadecimal. */
function digestOf(bytes, key) {
	return (0,external_node_crypto_.createHmac)("sha256", key).update(bytes).digest("hex");
}
/**
* Writes all files or none: each is prepared beside its target, and only when all are ready they are renamed into place.
*
* @throws WriteError; everything is as it was before
*/
function writeFiles(contents, journal, files) {
	const undo = () => undoWrites(journal, files);
	let shown = "";
	try {
		for (const directory of journal.directories) {
			shown = directory;
			files.makeDirectory(directory);
		}
		journal.files.forEach((file, index) => {
			shown = file.shown;
			const { bytes = /* @__PURE__ */ new Uint8Array(), target } = contents[index] ?? {};
			files.create(file.temporary, bytes, target?.mode ?? OWNER_ONLY);
			if (file.original !== void 0) files.create(file.original.copy, files.read(file.path), OWNER_ONLY);
		});
		for (const file of journal.files) {
			shown = file.shown;
			putInPlace(file, files);
		}
	} catch (error) {
		undo();
		throw new WriteError(shown, (0,filesystem.n)(error));
	}
	return {
		undo,
		settle: () => {
			for (const { backup } of journal.files) removeIfThere(backup, files);
		}
	};
}
function putInPlace({ path, temporary, backup }, files) {
	const kind = files.kindOf(path);
	if (kind === "file") files.backUp(path, backup);
	else if (kind !== "none") throw Object.assign(/* @__PURE__ */ new Error(), { code: `a ${kind} appeared` });
	files.rename(temporary, path);
}
/**
* Takes back what of a journal was carried out, in whatever state it stopped: the file that stood at a target returns,
* a new one goes, prepared files and new folders go.
*/
function undoWrites(journal, files) {
	for (const file of journal.files.toReversed()) try {
		undoWrite(file, journal.key, files);
	} catch {}
	removeEmptyDirectories(journal, files);
}
function undoWrite(file, key, files) {
	const isRenamed = files.kindOf(file.temporary) === "none";
	removeIfThere(file.temporary, files);
	const isBackedUp = files.kindOf(file.backup) !== "none";
	if (isRenamed && isBackedUp) files.rename(file.backup, file.path);
	else if (isRenamed && !file.existed && isUnchanged(file, key, files)) files.remove(file.path);
	if (file.original !== void 0) removeIfThere(file.original.copy, files);
	removeIfThere(file.backup, files);
}
/** Puts back what stood at the target before it was rendered, with its mode. */
function restoreOriginal({ path, temporary, original }, files) {
	if (original === void 0) return;
	files.create(temporary, files.read(original.copy), original.mode);
	files.rename(temporary, path);
	files.remove(original.copy);
}
/** Whether the file at the target is the one that was written. */
function isUnchanged({ path, digest }, key, files) {
	return files.kindOf(path) === "file" && digestOf(files.read(path), key) === digest;
}
/** Removes the folders that the step made, as far as nothing else lies in them. */
function removeEmptyDirectories({ directories }, files) {
	for (const directory of directories.toReversed()) try {
		files.removeDirectory(directory);
	} catch {}
}
/** Removes a file that need not be there. */
function removeIfThere(path, files) {
	if (files.kindOf(path) !== "none") files.remove(path);
}
// build/src/cleanup.js
/** Name of the state that carries the journal from the step to its post step. */
const STATE = "journal";
/**
* The post step: removes what the step wrote and explains what it leaves. It only warns, since a job must not fail for
* its cleaning.
*
* @param saved the state as text; empty where the step ended before it wrote anything
*/
function cleanUp(saved, runner, files) {
	if (saved === "") {
		runner.info("The step wrote nothing; there is nothing to remove.");
		return;
	}
	const { journal, cleanup, isComplete, blanked } = JSON.parse(saved);
	for (const name of blanked) runner.exportVariable(name, "");
	if (!isComplete) {
		undoWrites(journal, files);
		runner.info("The step ended before everything was written; what it had begun is undone.");
		return;
	}
	removeQuietly(journal.files.map(({ backup }) => backup), files);
	const copies = journal.files.flatMap(({ original }) => original?.copy ?? []);
	if (!cleanup) {
		removeQuietly(copies, files);
		if (journal.files.length > 0) runner.info(`cleanup is false; left: ${namesOf(journal.files)}.`);
		return;
	}
	const done = journal.files.filter((file) => removeFile(file, journal.key, runner, files));
	const removed = done.filter(({ original }) => original === void 0);
	const restored = done.filter(({ original }) => original !== void 0);
	removeQuietly(copies, files);
	removeEmptyDirectories(journal, files);
	if (removed.length > 0) runner.info(`Removed ${namesOf(removed)}.`);
	if (restored.length > 0) runner.info(`Put back as it was: ${namesOf(restored)}.`);
}
/** Removes what is of no use to anybody any more; what cannot be removed is in a folder that the runner empties, or that went. */
function removeQuietly(paths, files) {
	for (const path of paths) try {
		removeIfThere(path, files);
	} catch {}
}
function removeFile(file, key, runner, files) {
	try {
		if (files.kindOf(file.path) === "none") {
			runner.info(`${file.shown} is already gone.`);
			return false;
		}
		if (isUnchanged(file, key, files)) {
			if (file.original === void 0) files.remove(file.path);
			else restoreOriginal(file, files);
			return true;
		}
		runner.warning(`${file.shown} was changed after the step wrote it; it is left as it is.`);
	} catch (error) {
		runner.warning(`${file.shown} cannot be removed (${codeOf(error)}); remove it by hand.`);
	}
	return false;
}
function namesOf(files) {
	return files.map(({ shown }) => shown).join(", ");
}



/***/ }),

/***/ 2826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ findSymbolicLink),
/* harmony export */   n: () => (/* binding */ codeOf),
/* harmony export */   r: () => (/* binding */ fileSystem),
/* harmony export */   t: () => (/* binding */ ancestors)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


// build/src/filesystem.js
/**
* Walks from `root` down to `path`, which lies below it.
*
* @returns the first symbolic link on the way or at the end, absolute; undefined where there is none
*/
function findSymbolicLink(path, root, files) {
	return ancestors(path, root).find((ancestor) => files.kindOf(ancestor) === "symbolic link");
}
/** Every path from below `root` down to `path` itself, the highest first. */
function ancestors(path, root) {
	const parts = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
	return parts.map((_, index) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...parts.slice(0, index + 1)));
}
/** Nothing can lie below a file, nor under a name that is too long for the system. */
function statsOf(path) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
	} catch (error) {
		if (["ENOTDIR", "ENAMETOOLONG"].includes(codeOf(error))) return void 0;
		throw error;
	}
}
/** The system's code of an error, such as `ENOSPC`: all that may be told of it. */
function codeOf(error) {
	const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
	return typeof code === "string" ? code : "unknown error";
}
/** The file system of the machine. */
const fileSystem = {
	kindOf(path) {
		const stats = statsOf(path);
		if (stats === void 0) return "none";
		if (stats.isFile()) return "file";
		if (stats.isDirectory()) return "directory";
		return stats.isSymbolicLink() ? "symbolic link" : "other";
	},
	read(path) {
		const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
		try {
			return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
		} finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
		}
	},
	modeOf(path) {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).mode & 511;
	},
	makeDirectory(path) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
	},
	create(path, bytes, mode) {
		const flags = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
		const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags, 384);
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, bytes);
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchmodSync)(file, mode);
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
		} finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
		}
	},
	backUp(path, backup) {
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(path, backup);
		} catch {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(path, backup, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_EXCL);
		}
	},
	rename(from, to) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, to);
	},
	remove(path) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
	},
	removeDirectory(path) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
	}
};



/***/ }),

/***/ 5901:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5368);
/* harmony import */ var _filesystem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2826);
/* harmony import */ var _mappings_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7410);
/* harmony import */ var _take_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9886);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(9088);
/* harmony import */ var _service_error_classification_js__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(134);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3424);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9896);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7030);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7067);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(4573);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(6760);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(1421);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(8500);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(4708);

















// node_modules/@actions/core/lib/summary.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_6__.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_6__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_6__.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(os__WEBPACK_IMPORTED_MODULE_5__.EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
// build/src/git.js
/**
* The installed git. It runs with a repository's own programs switched off (`core.fsmonitor`) and also where the
* workspace belongs to another user, as in a job container (`safe.directory`). Without git: no answers.
*/
const git = async (paths) => {
	const groups = [...Map.groupBy(paths, ({ directory }) => directory)];
	const answers = await Promise.all(groups.map(([directory, group]) => statusIn(directory, group)));
	return new Map(answers.flat());
};
async function statusIn(directory, group) {
	const prefix = await run$1(directory, ["rev-parse", "--show-prefix"]);
	if (prefix === void 0) return [];
	const names = group.map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_11__.relative)(directory, path).split(node_path__WEBPACK_IMPORTED_MODULE_11__.sep).join("/"));
	const list = names.map((name) => `./${name}\0`).join("");
	const [tracked, ignored] = await Promise.all([run$1(directory, [
		"--literal-pathspecs",
		"ls-files",
		"-z",
		"--",
		...names
	]), run$1(directory, [
		"check-ignore",
		"-z",
		"--stdin"
	], list)]);
	const trackedNames = new Set(tracked?.split("\0"));
	const ignoredNames = new Set(ignored?.split("\0"));
	return group.map(({ path }, index) => {
		const name = names[index] ?? "";
		return [path, {
			tracked: trackedNames.has(name),
			ignored: ignoredNames.has(`./${name}`),
			ignoreLine: `/${escapePattern(prefix.replace(/\r?\n$/, "") + name)}`
		}];
	});
}
/** Special characters of a pattern: git documentation, gitignore, "PATTERN FORMAT". */
function escapePattern(path) {
	return path.replaceAll(/[\\*?[ ]/g, "\\$&");
}
/** Standard output of a git command; undefined where it fails or git is not there. */
function run$1(directory, command, input = "") {
	const settings = [
		"-c",
		"safe.directory=*",
		"-c",
		"core.fsmonitor=false"
	];
	return new Promise((resolve) => {
		const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_12__.spawn)("git", [
			"-C",
			directory,
			...settings,
			...command
		], { stdio: [
			"pipe",
			"pipe",
			"ignore"
		] });
		const chunks = [];
		child.stdout.on("data", (chunk) => chunks.push(chunk));
		child.on("error", () => resolve(void 0));
		child.on("close", (code) => resolve(code === 0 || code === 1 ? Buffer.concat(chunks).toString("utf8") : void 0));
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
// build/src/identity/guards.js
const LONGEST_CHAINED_SECONDS = 3600;
/** Whether anything is asked for that only the token shows. */
function isGuarded({ githubEnvironment, protected: place }) {
	return githubEnvironment !== void 0 || place !== void 0;
}
/**
* Whether the job may have the secrets of this environment, by what GitHub says of it.
*
* @param claims of the job's token; absent where it has none
* @param variables `GITHUB_REF` and `GITHUB_REF_PROTECTED` are read; the token's `ref_protected` counts more
*/
function findUnguarded(guards, claims, variables) {
	return [wrongGithubEnvironment(guards.githubEnvironment, claims), unprotectedJob(guards.protected, claims, variables)].filter((problem) => problem !== void 0);
}
function wrongGithubEnvironment(required, claims) {
	const runsIn = claims?.environment?.toLowerCase();
	if (required === void 0 || runsIn === required.text.toLowerCase()) return void 0;
	const { text: name, place } = required;
	const fix = `Add to the job:\nenvironment: ${name}`;
	if (claims === void 0) return {
		place,
		message: `the job must run in the GitHub environment ${name}, which only an OIDC token shows, and it has none`,
		fix: `${fix}\npermissions:\n  id-token: write\n  contents: read`
	};
	return {
		place,
		message: `the job must run in the GitHub environment ${name}, and runs ${claims.environment === void 0 ? "in none" : `in ${claims.environment}`}`,
		fix
	};
}
function unprotectedJob(place, claims, variables) {
	if (place === void 0 || claims?.environment !== void 0) return void 0;
	if ((claims?.ref_protected ?? variables.GITHUB_REF_PROTECTED) === "true") return void 0;
	return {
		place,
		message: `the environment is protected, but ${variables.GITHUB_REF ?? "the ref"} is not, and the job runs in no GitHub environment`,
		fix: "Run it from a protected branch or tag, or add environment: NAME to the job"
	};
}
/** Whether a session may last as long where a role is assumed by another one. */
function tooLongForChain(roles, durationSeconds, place) {
	if (roles.length < 2 || durationSeconds <= LONGEST_CHAINED_SECONDS) return void 0;
	return {
		place,
		message: "a session of a role that another role assumes lasts one hour at most",
		fix: `Write role-duration-seconds: ${LONGEST_CHAINED_SECONDS}, or less`
	};
}
// build/src/identity/partition.js
const PARTITIONS = [
	[/^cn-/, "aws-cn"],
	[/^us-gov-/, "aws-us-gov"],
	[/^us-iso-/, "aws-iso"],
	[/^us-isob-/, "aws-iso-b"],
	[/^eu-isoe-/, "aws-iso-e"],
	[/^us-isof-/, "aws-iso-f"],
	[/^eusc-/, "aws-eusc"]
];
/** The partition that a region belongs to: `aws` for every region that no other partition claims. */
function partitionOf(region) {
	return PARTITIONS.find(([pattern]) => pattern.test(region))?.[1] ?? "aws";
}
// build/src/identity/role-arn.js
const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[!-9;-~]*\/)?[\w+=,.@-]+$/;
const NAME = /^[\w+=,.@/-]+$/;
const FORM = "Write arn:aws:iam::ACCOUNT:role/NAME, as IAM shows it for the role";
/** Reads the ARN of an IAM role; undefined where the text is none. */
function parseRoleArn(text) {
	const [arn, partition, accountId] = ROLE_ARN.exec(text) ?? [];
	if (arn === void 0 || partition === void 0 || accountId === void 0) return void 0;
	return {
		arn,
		partition,
		accountId
	};
}
/**
* Says what is wrong with a line of `role-to-assume`; undefined where it is the ARN of a role that credentials of the region
* can belong to.
*
* @param region region of STS; absent where none is known, which is reported elsewhere
*/
function whyNoRoleArn(text, region) {
	const role = parseRoleArn(text);
	if (role !== void 0) return region === void 0 ? void 0 : wrongPartition(role, region);
	if (/\s/.test(text)) return withBlanks(text);
	if (/^(["'`]).*\1$/.test(text)) return {
		message: "the ARN is in quotes",
		fix: `Write it without them: ${text.slice(1, -1)}`
	};
	if (!text.startsWith("arn:")) return noArn(text);
	return wrongArn(text);
}
function wrongPartition({ arn, partition }, region) {
	const needed = partitionOf(region);
	if (needed === partition) return void 0;
	return {
		message: `the role lies in the partition ${partition}, but the region ${region} in ${needed}`,
		fix: `Name a region of ${partition} in aws-region, or the role as ${arn.replace(partition, needed)} where that is its ARN`
	};
}
function withBlanks(text) {
	const plain = text.replaceAll(/\s/g, "");
	const message = "the ARN has blanks in it";
	return parseRoleArn(plain) === void 0 ? {
		message,
		fix: `${FORM}; several roles are written one a line`
	} : {
		message,
		fix: `Write ${plain}`
	};
}
function noArn(text) {
	if (/^\d{12}$/.test(text)) return {
		message: "this is an account id and no role",
		fix: FORM
	};
	if (!NAME.test(text)) return {
		message: "this is no ARN",
		fix: FORM
	};
	return {
		message: "this is the name of a role and not its ARN",
		fix: `Write arn:aws:iam::ACCOUNT:role/${text.replace(/^\/?(role\/)?/, "")} with the account's id`
	};
}
const OTHER_KINDS = {
	user: "a user",
	group: "a group",
	policy: "a policy",
	root: "an account",
	"instance-profile": "an instance profile",
	"oidc-provider": "an OIDC provider",
	"federated-user": "a federated user"
};
function wrongArn(arn) {
	const [, partition = "", service = "", region = "", account = "", ...rest] = arn.split(":");
	const resource = rest.join(":");
	const kind = resource.split("/", 1)[0] ?? "";
	if (service === "sts" && kind === "assumed-role") return {
		message: "this is the ARN of a role's session and not of the role",
		fix: `Write arn:${partition}:iam::${account}:role/${resource.split("/")[1] ?? ""}, with the role's path before its name where it has one`
	};
	const other = OTHER_KINDS[kind];
	if (other !== void 0) return {
		message: `this is the ARN of ${other} and not of a role`,
		fix: FORM
	};
	if (service !== "iam") return {
		message: `this is an ARN of the service "${service}" and not of IAM`,
		fix: FORM
	};
	if (region !== "") return {
		message: "a role's ARN has no region in it",
		fix: `Write arn:${partition}:iam::${account}:${resource}`
	};
	if (!/^\d{12}$/.test(account)) return {
		message: "the account in the ARN is no 12 digits",
		fix: FORM
	};
	if (!/^aws[a-z-]*$/.test(partition)) return {
		message: `"${partition}" is no partition of AWS`,
		fix: FORM
	};
	if (kind !== "role") return {
		message: "this is no ARN of an IAM role",
		fix: FORM
	};
	return {
		message: "the ARN has no name of a role, or characters that a role's name cannot have",
		fix: FORM
	};
}
// build/src/identity/readable.js
/** The IAM actions of each access. Parameters are read in batches or, where these are refused, one by one. */
const ACTIONS = {
	parameter: ["ssm:GetParameter", "ssm:GetParameters"],
	path: ["ssm:GetParametersByPath"],
	secret: ["secretsmanager:GetSecretValue"]
};
const SUFFIX = "-??????";
const COMPLETE_SECRET_ARN = /-[A-Za-z0-9]{6}$/;
const ARN = /^arn:([^:]+):[^:]+:([^:]+):([^:]+):(?:parameter\/|secret:)([^:]+)/;
const SECRET_AS_PARAMETER = /^aws\/reference\/secretsmanager\/(.+)$/;
/** The resources that IAM checks when the action reads this. */
function resourcesOf(readable, scope) {
	switch (readable.kind) {
		case "parameter": return parameterResources(readable, scope);
		case "path": return pathResources(readable, scope);
		case "secret": return [{
			access: "secret",
			resource: secretResource(readable, scope)
		}];
	}
}
function parameterResources({ name, region }, scope) {
	const { arn, rest } = locate(name, region, scope);
	const plain = rest.replace(/^\//, "").replace(/:.*$/, "");
	const secretId = SECRET_AS_PARAMETER.exec(plain)?.[1];
	const parameter = {
		access: "parameter",
		resource: {
			...arn,
			service: "ssm",
			name: plain
		}
	};
	if (secretId === void 0) return [parameter];
	return [parameter, {
		access: "secret",
		resource: secretResource({
			kind: "secret",
			secretId,
			region
		}, scope)
	}];
}
/** Depending on how the path is written IAM checks it bare or with what is below it. */
function pathResources({ path, region }, scope) {
	const { arn, rest } = locate(path, region, scope);
	const plain = rest.replace(/^\/+|\/+$/g, "");
	return [plain, plain === "" ? "*" : `${plain}/*`].map((name) => ({
		access: "path",
		resource: {
			...arn,
			service: "ssm",
			name
		}
	}));
}
function secretResource({ secretId, region }, scope) {
	const { arn, rest } = locate(secretId, region, scope);
	const isComplete = secretId.startsWith("arn:") && COMPLETE_SECRET_ARN.test(rest);
	return {
		...arn,
		service: "secretsmanager",
		name: isComplete ? rest : `${rest}${SUFFIX}`
	};
}
function locate(nameOrArn, region, { partition, accountId }) {
	const [, ownPartition, ownRegion, ownAccount, rest] = ARN.exec(nameOrArn) ?? [];
	return {
		arn: {
			partition: ownPartition ?? partition,
			region: ownRegion ?? region,
			accountId: ownAccount ?? accountId
		},
		rest: rest ?? nameOrArn
	};
}
// build/src/identity/resource-pattern.js
const TYPES = {
	ssm: "parameter/",
	secretsmanager: "secret:"
};
/**
* What a pattern opens beyond the resources that it stands for. Sums order the foldings; where no name is opened a region or
* account opens little, since the role and the other account must let the session in as well.
*/
const WIDTHS = {
	/** A whole folder, not only names in it that begin alike. */
	folder: 1,
	/** Other regions. */
	regions: 2,
	/** Other accounts. */
	accounts: 3,
	/** A name that is cut without another one that it could be joined with. */
	cut: 4,
	/** Names in every folder. */
	root: 8
};
/** The text for a policy's `Resource`. */
function arnOf({ partition, service, region, accountId, name }) {
	return `arn:${partition}:${service}:${region}:${accountId}:${TYPES[service]}${name}`;
}
/** Whether all that `narrow` stands for is in `wide`. */
function covers(wide, narrow) {
	return wide.partition === narrow.partition && wide.service === narrow.service && [narrow.region, "*"].includes(wide.region) && [narrow.accountId, "*"].includes(wide.accountId) && (wide.name === narrow.name || wide.name.endsWith("*") && narrow.name.startsWith(wide.name.slice(0, -1)));
}
/** The narrowest pattern for both: their common prefix. Undefined where they have no service or partition in common. */
function join(a, b) {
	if (a.partition !== b.partition || a.service !== b.service) return void 0;
	const pattern = {
		...a,
		region: a.region === b.region ? a.region : "*",
		accountId: a.accountId === b.accountId ? a.accountId : "*",
		name: a.name === b.name ? a.name : `${commonPrefix(literal(a.name), literal(b.name))}*`
	};
	return {
		pattern,
		width: widthOf(pattern)
	};
}
/** The pattern without its last level; undefined where nothing is left to cut. */
function cut(pattern) {
	const stem = literal(pattern.name);
	if (stem === "") return void 0;
	const folder = stem.slice(0, stem.lastIndexOf("/", stem.length - 2) + 1);
	const shorter = {
		...pattern,
		name: `${folder}*`
	};
	return {
		pattern: shorter,
		width: Math.max(WIDTHS.cut, widthOf(shorter))
	};
}
function widthOf({ region, accountId, name }) {
	return widthOfName(name) + (region === "*" ? WIDTHS.regions : 0) + (accountId === "*" ? WIDTHS.accounts : 0);
}
function widthOfName(name) {
	if (!name.endsWith("*")) return 0;
	const stem = literal(name);
	if (!stem.includes("/")) return WIDTHS.root;
	return stem.endsWith("/") ? WIDTHS.folder : 0;
}
/** A name up to its first wildcard. */
function literal(name) {
	const end = name.search(/[*?]/);
	return end < 0 ? name : name.slice(0, end);
}
function commonPrefix(a, b) {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length += 1;
	return a.slice(0, length);
}
// build/src/identity/session-policy.js
const MOST_CHARACTERS$1 = 2048;
/** How much shorter the next policy is when AWS finds one too large: it packs the JSON and tells no length. */
const SHORTENING = .8;
const NOTHING = {
	Effect: "Deny",
	Action: "*",
	Resource: "*"
};
/** The policy for these reads, with names folded into common prefixes only as far as it must be to be short enough. */
function makeSessionPolicy(readables, scope) {
	const exact = unique$1(readables.flatMap((readable) => resourcesOf(readable, scope)));
	return foldTo(MOST_CHARACTERS$1, exact, exact);
}
/**
* A shorter policy for the same reads, for when AWS answers `PackedPolicyTooLarge`; undefined where nothing is left to
* fold.
*/
function foldFurther({ json, exact, allowed }) {
	const shorter = foldTo(Math.floor(json.length * SHORTENING), exact, allowed);
	return shorter.json.length < json.length ? shorter : void 0;
}
/** The notice for a policy that is not exact; undefined for one that is. */
function describeWidening({ widened }) {
	if (widened.length === 0) return void 0;
	return ["The plan names more than a session policy can hold, so the session may read more than that, as far as the role may:", ...widened.map(({ actions, resource, replaces }) => `  ${actions.join(", ")} on ${resource}, in place of ${replaces} ${replaces === 1 ? "resource" : "resources"}`)].join("\n");
}
function foldTo(mostCharacters, exact, from) {
	let allowed = from;
	let json = documentFor(allowed);
	while (json.length > mostCharacters) {
		const folded = foldOnce(allowed);
		if (folded === void 0) break;
		allowed = folded;
		json = documentFor(allowed);
	}
	return {
		json,
		widened: wideningsOf(exact, allowed),
		exact,
		allowed
	};
}
/** Applies the folding that opens the least; of several such the one with the longest prefix. */
function foldOnce(allowed) {
	const foldings = [...Map.groupBy(allowed, ({ access }) => access)].flatMap(([access, all]) => candidates(all.map(({ resource }) => resource)).map((folding) => ({
		access,
		...folding
	})));
	const [first] = foldings;
	if (first === void 0) return void 0;
	const { access, pattern } = foldings.reduce((a, b) => opensLess(b, a) ? b : a, first);
	return unique$1([...allowed.filter((each) => each.access !== access || !covers(pattern, each.resource)), {
		access,
		resource: pattern
	}]);
}
function opensLess(a, b) {
	return a.width < b.width || a.width === b.width && a.pattern.name.length > b.pattern.name.length;
}
const arnOnce = remembered(arnOf);
const cutOnce = remembered(cut);
const joinOnce = remembered((a) => remembered((b) => join(a, b)));
function remembered(make) {
	const made = /* @__PURE__ */ new WeakMap();
	return (key) => {
		const entry = made.get(key) ?? { value: make(key) };
		made.set(key, entry);
		return entry.value;
	};
}
/** Neighbours in order of their ARNs have the longest prefixes in common, those in order of names differ in region only. */
function candidates(resources) {
	return [...[resources.toSorted((a, b) => compare(arnOnce(a), arnOnce(b))), resources.toSorted((a, b) => compare(a.name, b.name))].flatMap((sorted) => sorted.slice(1).map((resource, index) => joinOnce(sorted[index] ?? resource)(resource))), ...resources.map(cutOnce)].filter((folding) => folding !== void 0);
}
function compare(a, b) {
	return a < b ? -1 : Number(a > b);
}
function unique$1(resources) {
	return [...new Map(resources.map((each) => [keyOf(each), each])).values()];
}
function documentFor(allowed) {
	const statements = [...Map.groupBy(allowed, ({ access }) => access)].map(([access, all]) => ({
		Effect: "Allow",
		Action: ACTIONS[access],
		Resource: all.map(({ resource }) => arnOnce(resource))
	}));
	const Statement = statements.length === 0 ? [NOTHING] : [...statements, decryptFor(allowed)];
	return JSON.stringify({
		Version: "2012-10-17",
		Statement
	});
}
function decryptFor(allowed) {
	return {
		Effect: "Allow",
		Action: "kms:Decrypt",
		Resource: "*",
		Condition: { StringLike: { "kms:ViaService": [...new Set(allowed.map(({ resource }) => viaService(resource)))] } }
	};
}
/** AWS KMS developer guide, "kms:ViaService"; China's endpoints, and so its service names, end with `.cn`. */
function viaService({ service, region, partition }) {
	return `${service}.${region}.amazonaws.com${partition === "aws-cn" ? "*" : ""}`;
}
function wideningsOf(exact, allowed) {
	const known = new Set(exact.map(keyOf));
	return allowed.filter((each) => !known.has(keyOf(each))).map(({ access, resource }) => ({
		actions: ACTIONS[access],
		resource: arnOf(resource),
		replaces: exact.filter((each) => each.access === access && covers(resource, each.resource)).length
	}));
}
function keyOf({ access, resource }) {
	return `${access} ${arnOnce(resource)}`;
}
// build/src/identity/session-tags.js
const NOT_IN_VALUE = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const MOST_CHARACTERS = 256;
const SOURCES = [
	["Repository", "GITHUB_REPOSITORY"],
	["Environment", void 0],
	["Actor", "GITHUB_ACTOR"],
	["Ref", "GITHUB_REF"],
	["Workflow", "GITHUB_WORKFLOW"]
];
/**
* The tags that tell whose session it is. A character that a tag cannot hold is `_` in it (`dependabot[bot]` is
* `dependabot_bot_`), one that is too long is cut, one without a value is left out.
*
* @param environment the environment whose secrets are fetched
*/
function sessionTags(variables, environment) {
	return SOURCES.flatMap(([Key, variable]) => {
		const value = ((variable === void 0 ? environment : variables[variable]) ?? "").replaceAll(NOT_IN_VALUE, "_").slice(0, MOST_CHARACTERS);
		return value === "" ? [] : [{
			Key,
			Value: value
		}];
	});
}
// build/src/plan/role-plan.js
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const MOST_POLICY = 2048;
/**
* Reads how the roles are assumed.
*
* @param roles as `readRoles` read them
* @returns undefined where there is none
*/
function readRolePlan(reader, roles, context) {
	const sessionName = reader.matching("role-session-name", SESSION_NAME, "a session name has 2 to 64 letters, digits and characters of \"_+=,.@-\"", "Leave it out: the default is made of repository and run id");
	const exportsCredentials = reader.boolean("export-credentials", false);
	const durationSeconds = reader.integer("role-duration-seconds", {
		least: 900,
		most: 43200,
		fallback: exportsCredentials ? 3600 : 900
	});
	const isTagged = reader.boolean("role-session-tags", false);
	const policy = readSessionPolicy(reader);
	const last = roles.at(-1);
	if (last === void 0) {
		if (exportsCredentials && reader.list("role-to-assume").length === 0) reader.problems.push({
			place: placeOf$1(reader, "export-credentials"),
			message: "there are no credentials to export without a role",
			fix: "Name it: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME"
		});
		return;
	}
	const tooLong = tooLongForChain(roles, durationSeconds, placeOf$1(reader, "role-duration-seconds"));
	if (tooLong !== void 0) reader.problems.push(tooLong);
	return {
		audience: reader.text("audience") ?? defaultAudience(last),
		chain: {
			roles,
			sessionName: sessionName ?? defaultSessionName(context.variables),
			durationSeconds,
			sessionPolicy: policy ?? scopedPolicy(context.sources, last),
			tags: isTagged ? sessionTags(context.variables, context.environment) : [],
			exportsCredentials
		}
	};
}
/** Reads which roles are assumed; one that is none is a problem, and left out. */
function readRoles(reader, region) {
	return reader.list("role-to-assume").flatMap(({ text, place }) => {
		const wrong = whyNoRoleArn(text, region);
		if (wrong !== void 0) reader.problems.push({
			place,
			...wrong
		});
		const role = wrong === void 0 ? parseRoleArn(text) : void 0;
		return role === void 0 ? [] : [role];
	});
}
/** @returns undefined for `scoped`, the default */
function readSessionPolicy(reader) {
	const given = reader.placed("session-policy");
	if (given === void 0 || given.text.toLowerCase() === "scoped") return void 0;
	const { text, place } = given;
	if (text.toLowerCase() === "none") return { kind: "none" };
	const parsed = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.h)(text);
	if (parsed.kind === "json" && parsed.value.kind === "object" && text.length <= MOST_POLICY) return {
		kind: "given",
		json: text
	};
	reader.problems.push({
		place,
		message: `a session policy is scoped, none, or a JSON object of at most ${MOST_POLICY} characters`,
		fix: "Leave it out: the session may then read just what the step names"
	});
	return { kind: "none" };
}
/** Where a setting stands, in the step or in the manifest. */
function placeOf$1(reader, name) {
	return reader.placed(name)?.place ?? { input: name };
}
/** Lets through just what the plan reads; without a read in AWS there is nothing to let through. */
function scopedPolicy(sources, role) {
	const readables = sources.flatMap((source) => readableOf(source) ?? []);
	if (readables.length === 0) return { kind: "none" };
	return {
		kind: "scoped",
		policy: makeSessionPolicy(readables, role)
	};
}
/** What IAM knows of a source; undefined for a local file. */
function readableOf(source) {
	switch (source.kind) {
		case "parameter": return {
			kind: "parameter",
			name: source.name,
			region: source.region
		};
		case "path": {
			const { path, isRecursive, region } = source;
			return {
				kind: "path",
				path,
				recursive: isRecursive,
				region
			};
		}
		case "secret": return {
			kind: "secret",
			secretId: source.secretId,
			region: source.region
		};
		case "file": return;
	}
}
/** A role of China's partition is asked for with China's audience. */
function defaultAudience({ partition }) {
	return `sts.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`;
}
/** `OWNER.REPOSITORY@RUN_ID`, cut in front where it is too long, so that CloudTrail leads back to the run. */
function defaultSessionName(variables) {
	return `${(variables.GITHUB_REPOSITORY ?? "fetch-secrets").replaceAll(/[^\w.-]/g, ".")}@${variables.GITHUB_RUN_ID ?? "0"}`.slice(-64);
}
// build/src/stores/denied-reads.js
/** The reads that AWS denied, each source once. */
function deniedReads(sources, outcomes) {
	return [...(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.g)(sources)].flatMap(([key, source]) => {
		const outcome = outcomes.get(key);
		const readable = readableOf(source);
		return outcome?.kind === "denied" && readable !== void 0 ? [{
			readable,
			denial: outcome.denial
		}] : [];
	});
}
// build/src/identity/denied-report.js
/** Per place: why it is denied there, and what goes before the statement. */
const PLACES = {
	identity: {
		why: "no policy of it allows that",
		fix: "Add to a policy of {who}:"
	},
	scoped: {
		why: "it may read them, but the session policy that the step generated does not let them through",
		fix: "Write session-policy: none until that is mended. The generated policy lacks:"
	},
	given: {
		why: "the session policy of the step does not let them through",
		fix: "Add to the input session-policy:"
	},
	boundary: {
		why: "its permissions boundary does not allow that",
		fix: "Add to the permissions boundary of {who}:"
	},
	organization: {
		why: "a control policy of the organization does not allow that",
		fix: "Ask who runs the organization to let through:"
	},
	resource: {
		why: "the resource's own policy does not allow that, as another account's must",
		fix: "Allow {who} this in the resource's own policy:"
	},
	endpoint: {
		why: "the policy of the VPC endpoint does not allow that",
		fix: "Add to the VPC endpoint's policy:"
	},
	explicit: {
		why: "a statement with \"Effect\": \"Deny\" forbids it, which no other statement outweighs",
		fix: "Exempt from the statement that denies it what the step reads:"
	}
};
/**
* One problem for each place where something is missing, so mostly one in all, with the complete and minimal policy that
* would let the denied reads through.
*/
function reportDenied(denied, context) {
	const who = context.roleArn ?? "the ambient AWS credentials";
	return [...Map.groupBy(denied, ({ denial }) => placeOf(denial, context))].map(([place, reads]) => {
		const { why, fix } = PLACES[place];
		return {
			message: `AWS denies ${who} ${listOf(reads)}: ${why}`,
			fix: [
				fix.replace("{who}", () => who),
				JSON.stringify(missingPolicy(reads, context.scope), void 0, 2),
				...keyAdvice(reads)
			].join("\n")
		};
	});
}
function placeOf({ policy }, { sessionPolicy, worksWithoutPolicy = false }) {
	if (sessionPolicy !== "none" && (policy === "session" || worksWithoutPolicy)) return sessionPolicy;
	return policy === "unknown" || policy === "session" ? "identity" : policy;
}
function listOf(reads) {
	return [...Map.groupBy(reads, ({ denial }) => denial.action)].map(([action, all]) => `${action} on ${[...new Set(all.map(nameOf))].join(", ")}`).join("; ");
}
function nameOf({ readable }) {
	switch (readable.kind) {
		case "parameter": return readable.name;
		case "path": return `${readable.path.replace(/\/$/, "")}/*`;
		case "secret": return `secretsmanager:${readable.secretId}`;
	}
}
/** Actions with the same resources share a statement; `kms:Decrypt` has its own, limited to the services that decrypt. */
function missingPolicy(reads, scope) {
	const byKey = reads.filter(isByKey);
	const others = reads.filter((read) => !isByKey(read));
	const byAction = [...Map.groupBy(others, ({ denial }) => denial.action)].map(([action, all]) => [action, unique(all.flatMap((read) => resourcesFor(read, scope)).map(({ resource }) => arnOf(resource)))]);
	const statements = [...Map.groupBy(byAction, ([, arns]) => arns.join(" ")).values()].map((same) => ({
		Effect: "Allow",
		Action: same.map(([action]) => action),
		Resource: same[0]?.[1] ?? []
	}));
	const decrypt = byKey.length === 0 ? [] : [decryptStatement(byKey, scope)];
	return {
		Version: "2012-10-17",
		Statement: [...statements, ...decrypt]
	};
}
function isByKey({ denial }) {
	return denial.action === "kms:Decrypt";
}
/** The resources that the denied action is about; all of them where it is none of the reading actions. */
function resourcesFor({ readable, denial }, scope) {
	const all = resourcesOf(readable, scope);
	const own = all.filter(({ access }) => ACTIONS[access].includes(denial.action));
	return own.length === 0 ? all : own;
}
function decryptStatement(reads, scope) {
	const resources = reads.flatMap(({ readable }) => resourcesOf(readable, scope).slice(0, 1));
	return {
		Effect: "Allow",
		Action: "kms:Decrypt",
		Resource: unique(reads.map(({ readable, denial }) => denial.keyArn ?? `arn:${scope.partition}:kms:${readable.region}:${scope.accountId}:key/KEY-ID`)),
		Condition: { StringLike: { "kms:ViaService": unique(resources.map(({ resource }) => viaService(resource))) } }
	};
}
function keyAdvice(reads) {
	const byKey = reads.filter(isByKey);
	if (byKey.length === 0) return [];
	return [...byKey.some(({ denial }) => denial.keyArn === void 0) ? ["KEY-ID is the id of the key that the value is encrypted with."] : [], "The key's own policy must let the account or the role in as well."];
}
function unique(texts) {
	return [...new Set(texts)];
}
// build/src/identity/explain-denied.js
/**
* Explains denied reads. Where AWS does not say which policy denies, they are tried once without the generated session
* policy: if that works, it is the policy's fault and not the role's.
*
* @returns the report of all denied reads; nothing where none is denied
*/
async function explainDenied({ role, region = "" }, { accountId, sessionWith }, sources, outcomes, fetchAs) {
	const denied = deniedReads(sources, outcomes);
	if (denied.length === 0) return [];
	const worksWithoutPolicy = denied.some(({ denial }) => denial.policy === "unknown") ? await worksUnscoped(sessionWith, sources, outcomes, fetchAs) : void 0;
	const last = role?.chain.roles.at(-1);
	return reportDenied(denied, {
		scope: {
			partition: last?.partition ?? partitionOf(region),
			accountId: accountId ?? "ACCOUNT"
		},
		...last === void 0 ? {} : { roleArn: last.arn },
		sessionPolicy: role?.chain.sessionPolicy.kind ?? "none",
		...worksWithoutPolicy === void 0 ? {} : { worksWithoutPolicy }
	});
}
/** @returns undefined where the second try tells nothing: no session for it, or AWS did not answer */
async function worksUnscoped(sessionWith, sources, outcomes, fetchAs) {
	if (sessionWith === void 0) return void 0;
	const denied = sources.filter((source) => outcomes.get((0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source))?.kind === "denied");
	try {
		const { credentials } = await sessionWith({ kind: "none" });
		const kinds = [...(await fetchAs(credentials, denied)).values()].map(({ kind }) => kind);
		if (kinds.includes("denied")) return false;
		return kinds.includes("unavailable") || kinds.includes("failed") ? void 0 : true;
	} catch {
		return;
	}
}
// build/src/network/deadline.js
/** AWS could not be reached after all attempts; nothing was refused. */
var UnavailableError = class extends _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t {
	name = "UnavailableError";
};
/** The time for all network work is over. */
var DeadlineError = class extends UnavailableError {
	name = "DeadlineError";
	seconds;
	/** @param lastFailure what went wrong last, as `describeFailure` words it */
	constructor(seconds, lastFailure) {
		const after = lastFailure === void 0 ? "" : `; the last attempt failed with ${lastFailure}`;
		super(`AWS or GitHub did not answer within timeout-seconds (${seconds})${after}.
  See whether the runner reaches their endpoints, or give it more time`);
		this.seconds = seconds;
	}
};
/** The job was cancelled while the step ran. */
var CancelledError = class extends _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t {
	name = "CancelledError";
	constructor() {
		super("The job was cancelled; nothing more is written");
	}
};
/** A signal that aborts with a DeadlineError after the seconds, or with the reason of `cancelled` when that aborts. */
function startDeadline(seconds, cancelled) {
	const controller = new AbortController();
	setTimeout(() => controller.abort(new DeadlineError(seconds)), seconds * 1e3).unref();
	return AbortSignal.any([controller.signal, cancelled]);
}
// build/src/network/failure.js
/** An answer over HTTP that is no success. */
var HttpStatusError = class extends Error {
	name = "HttpStatusError";
	status;
	constructor(status) {
		super(`HTTP ${status}`);
		this.status = status;
	}
};
/**
* Whether a failed call is worth another attempt: throttling, 5xx, cut connections, timeouts, a corrected clock, and the
* passing errors of STS. Denied, missing and invalid are not.
*/
function transienceOf(error) {
	if (!(error instanceof Error)) return "no";
	if (error instanceof HttpStatusError) return transienceOfStatus(error.status);
	if ((0,_service_error_classification_js__WEBPACK_IMPORTED_MODULE_16__.n)(error)) return "throttled";
	if ((0,_service_error_classification_js__WEBPACK_IMPORTED_MODULE_16__.r)(error) || isKeyRetrieval(error)) return "passing";
	const { errors, $response } = error;
	if (errors?.some((each) => transienceOf(each) !== "no")) return "passing";
	if ($response !== void 0 && statusOf(error) === void 0) return "passing";
	return transienceOfStatus(statusOf(error) ?? 0);
}
function transienceOfStatus(status) {
	if (status === 429) return "throttled";
	return status >= 500 || status >= 200 && status < 300 ? "passing" : "no";
}
/** STS could not read GitHub's keys at that moment: STS API reference, AssumeRoleWithWebIdentity, "Errors". */
function isKeyRetrieval({ name, message }) {
	return name === "IDPCommunicationError" || name === "IDPCommunicationErrorException" || /^InvalidIdentityToken(Exception)?$/.test(name) && message.includes("verification key");
}
function statusOf(error) {
	return error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
}
/**
* A failed call in words for the log: its code, or its HTTP status, and the host where it is known. The message of the
* error is not passed on, since parsers quote what they read.
*/
function describeFailure(error) {
	if (error instanceof HttpStatusError) return error.message;
	const { name, code, hostname, address, errors, ...rest } = pick(error);
	const first = errors?.[0];
	if (first !== void 0 && code === void 0) return describeFailure(first);
	const label = [code, name].find(isLabel);
	const status = statusOf(rest);
	const host = [
		hostname,
		address,
		transienceOf(error) === "no" ? void 0 : rest.$response?.hostname
	].find((part) => typeof part === "string");
	const cause = label ?? (status === void 0 ? "an unknown error" : `HTTP ${status}`);
	return host === void 0 ? cause : `${cause} (${host})`;
}
function pick(error) {
	if (!(error instanceof Error)) return {};
	const { name, code, hostname, address, errors, $metadata, $response } = error;
	return {
		name: name === "Error" || name === "SyntaxError" ? void 0 : name,
		code,
		hostname,
		address,
		...errors === void 0 ? {} : { errors },
		...$metadata === void 0 ? {} : { $metadata },
		...$response === void 0 ? {} : { $response }
	};
}
/** An error's code or class as AWS and Node write them, and nothing that could hold more. */
function isLabel(text) {
	return typeof text === "string" && /^[A-Za-z][A-Za-z0-9_.]{1,63}$/.test(text);
}
// build/src/network/retry.js
const BASE_MS = {
	passing: 100,
	throttled: 500
};
const MOST_MS = 5e3;
/**
* Calls `attempt` until it succeeds, its error is not transient, the attempts are used up or the deadline is over, with
* exponential back-off and full jitter between the attempts.
*
* A throttled call waits for its turn in the shared pace instead, as long as other calls get through: it stands in a queue
* that moves, and its later attempts do not count. Where nothing gets through they count, and it backs off as well.
*
* @throws the last attempt's error; where the deadline ended it, its reason with the last failure
*/
async function withRetries(attempt, transienceOf, { maxAttempts, deadline, pace }) {
	let lastError;
	let passedBefore = 0;
	for (let failures = 0;;) {
		const turn = pace.takeTurn();
		await wait(turn.waitMs, deadline);
		if (deadline.aborted) throw endOf(deadline, lastError);
		try {
			const result = await untilAborted(attempt(deadline), deadline);
			pace.gotThrough();
			return result;
		} catch (error) {
			if (deadline.aborted) throw endOf(deadline, lastError);
			lastError = error;
			const transience = transienceOf(error);
			const isThrottled = transience === "throttled";
			if (isThrottled) pace.throttled(turn);
			const doesQueueMove = isThrottled && failures > 0 && pace.passed > passedBefore;
			passedBefore = pace.passed;
			if (!doesQueueMove) failures += 1;
			if (transience === "no" || failures >= maxAttempts) throw error;
			if (!(doesQueueMove || isThrottled && failures === 1)) await wait(backOffMs(transience, failures), deadline);
		}
	}
}
function backOffMs(transience, failures) {
	return Math.random() * Math.min(MOST_MS, BASE_MS[transience] * 2 ** failures);
}
/** The deadline wakes it early. */
async function wait(ms, deadline) {
	if (ms > 0) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_13__.setTimeout)(ms, void 0, { signal: deadline }).catch(() => {});
}
function endOf({ reason }, lastError) {
	if (lastError === void 0 || !(reason instanceof DeadlineError)) return reason;
	return new DeadlineError(reason.seconds, describeFailure(lastError));
}
/** Settles as the promise does, or rejects with the signal's reason: not every library gives up on its own. */
async function untilAborted(promise, signal) {
	let onAbort = () => {};
	const aborted = new Promise((_, reject) => {
		onAbort = () => reject(signal.reason);
		signal.addEventListener("abort", onAbort, { once: true });
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}
// build/src/plan/accounts.js
const ACCOUNT_ID = /^\d{12}$/;
/**
* Reads account ids, several in one text with commas between them.
*
* @returns undefined where nothing is restricted
*/
function readAccountRule(items, problems) {
	const [first] = items;
	if (first === void 0) return void 0;
	return {
		allowed: items.flatMap(({ text, place }) => {
			const ids = text.split(",").map((id) => id.trim());
			if (ids.every((id) => ACCOUNT_ID.test(id))) return ids;
			problems.push({
				place,
				message: "an account id has 12 digits",
				fix: "Write the ids one a line or with a comma between them, in quotes where YAML would read a number"
			});
			return [];
		}),
		place: first.place
	};
}
/**
* Whether credentials lie in an account that every rule allows.
*
* @param whose what lies in the account: a role's ARN, or the ambient credentials
*/
function findDisallowed(accountId, rules, whose) {
	return rules.filter(({ allowed }) => accountId === void 0 || !allowed.includes(accountId)).map(({ allowed, place }) => ({
		place,
		message: `the account ${accountId ?? "(unknown)"} of ${whose} is not allowed, only ${allowed.join(", ")}`,
		fix: "Use credentials of an allowed account, or add the account"
	}));
}
// build/src/identity/claims.js
/** Reads the claims of a JWT without checking its signature, which is AWS's work; no claims where it is none. */
function readClaims(token) {
	try {
		const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
		const claims = JSON.parse(payload);
		if (typeof claims !== "object" || claims === null) return {};
		return Object.fromEntries(Object.entries(claims).filter((claim) => typeof claim[1] === "string"));
	} catch {
		return {};
	}
}
// build/src/identity/missing-token.js
const PERMISSIONS = `permissions:
  id-token: write
  contents: read`;
const SKIP = `Let such runs pass without secrets:
on-missing-token: skip`;
/**
* Names the cause. GitHub gives no token to a pull request from a fork, nor to Dependabot's, whatever the workflow says
* (GitHub documentation, "Events that trigger workflows", pull_request); any other job needs `id-token: write`.
*/
function explainMissingToken(event) {
	if (event.actor === "dependabot[bot]" && event.name !== "pull_request_target") return {
		cause: "Dependabot started this run, and GitHub gives its runs no OIDC token",
		fix: SKIP
	};
	if (event.fromFork && event.name.startsWith("pull_request") && event.name !== "pull_request_target") return {
		cause: "this pull request comes from a fork, and GitHub gives its runs no OIDC token",
		fix: SKIP
	};
	return {
		cause: "the job may not ask for an OIDC token: it lacks the permission \"id-token: write\"",
		fix: `Add to the job, and in a reusable workflow also to the job that calls it:\n${PERMISSIONS}`
	};
}
// build/src/identity/trust-policy.js
const HAS_TWO_FORMS = /^https:\/\/token\.actions\.githubusercontent\.com(\/|$)/;
const WITH_NAMES = /^repo:([^/@:]+)\/([^/@:]+)(?=:|$)/;
const WITH_IDS = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+(?=:|$)/;
/** The statement of a trust policy that lets this token in; undefined where the claims are too few to tell. */
function trustStatement({ partition, accountId }, claims) {
	const { iss, aud } = claims;
	const subjects = subjectsOf(claims);
	if (iss === void 0 || aud === void 0 || subjects.length === 0) return void 0;
	const provider = iss.replace(/^https:\/\//, "");
	return {
		Effect: "Allow",
		Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${provider}` },
		Action: "sts:AssumeRoleWithWebIdentity",
		Condition: { StringEquals: {
			[`${provider}:aud`]: aud,
			[`${provider}:sub`]: subjects.length === 1 ? subjects[0] ?? "" : subjects
		} }
	};
}
/**
* The token's `sub`, and behind it its other form where GitHub has two: `repo:o/r:…`, and with ids `repo:o@1/r@2:…`, which
* repositories send that were created, renamed or transferred since 15 July 2026.
*/
function subjectsOf(claims) {
	const { iss = "", sub, repository_owner_id: ownerId, repository_id: id } = claims;
	if (sub === void 0) return [];
	if (!HAS_TWO_FORMS.test(iss)) return [sub];
	if (sendsIds(claims)) return [sub, sub.replace(WITH_IDS, "repo:$1/$2")];
	if (!WITH_NAMES.test(sub) || ownerId === void 0 || id === void 0) return [sub];
	return [sub, sub.replace(WITH_NAMES, `repo:$1@${ownerId}/$2@${id}`)];
}
function sendsIds({ sub = "" }) {
	return WITH_IDS.test(sub);
}
const CAUSES = [
	{
		applies: ({ sub = "" }) => /:pull_request(:|$)/.test(sub),
		shown: () => "The run belongs to a pull request: its sub ends with \":pull_request\" and names no branch",
		possible: () => "The policy may be for pull requests (\":pull_request\"), and this run is none"
	},
	{
		applies: sendsIds,
		shown: ({ repository = "OWNER/NAME" }) => `The repository is new, was renamed or was transferred: its sub has ids in it, so a policy with "repo:${repository}:" does not match`,
		possible: () => "The repository may have been renamed or transferred, or the policy spells it otherwise: upper and lower case count"
	},
	{
		applies: ({ sub = "" }) => /:environment:/.test(sub),
		shown: ({ environment = "NAME" }) => `The job runs in the GitHub environment "${environment}": its sub names that and no branch, so the policy must say ":environment:${environment}"`,
		possible: () => "The policy may ask for a GitHub environment, and the sub of this token names none: add environment: NAME to the job"
	}
];
/** The three usual causes of a refusal, those first that the claims show. */
function likelyCauses(claims) {
	const shown = CAUSES.filter(({ applies }) => applies(claims));
	const others = CAUSES.filter((cause) => !shown.includes(cause)).toReversed();
	return [...shown.map((cause) => cause.shown(claims)), ...others.map((cause) => cause.possible(claims))];
}
// build/src/identity/refusals.js
const CLOCK = "Set the runner's clock: a token is good for five minutes";
/**
* The errors of STS, the first that fits wins. Sources: STS API reference, AssumeRole, AssumeRoleWithWebIdentity and "Common
* errors"; the messages as AWS writes them.
*/
const REFUSALS = [
	{
		code: "AccessDenied",
		call: "AssumeRoleWithWebIdentity",
		explanation: "No statement of the role's trust policy matches the token, or there is no such role",
		fix: "See whether the ARN is right, and give the role's trust policy the statement below"
	},
	{
		code: "AccessDenied",
		call: "AssumeRole",
		explanation: "The role before it may not assume this one, or there is no such role",
		fix: "See whether the ARN is right, and give both roles the statements below"
	},
	{
		code: "InvalidIdentityToken",
		message: /no openidconnect provider/i,
		explanation: "The account has no OIDC provider for the issuer of the token",
		fix: "Create it: aws iam create-open-id-connect-provider --url {iss} --client-id-list {aud}"
	},
	{
		code: "InvalidIdentityToken",
		message: /audience/i,
		explanation: "The account's OIDC provider does not know the audience of the token",
		fix: `Add "{aud}" to the provider's audiences (aws iam add-client-id-to-open-id-connect-provider), or name one of them in the input audience`
	},
	{
		code: "InvalidIdentityToken",
		message: /verification key/i,
		explanation: "AWS could not read the issuer's keys",
		fix: "Run the job again; {iss} must be reachable from the internet"
	},
	{
		code: "InvalidIdentityToken",
		explanation: "AWS cannot verify the token",
		fix: "See whether the account has an OIDC provider for {iss} that lists the audience {aud}"
	},
	{
		code: "IDPCommunicationError",
		explanation: "AWS could not reach the issuer of the token",
		fix: "Run the job again; {iss} must be reachable from the internet"
	},
	{
		code: "IDPRejectedClaim",
		explanation: "The issuer rejected the token, or the token is not good any more",
		fix: CLOCK
	},
	{
		code: "ExpiredToken",
		call: "AssumeRoleWithWebIdentity",
		explanation: "The token was too old when AWS read it",
		fix: CLOCK
	},
	{
		code: "ExpiredToken",
		call: "AssumeRole",
		explanation: "The session of the role before it has ended",
		fix: "Set the runner's clock"
	},
	{
		code: "SignatureDoesNotMatch",
		explanation: "AWS does not accept the signature of the request",
		fix: "Set the runner's clock, and see whether a proxy changes requests"
	},
	{
		code: "RegionDisabled",
		explanation: "STS is not enabled in this region for the account",
		fix: "Enable the region in the account, or name another one in aws-region"
	},
	{
		code: "InvalidClientTokenId",
		explanation: "AWS does not know the credentials in this region, as in a region that the account has not enabled",
		fix: "Enable the region in the account, or name another one in aws-region"
	},
	{
		code: "PackedPolicyTooLarge",
		explanation: "The session policy, with the session tags, is too large for AWS",
		fix: "Shorten session-policy, or write session-policy: none"
	},
	{
		code: "MalformedPolicyDocument",
		explanation: "AWS cannot read the session policy",
		fix: "Correct the JSON in session-policy: it is one policy with Version and Statement"
	},
	{
		code: "ValidationError",
		message: /1 hour|chaining/i,
		explanation: "A session of a role that another role assumes lasts one hour at most",
		fix: "Write role-duration-seconds: 3600, or less"
	},
	{
		code: "ValidationError",
		message: /MaxSessionDuration/,
		explanation: "role-duration-seconds is longer than the role's maximum session duration",
		fix: "Lower role-duration-seconds, or raise the role's maximum session duration in IAM"
	},
	{
		code: "ValidationError",
		explanation: "AWS does not accept a value of the request",
		fix: "See role-to-assume, role-session-name and role-duration-seconds"
	}
];
/** AWS's error code, which the SDK makes the error's name, with or without "Exception" at its end. */
function codeOf(error) {
	return error instanceof Error ? error.name.replace(/Exception$/, "") : "";
}
/**
* Says why STS refused a role and what to do: the code, its explanation, the token's claims, and for a denied role the
* statements that would let the job in. Never the token, nor AWS's own message.
*/
function explainRefusal({ role, hop, hops }, call, error) {
	const refusal = refusalFor(call.call, error);
	const claims = call.call === "AssumeRoleWithWebIdentity" ? call.claims : {};
	const place = hops === 1 ? "" : ` (role ${hop} of ${hops})`;
	const lines = [
		...refusal === void 0 ? [] : [`${refusal.explanation}.`, fill(refusal.fix, claims)],
		...showClaims(claims),
		...refusal?.code === "AccessDenied" ? mendDenied(role, call) : []
	];
	return [`AWS did not let the job assume the role ${role.arn}${place}: ${describeFailure(error)}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
function refusalFor(called, error) {
	const text = error instanceof Error ? error.message : "";
	return REFUSALS.find(({ code, call = called, message }) => code === codeOf(error) && call === called && (message === void 0 || message.test(text)));
}
function fill(fix, { iss = "the issuer", aud = "AUDIENCE" }) {
	return fix.replace("{iss}", () => iss).replace("{aud}", () => aud);
}
const SHOWN_CLAIMS = [
	"iss",
	"sub",
	"aud",
	"environment",
	"ref",
	"job_workflow_ref",
	"repository",
	"repository_id",
	"runner_environment"
];
function showClaims(claims) {
	const shown = SHOWN_CLAIMS.flatMap((name) => {
		const value = claims[name];
		return value === void 0 ? [] : [`  ${name}: ${value.replaceAll(/\p{Cc}/gu, " ")}`];
	});
	return shown.length === 0 ? [] : ["The token says:", ...shown];
}
function mendDenied(role, call) {
	if (call.call === "AssumeRole") return mendHop(role, call);
	const statement = trustStatement(role, call.claims);
	if (statement === void 0) return [];
	return [
		"This statement in the trust policy of the role lets the job in:",
		...show(statement),
		"The usual causes, the likeliest first:",
		...likelyCauses(call.claims).map((cause, index) => `  ${index + 1}. ${cause}`)
	];
}
function mendHop(role, { previous, isTagged }) {
	const actions = isTagged ? ["sts:AssumeRole", "sts:TagSession"] : "sts:AssumeRole";
	return [
		`This statement in the trust policy of ${role.arn}:`,
		...show({
			Effect: "Allow",
			Principal: { AWS: previous.arn },
			Action: actions
		}),
		`And this one in a policy of ${previous.arn}:`,
		...show({
			Effect: "Allow",
			Action: actions,
			Resource: role.arn
		})
	];
}
function show(statement) {
	return JSON.stringify(statement, void 0, 2).split("\n").map((line) => `  ${line}`);
}
// build/src/identity/role.js
/** STS did not give credentials for the role. */
var RoleError = class extends _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t {
	name = "RoleError";
};
/**
* The credentials in an answer of STS.
*
* @throws RoleError where it has none
*/
function credentialsIn({ Credentials }, roleArn) {
	const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials ?? {};
	if (AccessKeyId === void 0 || SecretAccessKey === void 0 || SessionToken === void 0) throw new RoleError(`STS answered without credentials for ${roleArn}`);
	return {
		accessKeyId: AccessKeyId,
		secretAccessKey: SecretAccessKey,
		sessionToken: SessionToken
	};
}
// build/src/identity/role-chain.js
const SHORTEST_SECONDS = 900;
const UNTAGGED = `The session has no tags: AWS takes them only where a role is assumed by another one.
Name a second role in role-to-assume, or leave role-session-tags out`;
/**
* Assumes the roles of a chain, one after the other. The last session carries the policy and the tags. When AWS finds them
* too large (`PackedPolicyTooLarge`), tags are left out one by one, and then the generated policy is folded.
*
* @throws RoleError or UnavailableError that names the role, and its place where there are several; or the deadline's
*   reason
*/
async function assumeChain(chain, token, context, limits) {
	let previous;
	for (let index = 0; index < chain.roles.length - 1; index += 1) {
		const hop = hopAt(chain, index, previous, token, context);
		const load = {
			policy: { kind: "none" },
			tags: [],
			notices: []
		};
		({credentials: previous} = await assume(hop, SHORTEST_SECONDS, load, chain, context, limits));
	}
	return assumeLast(hopAt(chain, chain.roles.length - 1, previous, token, context), chain, context, limits);
}
/** Side by side: the session for the reads, and one without the generated policy for the later steps. */
async function assumeLast(last, chain, context, limits) {
	const { sessionPolicy: policy, exportsCredentials, durationSeconds } = chain;
	const canTag = chain.roles.length > 1;
	const tags = canTag ? chain.tags : [];
	const notices = chain.tags.length > 0 && !canTag ? [UNTAGGED] : [];
	const begin = (load) => assume(last, durationSeconds, load, chain, context, limits);
	const needsSecond = exportsCredentials && policy.kind === "scoped";
	const [session, second] = await Promise.all([begin({
		policy,
		tags,
		notices
	}), needsSecond ? begin({
		policy: { kind: "none" },
		tags,
		notices: []
	}) : void 0]);
	const exported = exportsCredentials ? (second ?? session).credentials : void 0;
	return {
		credentials: session.credentials,
		...exported === void 0 ? {} : { exported },
		notices: [.../* @__PURE__ */ new Set([...session.notices, ...second?.notices ?? []])]
	};
}
function hopAt({ roles }, index, credentials, token, { stsOf }) {
	const role = roles[index];
	if (role === void 0) throw new TypeError("A chain has at least one role");
	const sts = stsOf(credentials);
	const place = {
		role,
		hop: index + 1,
		hops: roles.length
	};
	const previous = roles[index - 1];
	if (previous === void 0) {
		const call = {
			call: "AssumeRoleWithWebIdentity",
			claims: readClaims(token)
		};
		return {
			role,
			send: (request, _, signal) => sts.assumeRoleWithWebIdentity({
				...request,
				WebIdentityToken: token
			}, signal),
			explain: (error) => explainRefusal(place, call, error)
		};
	}
	return {
		role,
		send: (request, { tags }, signal) => sts.assumeRole({
			...request,
			...tags.length === 0 ? {} : { Tags: [...tags] }
		}, signal),
		explain: (error, { tags }) => explainRefusal(place, {
			call: "AssumeRole",
			previous,
			isTagged: tags.length > 0
		}, error)
	};
}
async function assume({ role, send, explain }, durationSeconds, first, { sessionName }, { mask }, limits) {
	for (let load = first;;) {
		const current = load;
		const request = {
			RoleArn: role.arn,
			RoleSessionName: sessionName,
			DurationSeconds: durationSeconds,
			...policyIn(current.policy)
		};
		let answer;
		try {
			answer = await withRetries((signal) => send(request, current, signal), transienceOf, limits);
		} catch (error) {
			if (limits.deadline.aborted) throw error;
			load = codeOf(error) === "PackedPolicyTooLarge" ? lighten(current) : void 0;
			if (load === void 0) {
				const text = explain(error, current);
				throw transienceOf(error) === "no" ? new RoleError(text) : new UnavailableError(text);
			}
			continue;
		}
		const credentials = credentialsIn(answer, role.arn);
		for (const part of Object.values(credentials)) mask(part);
		return {
			credentials,
			notices: noticesOf(current)
		};
	}
}
function policyIn(choice) {
	switch (choice.kind) {
		case "none": return {};
		case "given": return { Policy: choice.json };
		case "scoped": return { Policy: choice.policy.json };
	}
}
/** Tags go first: without them less is known, but no more may be read. */
function lighten({ policy, tags, notices }) {
	const dropped = tags.at(-1);
	if (dropped !== void 0) {
		const notice = `The session tag ${dropped.Key} is left out: AWS finds the tags too large`;
		return {
			policy,
			tags: tags.slice(0, -1),
			notices: [...notices, notice]
		};
	}
	const folded = policy.kind === "scoped" ? foldFurther(policy.policy) : void 0;
	return folded && {
		policy: {
			kind: "scoped",
			policy: folded
		},
		tags,
		notices
	};
}
function noticesOf({ policy, notices }) {
	const widening = policy.kind === "scoped" ? describeWidening(policy.policy) : void 0;
	return widening === void 0 ? notices : [...notices, widening];
}
// build/src/identity/token.js
/** GitHub gave no token although the job may ask for one. */
var TokenError = class extends _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t {
	name = "TokenError";
};
var UnreadableAnswer = class extends Error {
	name = "UnreadableAnswer";
};
const ATTEMPT_MS = 1e4;
/** The endpoint of this job; undefined where the job may not have a token. */
function tokenEndpointOf(variables) {
	const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL;
	const requestToken = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
	return url && requestToken ? {
		url,
		requestToken
	} : void 0;
}
/**
* Asks GitHub for the job's OIDC token (GitHub documentation, "OpenID Connect reference": the URL has a query already,
* the answer is JSON with `value`). Each attempt has 10 s; network errors, 429 and 5xx are tried again.
*
* @returns the token, a JWT, not yet masked
* @throws TokenError, or the deadline's reason
*/
async function requestToken(endpoint, audience, get, limits) {
	const attempt = async (deadline) => {
		const url = new URL(endpoint.url);
		url.searchParams.set("audience", audience);
		const answer = await get(url, {
			accept: "application/json",
			authorization: `Bearer ${endpoint.requestToken}`,
			"user-agent": "fetch-secrets"
		}, AbortSignal.any([deadline, AbortSignal.timeout(ATTEMPT_MS)]));
		if (answer.status !== 200) throw new HttpStatusError(answer.status);
		return tokenIn(answer.body);
	};
	try {
		return await withRetries(attempt, transience, limits);
	} catch (error) {
		if (limits.deadline.aborted) throw error;
		throw new TokenError(`GitHub's token endpoint gave no OIDC token: ${describeFailure(error)}`);
	}
}
function transience(error) {
	return error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name) || error instanceof UnreadableAnswer ? "passing" : transienceOf(error);
}
function tokenIn(body) {
	try {
		const { value } = JSON.parse(body);
		if (typeof value === "string" && value !== "") return value;
	} catch {}
	throw new UnreadableAnswer();
}
// build/src/identity/identify.js
const AMBIENT = "the ambient AWS credentials";
const AMBIENT_AUDIENCE = "sts.amazonaws.com";
/**
* Gets credentials: the last role's by OIDC, or the ambient ones. What is asked of account and job is checked before STS is
* called. Token and credentials are masked as soon as they are there.
*
* @throws ActionError
*/
async function identify(plan, context, limits) {
	const { region, role, guards } = plan;
	if (region === void 0) return {
		kind: "identity",
		notices: []
	};
	const endpoint = tokenEndpointOf(context.variables);
	if (role !== void 0 && endpoint === void 0) return withoutToken(plan, await context.readEvent());
	const audience = role?.audience ?? AMBIENT_AUDIENCE;
	const token = endpoint !== void 0 && (role !== void 0 || isGuarded(guards)) ? await requestToken(endpoint, audience, context.get, limits) : void 0;
	if (token !== void 0) context.mask(token);
	refuse(findUnguarded(guards, token === void 0 ? void 0 : readClaims(token), context.variables));
	return role !== void 0 && token !== void 0 ? identifyRole(role.chain, region, token, context, limits) : identifyAmbient(plan, region, context.aws, limits);
}
function refuse(problems) {
	if (problems.length > 0) throw new _mappings_js__WEBPACK_IMPORTED_MODULE_2__.u("Nothing is fetched", problems);
}
async function identifyRole(chain, region, token, { aws, mask }, limits) {
	const context = {
		stsOf: (credentials) => aws.sts(region, credentials),
		mask
	};
	const { credentials, exported, notices } = await assumeChain(chain, token, context, limits);
	const accountId = chain.roles.at(-1)?.accountId;
	return {
		kind: "identity",
		credentials,
		...exported === void 0 ? {} : { exported },
		...accountId === void 0 ? {} : { accountId },
		notices,
		...chain.sessionPolicy.kind === "scoped" ? { sessionWith: async (sessionPolicy) => {
			if (sessionPolicy.kind === "none" && exported !== void 0) return {
				credentials: exported,
				notices: []
			};
			return assumeChain({
				...chain,
				sessionPolicy,
				exportsCredentials: false
			}, token, context, limits);
		} } : {}
	};
}
/** Asks who the ambient credentials are, but only where the plan must know: it costs a call. */
async function identifyAmbient({ accounts, needsAccountId }, region, aws, limits) {
	if (accounts.length === 0 && !needsAccountId) return {
		kind: "identity",
		notices: []
	};
	const sts = aws.sts(region);
	const { Account } = await withRetries((signal) => sts.getCallerIdentity(signal), transienceOf, limits).catch((error) => {
		if (limits.deadline.aborted) throw error;
		const text = `The account of ${AMBIENT} cannot be found out: ${describeFailure(error)}.
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;
		throw transienceOf(error) === "no" ? new _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t(text) : new UnavailableError(text);
	});
	refuse(findDisallowed(Account, accounts, AMBIENT));
	return {
		kind: "identity",
		notices: [],
		...Account === void 0 ? {} : { accountId: Account }
	};
}
function withoutToken({ onMissingToken }, event) {
	const { cause, fix } = explainMissingToken(event);
	if (onMissingToken === "skip") return {
		kind: "skipped",
		cause
	};
	const indented = fix.replaceAll("\n", "\n    ");
	throw new _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t(`There is no OIDC token: ${cause}.\n  ${indented}`);
}
// build/src/network/pace.js
const START_PER_SECOND = 38;
const LEAST_PER_SECOND = 5;
const SLOWED_BY = .8;
const RISE_PER_SECOND = 1;
const PLACES_AFTER_THROTTLE = 2;
/**
* The pace that all calls of a step share. Calls are not held up until AWS throttles the first one; from then on they are
* sent one by one at equal distances, at a rate that falls with every throttle and rises by one call a second each second
* while calls get through (additive increase, multiplicative decrease). A back-off of each call by itself would leave
* allowed calls unused while all wait, and waste others while all try again together.
*/
var Pace = class {
	#now;
	#perSecond;
	#nextAt = 0;
	#turns = 0;
	#turnsAtThrottle = 0;
	#passed = 0;
	/** @param now a clock in milliseconds that never goes back */
	constructor(now = () => performance.now()) {
		this.#now = now;
	}
	/** How many calls have got through. */
	get passed() {
		return this.#passed;
	}
	/** Takes the next place in the order, for one attempt of one call. */
	takeTurn() {
		const number = this.#turns;
		this.#turns += 1;
		if (this.#perSecond === void 0) return {
			number,
			waitMs: 0
		};
		const now = this.#now();
		const at = Math.max(now, this.#nextAt);
		this.#nextAt = at + 1e3 / this.#perSecond;
		return {
			number,
			waitMs: at - now
		};
	}
	/** Told of each attempt that succeeded. */
	gotThrough() {
		this.#passed += 1;
		if (this.#perSecond !== void 0) this.#perSecond += RISE_PER_SECOND / this.#perSecond;
	}
	/** Told of each attempt that was throttled. Those that had their turn before the last slow-down tell nothing new. */
	throttled({ number }) {
		if (number < this.#turnsAtThrottle) return;
		this.#turnsAtThrottle = this.#turns;
		this.#perSecond = this.#perSecond === void 0 ? START_PER_SECOND : Math.max(LEAST_PER_SECOND, this.#perSecond * SLOWED_BY);
		const earliest = this.#now() + PLACES_AFTER_THROTTLE * 1e3 / this.#perSecond;
		this.#nextAt = Math.max(this.#nextAt, earliest);
	}
};
// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}
// build/src/identity/denial.js
const POLICIES = [
	[/with an explicit deny/, "explicit"],
	[/because no identity-based policy allows/, "identity"],
	[/because no session policy allows/, "session"],
	[/because no permissions boundary allows/, "boundary"],
	[/because no (service|resource) control policy allows/, "organization"],
	[/because no resource-based policy allows/, "resource"],
	[/because no VPC endpoint policy allows/, "endpoint"]
];
const BY_KEY = /kms:Decrypt|access to kms/i;
const KEY_ARN = /on resource: (arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+)/;
/**
* Reads what an `AccessDeniedException` tells, of which only the IAM action, the key's ARN and the kind of policy are kept.
*
* @param action the IAM action of the call, such as `ssm:GetParameter`
*/
function readDenial(error, action) {
	const text = error instanceof Error ? error.message : "";
	const keyArn = KEY_ARN.exec(text)?.[1];
	return {
		action: BY_KEY.test(text) ? "kms:Decrypt" : action,
		...keyArn === void 0 ? {} : { keyArn },
		policy: POLICIES.find(([pattern]) => pattern.test(text))?.[1] ?? "unknown"
	};
}
// build/src/stores/read-failure.js
const NOT_FOUND = [
	"ParameterNotFound",
	"ParameterVersionNotFound",
	"ResourceNotFoundException"
];
const NO_CREDENTIALS = `There are no AWS credentials on this runner. Name a role:
role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;
/**
* What an error of SSM or Secrets Manager means for the source that was read.
*
* @param action the permission that the call needs
*/
function failureOf(error, action) {
	const name = error instanceof Error ? error.name : "";
	if (NOT_FOUND.includes(name)) return { kind: "missing" };
	if (name === "AccessDeniedException") return {
		kind: "denied",
		denial: readDenial(error, action)
	};
	const reason = describeFailure(error);
	if (transienceOf(error) !== "no") return {
		kind: "unavailable",
		reason
	};
	if (name === "CredentialsProviderError") return {
		kind: "failed",
		reason,
		fix: NO_CREDENTIALS
	};
	return {
		kind: "failed",
		reason
	};
}
/**
* Reads each source once: `GetParameters` by ten, the batches side by side. Where AWS refuses a batch, its parameters are
* read one by one, so that roles with only `ssm:GetParameter` work and what is wrong is told name by name.
*
* @param ssmOf the calls of one region
* @param atOnce bounds the calls under way
* @returns an outcome for each source, under its `sourceKey`
* @throws only the deadline's reason
*/
async function fetchParameters(sources, ssmOf, atOnce, limits) {
	const read = async (batch, ssm) => {
		const outcomes = await atOnce(() => readBatch(batch, ssm, limits));
		if (outcomes !== "refused") return outcomes;
		const singles = batch.map((source) => atOnce(() => readOne(source, ssm, limits)));
		return new Map((await Promise.all(singles)).map((outcome, index) => [keyAt(batch, index), outcome]));
	};
	const batches = [...Map.groupBy((0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.g)(sources).values(), batchKey).values()].flatMap((alike) => chunks(alike, 10).map((batch) => read(batch, ssmOf(alike[0]?.region ?? ""))));
	return new Map((await Promise.all(batches)).flatMap((outcomes) => [...outcomes]));
}
/** One call reads in one region, and decrypts all or nothing. */
function batchKey({ region, isEncrypted }) {
	return isEncrypted === true ? `${region} encrypted` : region;
}
function chunks(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
function keyAt(batch, index) {
	const source = batch[index];
	return source === void 0 ? "" : (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source);
}
async function readBatch(batch, ssm, limits) {
	try {
		const names = batch.map(_mappings_js__WEBPACK_IMPORTED_MODULE_2__.f);
		const isDecrypted = batch[0]?.isEncrypted !== true;
		const { Parameters = [] } = await withRetries((signal) => ssm.getParameters(names, isDecrypted, signal), transienceOf, limits);
		return new Map(batch.map((source) => [(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source), outcomeOf(findIn(Parameters, source, batch))]));
	} catch (error) {
		if (limits.deadline.aborted) throw error;
		if (isAboutParameters(error)) return "refused";
		const outcome = failureOf(error, "ssm:GetParameter");
		return new Map(batch.map((source) => [(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source), outcome]));
	}
}
async function readOne(source, ssm, limits) {
	try {
		const { Parameter } = await withRetries((signal) => ssm.getParameter((0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.f)(source), source.isEncrypted !== true, signal), transienceOf, limits);
		return outcomeOf(Parameter);
	} catch (error) {
		if (limits.deadline.aborted) throw error;
		return failureOf(error, "ssm:GetParameter");
	}
}
/** AWS leaves out what it does not find, sorts the rest, and tells a version or label apart in `Selector`. */
function findIn(parameters, source, batch) {
	const named = parameters.filter((parameter) => isNamed(parameter, source.name));
	const selected = named.find(({ Selector }) => (Selector ?? "").replace(/^:/, "") === (source.selector ?? ""));
	const isOnly = batch.filter(({ name }) => name === source.name).length === 1;
	return selected ?? (isOnly ? named[0] : void 0);
}
function isNamed({ Name, ARN }, name) {
	const plain = (text) => text?.replace(/^\/(?=[^/]*$)/, "");
	return plain(Name) === plain(name) || ARN === name;
}
function outcomeOf(parameter) {
	return (parameter && foundIn(parameter)) ?? { kind: "missing" };
}
/** What is kept of a parameter that AWS answered. */
function foundIn(parameter) {
	const { Value, Type, Version, LastModifiedDate, ARN } = parameter;
	if (Value === void 0) return void 0;
	return {
		kind: "found",
		bytes: node_buffer__WEBPACK_IMPORTED_MODULE_9__.Buffer.from(Value, "utf8"),
		version: String(Version ?? ""),
		...Type === void 0 ? {} : { type: Type },
		...LastModifiedDate === void 0 ? {} : { lastModified: LastModifiedDate },
		...ARN === void 0 ? {} : { arn: ARN }
	};
}
const ABOUT_PARAMETERS = [
	"AccessDeniedException",
	"InvalidKeyId",
	"ValidationException"
];
function isAboutParameters(error) {
	return error instanceof Error && ABOUT_PARAMETERS.includes(error.name);
}
// build/src/stores/parameter-path.js
/**
* Reads everything below each path, the paths side by side, each to its last page; an empty page in between is no end.
*
* @param atOnce bounds the calls under way
* @returns an outcome for each path, under its `sourceKey`; nothing below it counts as missing
*/
async function fetchPaths(sources, ssmOf, atOnce, limits) {
	return new Map(await Promise.all([...(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.g)(sources)].map(async ([key, source]) => [key, await readPath(source, ssmOf(source.region), atOnce, limits)])));
}
async function readPath({ path, isRecursive }, ssm, atOnce, limits) {
	const members = [];
	let token;
	try {
		do {
			const from = token;
			const { Parameters = [], NextToken } = await atOnce(() => withRetries((signal) => ssm.getParametersByPath(path, isRecursive, from, signal), transienceOf, limits));
			for (const parameter of Parameters) {
				const found = foundIn(parameter);
				if (found !== void 0) members.push({
					...found,
					name: parameter.Name ?? ""
				});
			}
			token = NextToken;
		} while (token);
	} catch (error) {
		if (limits.deadline.aborted) throw error;
		return failureOf(error, "ssm:GetParametersByPath");
	}
	if (members.length === 0) return { kind: "missing" };
	return {
		kind: "found-path",
		members: members.toSorted((one, other) => one.name < other.name ? -1 : 1)
	};
}
// build/src/stores/secrets-manager.js
/**
* Reads each secret once, all side by side.
*
* @param atOnce bounds the calls under way
* @returns an outcome for each secret, under its `sourceKey`
*/
async function fetchSecrets(sources, apiOf, atOnce, limits) {
	return new Map(await Promise.all([...(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.g)(sources)].map(async ([key, source]) => {
		const api = await apiOf(source.region);
		return [key, await atOnce(() => readSecret(source, api, limits))];
	})));
}
async function readSecret({ secretId, versionStage, versionId }, api, limits) {
	const request = {
		SecretId: secretId,
		...versionStage === void 0 ? {} : { VersionStage: versionStage },
		...versionId === void 0 ? {} : { VersionId: versionId }
	};
	try {
		const { SecretString, SecretBinary, VersionId, CreatedDate, ARN } = await withRetries((signal) => api.getSecretValue(request, signal), transienceOf, limits);
		if (SecretString === void 0 && SecretBinary === void 0) return { kind: "missing" };
		return {
			kind: "found",
			bytes: SecretBinary ?? Buffer.from(SecretString ?? "", "utf8"),
			...SecretBinary === void 0 ? {} : { isBinary: true },
			version: VersionId ?? "",
			...CreatedDate === void 0 ? {} : { lastModified: CreatedDate },
			...ARN === void 0 ? {} : { arn: ARN }
		};
	} catch (error) {
		if (limits.deadline.aborted) throw error;
		return isScheduledForDeletion(error) ? {
			kind: "failed",
			reason: "it is scheduled for deletion",
			fix: `Take it back:\naws secretsmanager restore-secret --secret-id ${secretId}`
		} : failureOf(error, "secretsmanager:GetSecretValue");
	}
}
/** AWS words it "You can't perform this operation on the secret because it was marked for deletion." */
function isScheduledForDeletion(error) {
	return error instanceof Error && error.name === "InvalidRequestException" && /marked (for deletion|deleted)/.test(error.message);
}
// build/src/stores/workspace-files.js
/** Reads `file:` sources from the workspace; a symbolic link in the way counts as failed, since it may lead out of it. */
function readWorkspaceFiles(sources, workspace, files) {
	return new Map(sources.map((source) => [(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source), readWorkspaceFile(source, workspace, files)]));
}
function readWorkspaceFile({ path }, workspace, files) {
	const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_11__.join)(workspace, path);
	if ((0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.i)(absolute, workspace, files) !== void 0) return {
		kind: "failed",
		reason: "a symbolic link in its path"
	};
	const kind = files.kindOf(absolute);
	if (kind === "none") return { kind: "missing" };
	if (kind !== "file") return {
		kind: "failed",
		reason: "not a regular file"
	};
	try {
		return {
			kind: "found",
			bytes: files.read(absolute)
		};
	} catch (error) {
		return {
			kind: "failed",
			reason: (0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.n)(error)
		};
	}
}
/** Reads every source once, whatever its kind; all calls to AWS are made side by side, within a bound. */
async function fetchAll(sources, { workspace, files, aws, credentials }, limits) {
	const atOnce = pLimit(20);
	const ofKind = (kind) => sources.filter((source) => source.kind === kind);
	const ssmOf = oncePerRegion((region) => aws.ssm(region, credentials));
	const secretsManagerOf = oncePerRegion((region) => aws.secretsManager(region, credentials));
	const outcomes = await Promise.all([
		readWorkspaceFiles(ofKind("file"), workspace, files),
		fetchParameters(ofKind("parameter"), ssmOf, atOnce, limits),
		fetchPaths(ofKind("path"), ssmOf, atOnce, limits),
		fetchSecrets(ofKind("secret"), secretsManagerOf, atOnce, limits)
	]);
	return new Map(outcomes.flatMap((part) => [...part]));
}
function oncePerRegion(make) {
	const made = /* @__PURE__ */ new Map();
	return (region) => {
		const client = made.get(region) ?? make(region);
		made.set(region, client);
		return client;
	};
}
// build/src/stores/expected-calls.js
/** The calls that a plan's first reads will make side by side, and before them the one for its role. */
function expectedCalls({ sources, role, region }) {
	const remote = [...(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.g)(sources).values()].filter((source) => source.kind !== "file");
	const reads = [...Map.groupBy(remote, (source) => source.region)].flatMap(([each, alike]) => {
		const countOf = (kind) => alike.filter((source) => source.kind === kind).length;
		return [callsOf("ssm", each, Math.ceil(countOf("parameter") / 10) + countOf("path")), callsOf("secretsmanager", each, countOf("secret"))];
	});
	return [...role === void 0 || region === void 0 ? [] : [callsOf("sts", region, 1)], ...reads].filter(({ count }) => count > 0);
}
function callsOf(service, region, count) {
	return {
		service,
		region,
		count: Math.min(count, 20)
	};
}
// build/src/values/merge.js
/**
* Merges variables in the order of their lines. `file:` sources are defaults: AWS sources override them silently, and later
* ones earlier ones. Two values of AWS sources for one name are a conflict, unless they are the same.
*/
function mergeVariables(variables, onConflict) {
	const merged = /* @__PURE__ */ new Map();
	const problems = [];
	for (const variable of variables) {
		const earlier = merged.get(variable.name);
		if (earlier !== void 0 && isDefault(variable) && !isDefault(earlier)) continue;
		if (earlier !== void 0 && !isDefault(variable) && !isDefault(earlier) && earlier.value !== variable.value && onConflict === "fail") problems.push(explainConflict(earlier, variable));
		merged.set(variable.name, variable);
	}
	return {
		variables: [...merged.values()],
		problems
	};
}
function isDefault({ mapping }) {
	return mapping.source.kind === "file";
}
function explainConflict(earlier, { name, mapping }) {
	const { target } = mapping;
	return {
		place: mapping.place,
		message: `${name} in ${target.shown} has two different values, from ${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.p)(earlier.mapping)} (${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.d)(earlier.mapping.place)}) and from ${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.p)(mapping)}`,
		fix: "Name one of them otherwise, or write on-conflict: last-wins"
	};
}
// build/src/values/pem-block.js
/** The block as RFC 7468 (and, for headers, RFC 1421) lays it out. */
function blockLines({ label, headers, body }) {
	return [
		`-----BEGIN ${label}-----`,
		...headers.length === 0 ? [] : [...headers, ""],
		...body,
		`-----END ${label}-----`
	];
}
const SEQUENCE = 48;
const OBJECT_IDENTIFIER = 6;
const isDer = (bytes) => isOneDerValue(bytes, [SEQUENCE]) ? void 0 : "damaged";
const CHECKS = /* @__PURE__ */ new Map([
	["PRIVATE KEY", derReadBy(node_crypto__WEBPACK_IMPORTED_MODULE_10__.createPrivateKey)],
	["RSA PRIVATE KEY", derReadBy(node_crypto__WEBPACK_IMPORTED_MODULE_10__.createPrivateKey)],
	["EC PRIVATE KEY", derReadBy(node_crypto__WEBPACK_IMPORTED_MODULE_10__.createPrivateKey)],
	["PUBLIC KEY", derReadBy(node_crypto__WEBPACK_IMPORTED_MODULE_10__.createPublicKey)],
	["RSA PUBLIC KEY", derReadBy(node_crypto__WEBPACK_IMPORTED_MODULE_10__.createPublicKey)],
	["CERTIFICATE", derReadBy((pem) => new node_crypto__WEBPACK_IMPORTED_MODULE_10__.X509Certificate(pem))],
	["X509 CERTIFICATE", derReadBy((pem) => new node_crypto__WEBPACK_IMPORTED_MODULE_10__.X509Certificate(pem))],
	["TRUSTED CERTIFICATE", (_bytes, pem) => readBy((text) => new node_crypto__WEBPACK_IMPORTED_MODULE_10__.X509Certificate(text), pem)],
	["ENCRYPTED PRIVATE KEY", isDer],
	["DSA PRIVATE KEY", isDer],
	["DSA PARAMETERS", isDer],
	["DH PARAMETERS", isDer],
	["X9.42 DH PARAMETERS", isDer],
	["EC PARAMETERS", (bytes) => isOneDerValue(bytes, [OBJECT_IDENTIFIER, SEQUENCE]) ? void 0 : "damaged"],
	["CERTIFICATE REQUEST", isDer],
	["NEW CERTIFICATE REQUEST", isDer],
	["X509 CRL", isDer],
	["PKCS7", isDer],
	["CMS", isDer],
	["OPENSSH PRIVATE KEY", (bytes) => isOpensshKey(bytes) ? void 0 : "damaged"]
]);
const PROBLEMS = {
	damaged: "that is cut short or damaged",
	unreadable: "that does not parse"
};
/**
* Checks the content of a block: by node:crypto where it reads such blocks without a passphrase, otherwise by structure.
* A label that is not known has to hold DER.
*
* @returns what is wrong, a phrase for the log that holds no text of the block but a well-known label; or undefined
*/
function describeBlockProblem(block) {
	const name = describeLabel(block.label);
	if (block.body.length === 0) return `${name} without content`;
	const bytes = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.l)(block.body.join(""));
	if (bytes === void 0) return `${name} whose body is not base64`;
	const problem = block.headers.length > 0 ? checkEncrypted(bytes, block.headers) : (CHECKS.get(block.label) ?? isDer)(bytes, `${blockLines(block).join("\n")}\n`);
	return problem && `${name} ${PROBLEMS[problem]}`;
}
/** @returns the label with its article, for labels that are well known; any other could be anything */
function describeLabel(label) {
	if (!CHECKS.has(label)) return "a PEM block";
	if (label === "CERTIFICATE") return "a certificate";
	return `${/^(?:[AEIOX]|RSA)/.test(label) ? "an" : "a"} ${label} block`;
}
/** Whether the bytes are exactly one DER or BER value (ITU-T X.690, 8.1: tag, length, content) with one of the tags. */
function isOneDerValue(bytes, tags) {
	const [tag, first] = bytes;
	if (tag === void 0 || first === void 0 || !tags.includes(tag)) return false;
	if (first < 128) return bytes.length === 2 + first;
	if (first === 128) return bytes.length >= 4 && bytes.at(-1) === 0 && bytes.at(-2) === 0;
	const length = bytes.subarray(2, 2 + (first & 127)).reduce((sum, byte) => sum * 256 + byte, 0);
	return bytes.length === 2 + (first & 127) + length;
}
function derReadBy(read) {
	return (bytes, pem) => isDer(bytes, pem) ?? readBy(read, pem);
}
function readBy(read, pem) {
	try {
		read(pem);
		return;
	} catch {
		return "unreadable";
	}
}
/** Encrypted content has no structure but, in CBC mode, whole cipher blocks, which are as long as the header's vector. */
function checkEncrypted(bytes, headers) {
	const vector = headers.map((header) => /-CBC,([0-9A-Fa-f]+)$/.exec(header)?.[1]).find(Boolean);
	return vector !== void 0 && bytes.length % (vector.length / 2) !== 0 ? "damaged" : void 0;
}
/** The layout in OpenSSH's PROTOCOL.key: magic, three strings, a count, then that many strings and one more. */
function isOpensshKey(bytes) {
	if (bytes.toString("latin1", 0, 15) !== "openssh-key-v1\0") return false;
	let offset = 15;
	const skipStrings = (count) => {
		for (let index = 0; index < count && offset <= bytes.length; index += 1) offset += 4 + readLength(bytes, offset);
	};
	skipStrings(3);
	const keyCount = readLength(bytes, offset);
	offset += 4;
	skipStrings(keyCount + 1);
	return offset <= bytes.length;
}
function readLength(bytes, offset) {
	return offset + 4 <= bytes.length ? bytes.readUInt32BE(offset) : Number.POSITIVE_INFINITY;
}
// build/src/values/pem-layout.js
/** Thrown and caught in this file only: the first thing that no certain repair mends. */
var NotPem = class extends Error {};
/** The lines around a block (RFC 7468, section 3), wherever they stand. */
const ARMOR = /-----(BEGIN|END) ([A-Z0-9.]+(?: [A-Z0-9.]+)*)-----/g;
/** The header lines that OpenSSL writes; the vector's length tells where they end when the line breaks are lost. */
const ENCRYPTION_HEADERS = /^\s*(Proc-Type: 4,ENCRYPTED)\s*(DEK-Info: (?:(?:DES|RC2|IDEA|BF|CAST5)-[A-Z0-9-]+,[0-9A-Fa-f]{16}|[A-Z0-9-]+,[0-9A-Fa-f]{32}))/;
/** The longest line that older readers take; some writers use it in place of the 64 characters of RFC 7468. */
const LONGEST_LINE = 76;
/**
* Finds the blocks of a text, mends their layout where only one layout can be meant, and checks each block.
* Explanatory text between blocks, as openssl writes it, stays. Never throws.
*/
function readPemLayout(text) {
	const repairs = /* @__PURE__ */ new Set();
	try {
		const trimmed = trimBlankEdges(text, repairs);
		const lines = [];
		const labels = [];
		let position = 0;
		for (const { start, end, label } of findBlocks(trimmed)) {
			lines.push(...readTextAround(trimmed.slice(position, start), position > 0, true, repairs));
			lines.push(...readBlock(trimmed.slice(start, end), label, repairs));
			labels.push(label);
			position = end;
		}
		lines.push(...readTextAround(trimmed.slice(position), true, false, repairs));
		return {
			kind: "pem",
			text: `${lines.join("\n")}\n`,
			repairs: [...repairs],
			labels
		};
	} catch (error) {
		if (error instanceof NotPem) return {
			kind: "not-pem",
			found: error.message
		};
		throw error;
	}
}
/** @returns the text without blank lines around it and without its last line end */
function trimBlankEdges(text, repairs) {
	const firstLine = text.slice(0, text.length - text.trimStart().length).lastIndexOf("\n") + 1;
	const trimmed = text.slice(firstLine).trimEnd();
	const tail = text.slice(firstLine + trimmed.length);
	if (firstLine > 0 || tail.split("\n").length > 2) repairs.add("blank lines");
	if (!tail.includes("\n")) repairs.add("missing last newline");
	if (/[^\n]/.test(tail)) repairs.add("blanks around lines");
	return trimmed;
}
function findBlocks(text) {
	const armors = [...text.matchAll(ARMOR)].map((match) => ({
		kind: match[1],
		label: match[2] ?? "",
		start: match.index,
		end: match.index + match[0].length
	}));
	const blocks = [];
	for (let index = 0; index < armors.length; index += 2) {
		const [begin, end] = armors.slice(index, index + 2);
		if (begin === void 0 || begin.kind === "END") throw new NotPem("a PEM without its BEGIN line");
		if (end === void 0 || end.kind === "BEGIN") throw new NotPem("a PEM without its END line");
		if (begin.label !== end.label) throw new NotPem("a PEM whose BEGIN and END lines do not agree");
		blocks.push({
			start: begin.start,
			end: end.end,
			label: begin.label
		});
	}
	if (blocks.length > 0) return blocks;
	throw new NotPem(/-----(?:BEGIN|END)/.test(text) ? "a PEM whose BEGIN line is malformed" : "text that is not PEM");
}
/** @param text from the end of one block to the begin of the next, with what shares a line with either */
function readTextAround(text, afterBlock, beforeBlock, repairs) {
	const lines = text.split("\n");
	const isOneLine = lines.length === 1;
	const edges = [...afterBlock ? lines.slice(0, 1) : [], ...beforeBlock ? lines.slice(-1) : []];
	if (edges.some((edge) => edge.trim() !== "")) throw new NotPem("a PEM with other text on its BEGIN or END line");
	if (isOneLine && afterBlock && beforeBlock) {
		repairs.add("lost line breaks");
		return [];
	}
	const between = lines.slice(afterBlock ? 1 : 0, beforeBlock ? -1 : void 0);
	if (edges.some((edge) => edge !== "") || between.some((line) => line !== "" && line.trim() === "")) repairs.add("blanks around lines");
	return between.map(checkTextLine);
}
function checkTextLine(line) {
	if ((0,_take_js__WEBPACK_IMPORTED_MODULE_3__.d)(line)) throw new NotPem("an env file with a PEM block in it");
	if (/-----(?:BEGIN|END)/.test(line)) throw new NotPem("a PEM with a BEGIN or END line that is malformed");
	if (/^\s*[\w."'-]+:\s*[|>][-+\d]*\s*$/.test(line)) throw new NotPem("YAML with a PEM block in it");
	if (/^\s*["'`,;{}[\]()<>|]+\s*$/.test(line)) throw new NotPem("a PEM inside of other syntax");
	return line.trim() === "" ? "" : line;
}
/** @param text from BEGIN to END, both included */
function readBlock(text, label, repairs) {
	const block = {
		label,
		...readContent(text.replace(/^-----[^-]*-----/, "").replace(/-----[^-]*-----$/, ""), label)
	};
	const problem = describeBlockProblem(block);
	if (problem !== void 0) throw new NotPem(problem);
	const mended = blockLines(block);
	const written = text.split("\n");
	const unindented = written.map((line) => line.trim());
	if (!isSame(written, unindented)) repairs.add("blanks around lines");
	if (!isSame(unindented.filter(Boolean), mended.filter(Boolean))) repairs.add("lost line breaks");
	else if (!isSame(unindented, mended)) repairs.add("blank lines");
	return mended;
}
function readContent(content, label) {
	const found = ENCRYPTION_HEADERS.exec(content);
	const headers = found?.slice(1) ?? [];
	const lines = content.slice(found?.[0].length ?? 0).split("\n");
	const body = lines.map((line) => line.trim()).filter(Boolean);
	const isOnItsOwnLines = lines.length > 1 && lines[0]?.trim() === "" && lines.at(-1)?.trim() === "";
	const isWrapped = headers.length === 0 ? body.every((line) => line.length <= LONGEST_LINE && !/\s/.test(line)) : body.every((line, index) => line.length === 64 || index === body.length - 1 && line.length < 64);
	if (isOnItsOwnLines && isWrapped) return {
		headers,
		body
	};
	return {
		headers,
		body: wrap(body.join("").replaceAll(/\s/g, ""), label)
	};
}
/** ssh-keygen wraps at 70 characters, everybody else at the 64 of RFC 7468. */
function wrap(base64, label) {
	const width = label === "OPENSSH PRIVATE KEY" ? 70 : 64;
	return base64.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
}
function isSame(left, right) {
	return left.join("\n") === right.join("\n");
}
// build/src/values/pem.js
const BASE64_AROUND = "base64 around the PEM";
const WRAPPINGS = [
	{
		repair: "byte order mark",
		undo: (text) => text.replace(/^\uFEFF/, "")
	},
	{
		repair: "literal \\n",
		undo: (text) => text.replaceAll(/(?:\\{1,2}r)?\\{1,2}n/g, "\n")
	},
	{
		repair: "CRLF",
		undo: (text) => text.replaceAll("\r\n", "\n")
	},
	{
		repair: "CR",
		undo: (text) => text.replaceAll("\r", "\n")
	},
	{
		repair: "surrounding quotes",
		undo: removeQuotes
	},
	{
		repair: BASE64_AROUND,
		undo: decodePem
	}
];
/** Base64 around quotes around literal line ends is the deepest that one careless step after another makes. */
const ROUNDS = 4;
const FIXES = /* @__PURE__ */ new Map([
	["an env file", "Name the source in `env-files`, or store the PEM alone in a source of its own"],
	["JSON", "Store the PEM alone in a source of its own"],
	["a public SSH key", "Store the private key, the file whose first line is a BEGIN line"],
	["a PuTTY key", "Export it as an OpenSSH key with PuTTYgen and store that"],
	["an empty value", "Store the PEM file as it is"]
]);
const DEFAULT_FIX = "Store the PEM file as it is, from its BEGIN line to its END line, or name the source in `files` to write it byte for byte";
/**
* Reads a PEM (RFC 7468) of one or more blocks and mends what can be mended in one way only. Each block is checked: by
* node:crypto where it can, by structure where it is encrypted or unknown to node:crypto. Never throws.
*
* @param source bytes, or text
*/
function readPem(source) {
	const original = typeof source === "string" ? source : decodeUtf8(source);
	if (original === void 0) return describeBytes(source);
	const untouched = readPemLayout(original);
	if (untouched.kind === "pem" && untouched.repairs.length === 0) return untouched;
	const { text, repairs } = unwrap(original);
	const layout = readPemLayout(text);
	if (layout.kind === "pem") return {
		...layout,
		repairs: [.../* @__PURE__ */ new Set([...repairs, ...layout.repairs])]
	};
	return notPem(describe(original, text, repairs) ?? layout.found);
}
function unwrap(original) {
	const repairs = [];
	let text = original;
	for (let round = 0; round < ROUNDS; round += 1) for (const { repair, undo } of WRAPPINGS) {
		const unwrapped = undo(text);
		if (unwrapped !== text) repairs.push(repair);
		text = unwrapped;
	}
	return {
		text,
		repairs
	};
}
function removeQuotes(text) {
	return /^(['"])(.*)\1$/s.exec(text.trim())?.[2] ?? text;
}
function decodePem(text) {
	const decoded = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.l)(text)?.toString("utf8");
	return decoded?.includes("-----BEGIN ") ? decoded : text;
}
/** @returns what the text is when that tells more than what is wrong with it as PEM */
function describe(original, text, repairs) {
	const kind = (repairs.includes(BASE64_AROUND) ? void 0 : (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.u)(original)) ?? (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.u)(text);
	if (kind === "a PEM block") return void 0;
	return kind === "base64" ? "base64 that holds no PEM" : kind;
}
function notPem(found) {
	return {
		kind: "not-pem",
		found,
		fix: FIXES.get(found) ?? DEFAULT_FIX
	};
}
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
function describeBytes(source) {
	return notPem(typeof source !== "string" && isOneDerValue(source, [48]) ? "DER, the binary form of a key or certificate" : "bytes that are no UTF-8 text");
}
// build/src/values/decode.js
/**
* A stored env file is copied byte for byte, since its authors chose its dialect; a missing last newline is added.
*
* @param name of the source, for the problem
*/
function decodeEnvFile(text, name) {
	const { entries, badLines, found } = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.c)(text);
	if (badLines.length > 0) return {
		kind: "malformed",
		problem: (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.s)(name, badLines, found)
	};
	return {
		kind: "decoded",
		bytes: Buffer.from(text === "" || text.endsWith("\n") ? text : `${text}\n`, "utf8"),
		names: [...new Set(entries.map((entry) => entry.name))],
		maskables: maskablesOf$1(entries)
	};
}
/** A PEM file holds the PEM as its tools want it, repaired where that is certain. */
function decodePemFile(bytes, name) {
	const pem = readPem(bytes);
	if (pem.kind === "not-pem") return {
		kind: "malformed",
		problem: {
			message: `${name} holds no PEM that can be used: found ${pem.found}`,
			fix: pem.fix ?? "Store the PEM as its tool wrote it, with its BEGIN and END lines"
		}
	};
	return {
		kind: "decoded",
		bytes: Buffer.from(pem.text, "utf8"),
		names: [],
		maskables: [{
			kind: "pem",
			text: pem.text
		}, {
			kind: "text",
			text: Buffer.from(bytes).toString("utf8")
		}]
	};
}
/** A plain file holds the bytes as they are. */
function decodeFile(bytes) {
	return {
		kind: "decoded",
		bytes,
		names: [],
		maskables: (0,node_buffer__WEBPACK_IMPORTED_MODULE_9__.isUtf8)(bytes) ? textMaskables(bytes) : []
	};
}
/** A plain file may well be an env file: then its values are masked too, not just its lines. */
function textMaskables(bytes) {
	const text = Buffer.from(bytes).toString("utf8");
	const { entries, badLines } = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.c)(text);
	return [{
		kind: "text",
		text
	}, ...badLines.length === 0 ? maskablesOf$1(entries) : []];
}
function maskablesOf$1(entries) {
	return entries.flatMap(({ name, readings }) => readings.map((reading) => ({
		kind: "text",
		name,
		text: reading
	})));
}
// build/src/values/parts.js
const MAKERS = {
	"env-file": makeEnvFilePart,
	"pem-file": (mapping, found, context) => makeContent(mapping, found, context, (bytes) => decodePemFile(bytes, (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.p)(mapping))),
	file: (mapping, found, context) => makeContent(mapping, found, context, decodeFile),
	"env-var": (mapping, found, { placeholders }) => (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.i)(mapping, found, placeholders),
	output: makeOutput
};
/** Turns what was fetched for a mapping into its part of the target. */
function makePart(mapping, found, context) {
	return MAKERS[mapping.target.kind](mapping, found, context);
}
/** A stored env text that is the only source of its file is copied; everything else becomes variables. */
async function makeEnvFilePart(mapping, found, { placeholders, isSole }) {
	const { name, naming } = mapping;
	const isPlain = name === void 0 && naming.only === void 0 && isEmpty$1(naming.rename);
	if (isSole && isPlain && found.kind === "found") {
		const value = await (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.r)(mapping, found, placeholders, false);
		if (value.kind !== "value") return value;
		const { node, text } = value;
		if (node === void 0 || node.kind === "string") return contentOf$1(decodeEnvFile(text, (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.p)(mapping)));
		return (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.a)(mapping, value, placeholders);
	}
	return (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.i)(mapping, found, placeholders);
}
async function makeContent(mapping, found, { placeholders }, decode) {
	const bytes = await takeBytes(mapping, found, placeholders);
	return bytes instanceof Uint8Array ? contentOf$1(decode(bytes)) : bytes;
}
async function takeBytes(mapping, found, placeholders) {
	if (found.kind === "found-path") return { kind: "missing" };
	if (mapping.key !== void 0) {
		const value = await (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.r)(mapping, found, placeholders, true);
		return value.kind === "value" ? Buffer.from(value.text, "utf8") : value;
	}
	const problems = findUnfilledIn(mapping, found, placeholders);
	return problems.length > 0 ? {
		kind: "wrong",
		problems
	} : found.bytes;
}
/** A file is copied as it is, but a placeholder in it was never filled in. */
function findUnfilledIn({ source }, { bytes, isBinary }, placeholders) {
	if (isBinary === true) return [];
	const text = Buffer.from(bytes).toString("utf8");
	const json = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.o)(source, text) === "json" ? (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.h)(text) : void 0;
	const node = json?.kind === "json" ? json.value : void 0;
	return (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.t)(source, text, node, void 0, placeholders);
}
async function makeOutput(mapping, found, { placeholders }) {
	if (found.kind === "found-path") return { kind: "missing" };
	const value = await (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.r)(mapping, found, placeholders, true);
	return value.kind === "value" ? {
		kind: "text",
		text: value.text
	} : value;
}
function contentOf$1(result) {
	if (result.kind === "malformed") return {
		kind: "wrong",
		problems: [result.problem]
	};
	const { bytes, names, maskables } = result;
	return {
		kind: "content",
		bytes,
		names,
		maskables
	};
}
function isEmpty$1(record) {
	return Object.keys(record).length === 0;
}
// build/src/dialects/env-file.js
/**
* The text of an env file with `variables` in their order: line feeds, a final newline, to be
* stored as UTF-8 without a byte order mark. Without variables the text is empty, in `json` an
* empty object. All values that the dialect cannot hold are reported at once.
*/
function writeEnvFile(dialect, variables) {
	const { write, file } = _settings_js__WEBPACK_IMPORTED_MODULE_4__.c[dialect];
	const lines = [];
	const written = [];
	const problems = [];
	for (const { name, value } of variables) {
		const result = write(name, value);
		if (result.kind === "line") {
			lines.push(result.line);
			written.push({
				name,
				value: result.written
			});
		} else problems.push({
			name,
			reason: result.reason,
			representableIn: dialectsFor(name, value)
		});
	}
	return problems.length === 0 ? {
		kind: "text",
		text: file(lines),
		written
	} : {
		kind: "problems",
		problems
	};
}
function dialectsFor(name, value) {
	return _settings_js__WEBPACK_IMPORTED_MODULE_4__.s.filter((dialect) => _settings_js__WEBPACK_IMPORTED_MODULE_4__.c[dialect].write(name, value).kind === "line");
}
// build/src/values/variable-targets.js
/** Writes variables in the dialect of their file; a value that it cannot hold is a problem that names the dialects that can. */
function writeVariables({ format, shown }, variables) {
	const byName = new Map(variables.map((variable) => [variable.name, variable]));
	const result = writeEnvFile(format, variables);
	if (result.kind === "text") {
		const maskables = result.written.filter(({ name }) => isSecret(byName.get(name))).map(({ name, value }) => ({
			kind: "text",
			name,
			text: value
		}));
		return {
			text: result.text,
			maskables,
			problems: []
		};
	}
	return {
		text: "",
		maskables: [],
		problems: result.problems.map(({ name, reason, representableIn }) => {
			const place = byName.get(name)?.mapping.place;
			return {
				...place === void 0 ? {} : { place },
				message: `${name} cannot be written to ${shown} in the dialect ${format}: ${reason}`,
				fix: representableIn.length === 0 ? "No env file can hold it: write it to a file of its own, by files" : `Write env-format: ${representableIn.join(" or ")}, whichever reads the file`
			};
		})
	};
}
const MOST_BYTES = 131072;
/** Why a variable cannot be given to the later steps of the job. */
function findUnpassable({ name, value, mapping }) {
	const problem = (message) => [{
		place: mapping.place,
		message,
		fix: "Write it to a file instead, by files or env-files"
	}];
	if (value.includes("\0")) return problem(`${name} contains a NUL, which no variable can hold`);
	if (Buffer.byteLength(`${name}=${value}`) + 1 > MOST_BYTES) return problem(`${name} is larger than the system can pass on, 128 KiB with its name`);
	return [];
}
/** All that must be masked of variables: every reading of each, `file:` sources aside, which hold no secrets. */
function maskablesOf(variables) {
	return variables.filter(isSecret).flatMap(({ name, value, readings = [] }) => [value, ...readings].map((text) => ({
		kind: "text",
		name,
		text
	})));
}
function isSecret(variable) {
	return variable?.mapping.source.kind !== "file";
}
// build/src/values/prepare.js
/**
* Joins the mappings with what was fetched, and decodes it.
*
* @throws ProblemReport with every missing, denied, unfilled, malformed and conflicting source, each once; or
*   UnavailableError with the same, where nothing is wrong but that AWS cannot be reached
*/
async function prepareValues(mappings, outcomes, rendered, { placeholders, onConflict, denied }) {
	const sharing = Map.groupBy(mappings, ({ target }) => fileOf(target));
	const parts = await Promise.all(mappings.map(async (mapping) => {
		const outcome = outcomes.get((0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(mapping.source)) ?? { kind: "missing" };
		if (outcome.kind !== "found" && outcome.kind !== "found-path") {
			if (outcome.kind === "missing") return {
				mapping,
				part: outcome
			};
			return {
				mapping,
				part: {
					kind: "wrong",
					problems: [(0,_take_js__WEBPACK_IMPORTED_MODULE_3__.f)(mapping, outcome)]
				}
			};
		}
		return {
			mapping,
			part: await makePart(mapping, outcome, {
				placeholders,
				isSole: sharing.get(fileOf(mapping.target))?.length === 1
			}),
			found: outcome
		};
	}));
	const problems = [
		...parts.flatMap(problemsOf),
		...rendered.problems,
		...denied
	];
	const files = fileVariables(parts).map(([target, all]) => {
		const { variables, problems: conflicts } = mergeVariables(all, onConflict);
		const written = writeVariables(target, variables);
		problems.push(...conflicts, ...written.problems);
		return {
			target,
			variables,
			written
		};
	});
	const job = mergeVariables(parts.filter(({ mapping }) => mapping.target.kind === "env-var").flatMap(variablesOf), onConflict);
	problems.push(...job.problems, ...job.variables.flatMap(findUnpassable));
	throwProblems(problems, outcomes);
	return {
		files: [...inPlanOrder(mappings, [...parts.flatMap(({ mapping: { target }, part }) => part.kind === "content" && (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.c)(target) ? [{
			target,
			...part
		}] : []).map(({ target, bytes }) => ({
			target,
			bytes
		})), ...files.map(({ target, written }) => ({
			target,
			bytes: Buffer.from(written.text, "utf8")
		}))]), ...rendered.files],
		variables: job.variables,
		outputs: new Map(parts.flatMap(({ mapping: { target }, part }) => part.kind === "text" && target.kind === "output" ? [[target.name, part.text]] : [])),
		names: namesOf(parts, [...files.flatMap(({ variables }) => variables), ...job.variables]),
		maskables: [
			...parts.flatMap(maskablesOfPart),
			...files.flatMap(({ written }) => written.maskables),
			...rendered.maskables
		],
		rows: parts.map(rowOf$1),
		renderedRows: rendered.rows
	};
}
function fileOf(target) {
	return (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.c)(target) ? target.path : "";
}
/** A missing source is told here, unless it is optional: a key of a JSON value may be what is missing. */
function problemsOf({ mapping, part }) {
	const { place, optional } = mapping;
	if (part.kind === "wrong") return part.problems.map((problem) => ({
		place,
		...problem
	}));
	if (part.kind !== "missing" || optional) return [];
	return [{
		place,
		...(0,_take_js__WEBPACK_IMPORTED_MODULE_3__.f)(mapping, part)
	}];
}
function variablesOf({ mapping, part }) {
	if (part.kind !== "variables") return [];
	return part.variables.map((variable) => ({
		...variable,
		mapping
	}));
}
/** The variables of each env file that is written and not copied. */
function fileVariables(parts) {
	const byPath = /* @__PURE__ */ new Map();
	for (const each of parts) {
		const { target } = each.mapping;
		if (each.part.kind !== "variables" || !(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.c)(target)) continue;
		const [, variables] = byPath.get(target.path) ?? [target, []];
		variables.push(...variablesOf(each));
		byPath.set(target.path, [target, variables]);
	}
	return [...byPath.values()];
}
function inPlanOrder(mappings, files) {
	const order = mappings.map(({ target }) => fileOf(target));
	return files.toSorted((one, other) => order.indexOf(one.target.path) - order.indexOf(other.target.path));
}
/** Each problem once, whichever mappings share it. */
function throwProblems(problems, outcomes) {
	if (problems.length === 0) return;
	const unique = [...new Map(problems.toReversed().map((each) => [each.message, each])).values()];
	const report = new _mappings_js__WEBPACK_IMPORTED_MODULE_2__.u("Nothing was written, since not every source can be used", unique.toReversed());
	throw isOnlyUnavailable(problems, outcomes) ? new UnavailableError(report.message) : report;
}
/** Whether nothing is wrong but that AWS cannot be reached: each problem is then about a read that found it so. */
function isOnlyUnavailable(problems, outcomes) {
	const reasons = [...outcomes.values()].flatMap((outcome) => outcome.kind === "unavailable" ? [outcome.reason] : []);
	return problems.every(({ message }) => reasons.some((reason) => message.endsWith(`cannot be read: ${reason}`)));
}
function namesOf(parts, variables) {
	const copied = parts.flatMap(({ part }) => part.kind === "content" ? part.names : []);
	return [.../* @__PURE__ */ new Set([...copied, ...variables.map(({ name }) => name)])];
}
/** Values of `file:` sources are no secrets: anybody who can read the repository can read them. */
function maskablesOfPart(each) {
	const { mapping, part } = each;
	if (mapping.source.kind === "file") return [];
	switch (part.kind) {
		case "content": return part.maskables;
		case "variables": return maskablesOf(variablesOf(each));
		case "text": return [{
			kind: "text",
			text: part.text
		}];
		default: return [];
	}
}
function rowOf$1({ mapping, part, found }) {
	const row = {
		mapping,
		...found === void 0 || part.kind === "missing" ? {} : { found }
	};
	if (part.kind === "variables") return {
		...row,
		variables: part.variables.length
	};
	if (part.kind === "content" && mapping.target.kind === "env-file") return {
		...row,
		variables: part.names.length
	};
	return row;
}
// build/src/fetch-plan.js
const MOST_ROUNDS = 10;
/**
* All network work of a plan, within one deadline: credentials, then every source, and what the templates turn out to need.
*
* @throws ActionError
*/
async function fetchPlan(plan, workspace, runtime, { onAccount }) {
	const { runner, files, aws } = runtime;
	const limits = {
		maxAttempts: plan.maxAttempts,
		deadline: startDeadline(plan.timeoutSeconds, runtime.cancelled),
		pace: new Pace()
	};
	const identifying = identify(plan, {
		...runtime,
		mask: runner.mask
	}, limits);
	runtime.connectAhead(expectedCalls(plan));
	const identity = await identifying;
	if (identity.kind === "skipped") return identity;
	onAccount(identity.accountId);
	const fetchAs = (credentials, sources) => fetchAll(sources, {
		workspace,
		files,
		aws,
		credentials
	}, limits);
	const { outcomes, notices } = await fetchRounds(plan, identity, fetchAs);
	const denied = await explainDenied(plan, identity, plan.sources, outcomes, fetchAs);
	const rendered = plan.templates.render(outcomes);
	return {
		kind: "fetched",
		prepared: await prepareValues(plan.mappings, outcomes, rendered, {
			...plan,
			denied
		}),
		identity: {
			...identity,
			notices: [...identity.notices, ...notices]
		},
		warnings: rendered.warnings.map(({ message, fix }) => [message, fix].join(". "))
	};
}
/** Fetches what the plan knows, and then, round by round, what addresses made of fetched values ask for. */
async function fetchRounds({ sources: known, templates, role }, { credentials, sessionWith }, fetchAs) {
	const notices = [];
	let outcomes = await fetchAs(credentials, known);
	for (let round = 1; round < MOST_ROUNDS; round += 1) {
		const { sources: needed } = templates.needs(outcomes);
		if (needed.length === 0) break;
		const last = role?.chain.roles.at(-1);
		const session = last && await sessionWith?.(scopedPolicy(needed, last));
		notices.push(...session?.notices ?? []);
		outcomes = new Map([...outcomes, ...await fetchAs(session?.credentials ?? credentials, needed)]);
	}
	return {
		outcomes,
		notices
	};
}
// build/src/identity/exported-variables.js
/** Credentials as every AWS SDK and the AWS CLI read them (AWS SDKs and tools reference guide, "Environment variables list"). */
function exportedVariables(credentials, region = "") {
	if (credentials === void 0) return [];
	return [
		{
			name: "AWS_ACCESS_KEY_ID",
			value: credentials.accessKeyId
		},
		{
			name: "AWS_SECRET_ACCESS_KEY",
			value: credentials.secretAccessKey
		},
		{
			name: "AWS_SESSION_TOKEN",
			value: credentials.sessionToken
		},
		{
			name: "AWS_REGION",
			value: region
		},
		{
			name: "AWS_DEFAULT_REGION",
			value: region
		}
	];
}
// build/src/manifest/load-manifest.js
/** Where a manifest lies that no input names. */
const DEFAULT_PATH = ".github/fetch-secrets.yml";
/**
* Reads the manifest of the repository: the file that `config` names, else the default one where it exists. The parser
* is loaded only for a manifest that is there.
*
* @returns undefined where there is none
*/
async function loadManifest(inputs, workspace, files) {
	const named = inputs.config?.trim();
	const file = named || DEFAULT_PATH;
	const problem = whyUnreadable(file, workspace, files);
	if (problem === "missing" && !named) return void 0;
	if (problem !== void 0) return withoutContent(file, problem);
	const { readManifest } = await Promise.all(/* import() */[__nccwpck_require__.e(461), __nccwpck_require__.e(271)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7271));
	let bytes;
	try {
		bytes = files.read((0,node_path__WEBPACK_IMPORTED_MODULE_11__.join)(workspace, file));
	} catch (error) {
		return withoutContent(file, `the manifest cannot be read (${(0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.n)(error)})`);
	}
	return readManifest(Buffer.from(bytes).toString("utf8"), file);
}
function whyUnreadable(file, workspace, files) {
	if (file.startsWith("/") || file.split(/[/\\]/).includes("..")) return "the manifest lies in the workspace";
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_11__.join)(workspace, file);
	if ((0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.i)(path, workspace, files) !== void 0) return "a symbolic link is in the way to the manifest";
	const kind = files.kindOf(path);
	if (kind === "none") return "missing";
	return kind === "file" ? void 0 : "the manifest is no regular file";
}
function withoutContent(file, reason) {
	return {
		settings: {
			texts: {},
			lists: {},
			mappings: {}
		},
		environments: { rules: /* @__PURE__ */ new Map() },
		problems: [{
			place: {
				input: "config",
				text: file
			},
			message: reason === "missing" ? "there is no such file in the workspace" : reason,
			fix: "Name a file of the repository, relative to its top, and check it out before this step"
		}]
	};
}
// build/src/masking/common-words.js
/**
* Texts that are never masked, in lower case and whatever their case in a value: masking one of them would garble every
* later log line and hide nothing. The README prints this list.
*/
const commonWords = [
	...[
		"true",
		"false",
		"null",
		"yes",
		"no",
		"on",
		"off",
		"none"
	],
	...[
		"development",
		"dev",
		"staging",
		"stage",
		"production",
		"prod",
		"preprod",
		"test",
		"testing"
	],
	...[
		"integration",
		"local",
		"qa",
		"uat",
		"preview",
		"sandbox",
		"demo",
		"ci"
	],
	...[
		"trace",
		"debug",
		"verbose",
		"info",
		"notice",
		"warn",
		"warning",
		"error",
		"critical"
	],
	...[
		"alert",
		"emergency",
		"fatal",
		"silent"
	],
	...[
		"localhost",
		"127.0.0.1",
		"::1",
		"[::1]",
		"0.0.0.0"
	]
];
// build/src/masking/parts.js
const LINE_BREAK = /[\r\n]/;
const LITERAL_LINE_BREAK = /(?:\\r)?\\n/;
/**
* How often a value is unwrapped: quotes around JSON, in JSON a string that is JSON again, in it a URL with a password.
* Real values need two or three; without a bound 64 KB of quotes would be 32,768 values.
*/
const MAX_LAYERS = 4;
/** A number with fewer digits is a port, a count, a year: it stands in too many log lines. */
const MIN_DIGITS = 6;
/**
* The strings in which a secret text can come to light in a log, which is written line by line: itself, its lines, its
* JSON leaves, what stands in its quotes or between its literal `\n`, the passwords of its URLs, the body lines of its
* PEM blocks. None contains CR or LF. Some hide nothing (blank ones, brackets), some come twice: the caller chooses.
*/
function textParts(text) {
	const parts = [];
	addText(text, 0, parts);
	return parts;
}
/** The body lines of each PEM block of the text; of a text without a block, its lines. */
function pemParts(text) {
	return text.includes(PEM_BEGIN) ? pemBodyLines(text) : textParts(text);
}
/** Has a number fewer than 6 digits, those of decimals and of the exponent counted? */
function hasFewDigits(number) {
	return number.replace(/[^0-9]/g, "").length < MIN_DIGITS;
}
/** Does the text stand in a pair of one kind of quotes? */
function isQuoted(text) {
	const first = text.charAt(0);
	return text.length >= 2 && `"'\``.includes(first) && text.endsWith(first);
}
function addText(text, layer, parts) {
	const trimmed = text.trim();
	if (trimmed === "") return;
	const isOneLine = !LINE_BREAK.test(trimmed);
	if (isOneLine) parts.push(trimmed);
	if (isOneLine && trimmed !== text && !LINE_BREAK.test(text)) parts.push(text);
	const json = layer < MAX_LAYERS ? jsonDocument(trimmed) : void 0;
	if (json !== void 0) addLeaves(json, layer + 1, parts);
	else if (isOneLine) unwrapLine(trimmed, layer, parts);
	else unwrapLines(trimmed, layer, parts);
}
function unwrapLines(text, layer, parts) {
	for (const line of text.split(LINE_BREAK)) addText(line.trim(), layer, parts);
	if (layer === MAX_LAYERS) return;
	if (isQuoted(text)) addText(text.slice(1, -1), layer + 1, parts);
	for (const body of pemBodyLines(text)) parts.push(body);
}
function unwrapLine(line, layer, parts) {
	if (layer === MAX_LAYERS) return;
	if (isQuoted(line)) addText(line.slice(1, -1), layer + 1, parts);
	for (const password of urlPasswords(line)) addText(password, layer + 1, parts);
	for (const body of pemBodyLines(line)) parts.push(body);
	if (!line.includes("\\n")) return;
	for (const part of line.split(LITERAL_LINE_BREAK)) addText(part, layer + 1, parts);
}
function jsonDocument(text) {
	if (!text.startsWith("{") && !text.startsWith("[")) return void 0;
	const result = (0,_take_js__WEBPACK_IMPORTED_MODULE_3__.h)(text);
	return result.kind === "invalid" ? void 0 : result.value;
}
function addLeaves(node, layer, parts) {
	switch (node.kind) {
		case "object":
			for (const { value } of node.members) addLeaves(value, layer, parts);
			break;
		case "array":
			for (const item of node.items) addLeaves(item, layer, parts);
			break;
		case "string":
			addText(node.value, layer, parts);
			break;
		case "number": if (!hasFewDigits(node.source)) parts.push(node.source);
	}
}
/** RFC 3986: these end an authority, or cannot stand in a URL and so are what stands around it. */
const AUTHORITY_END = /[/?#\s"<>`]/g;
const SCHEME_END = /[A-Za-z0-9+.-]/;
/** The passwords of the URLs in a line, as written and, where that differs, percent-decoded. */
function urlPasswords(line) {
	const passwords = [];
	for (let at = line.indexOf("://"); at >= 0; at = line.indexOf("://", at + 3)) {
		if (!SCHEME_END.test(line.charAt(at - 1))) continue;
		AUTHORITY_END.lastIndex = at + 3;
		const authority = line.slice(at + 3, AUTHORITY_END.exec(line)?.index);
		const userinfo = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
		const colon = userinfo.indexOf(":");
		if (colon < 0) continue;
		const password = userinfo.slice(colon + 1);
		passwords.push(password);
		if (password.includes("%")) passwords.push(percentDecoded(password));
	}
	return passwords;
}
/** Sequences that are no percent-encoded UTF-8 stay as they are. */
function percentDecoded(text) {
	return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (sequence) => {
		try {
			return decodeURIComponent(sequence);
		} catch {
			return sequence;
		}
	});
}
const PEM_BEGIN = "-----BEGIN ";
const PEM_END = "-----END ";
const PEM_DASHES = "-----";
/** The lines between the header and the footer of each PEM block (RFC 7468), without the headers of RFC 1421. */
function pemBodyLines(text) {
	const lines = [];
	let begin = text.indexOf(PEM_BEGIN);
	while (begin >= 0) {
		const dashes = text.indexOf(PEM_DASHES, begin + 11);
		if (dashes < 0) break;
		const bodyStart = dashes + 5;
		const end = text.indexOf(PEM_END, bodyStart);
		for (const line of bodyLines(text.slice(bodyStart, end < 0 ? void 0 : end))) lines.push(line);
		begin = end < 0 ? -1 : text.indexOf(PEM_BEGIN, end);
	}
	return lines;
}
function bodyLines(body) {
	const lines = body.split(/(?:\\r)?\\n|[\r\n]/).map((line) => line.trim()).filter((line) => line !== "");
	const [only, ...others] = lines;
	if (only === void 0 || others.length > 0) return lines.filter((line) => !line.includes(":"));
	return only.replace(/(?:Proc-Type|DEK-Info): *\S+/g, "").trim().split(/\s+/);
}
// build/src/masking/masks.js
/** Shorter values stand in too many log lines by chance. */
const MIN_CHARACTERS = 4;
const SHORT_NUMBER = /^[+-]?[0-9]{0,5}\.?[0-9]{0,5}$/;
const JSON_PUNCTUATION = /^[\s{}[\],:"]*$/;
/** Also with the quote, the comma or the literal `\n` that stands beside it in an env text or in JSON. */
const PEM_BOUNDARY = /^["'`]*-----(?:BEGIN|END) [^-]*-----(?:\\[rn]|["'`,])*$/;
/** The headers of an encrypted key (RFC 1421): the algorithm and the salt, which open nothing. */
const PEM_HEADER = /^(?:Proc-Type|DEK-Info):/;
/**
* Chooses what the runner is to mask. A value is taken apart (see `parts.ts`), and of its parts those are left that hide
* something: not blank, at least 4 characters, no number of fewer than 6 digits, no PEM header, no JSON punctuation, no
* common word and none of `neverMask`. Blanks and quotes around a part do not count, since the runner masks what is
* inside them too (trim and TrimDoubleQuotes in its ValueEncoders).
*/
function collectMasks(maskables, rules) {
	const words = new Set([...commonWords, ...rules.neverMask].map((word) => word.toLowerCase()));
	const unmaskedNames = new Set(rules.unmaskedNames);
	const values = /* @__PURE__ */ new Set();
	const readings = [];
	for (const { kind, name, text } of maskables) {
		const masks = (kind === "pem" ? pemParts(text) : textParts(text)).filter((part) => hidesSomething(part, words));
		if (name !== void 0 && bare(text) !== "") readings.push({
			name,
			masks
		});
		if (name === void 0 || !unmaskedNames.has(name)) for (const mask of masks) values.add(mask);
	}
	const unmasked = readings.filter(({ masks }) => masks.length === 0 || masks.some((mask) => !values.has(mask)));
	return {
		values: [...values],
		unmasked: [...new Set(unmasked.map(({ name }) => name))].sort()
	};
}
function hidesSomething(part, words) {
	const core = bare(part);
	return hasCharacters(core, MIN_CHARACTERS) && !(SHORT_NUMBER.test(core) && hasFewDigits(core)) && !words.has(core.toLowerCase()) && !JSON_PUNCTUATION.test(core) && !PEM_BOUNDARY.test(core) && !PEM_HEADER.test(core);
}
/** The text without blanks and pairs of quotes around it. */
function bare(text) {
	let core = text.trim();
	while (isQuoted(core)) core = core.slice(1, -1).trim();
	return core;
}
/** Characters as a person counts them: code points. */
function hasCharacters(text, count) {
	return text.length >= 2 * count || [...text].length >= count;
}
// build/src/plan/inputs.js
/**
* The inputs among the variables of a step: the runner passes each as `INPUT_` and its upper-cased name with `_` for
* blanks; a hyphen stays (actions/runner, `Handler.cs`).
*/
function inputsOf(variables) {
	const inputs = {};
	for (const [name, value] of Object.entries(variables)) if (name.startsWith("INPUT_") && value !== void 0) inputs[name.slice(6).toLowerCase()] = value;
	return inputs;
}
/** Reads the inputs by the form of each; a typo in a name is a problem, any other unknown name a warning. */
function readInputs(inputs) {
	const problems = [];
	const warnings = [];
	const texts = {};
	const lists = {};
	const mappings = {};
	for (const name of _settings_js__WEBPACK_IMPORTED_MODULE_4__.n) {
		const value = inputs[name] ?? "";
		if (value.trim() === "") continue;
		switch (_settings_js__WEBPACK_IMPORTED_MODULE_4__.t[name]) {
			case "text":
				texts[name] = {
					text: value.trim(),
					place: {
						input: name,
						text: value.trim()
					}
				};
				break;
			case "list":
				lists[name] = linesOf(name, value);
				break;
			case "mappings": mappings[name] = linesOf(name, value).flatMap((line) => (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__.a)(name, line, problems) ?? []);
		}
	}
	judgeUnknown(Object.keys(inputs), problems, warnings);
	return {
		settings: {
			texts,
			lists,
			mappings
		},
		problems,
		warnings
	};
}
/** One item a line; blank lines and lines that begin with `#` are skipped. */
function linesOf(input, value) {
	return value.split(/\r\n|\r|\n/).map((line, index) => ({
		text: line.trim(),
		line: index + 1
	})).filter(({ text }) => text !== "" && !text.startsWith("#")).map(({ text, line }) => ({
		text,
		place: {
			input,
			line,
			text
		}
	}));
}
/** The runner passes inputs that the action does not know on, with no more than a warning. */
function judgeUnknown(names, problems, warnings) {
	const known = _settings_js__WEBPACK_IMPORTED_MODULE_4__.n;
	for (const name of names) {
		if (known.includes(name)) continue;
		const near = (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__.i)(name, known);
		if (near === void 0) warnings.push(`This action has no input "${name}"; it is ignored.`);
		else problems.push({
			place: { input: name },
			message: "this action has no such input",
			fix: `Write ${near}`
		});
	}
}
// build/src/plan/environment.js
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
* Finds which environment this step is for: the input first, then the variable that the manifest names, then the
* `environment` input of a `workflow_dispatch`, then the environment of a `deployment` event.
*
* @param problems receives a name that is none, or that the manifest does not list
* @returns undefined where none of them names one
*/
function findEnvironment(context, problems) {
	const given = givenName(context);
	if (given === void 0) return void 0;
	const { text: name, place } = given;
	const { rules } = context.settings;
	if (!ENVIRONMENT.test(name)) {
		problems.push({
			place,
			message: "an environment begins with a letter or digit and consists of letters, digits, \".\", \"_\" and \"-\"",
			fix: "Name it as its secrets do, for example environment: staging"
		});
		return { name: "environment" };
	}
	if (rules.size === 0) return { name };
	const found = rules.get(name) ?? [...rules.values()].find(({ aliases }) => aliases.includes(name));
	if (found === void 0) {
		problems.push({
			place,
			message: `the manifest has no environment ${name}`,
			fix: `Write one of ${[...rules].map(describeEnvironment).join(", ")}, or add it to the manifest`
		});
		return { name };
	}
	return {
		name: found.name,
		rules: found
	};
}
function describeEnvironment([name, { aliases }]) {
	return aliases.length === 0 ? name : `${name} (${aliases.join(", ")})`;
}
function givenName({ input, settings: { variable }, variables, event }) {
	const at = (text, from) => {
		const place = {
			input: from,
			...text === void 0 ? {} : { text }
		};
		return text ? {
			text,
			place
		} : void 0;
	};
	return input ?? (variable === void 0 ? void 0 : at(variables[variable]?.trim(), `the variable ${variable}`)) ?? at(event?.dispatchInputs.environment, "the workflow_dispatch input \"environment\"") ?? at(event?.deploymentEnvironment, "the environment of the deployment event");
}
// build/src/reporting/outputs.js
/** The outputs of `action.yml`; those that the input `outputs` names come beside them. */
const ACTION_OUTPUTS = [
	"environment",
	"env-files",
	"pem-files",
	"files",
	"rendered-files",
	"names",
	"fingerprint",
	"aws-account-id",
	"skipped"
];
/** The outputs of `action.yml`, each as text: paths one a line, names as a JSON array. */
function formatOutputs(outputs) {
	return {
		environment: outputs.environment ?? "",
		"env-files": outputs.paths["env-file"].join("\n"),
		"pem-files": outputs.paths["pem-file"].join("\n"),
		files: outputs.paths.file.join("\n"),
		"rendered-files": outputs.paths["rendered-file"].join("\n"),
		names: JSON.stringify(outputs.names),
		fingerprint: outputs.fingerprint,
		"aws-account-id": outputs.accountId ?? "",
		skipped: String(outputs.skipped)
	};
}
// build/src/plan/read-mappings.js
const FILE_MODE = /^0?[4-7][0-7]{2}$/;
const DEFAULT_MODE = 384;
const BAD_MODE = {
	message: "a mode is three octal digits, and the owner can read",
	fix: "Write \"600\", or \"644\" where processes of other users read the file"
};
/** The settings that say what is fetched and where it goes, templates aside. */
const MAPPINGS = [
	"env-files",
	"pem-files",
	"files",
	"env-vars",
	"outputs"
];
/** Reads everything that is fetched for a target of its own. */
function readMappings(reader, settings) {
	const { problems } = reader;
	const context = mappingContext(reader, settings);
	return (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.i)(MAPPINGS.flatMap((list) => (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.r)(list, reader.mappings(list), context, problems)), problems);
}
/** Reads `file-mode`. */
function readFileMode(reader) {
	return readMode(reader, reader.placed("file-mode"), DEFAULT_MODE);
}
function mappingContext(reader, { mode, ...settings }) {
	const format = reader.choice("env-format", _settings_js__WEBPACK_IMPORTED_MODULE_4__.s, "portable");
	const transformation = reader.choice("name-transformation", _mappings_js__WEBPACK_IMPORTED_MODULE_2__.t, "none");
	return {
		...settings,
		reservedOutputs: ACTION_OUTPUTS,
		styleOf: (request) => ({
			mode: readMode(reader, placedIn(request.place, request.mode), mode),
			format: readFormat(reader, placedIn(request.place, request.format), format)
		}),
		namingOf: ({ naming, place }) => readNaming(reader, naming, place, transformation)
	};
}
function placedIn(place, text) {
	return text === void 0 ? void 0 : {
		text,
		place
	};
}
function readMode(reader, given, fallback) {
	if (given === void 0) return fallback;
	if (FILE_MODE.test(given.text)) return Number.parseInt(given.text, 8);
	reader.problems.push({
		place: given.place,
		...BAD_MODE
	});
	return fallback;
}
function readFormat(reader, given, fallback) {
	return given === void 0 ? fallback : reader.chosen("format", given, _settings_js__WEBPACK_IMPORTED_MODULE_4__.s, fallback);
}
function readNaming(reader, naming, place, fallback) {
	const given = placedIn(place, naming?.transformation);
	return {
		transformation: given === void 0 ? fallback : reader.chosen("name-transformation", given, _mappings_js__WEBPACK_IMPORTED_MODULE_2__.t, fallback),
		rename: naming?.rename ?? {},
		...naming?.only === void 0 ? {} : { only: naming.only }
	};
}
// build/src/plan/region.js
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;
const REGION_VARIABLES = ["AWS_REGION", "AWS_DEFAULT_REGION"];
/** The region of the step: the setting, else the variables that every AWS tool reads. */
function readRegion(reader, variables) {
	const message = "this is no name of a region";
	const fix = "Write it as AWS does, for example us-east-1";
	if (reader.placed("aws-region") !== void 0) return reader.matching("aws-region", REGION, message, fix);
	for (const name of REGION_VARIABLES) {
		const text = variables[name]?.trim();
		if (!text) continue;
		if (REGION.test(text)) return text;
		reader.problems.push({
			place: {
				input: `the variable ${name}`,
				text
			},
			message,
			fix
		});
		return;
	}
}
/** Tells that a region is missing, unless one that is none was told of already. */
function requireRegion(reader, variables) {
	if (reader.placed("aws-region") !== void 0 || REGION_VARIABLES.some((name) => variables[name]?.trim())) return;
	reader.problems.push({
		place: { input: "aws-region" },
		message: "no region is named",
		fix: "Name it: aws-region: us-east-1"
	});
}
// build/src/plan/settings-reader.js
/**
* Turns settings into values of their types. What is wrong is collected in `problems`, so that one report can hold it
* all; the method then returns its default.
*/
var SettingsReader = class {
	problems;
	#settings;
	constructor(settings, problems) {
		this.#settings = settings;
		this.problems = problems;
	}
	/** The text with its place; undefined where the setting is not given. */
	placed(name) {
		return this.#settings.texts[name];
	}
	text(name) {
		return this.placed(name)?.text;
	}
	/** The value where it matches, undefined where the setting is not given or, with a problem, does not match. */
	matching(name, pattern, message, fix) {
		const given = this.placed(name);
		if (given === void 0 || pattern.test(given.text)) return given?.text;
		this.problems.push({
			place: given.place,
			message,
			fix
		});
	}
	/** `true` or `false`, in any case. */
	boolean(name, fallback) {
		return this.choice(name, ["true", "false"], fallback ? "true" : "false") === "true";
	}
	/** One of the options, which are lower-case, in any case. */
	choice(name, options, fallback) {
		const given = this.placed(name);
		return given === void 0 ? fallback : this.chosen(name, given, options, fallback);
	}
	/** The same for a text that stands elsewhere, such as the format of one file. */
	chosen(name, { text, place }, options, fallback) {
		const option = options.find((candidate) => candidate === text.toLowerCase());
		if (option !== void 0) return option;
		this.problems.push({
			place,
			message: `the value of ${name} is not one of ${options.join(", ")}`,
			fix: `Write ${name}: ${fallback}, or leave it out`
		});
		return fallback;
	}
	/** A whole number within the bounds, both included. */
	integer(name, bounds) {
		const given = this.placed(name);
		if (given === void 0) return bounds.fallback;
		const value = /^\d{1,9}$/.test(given.text) ? Number(given.text) : NaN;
		if (value >= bounds.least && value <= bounds.most) return value;
		this.problems.push({
			place: given.place,
			message: `the value is no whole number from ${bounds.least} to ${bounds.most}`,
			fix: `Write ${name}: ${bounds.fallback}, or leave it out`
		});
		return bounds.fallback;
	}
	/** The items of a list; none where it is not given. */
	list(name) {
		return this.#settings.lists[name] ?? [];
	}
	/** What a list of mappings asks for; nothing where it is not given. */
	mappings(name) {
		return this.#settings.mappings[name] ?? [];
	}
};
// build/src/plan/template-requests.js
const CONSUMERS = [
	"serverless",
	"v3",
	"v4",
	"none"
];
const DOLLARS = [
	"error",
	"verbatim",
	"escape"
];
const DELIMITERS = ["${ }", "${{ }}"];
const KEYS = "stage, opt.NAME, param.NAME, consumer, dollar, delimiters, root";
/** Reads the lines of `render`: `PATH` in place, or `PATH => PATH`. */
function readTemplateRequests(reader, roots, environment, mode) {
	return reader.list("render").flatMap(({ text, place }) => {
		const [from = "", to = from, ...more] = text.split("=>").map((part) => part.trim());
		const wrong = (message, fix) => {
			reader.problems.push({
				place,
				message,
				fix
			});
			return [];
		};
		if (more.length > 0 || from === "" || to === "") return wrong("this is no template", "Write PATH, or PATH => PATH");
		if (environment === void 0 && text.includes("{environment}")) return wrong("{environment} is used, but no environment is named", "Name it: environment: staging");
		const parse = (path) => (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.l)("rendered-file", path.replaceAll("{environment}", environment ?? ""), {
			mode,
			format: "portable"
		}, roots);
		const [source, target] = [parse(from), parse(to)];
		if (source.kind === "problem") return wrong(source.message, source.fix);
		if (target.kind === "problem") return wrong(target.message, target.fix);
		return [{
			path: source.target.path,
			target: target.target,
			place
		}];
	});
}
/** Whether a template is rendered over itself. */
function isInPlace({ path, target }) {
	return path === target.path;
}
/** Finds templates whose target something else writes. */
function findSharedTargets(requests, mappings) {
	const places = new Map(mappings.flatMap(({ target, place }) => (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.c)(target) ? [[target.path, place]] : []));
	return requests.flatMap(({ target, place }) => {
		const earlier = places.get(target.path);
		places.set(target.path, place);
		if (earlier === void 0) return [];
		return [{
			place,
			message: `${target.shown} is already the target of ${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.d)(earlier)}`,
			fix: "Name each target once"
		}];
	});
}
/** Reads the lines of `render-options`. */
function readRenderOptions(reader, environment) {
	const options = new Map(environment === void 0 ? [] : [["stage", environment]]);
	const params = /* @__PURE__ */ new Map();
	const given = /* @__PURE__ */ new Map();
	for (const { text, place } of reader.list("render-options")) {
		const [, key, value] = /^([A-Za-z][\w.-]*)\s*=\s*(.*)$/.exec(text) ?? [];
		const [, group, name] = /^(opt|param)\.(.+)$/.exec(key ?? "") ?? [];
		if (key === void 0 || value === void 0) reader.problems.push({
			place,
			message: "this is no option",
			fix: "Write NAME=VALUE"
		});
		else if (group !== void 0 && name !== void 0) (group === "opt" ? options : params).set(name, value);
		else if (key === "stage") options.set("stage", value);
		else if ([
			"consumer",
			"dollar",
			"delimiters",
			"root"
		].includes(key)) given.set(key, {
			text: value,
			place
		});
		else reader.problems.push({
			place,
			message: `the rendering has no option ${key}`,
			fix: `Write one of ${KEYS}`
		});
	}
	const choose = (key, all) => {
		const text = given.get(key);
		const [fallback] = all;
		return text === void 0 || fallback === void 0 ? void 0 : reader.chosen(key, text, all, fallback);
	};
	const delimiters = choose("delimiters", DELIMITERS);
	const root = given.get("root");
	return {
		options,
		params,
		consumer: choose("consumer", CONSUMERS) ?? "serverless",
		dollar: choose("dollar", DOLLARS) ?? "error",
		...delimiters === void 0 ? {} : { delimiters },
		...root === void 0 ? {} : { root }
	};
}
// build/src/plan/plan.js
const NO_SOURCE = `Name one, for example
env-files: |
  /platform/{environment}/env => .env
or write them to .github/fetch-secrets.yml`;
/** Turns inputs and manifest into one plan. What lies at the targets is checked by `inspectTargets`. */
function draftPlan(context) {
	const { manifest, variables, roots } = context;
	const inputs = readInputs(context.inputs);
	const problems = [...inputs.problems, ...manifest?.problems ?? []];
	const found = findEnvironment({
		input: inputs.settings.texts.environment,
		settings: manifest?.environments ?? { rules: /* @__PURE__ */ new Map() },
		variables,
		event: context.event
	}, problems);
	const environment = found?.name;
	const fromManifest = (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__.r)(settingsOf(found?.rules), manifest?.settings ?? {
		texts: {},
		lists: {},
		mappings: {}
	});
	const reader = new SettingsReader((0,_settings_js__WEBPACK_IMPORTED_MODULE_4__.r)(inputs.settings, fromManifest), problems);
	const region = readRegion(reader, variables);
	const placeholders = readPlaceholders(reader);
	const roles = readRoles(reader, region);
	const last = roles.at(-1);
	const accounts = readAccounts(reader, found?.rules);
	if (last !== void 0) problems.push(...findDisallowed(last.accountId, accounts, last.arn));
	const mode = readFileMode(reader);
	const mappings = readMappings(reader, {
		roots,
		environment,
		region,
		mode
	});
	const requests = readTemplateRequests(reader, roots, environment, mode);
	problems.push(...findSharedTargets(requests, mappings));
	const templates = context.openTemplates(requests, {
		options: readRenderOptions(reader, environment),
		placeholders,
		region,
		accountId: last?.accountId
	});
	problems.push(...templates.problems);
	const needs = templates.needs(/* @__PURE__ */ new Map());
	problems.push(...needs.problems);
	const sources = [...mappings.map(({ source }) => source), ...needs.sources];
	const role = readRolePlan(reader, roles, {
		variables,
		region,
		environment,
		sources
	});
	const usesAws = sources.some(({ kind }) => kind !== "file") || role?.chain.exportsCredentials === true;
	if (usesAws && region === void 0) requireRegion(reader, variables);
	if (isEmpty(reader) && !problems.some(({ place }) => isAboutSources(place))) problems.push({
		message: "the step names no source",
		fix: NO_SOURCE
	});
	return {
		plan: {
			environment,
			mappings,
			templates,
			sources,
			role: usesAws ? role : void 0,
			region: usesAws ? region : void 0,
			accounts,
			needsAccountId: needs.needsAccountId,
			guards: readGuards(reader, found?.rules),
			onMissingToken: reader.choice("on-missing-token", ["fail", "skip"], "fail"),
			onConflict: reader.choice("on-conflict", ["fail", "last-wins"], "fail"),
			onUnavailable: reader.choice("on-unavailable", ["fail", "keep"], "fail"),
			placeholders,
			unmaskedNames: readUnmaskedNames(reader),
			maxAttempts: reader.integer("max-attempts", {
				least: 1,
				most: 100,
				fallback: 8
			}),
			timeoutSeconds: reader.integer("timeout-seconds", {
				least: 1,
				most: 3600,
				fallback: 120
			}),
			cleanup: reader.boolean("cleanup", true),
			summary: reader.boolean("summary", true)
		},
		problems: [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()],
		warnings: inputs.warnings
	};
}
/** What an environment of the manifest sets for the whole step. */
function settingsOf(rules) {
	return {
		texts: rules?.region === void 0 ? {} : { "aws-region": rules.region },
		lists: rules?.roles === void 0 ? {} : { "role-to-assume": rules.roles },
		mappings: {}
	};
}
/** Whether the step asks for nothing at all. */
function isEmpty(reader) {
	return MAPPINGS.every((list) => reader.mappings(list).length === 0) && reader.list("render").length === 0 && reader.text("export-credentials")?.toLowerCase() !== "true";
}
/** A list with a malformed line, or a manifest that could not be read, says itself why there is no source. */
function isAboutSources(place) {
	if (place === void 0) return false;
	return "file" in place || MAPPINGS.some((list) => list === place.input);
}
function readAccounts(reader, rules) {
	const { problems } = reader;
	return [readAccountRule(reader.list("allowed-account-ids"), problems), readAccountRule(rules?.account === void 0 ? [] : [rules.account], problems)].filter((rule) => rule !== void 0);
}
function readGuards(reader, rules) {
	const { githubEnvironment, protected: isProtected } = rules ?? {};
	const isDemanded = isProtected !== void 0 && reader.chosen("protected", isProtected, ["true", "false"], "false") === "true";
	return {
		...githubEnvironment === void 0 ? {} : { githubEnvironment },
		...isDemanded ? { protected: isProtected.place } : {}
	};
}
function readPlaceholders(reader) {
	const items = reader.list("placeholders");
	return items.length === 0 ? ["placeholder"] : items.map(({ text }) => text);
}
function readUnmaskedNames(reader) {
	return reader.list("unmasked-names").flatMap(({ text, place }) => {
		if ((0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.a)(text)) return [text];
		reader.problems.push({
			place,
			message: "this is no name of a variable",
			fix: "Write one name a line, for example LOG_LEVEL"
		});
		return [];
	});
}
// build/src/plan/template-set.js
/** A plan without templates. */
const NO_TEMPLATES = {
	requests: [],
	problems: [],
	needs: () => ({
		sources: [],
		needsAccountId: false,
		problems: []
	}),
	render: () => ({
		files: [],
		maskables: [],
		rows: [],
		problems: [],
		warnings: []
	})
};
// build/src/reporting/report.js
const HEADINGS = [
	"Source",
	"Version",
	"Changed",
	"Target",
	"Variables"
];
const DAY_MS = 864e5;
/** The title of the log group and of the summary. */
function reportTitle({ environment }) {
	return environment === void 0 ? "Fetched secrets" : `Fetched secrets of ${environment}`;
}
/** The table for the log, columns aligned, and the line of unmasked names where there are any. */
function formatLog(report, now) {
	const table = [[...HEADINGS], ...cellsOf(report, now)];
	const widths = HEADINGS.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
	return [...table.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()), ...unmaskedLine(report)].join("\n");
}
/** The same for the job summary, as HTML, which Markdown takes as it is. */
function formatSummary(report, now) {
	const row = (tag, cells) => `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("")}</tr>`;
	return [
		`<h3>${escapeHtml(reportTitle(report))}</h3>`,
		"<table>",
		row("th", HEADINGS),
		...cellsOf(report, now).map((cells) => row("td", cells)),
		"</table>",
		...unmaskedLine(report).map((line) => `<p>${escapeHtml(line)}</p>`),
		""
	].join("\n");
}
function cellsOf({ rows }, now) {
	return rows.map(({ source, version, lastModified, target, variables, isMissing }) => [
		source,
		isMissing ? "not found" : version ?? "-",
		lastModified === void 0 ? "-" : formatAge(lastModified, now),
		isMissing ? `${target} (not written)` : target,
		variables === void 0 ? "-" : String(variables)
	]);
}
function formatAge(lastModified, now) {
	const days = Math.max(0, Math.floor((now.getTime() - lastModified.getTime()) / DAY_MS));
	if (days === 0) return "today";
	return days === 1 ? "1 day ago" : `${days} days ago`;
}
function unmaskedLine({ unmasked }) {
	return unmasked.length === 0 ? [] : [`Not masked: ${unmasked.join(", ")}`];
}
function escapeHtml(text) {
	const entities = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;"
	};
	return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
// build/src/reporting/fingerprint.js
/**
* SHA-256, hexadecimal, over the sorted names of the fetched sources with their versions: it changes exactly when one of
* them got a new version, and tells nothing of the values.
*/
function fingerprintOf(fetched) {
	const lines = new Set(fetched.map(({ source, version }) => `${source} ${version}\n`));
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_10__.createHash)("sha256").update([...lines].sort().join("")).digest("hex");
}
// build/src/reporting/results.js
/** The outputs of a step that ended without a token. */
function skippedOutputs({ environment }) {
	return {
		...emptyOutputs(environment),
		skipped: true
	};
}
/** The outputs of a step that kept the files of an earlier one. */
function keptOutputs({ environment }, targets, names) {
	return {
		...emptyOutputs(environment),
		paths: pathsOf(targets),
		names
	};
}
function emptyOutputs(environment) {
	return {
		environment,
		paths: pathsOf([]),
		names: [],
		fingerprint: "",
		accountId: void 0,
		skipped: false
	};
}
/**
* The outputs of a step that wrote its files.
*
* @param accountId of the credentials, where it is known; else it is read from an ARN that AWS answered
*/
function outputsOf({ environment }, { files, names, rows, renderedRows }, accountId) {
	const fetched = [...rows.flatMap(versionsIn), ...renderedRows.map(({ source, found }) => ({
		source: (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source),
		version: found.version ?? ""
	}))];
	return {
		...emptyOutputs(environment),
		paths: pathsOf(files.map(({ target }) => target)),
		names,
		fingerprint: fetched.length === 0 ? "" : fingerprintOf(fetched),
		accountId: accountId ?? accountIn(rows, renderedRows)
	};
}
function pathsOf(targets) {
	const ofKind = (kind) => targets.filter((target) => target.kind === kind).map(({ path }) => path);
	return {
		"env-file": ofKind("env-file"),
		"pem-file": ofKind("pem-file"),
		file: ofKind("file"),
		"rendered-file": ofKind("rendered-file")
	};
}
function versionsIn({ mapping, found }) {
	const { source } = mapping;
	if (found === void 0 || source.kind === "file") return [];
	if (found.kind === "found-path") return found.members.map(({ name, version = "" }) => ({
		source: `${source.region} ${name}`,
		version
	}));
	return [{
		source: (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.m)(source),
		version: found.version ?? ""
	}];
}
/** What is named by its ARN may be another account's; what is named by its name lies in the caller's. */
function accountIn(rows, renderedRows) {
	const read = [...rows.map(({ mapping, found }) => ({
		source: mapping.source,
		found
	})), ...renderedRows];
	for (const { source, found } of read) {
		if (found === void 0 || (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.h)(source).includes("arn:")) continue;
		const [first] = found.kind === "found-path" ? found.members : [found];
		if (first?.arn !== void 0) return first.arn.split(":")[4];
	}
}
/** The table of a step that wrote its files, in the order of the plan. */
function reportOf({ environment }, { rows, renderedRows }, unmasked) {
	const rendered = renderedRows.map(({ shown, found, target }) => ({
		source: shown,
		target: target.shown,
		isMissing: false,
		...versionOf(found)
	}));
	return {
		environment,
		rows: [...rows.map(rowOf), ...rendered],
		unmasked
	};
}
/** The table of a step that kept the files of an earlier one. */
function keptReport({ environment, mappings }, kept, unmasked) {
	const paths = new Set(kept.map(({ path }) => path));
	return {
		environment,
		rows: mappings.map(({ target, ...request }) => ({
			source: (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.p)(request),
			version: "kept",
			target: target.shown,
			isMissing: !("path" in target && paths.has(target.path))
		})),
		unmasked
	};
}
function rowOf({ mapping, found, variables }) {
	return {
		source: (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.p)(mapping),
		target: mapping.name === void 0 ? mapping.target.shown : targetWithName(mapping),
		isMissing: found === void 0,
		...variables === void 0 ? {} : { variables },
		...found === void 0 ? {} : versionOf(found)
	};
}
function targetWithName({ target, name }) {
	return target.kind === "output" ? target.shown : `${name} in ${target.shown}`;
}
const SHORT_ID = 8;
/** The version of one value, and the youngest change of several. */
function versionOf(found) {
	const times = (found.kind === "found-path" ? found.members : [found]).flatMap(({ lastModified }) => lastModified?.getTime() ?? []);
	const changed = times.length === 0 ? {} : { lastModified: new Date(Math.max(...times)) };
	if (found.kind === "found-path" || found.version === void 0) return changed;
	return {
		...changed,
		version: found.version.slice(0, SHORT_ID)
	};
}
// build/src/targets/inspect-targets.js
/**
* Looks at what lies at and above each target before anything is fetched: a symbolic link, a folder, a tracked file are
* problems; a file that git does not ignore is a warning. A template that is rendered over itself may be tracked: that is
* its use, and the post step puts it back.
*/
async function inspectTargets({ mappings, templates, cleanup }, files, git) {
	const inPlace = templates.requests.filter(isInPlace).map(({ target }) => target);
	const targets = [...targetsOf({
		mappings,
		templates
	}).values()];
	const statuses = await git(targets.filter(({ target }) => !inPlace.includes(target)).map(({ target }) => ({
		path: target.path,
		directory: nearestDirectory(target, files)
	})));
	return {
		problems: targets.flatMap(({ target, place }) => {
			const wrong = whatIsWrong(target, files) ?? whyTracked(target, statuses.get(target.path));
			return wrong === void 0 ? [] : [{
				place,
				...wrong
			}];
		}),
		warnings: warnUnignored([...statuses.values()]),
		notices: inPlace.length === 0 ? [] : [noticeRendered(inPlace, cleanup)]
	};
}
function targetsOf({ mappings, templates }) {
	const all = [...mappings.flatMap(({ target, place }) => (0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.c)(target) ? [{
		target,
		place
	}] : []), ...templates.requests];
	return new Map(all.map(({ target, place }) => [target.path, {
		target,
		place
	}]));
}
function noticeRendered(targets, cleanup) {
	return `Rendered in place: ${targets.map(({ shown }) => shown).join(", ")}; ${cleanup ? "the post step puts back what stands there now" : "cleanup is false, so that the values stay in place of the variables"}.`;
}
/** One warning for all targets, to be pasted: each would be an annotation of its own. */
function warnUnignored(statuses) {
	const lines = statuses.filter(({ ignored, tracked }) => !ignored && !tracked);
	if (lines.length === 0) return [];
	return [`git does not ignore every target. Add to .gitignore:\n${lines.map(({ ignoreLine }) => ignoreLine).join("\n")}`];
}
function whatIsWrong({ path, root, shown }, files) {
	if ((0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.i)(path, root, files) !== void 0) return {
		message: `a symbolic link is in the way to ${shown}, and it may lead anywhere`,
		fix: "Remove the link, or choose another path"
	};
	if ((0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,node_path__WEBPACK_IMPORTED_MODULE_11__.dirname)(path), root).find((ancestor) => !["none", "directory"].includes(files.kindOf(ancestor))) !== void 0 && (0,node_path__WEBPACK_IMPORTED_MODULE_11__.dirname)(path) !== root) return {
		message: `a file is in the way to ${shown}, where a folder is needed`,
		fix: "Choose another path"
	};
	const kind = files.kindOf(path);
	if (kind === "none" || kind === "file") return void 0;
	return {
		message: `the target ${shown} is ${kind === "directory" ? "a folder" : "no regular file"}`,
		fix: "Name a file in it, or choose another path"
	};
}
function whyTracked({ shown }, status) {
	if (status?.tracked !== true) return void 0;
	return {
		message: `git tracks ${shown}: secrets written to it would be committed`,
		fix: `Choose another path, or stop tracking it: git rm --cached ${shown}, and add the line ${status.ignoreLine} to .gitignore`
	};
}
function nearestDirectory({ path, root }, files) {
	return (0,_filesystem_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,node_path__WEBPACK_IMPORTED_MODULE_11__.dirname)(path), root).filter((ancestor) => files.kindOf(ancestor) === "directory").at(-1) ?? root;
}
// build/src/targets/keep-files.js
/**
* Looks whether the files that a plan would write are there already.
*
* @returns undefined where one is not, or where a variable or output could not be given
*/
function keepFiles(mappings, files) {
	const targets = /* @__PURE__ */ new Map();
	for (const { target, optional } of mappings) {
		if (!(0,_mappings_js__WEBPACK_IMPORTED_MODULE_2__.c)(target)) return void 0;
		if (files.kindOf(target.path) === "file") targets.set(target.path, target);
		else if (!optional) return void 0;
	}
	if (targets.size === 0) return void 0;
	let contents;
	try {
		contents = [...targets.values()].map((target) => contentOf(target, files));
	} catch {
		return;
	}
	return {
		targets: [...targets.values()],
		names: [...new Set(contents.flatMap(({ names }) => names))],
		maskables: contents.flatMap(({ maskables }) => maskables)
	};
}
function contentOf({ kind, path, shown }, files) {
	const bytes = files.read(path);
	const decoded = (kind === "env-file" ? decodeEnvFile(Buffer.from(bytes).toString("utf8"), shown) : void 0) ?? (kind === "pem-file" ? decodePemFile(bytes, shown) : void 0);
	return decoded?.kind === "decoded" ? decoded : decodeFile(bytes);
}
// build/src/main.js
/** The whole step, from the inputs to the report. */
async function run(runtime) {
	const { runner } = runtime;
	const roots = rootsOf(runtime);
	const account = { id: void 0 };
	const plan = await makePlan(runtime, roots, () => account.id);
	let fetched;
	try {
		fetched = await fetchPlan(plan, roots.workspace, runtime, { onAccount: (id) => {
			account.id = id;
		} });
	} catch (error) {
		if (plan.onUnavailable === "keep" && error instanceof UnavailableError) return await keepInstead(plan, error, runtime);
		throw error;
	}
	if (fetched.kind === "skipped") {
		runner.notice(`No secrets were fetched: ${fetched.cause}.`);
		return publish(skippedOutputs(plan), {}, runner);
	}
	const { prepared, identity } = fetched;
	const unmasked = maskAll(prepared.maskables, plan, runner);
	for (const notice of identity.notices) runner.notice(notice);
	for (const warning of fetched.warnings) runner.warning(warning);
	runtime.cancelled.throwIfAborted();
	const { variables, outputs } = prepared;
	const exported = exportedVariables(identity.exported, plan.region);
	writeAll(prepared.files, exported, plan, roots, runtime, () => publish(outputsOf(plan, prepared, identity.accountId), {
		outputs,
		variables: [...variables, ...exported]
	}, runner));
	await tell(reportOf(plan, prepared, unmasked), plan, runtime);
}
function rootsOf({ variables }) {
	const { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp } = variables;
	if (!workspace || !temp) throw new _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t("GITHUB_WORKSPACE or RUNNER_TEMP is not set: this program is run by a GitHub Actions runner");
	return {
		workspace,
		temp
	};
}
/** Everything that can be wrong without a network is found here and told at once. */
async function makePlan(runtime, roots, accountId) {
	const { variables, runner, files, git } = runtime;
	const inputs = inputsOf(variables);
	const manifest = await loadManifest(inputs, roots.workspace, files);
	const draft = draftPlan({
		inputs,
		manifest,
		variables,
		roots,
		event: isEnvironmentNamed(inputs, manifest, variables) ? void 0 : await runtime.readEvent(),
		openTemplates: await templateOpener(inputs, manifest, roots, accountId, runtime)
	});
	const inspection = await inspectTargets(draft.plan, files, git);
	const problems = [...draft.problems, ...inspection.problems];
	if (problems.length > 0) throw new _mappings_js__WEBPACK_IMPORTED_MODULE_2__.u("The step cannot run as it is written", problems);
	for (const warning of [...draft.warnings, ...inspection.warnings]) runner.warning(warning);
	for (const notice of inspection.notices) runner.notice(notice);
	return draft.plan;
}
/** The renderer brings large parsers along: it is loaded only for a plan with templates. */
async function templateOpener(inputs, manifest, { workspace }, accountId, { variables, files }) {
	if (!(inputs.render?.trim() || manifest?.settings.lists.render !== void 0)) return () => NO_TEMPLATES;
	const { openTemplateSet } = await Promise.all(/* import() */[__nccwpck_require__.e(461), __nccwpck_require__.e(622)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6622));
	return (requests, context) => openTemplateSet(requests, context, {
		workspace,
		variables,
		files,
		accountId
	});
}
/** `on-unavailable: keep`: the files of an earlier step serve on, if all are there. */
async function keepInstead(plan, cause, runtime) {
	const { runner, files } = runtime;
	const kept = plan.templates.requests.length === 0 && plan.role?.chain.exportsCredentials !== true ? keepFiles(plan.mappings, files) : void 0;
	if (kept === void 0) throw new _action_error_js__WEBPACK_IMPORTED_MODULE_15__.t(`${cause.message}\non-unavailable: keep does not help, since it only keeps files that exist already`);
	const unmasked = maskAll(kept.maskables, plan, runner);
	const names = kept.targets.map(({ shown }) => shown).join(", ");
	runner.warning(`AWS cannot be reached. Kept as they are: ${names}.\n${cause.message}`);
	publish(keptOutputs(plan, kept.targets, kept.names), {}, runner);
	await tell(keptReport(plan, kept.targets, unmasked), plan, runtime);
}
/** @returns names of the variables left unmasked */
function maskAll(maskables, { environment, region, unmaskedNames }, runner) {
	const masks = collectMasks(maskables, {
		neverMask: [environment, region].filter((word) => word !== void 0),
		unmaskedNames
	});
	for (const value of masks.values) runner.mask(value);
	return masks.unmasked;
}
/**
* Writes the files and publishes, or undoes both. The post step must know of the files before the first one exists, and
* that all is done before what could undo it is dropped.
*/
function writeAll(contents, exported, { cleanup, templates }, { temp }, { runner, files }, publishAll) {
	const inPlace = new Set(templates.requests.filter(isInPlace).map(({ path }) => path));
	const journal = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.r)(contents, inPlace, temp, files);
	const save = (isComplete) => {
		const blanked = exported.map(({ name }) => name);
		const state = {
			journal,
			cleanup,
			isComplete,
			blanked
		};
		runner.saveState(_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.t, JSON.stringify(state));
	};
	save(false);
	const written = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.i)(contents, journal, files);
	try {
		publishAll();
		save(true);
	} catch (error) {
		written.undo();
		throw error;
	}
	written.settle();
}
function publish(own, { outputs, variables }, runner) {
	const all = [...Object.entries(formatOutputs(own)), ...outputs ?? []];
	for (const [name, value] of all) runner.setOutput(name, value);
	for (const { name, value } of variables ?? []) runner.exportVariable(name, value);
}
async function tell(report, { summary }, { runner, now }) {
	runner.group(reportTitle(report), formatLog(report, now()));
	if (!summary) return;
	try {
		await runner.writeSummary(formatSummary(report, now()));
	} catch {
		runner.warning("The job summary cannot be written.");
	}
}
function isEnvironmentNamed(inputs, manifest, variables) {
	const variable = manifest?.environments.variable;
	return [inputs.environment, variable === void 0 ? "" : variables[variable]].some((name) => name?.trim());
}
// build/src/network/early-agent.js
const HTTPS_PORT = 443;
/**
* An agent whose connections can be opened before there is a request for them: TCP and TLS cost two round trips, which then
* pass while something else is waited for. A connection that nobody takes keeps no process alive, and one that fails is
* opened again for the request, as if it had not been tried.
*/
var EarlyAgent = class extends node_https__WEBPACK_IMPORTED_MODULE_14__.Agent {
	#canOpen;
	#ready = /* @__PURE__ */ new Map();
	/** @param canOpen false where connections go through a proxy: a tunnel is opened with the request that it is for */
	constructor(options, canOpen) {
		super(options);
		this.#canOpen = canOpen;
	}
	/** Opens so many connections to the host of an `https:` URL; other URLs need none. */
	open({ protocol, hostname, port: portOfUrl }, count) {
		if (!this.#canOpen || protocol !== "https:") return;
		const host = hostname.replace(/^\[|\]$/g, "");
		const port = Number(portOfUrl || HTTPS_PORT);
		const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_7__.isIP)(host) === 0 ? host : "";
		const ready = this.#readyFor(host, port);
		for (let index = 0; index < count; index += 1) {
			const socket = super.createConnection({
				...this.options,
				host,
				port,
				servername
			});
			if (!(socket instanceof node_net__WEBPACK_IMPORTED_MODULE_7__.Socket)) return;
			socket.on("error", () => {});
			ready.push(socket.unref());
		}
	}
	createConnection(...[options, callback]) {
		const ready = this.#readyFor(options.host, options.port);
		for (let socket = ready.shift(); socket !== void 0; socket = ready.shift()) if (!socket.destroyed && socket.writable) return socket.ref();
		return super.createConnection(options, callback);
	}
	destroy() {
		for (const socket of [...this.#ready.values()].flat()) socket.destroy();
		super.destroy();
	}
	#readyFor(host, port) {
		const key = `${host}:${port}`;
		const ready = this.#ready.get(key) ?? [];
		this.#ready.set(key, ready);
		return ready;
	}
};
// build/src/network/agents.js
const MOST_SOCKETS = 50;
const ADDRESS_TIMEOUT_MS = 2500;
/**
* Makes the agents: connections are kept open, and `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case) are followed
* by Node itself (Node 24 documentation, `http.Agent`, option `proxyEnv`).
*/
function makeAgents(variables) {
	const options = {
		keepAlive: true,
		maxSockets: MOST_SOCKETS,
		autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
		proxyEnv: variables
	};
	const hasProxy = Boolean(variables.HTTPS_PROXY || variables.https_proxy);
	return {
		http: new node_http__WEBPACK_IMPORTED_MODULE_8__.Agent(options),
		https: new EarlyAgent(options, !hasProxy)
	};
}
// build/src/network/aws-clients.js
/** The clients of the AWS SDK, which is large: it is loaded at the first call, or when `load` asks for it. */
function makeAwsClients(agents) {
	const load = once(async () => (await __nccwpck_require__.e(/* import() */ 928).then(__nccwpck_require__.bind(__nccwpck_require__, 4928))).makeSdkClients(agents));
	return {
		load: () => {
			load().catch(() => {});
		},
		sts(region, credentials) {
			const sts = once(async () => (await load()).sts(region, credentials));
			return {
				assumeRole: async (...call) => (await sts()).assumeRole(...call),
				assumeRoleWithWebIdentity: async (...call) => (await sts()).assumeRoleWithWebIdentity(...call),
				getCallerIdentity: async (...call) => (await sts()).getCallerIdentity(...call)
			};
		},
		ssm(region, credentials) {
			const ssm = once(async () => (await load()).ssm(region, credentials));
			return {
				getParameters: async (...call) => (await ssm()).getParameters(...call),
				getParameter: async (...call) => (await ssm()).getParameter(...call),
				getParametersByPath: async (...call) => (await ssm()).getParametersByPath(...call)
			};
		},
		secretsManager: async (...given) => (await load()).secretsManager(...given)
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
// build/src/network/http-get.js
/**
* Sends one GET request through the agents, which know of proxies; rejects when the signal aborts.
*
* @param onSent called when the request is on its way, and there is nothing to do but wait
*/
function httpGet(url, headers, { http, https }, signal, onSent = () => {}) {
	return new Promise((resolve, reject) => {
		const secure = url.protocol === "https:";
		const request = (secure ? node_https__WEBPACK_IMPORTED_MODULE_14__.get : node_http__WEBPACK_IMPORTED_MODULE_8__.get)(url, {
			headers,
			signal,
			agent: secure ? https : http
		}, (response) => {
			const chunks = [];
			response.on("data", (chunk) => chunks.push(chunk));
			response.on("error", reject);
			response.on("end", () => {
				resolve({
					status: response.statusCode ?? 0,
					body: Buffer.concat(chunks).toString("utf8")
				});
			});
		});
		request.on("finish", onSent);
		request.on("error", reject);
	});
}
// build/src/network/likely-endpoint.js
const VARIABLES = {
	sts: "AWS_ENDPOINT_URL_STS",
	ssm: "AWS_ENDPOINT_URL_SSM",
	secretsmanager: "AWS_ENDPOINT_URL_SECRETS_MANAGER"
};
const SUFFIXES = {
	aws: "amazonaws.com",
	"aws-us-gov": "amazonaws.com",
	"aws-cn": "amazonaws.com.cn"
};
/**
* Where the SDK will most likely call a service, known before the SDK is loaded. It decides for itself: a connection to
* another host is one for nothing, and no more.
*/
function likelyEndpoint({ service, region }, variables) {
	const configured = variables[VARIABLES[service]] || variables.AWS_ENDPOINT_URL;
	if (configured) return URL.parse(configured) ?? void 0;
	const isSpecial = [variables.AWS_USE_FIPS_ENDPOINT, variables.AWS_USE_DUALSTACK_ENDPOINT].some((flag) => flag?.toLowerCase() === "true");
	const suffix = SUFFIXES[partitionOf(region)];
	if (isSpecial || suffix === void 0) return void 0;
	return URL.parse(`https://${service}.${region}.${suffix}`) ?? void 0;
}
// build/src/plan/event.js
/**
* Reads what matters of an event's payload; parts that are missing or of another type count as absent.
* Payloads: GitHub documentation, "Webhook events and payloads" and "Events that trigger workflows".
*/
function readEvent({ eventName, actor, payload }) {
	const deploymentEnvironment = payload.deployment?.environment;
	return {
		name: eventName,
		actor,
		dispatchInputs: eventName === "workflow_dispatch" ? stringsOf(payload.inputs) : {},
		...typeof deploymentEnvironment === "string" ? { deploymentEnvironment } : {},
		fromFork: isFromFork(payload)
	};
}
function stringsOf(inputs) {
	if (typeof inputs !== "object" || inputs === null) return {};
	return Object.fromEntries(Object.entries(inputs).filter((entry) => typeof entry[1] === "string"));
}
function isFromFork(payload) {
	const pullRequest = payload.pull_request;
	if (pullRequest === void 0) return false;
	return pullRequest.head?.repo?.full_name !== pullRequest.base?.repo?.full_name;
}
// build/src/index.js
const runner = {
	mask: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.p,
	info: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.c,
	notice: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.l,
	warning: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.h,
	group(title, text) {
		(0,_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.m)(title);
		(0,_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.c)(text);
		(0,_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.a)();
	},
	setOutput: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.f,
	exportVariable: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.o,
	saveState: _cleanup_js__WEBPACK_IMPORTED_MODULE_0__.u,
	async writeSummary(text) {
		await summary.addRaw(text).write();
	}
};
const cancellation = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => cancellation.abort(new CancelledError()));
const agents = makeAgents(process.env);
const aws = makeAwsClients(agents);
const tokenEndpoint = URL.parse(process.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? "");
if (tokenEndpoint !== null) agents.https.open(tokenEndpoint, 1);
try {
	await run({
		variables: process.env,
		runner,
		readEvent: async () => readEvent((await __nccwpck_require__.e(/* import() */ 534).then(__nccwpck_require__.bind(__nccwpck_require__, 5534))).context),
		get: (url, headers, signal) => httpGet(url, headers, agents, signal, aws.load),
		aws,
		connectAhead(calls) {
			for (const each of calls) {
				const endpoint = likelyEndpoint(each, process.env);
				if (endpoint !== void 0) agents.https.open(endpoint, each.count);
			}
		},
		files: _filesystem_js__WEBPACK_IMPORTED_MODULE_1__.r,
		git,
		now: () => /* @__PURE__ */ new Date(),
		cancelled: cancellation.signal
	});
} catch (error) {
	(0,_cleanup_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_action_error_js__WEBPACK_IMPORTED_MODULE_15__.n)(error));
}


__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isVariableName),
/* harmony export */   c: () => (/* binding */ isFileTarget),
/* harmony export */   d: () => (/* binding */ formatPlace),
/* harmony export */   f: () => (/* binding */ parameterReference),
/* harmony export */   g: () => (/* binding */ sourcesByKey),
/* harmony export */   h: () => (/* binding */ sourceName),
/* harmony export */   i: () => (/* binding */ separateTargets),
/* harmony export */   l: () => (/* binding */ parseFileTarget),
/* harmony export */   m: () => (/* binding */ sourceKey),
/* harmony export */   n: () => (/* binding */ refusedName),
/* harmony export */   o: () => (/* binding */ takesOver),
/* harmony export */   p: () => (/* binding */ requestName),
/* harmony export */   r: () => (/* binding */ resolveMappings),
/* harmony export */   s: () => (/* binding */ parseSource),
/* harmony export */   t: () => (/* binding */ NAME_TRANSFORMATIONS),
/* harmony export */   u: () => (/* binding */ ProblemReport)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9088);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);


// build/src/plan/source.js
/** The source as people read it in logs and reports, without a region of its own unless its ARN shows one. */
function sourceName(source) {
	switch (source.kind) {
		case "parameter": return parameterReference(source);
		case "path": return `${source.path === "/" ? "" : source.path}/${source.isRecursive ? "**" : "*"}`;
		case "secret": {
			const version = source.versionStage ?? source.versionId;
			return `secretsmanager:${source.secretId}${version === void 0 ? "" : `@${version}`}`;
		}
		case "file": return `file:${source.path}`;
	}
}
/** The source with the key that is asked for. */
function requestName({ source, key }) {
	return `${sourceName(source)}${key === void 0 ? "" : `#${key}`}`;
}
/** A key under which the same source is fetched once, however often it is named. */
function sourceKey(source) {
	if (source.kind === "file") return sourceName(source);
	const encrypted = source.kind === "parameter" && source.isEncrypted === true ? " encrypted" : "";
	return `${source.region}${encrypted} ${sourceName(source)}`;
}
/** The sources by their keys, each once. */
function sourcesByKey(sources) {
	return new Map(sources.map((source) => [sourceKey(source), source]));
}
/** What SSM is asked for: the name or ARN, with its version or label. */
function parameterReference({ name, selector }) {
	return selector === void 0 ? name : `${name}:${selector}`;
}
// build/src/reporting/problem.js
/** Everything that is wrong at one stage, reported at once. */
var ProblemReport = class extends _action_error_js__WEBPACK_IMPORTED_MODULE_1__.t {
	name = "ProblemReport";
	problems;
	/** @param summary the first line of the report, for example "The inputs cannot be used" */
	constructor(summary, problems) {
		super([`${summary}:`, ...problems.map(formatProblem)].join("\n"));
		this.problems = problems;
	}
};
/** A problem with its place, and what was written there and the fix on lines of their own. */
function formatProblem({ place, message, fix }) {
	const lines = [`- ${place === void 0 ? "" : `${formatPlace(place)}: `}${message}`];
	if (place?.text !== void 0) lines.push(`    ${place.text}`);
	if (fix !== void 0) lines.push(...fix.split("\n").map((line) => `    ${line}`));
	return lines.join("\n");
}
/** A place in words: `env-files, line 2`, or `.github/fetch-secrets.yml:12:5`, which editors and terminals can open. */
function formatPlace(place) {
	if ("file" in place) return `${place.file}:${place.line}:${place.column}`;
	return place.line === void 0 ? place.input : `${place.input}, line ${place.line}`;
}
// build/src/plan/target.js
const FIX$1 = "Write a path relative to the workspace, or one below ${{ runner.temp }}";
/**
* Resolves the path of a target. The rule that targets stay inside the workspace or RUNNER_TEMP is checked here by the
* path alone; what lies on the disk is checked by `inspectTargets`.
*/
function parseFileTarget(kind, text, style, roots) {
	const message = whyNoTarget(text);
	if (message !== void 0) return {
		kind: "problem",
		message,
		fix: FIX$1
	};
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(text) ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(text) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(roots.workspace, text);
	const root = [roots.workspace, roots.temp].find((candidate) => isBelow(path, candidate));
	if (root === void 0) return {
		kind: "problem",
		message: "the target lies outside the workspace and RUNNER_TEMP",
		fix: FIX$1
	};
	if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).some((part) => part.toLowerCase() === ".git")) return {
		kind: "problem",
		message: "the target lies inside a .git folder",
		fix: FIX$1
	};
	return {
		kind: "target",
		target: {
			kind,
			path,
			root,
			shown: root === roots.workspace ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, path) : path,
			...style
		}
	};
}
function whyNoTarget(text) {
	if (/[\u0000-\u001f\u007f]/.test(text)) return "the target contains a control character";
	if (text.split(/[/\\]/).includes("..")) return "the target contains \"..\"";
	if (text.startsWith("~")) return "\"~\" is not the home folder here";
	if (/[/\\]\.?$/.test(text) || text === ".") return "the target is a folder, not a file";
}
function isBelow(path, root) {
	const rest = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, path);
	return rest !== "" && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(rest) && rest.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)[0] !== "..";
}
/** Whether a target is a file. */
function isFileTarget(target) {
	return target.kind !== "env-var" && target.kind !== "output";
}
// build/src/plan/parameter-name.js
const NAME_CHARACTERS = /^[A-Za-z0-9_.\-/]+$/;
const MOST_LEVELS = 15;
const MOST_CHARACTERS = 1011;
const FIX = "Name it as Parameter Store shows it, such as /platform/staging/env";
/** Finds what AWS would refuse in the name of a parameter or path: one such name fails a whole batch. */
function whyNoParameterName(name) {
	if (!NAME_CHARACTERS.test(name)) return {
		message: "a parameter name consists of letters, digits, \"_\", \".\", \"-\" and \"/\"",
		fix: FIX
	};
	if (name.includes("//") || name.endsWith("/")) return {
		message: "a parameter name has no empty level",
		fix: FIX
	};
	if (!name.startsWith("/") && name.includes("/")) return {
		message: "a parameter name with levels begins with \"/\"",
		fix: `Write /${name}`
	};
	if (name.split("/").length - 1 > MOST_LEVELS) return {
		message: `a parameter name has at most ${MOST_LEVELS} levels`,
		fix: FIX
	};
	if (name.length > MOST_CHARACTERS) return {
		message: `a parameter name has at most ${MOST_CHARACTERS} characters`,
		fix: FIX
	};
}
// build/src/plan/parse-source.js
const VERSION = /^[1-9]\d*$/;
const LABEL = /^(?!aws|ssm)[A-Za-z_.-][A-Za-z0-9_.-]{0,99}$/i;
const PARAMETER_ARN = /^(arn:aws[a-z-]*:ssm:([a-z0-9-]+):\d{12}:parameter(\/[A-Za-z0-9_.\-/]+))(?::(.*))?$/;
const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+):\d{12}:secret:[A-Za-z0-9/_+=.@-]+$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STAGE = /^[\w.-]{1,256}$/;
/** The kinds of source by the prefix of their address; a source that begins with `/` is a parameter or path. */
const PARSERS = [
	["ssm:arn:", (rest) => parseParameterArn(`arn:${rest}`)],
	["ssm:", parseParameter],
	["secretsmanager:", parseSecret],
	["file:", parseFile]
];
/**
* Reads a source by the grammar of the README, "Sources".
*
* @param text one source, such as `/platform/staging/env:3?` or `secretsmanager:pixell/dev#DB_HOST`, with
*   `{environment}` already replaced
* @param region the region of a source that names none; absent where no region is known, which is then reported
*   once for the whole plan and not for each source
*/
function parseSource(text, region) {
	const optional = text.endsWith("?");
	const [address = "", ...keys] = (optional ? text.slice(0, -1) : text).split("#");
	const key = keys.length === 0 ? void 0 : keys.join("#");
	const source = parseAddress(address, region ?? "");
	const problem = "kind" in source ? whyNoKey(source, key) : source;
	if (problem !== void 0 || !("kind" in source)) return {
		kind: "problem",
		problem: problem ?? NO_SOURCE
	};
	return {
		kind: "source",
		requested: {
			source,
			optional,
			...key === void 0 ? {} : { key }
		}
	};
}
const NO_SOURCE = {
	message: "this is no source",
	fix: "Write /NAME, /PATH/*, ssm:NAME, ssm:ARN, secretsmanager:NAME, secretsmanager:ARN or file:PATH"
};
function parseAddress(address, region) {
	if (address.startsWith("/")) return parseParameter(address, region);
	for (const [prefix, parse] of PARSERS) if (address.startsWith(prefix)) return parse(address.slice(prefix.length), region);
	const [, service] = /^arn:aws[a-z-]*:(ssm|secretsmanager):/.exec(address) ?? [];
	if (service === void 0) return NO_SOURCE;
	return {
		message: "an ARN is named with its service before it",
		fix: `Write ${service}:${address}`
	};
}
function whyNoKey(source, key) {
	if (key === "") return {
		message: "the key is missing after \"#\"",
		fix: "Write SOURCE#KEY, or leave \"#\" out"
	};
	if (key === void 0 || source.kind !== "path") return void 0;
	return {
		message: "a path has no keys: \"#KEY\" reads one key of a JSON value",
		fix: "Name the one parameter that holds the JSON value"
	};
}
function parseParameter(text, region) {
	const [name = "", ...selectors] = text.split(":");
	const selector = selectors.length === 0 ? void 0 : selectors.join(":");
	const [, path, stars] = /^(.*)\/(\*{1,2})$/.exec(name) ?? [];
	if (path !== void 0) return parsePath(path, stars === "**", selector, region);
	if (name.includes("*")) return {
		message: "\"*\" stands only at the end of a path",
		fix: "Write /PATH/* for the parameters directly below, /PATH/** for all below"
	};
	return whyNoParameterName(name) ?? withSelector(name, selector, region);
}
function parsePath(path, isRecursive, selector, region) {
	if (selector !== void 0) return {
		message: "a path has no version or label",
		fix: "Leave out what follows the \":\", or name one parameter"
	};
	return (path === "" ? void 0 : whyNoParameterName(path)) ?? {
		kind: "path",
		path: path === "" ? "/" : path,
		isRecursive,
		region
	};
}
function parseParameterArn(text) {
	const [, arn, region, name, selector] = PARAMETER_ARN.exec(text) ?? [];
	if (arn === void 0 || region === void 0 || name === void 0) return {
		message: "this is no ARN of a parameter",
		fix: "Write ssm:arn:aws:ssm:REGION:ACCOUNT:parameter/NAME"
	};
	return whyNoParameterName(name) ?? withSelector(arn, selector, region);
}
function withSelector(name, selector, region) {
	if (selector === void 0) return {
		kind: "parameter",
		name,
		region
	};
	if (VERSION.test(selector) || LABEL.test(selector)) return {
		kind: "parameter",
		name,
		selector,
		region
	};
	return {
		message: "what follows the \":\" is neither a version nor a label",
		fix: "Write NAME:3 for a version, NAME:LABEL for a label"
	};
}
function parseSecret(text, region) {
	const at = text.lastIndexOf("@");
	const secretId = at < 0 ? text : text.slice(0, at);
	const version = at < 0 ? void 0 : text.slice(at + 1);
	const [, arnRegion] = SECRET_ARN.exec(secretId) ?? [];
	if (secretId.startsWith("arn:") ? arnRegion === void 0 : !SECRET_NAME.test(secretId)) return {
		message: "this is no name or ARN of a secret",
		fix: "Write secretsmanager:NAME or secretsmanager:arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME"
	};
	const base = {
		kind: "secret",
		secretId,
		region: arnRegion ?? region
	};
	if (version === void 0) return base;
	if (UUID.test(version)) return {
		...base,
		versionId: version
	};
	if (STAGE.test(version)) return {
		...base,
		versionStage: version
	};
	return {
		message: "what follows the \"@\" is neither a stage nor a version id",
		fix: "Write NAME@AWSPREVIOUS for a stage, NAME@VERSION-ID for a version"
	};
}
function parseFile(path) {
	const message = whyNoWorkspacePath(path);
	return message === void 0 ? {
		kind: "file",
		path
	} : {
		message,
		fix: "Write file: and a path relative to the workspace"
	};
}
function whyNoWorkspacePath(path) {
	if (path === "") return "file: names no path";
	if (path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/.test(path)) return "a file: source lies in the workspace";
	if (path.split(/[/\\]/).includes("..")) return "a file: source may not leave the workspace by \"..\"";
}
// build/src/plan/variable-names.js
/** Whether every reader of env files and every shell takes the text for a variable's name. */
function isVariableName(name) {
	return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
/** Whether GitHub takes the text for an output's name (GitHub documentation, "Metadata syntax", outputs.<output_id>). */
function isOutputName(name) {
	return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}
/** Names, upper-case, that let a value decide what the later steps of a job run, or as whom they ask AWS. */
const TAKING_OVER = new Set(`PATH ENV IFS BASH_ENV SHELLOPTS BASHOPTS PROMPT_COMMAND PS4
  NODE_OPTIONS NODE_PATH PYTHONSTARTUP PYTHONPATH PYTHONHOME PERL5OPT PERL5LIB PERL5DB RUBYOPT RUBYLIB
  JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS
  GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_EXTERNAL_DIFF
  GIT_PROXY_COMMAND GIT_EXEC_PATH GIT_TEMPLATE_DIR GIT_DIR
  AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_SECURITY_TOKEN AWS_PROFILE AWS_ROLE_ARN
  AWS_WEB_IDENTITY_TOKEN_FILE AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_CREDENTIALS_FULL_URI`.split(/\s+/));
const TAKING_OVER_PREFIXES = [
	"LD_",
	"DYLD_",
	"GIT_CONFIG",
	"GITHUB_",
	"RUNNER_",
	"ACTIONS_",
	"INPUT_"
];
/** Whether a variable of this name could take over the later steps; case does not count, as on Windows. */
function takesOver(name) {
	const upper = name.toUpperCase();
	return TAKING_OVER.has(upper) || TAKING_OVER_PREFIXES.some((prefix) => upper.startsWith(prefix));
}
// build/src/plan/mappings.js
const NAME_TRANSFORMATIONS = [
	"none",
	"uppercase",
	"lowercase"
];
/** The kind of target that each list names. */
const KINDS = {
	"env-files": "env-file",
	"pem-files": "pem-file",
	files: "file",
	"env-vars": "env-var",
	outputs: "output"
};
/**
* Resolves what a list asks for.
*
* @param problems receives everything that is wrong; a request with a problem is left out
*/
function resolveMappings(list, requests, context, problems) {
	return requests.flatMap((request) => {
		const resolved = resolveMapping(KINDS[list], request, context);
		if (!Array.isArray(resolved)) return [resolved];
		problems.push(...resolved.map((wrong) => ({
			place: request.place,
			...wrong
		})));
		return [];
	});
}
function resolveMapping(kind, request, context) {
	const { place, name, source: sourceText, path } = request;
	const braces = [sourceText, path ?? ""].flatMap((text) => whyNotFilledIn(text, context));
	if (braces.length > 0) return braces.slice(0, 1);
	const fillIn = (text) => text.replaceAll("{environment}", context.environment ?? "");
	const source = parseSource(fillIn(sourceText), context.region);
	const target = resolveTarget(kind, request, fillIn(path ?? ""), context);
	const naming = context.namingOf(request);
	const wrong = [
		...source.kind === "problem" ? [source.problem] : whyNoPath(kind, name, source.requested),
		..."message" in target ? [target] : [],
		...whyNoName(kind, name, context.reservedOutputs),
		...whyNoNaming(naming, name)
	];
	if (wrong.length > 0 || source.kind === "problem" || "message" in target) return wrong;
	return {
		...source.requested,
		target,
		naming,
		place,
		...name === void 0 ? {} : { name }
	};
}
function resolveTarget(kind, request, path, { styleOf, roots }) {
	const name = request.name ?? "";
	if (kind === "env-var") return {
		kind,
		shown: "variables of the job"
	};
	if (kind === "output") return {
		kind,
		name,
		shown: `output ${name}`
	};
	const parsed = parseFileTarget(kind, path, styleOf(request), roots);
	return parsed.kind === "target" ? parsed.target : {
		message: parsed.message,
		fix: parsed.fix
	};
}
function whyNotFilledIn(text, { environment }) {
	const unknown = [...text.matchAll(/\{[^{}]*\}/g)].find(([braces]) => braces !== "{environment}");
	if (unknown !== void 0) return [{
		message: `${unknown[0]} is not replaced by anything`,
		fix: "Write {environment}"
	}];
	if (environment !== void 0 || !text.includes("{environment}")) return [];
	return [{
		message: "{environment} is used, but no environment is named",
		fix: "Name it: environment: staging"
	}];
}
function whyNoPath(kind, name, { source }) {
	if (source.kind !== "path") return [];
	if (kind !== "env-file" && kind !== "env-var") return [{
		message: "a path holds many parameters, and this target takes one value",
		fix: "Name one parameter, or use env-files or env-vars"
	}];
	if (name === void 0) return [];
	return [{
		message: "\"NAME=\" names one value, and a path holds many parameters",
		fix: "Leave \"NAME=\" out, or name one parameter"
	}];
}
function whyNoName(kind, name, reservedOutputs) {
	if (name === void 0) return [];
	if (name === "") return [{
		message: "the name is missing before \"=\"",
		fix: "Write NAME=SOURCE"
	}];
	if (kind === "output") {
		if (!isOutputName(name)) return [{
			message: `${name} is no name of an output`,
			fix: "Write for example database-url"
		}];
		if (!reservedOutputs.includes(name)) return [];
		return [{
			message: `${name} is an output of the action itself`,
			fix: "Choose another name"
		}];
	}
	if (!isVariableName(name)) return [{
		message: `${name} is no name of a variable`,
		fix: "Write for example DATABASE_URL"
	}];
	return kind === "env-var" && takesOver(name) ? [refusedName(name)] : [];
}
/** Why a variable of the job may not have this name. */
function refusedName(name) {
	return {
		message: `${name} may not be set: it decides what the later steps run, or as whom`,
		fix: "Choose another name, or write the value to an env file"
	};
}
function whyNoNaming({ rename, only }, name) {
	const wrong = Object.values(rename).filter((to) => !isVariableName(to)).map((to) => ({
		message: `rename: ${to} is no name of a variable`,
		fix: "Write for example DATABASE_URL"
	}));
	if (name === void 0 || only === void 0 && Object.keys(rename).length === 0) return wrong;
	return [...wrong, {
		message: "\"only\" and \"rename\" have no place beside \"NAME=\", which names one value",
		fix: "Leave out one of them"
	}];
}
/**
* Finds targets that two mappings write in different ways: two sources for one output or one file that is written whole,
* one file of two kinds, or a file that another target needs as a folder. An env file may have several sources.
*
* @returns the mappings without repetitions; problems for the rest
*/
function separateTargets(mappings, problems) {
	const byTarget = /* @__PURE__ */ new Map();
	for (const mapping of mappings) {
		const key = keyOfTarget(mapping);
		const earlier = byTarget.get(key) ?? [];
		const [first] = earlier;
		const same = earlier.findIndex((other) => isSame(other, mapping));
		if (same >= 0) {
			if (!mapping.optional) byTarget.set(key, earlier.with(same, mapping));
			continue;
		}
		if (first === void 0 || canShare(first.target, mapping.target)) {
			byTarget.set(key, [...earlier, mapping]);
			if (first !== void 0) problems.push(...findOtherStyle(first, mapping));
			continue;
		}
		problems.push({
			place: mapping.place,
			message: `${mapping.target.shown} is already the target of ${formatPlace(first.place)}`,
			fix: "Name one source for each target"
		});
	}
	const separate = [...byTarget.values()].flat();
	problems.push(...findFilesAsFolders(separate));
	return separate;
}
function keyOfTarget({ target }) {
	switch (target.kind) {
		case "env-var": return "variables";
		case "output": return `output ${target.name}`;
		default: return target.path;
	}
}
function isSame(one, other) {
	return one.target.kind === other.target.kind && one.name === other.name && sourceKey(one.source) === sourceKey(other.source) && JSON.stringify(one.naming) === JSON.stringify(other.naming) && requestName(one) === requestName(other);
}
function canShare(one, other) {
	return one.kind === other.kind && (one.kind === "env-file" || one.kind === "env-var");
}
/** A file has one dialect and one mode, also where its path is spelled in two ways. */
function findOtherStyle(first, { target, place }) {
	if (!isFileTarget(first.target) || !isFileTarget(target) || first.target.format === target.format && first.target.mode === target.mode) return [];
	return [{
		place,
		message: `${target.shown} has another format or mode in ${formatPlace(first.place)}`,
		fix: "Name the file once, with all its sources"
	}];
}
function findFilesAsFolders(mappings) {
	const files = mappings.flatMap(({ target, place }) => isFileTarget(target) ? [{
		target,
		place
	}] : []);
	return files.flatMap(({ target, place }) => {
		const folder = `${target.path}/`;
		const inside = files.find((other) => other.target.path.startsWith(folder));
		if (inside === void 0) return [];
		return [{
			place,
			message: `${target.shown} is a file here, and a folder in ${formatPlace(inside.place)}`,
			fix: "Choose another path for one of them"
		}];
	});
}



/***/ }),

/***/ 134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ isThrottlingError),
/* harmony export */   r: () => (/* binding */ isTransientError),
/* harmony export */   t: () => (/* binding */ isServerError)
/* harmony export */ });
// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/constants.js
const THROTTLING_ERROR_CODES = [
	"BandwidthLimitExceeded",
	"EC2ThrottledException",
	"LimitExceededException",
	"PriorRequestNotComplete",
	"ProvisionedThroughputExceededException",
	"RequestLimitExceeded",
	"RequestThrottled",
	"RequestThrottledException",
	"SlowDown",
	"ThrottledException",
	"Throttling",
	"ThrottlingException",
	"TooManyRequestsException",
	"TransactionInProgressException"
];
const TRANSIENT_ERROR_CODES = [
	"TimeoutError",
	"RequestTimeout",
	"RequestTimeoutException"
];
const TRANSIENT_ERROR_STATUS_CODES = [
	500,
	502,
	503,
	504
];
const NODEJS_TIMEOUT_ERROR_CODES = [
	"ECONNRESET",
	"ECONNREFUSED",
	"EPIPE",
	"ETIMEDOUT"
];
const NODEJS_NETWORK_ERROR_CODES = [
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ENOTFOUND",
	"EAI_AGAIN"
];
// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/service-error-classification.js
const isRetryableByTrait = (error) => error?.$retryable !== void 0;
const isClockSkewCorrectedError = (error) => error.$metadata?.clockSkewCorrected;
const isBrowserNetworkError = (error) => {
	const errorMessages = /* @__PURE__ */ new Set([
		"Failed to fetch",
		"NetworkError when attempting to fetch resource",
		"The Internet connection appears to be offline",
		"Load failed",
		"Network request failed"
	]);
	if (!(error && error instanceof TypeError)) return false;
	return errorMessages.has(error.message);
};
const isThrottlingError = (error) => error.$metadata?.httpStatusCode === 429 || THROTTLING_ERROR_CODES.includes(error.name) || error.$retryable?.throttling == true;
const isTransientError = (error, depth = 0) => error?.name !== "AbortError" && (isRetryableByTrait(error) || isClockSkewCorrectedError(error) || error.name === "InvalidSignatureException" && error.message?.includes("Signature expired") || TRANSIENT_ERROR_CODES.includes(error.name) || NODEJS_TIMEOUT_ERROR_CODES.includes(error?.code || "") || NODEJS_NETWORK_ERROR_CODES.includes(error?.code || "") || TRANSIENT_ERROR_STATUS_CODES.includes(error.$metadata?.httpStatusCode || 0) || isBrowserNetworkError(error) || isNodeJsHttp2TransientError(error) || error.cause !== void 0 && depth <= 10 && isTransientError(error.cause, depth + 1));
const isServerError = (error) => {
	if (error.$metadata?.httpStatusCode !== void 0) {
		const statusCode = error.$metadata.httpStatusCode;
		if (500 <= statusCode && statusCode <= 599 && !isTransientError(error)) return true;
		return false;
	}
	return false;
};
function isNodeJsHttp2TransientError(error) {
	return error.code === "ERR_HTTP2_STREAM_ERROR" && error.message.includes("NGHTTP2_REFUSED_STREAM");
}



/***/ }),

/***/ 3424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readMappingLine),
/* harmony export */   c: () => (/* binding */ dialects),
/* harmony export */   i: () => (/* binding */ nearestName),
/* harmony export */   n: () => (/* binding */ SETTING_NAMES),
/* harmony export */   o: () => (/* binding */ takeName),
/* harmony export */   r: () => (/* binding */ overlay),
/* harmony export */   s: () => (/* binding */ dialectNames),
/* harmony export */   t: () => (/* binding */ SETTINGS)
/* harmony export */ });
// build/src/dialects/escape.js
/** Puts a backslash before each match of `special`, a global expression. */
function backslashBefore(special, text) {
	return text.replaceAll(special, String.raw`\$&`);
}
/** Writes each line feed as `\n` and each carriage return as `\r`. */
function escapeLineBreaks(text) {
	return text.replaceAll("\n", String.raw`\n`).replaceAll("\r", String.raw`\r`);
}
// build/src/dialects/write-result.js
/** The entry `NAME=written`. */
function entry(name, written) {
	return {
		kind: "line",
		line: `${name}=${written}`,
		written
	};
}
function unrepresentable(reason) {
	return {
		kind: "unrepresentable",
		reason
	};
}
// build/src/dialects/compose.js
/** What single quotes cannot hold; a last backslash would escape the closing quote. */
const NEEDS_DOUBLE_QUOTES = /['\n\r]|\\$/;
/**
* Docker Compose (`--env-file`, `env_file`): nothing is expanded in single quotes, `$` and C-like
* escapes in double quotes. Rules: the `dotenv` package of compose-go.
*/
function writeCompose(name, value) {
	return NEEDS_DOUBLE_QUOTES.test(value) ? entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"$]/g, value))}"`) : entry(name, `'${value}'`);
}
// build/src/dialects/docker.js
/** The longest line in bytes that Go's `bufio.Scanner` takes, by which docker and kubectl read. */
const LONGEST_LINE = 65535;
/**
* The raw form of `docker run --env-file`, kubectl and ECS: everything after the first `=` is the
* value, without quotes or escapes. A longer line is an error in docker, and in kubectl the silent
* end of the file. Rules: `pkg/kvfile` of docker/cli.
*/
function writeDocker(name, value) {
	if (value.includes("\n")) return unrepresentable("it contains a line break");
	const result = entry(name, value.endsWith("\r") ? `${value}\r` : value);
	return Buffer.byteLength(result.line) > LONGEST_LINE ? unrepresentable("its line would be longer than 65,535 bytes") : result;
}
// build/src/dialects/guarded-quotes.js
/**
* Puts `quote` around `body`. The readers in JavaScript and Ruby take a backslash before the
* closing quote for an escape when another such quote follows anywhere in the file; a comment that
* contains the quote ends the search on the same line.
*/
function guardedQuotes(quote, body) {
	return `${quote}${body}${quote}${body.endsWith("\\") ? ` #${quote}.` : ""}`;
}
// build/src/dialects/dotenv.js
/** What begins a comment, or ends a line for `$` in a JavaScript regular expression. */
const COMMENT_OR_LINE_END = /[#\n\u2028\u2029]/;
/** A backslash and a letter that together would be expanded inside double quotes. */
const LITERAL_ESCAPE = /\\[nr]/;
/**
* The npm package dotenv, versions 16 to 18. It knows three kinds of quotes and no escape for any
* of them; only `\n` and `\r` are expanded, and only in double quotes. A raw carriage return
* becomes a line feed. Rules: `lib/main.js` of motdotla/dotenv.
*/
function writeDotenv(name, value) {
	const quoted = value.includes("\r") ? doubleQuoted(value) : asItIs(value) ?? doubleQuoted(value);
	return quoted === void 0 ? unrepresentable(reason(value)) : entry(name, quoted);
}
function asItIs(value) {
	if (!value.includes("'")) return guardedQuotes("'", value);
	if (!value.includes("`")) return guardedQuotes("`", value);
	if (!value.includes("\"") && !LITERAL_ESCAPE.test(value)) return guardedQuotes("\"", value);
	return stripsOuterPair(value) ? guardedQuotes("'", value) : void 0;
}
function doubleQuoted(value) {
	if (LITERAL_ESCAPE.test(value)) return void 0;
	const body = escapeLineBreaks(value);
	return !body.includes("\"") || stripsOuterPair(body) ? guardedQuotes("\"", body) : void 0;
}
/**
* Whether quotes around `body` are stripped although it contains the same kind: the reader's
* expression then falls back to its unquoted branch, which takes the text up to a comment or the
* end of the line and strips one outer pair.
*/
function stripsOuterPair(body) {
	return !COMMENT_OR_LINE_END.test(body);
}
function reason(value) {
	return LITERAL_ESCAPE.test(value) ? "it needs double quotes, and contains a backslash before an n or r" : "it needs double quotes, and contains them together with a # or a line separator";
}
// build/src/dialects/go.js
/** A quote, comment or blank that an unquoted value cannot begin with, a line break, a comment. */
const NEEDS_QUOTES$1 = /^['"#\s\u0085]|[\n\r]|[\s\u0085]#/;
const EMPTY_EXPANSION = `\${0}`;
/**
* joho/godotenv 1.5. It takes a backslash before the closing quote for an escape, escaped or not,
* so a value that ends in one can only be unquoted. It trims all quotes from the end of a quoted
* value, so an empty expansion has to follow a quote there. Rules: its `parser.go`.
*/
function writeGo(name, value) {
	if (!value.endsWith("\\")) {
		const end = value.endsWith("\"") ? EMPTY_EXPANSION : "";
		return entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"$]/g, value))}${end}"`);
	}
	return NEEDS_QUOTES$1.test(value) ? unrepresentable("it ends with a backslash and contains what needs quotes") : entry(name, backslashBefore(/\$/g, value));
}
// build/src/dialects/json.js
/** One member of a JSON object (RFC 8259), its name in quotes too. */
function writeJson(name, value) {
	const written = JSON.stringify(value);
	return {
		kind: "line",
		line: `${JSON.stringify(name)}: ${written}`,
		written
	};
}
// build/src/dialects/node.js
/** What an unquoted value cannot have: a comment, a further line, a quote or a blank at its edge. */
const NEEDS_QUOTES = /[#\n]|^['"`\s]|\s$/;
/**
* `node --env-file` and `util.parseEnv`, Node 20 and 24: three quotes, no escapes, except that
* `\n` in double quotes is a line feed; every carriage return is deleted. Rules:
* `src/node_dotenv.cc` of nodejs/node.
*/
function writeNode(name, value) {
	if (value.includes("\r")) return unrepresentable("it contains a carriage return");
	if (!value.includes("'")) return entry(name, `'${value}'`);
	if (!value.includes("`")) return entry(name, `\`${value}\``);
	if (!value.includes("\"") && !value.includes("\\n")) return entry(name, `"${value}"`);
	if (!NEEDS_QUOTES.test(value)) return entry(name, value);
	return unrepresentable("it needs quotes and contains every kind of quote that could hold it");
}
// build/src/dialects/php.js
/**
* vlucas/phpdotenv. Always double quotes: in single quotes a `="` can be taken for the start of a
* value of several lines, and the rest of the file is lost. Rules: its `Parser/` folder.
*/
function writePhp(name, value) {
	return entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"$]/g, value)).replaceAll("	", String.raw`\t`).replaceAll("\v", String.raw`\v`).replaceAll("\f", String.raw`\f`)}"`);
}
// build/src/dialects/portable.js
/** Why a value fits neither kind of quotes; the first that holds is told. */
const OBSTACLES = [
	[/'/, "it contains a single quote together with a double quote, backslash, dollar or backtick"],
	[/\n/, "it contains a line break together with a double quote, backslash, dollar or backtick"],
	[/\\\\/, "it contains two backslashes in a row"],
	[/\\$/, "it ends with a backslash"],
	[/\$\{/, "it contains a dollar before an opening brace"]
];
/**
* What single quotes hold in every reader. Two backslashes, a last one and `${` are read in another
* way by python-dotenv; `="` can be the start of a value of several lines to phpdotenv.
*/
function fitsSingleQuotes(value) {
	return !/['\n]|\\\\|\\$|\$\{|="/.test(value);
}
/** What double quotes hold in every reader, line breaks as they are. */
function fitsDoubleQuotes(value) {
	return !/["\\$`]/.test(value);
}
/**
* Only spellings that every reader which knows quotes takes for the same value: Compose, npm
* dotenv, Node, python-dotenv, Ruby's dotenv, phpdotenv, godotenv, shells, systemd. The raw readers
* (docker run, kubectl) share only what needs no quotes.
*/
function writePortable(name, value) {
	if (value.includes("\r")) return unrepresentable("it contains a carriage return");
	if (fitsSingleQuotes(value)) return entry(name, `'${value}'`);
	if (value.includes("\n") && value.endsWith("=")) return unrepresentable("it contains a line break and ends with an equals sign");
	if (fitsDoubleQuotes(value)) return entry(name, `"${value}"`);
	return unrepresentable(OBSTACLES.find(([pattern]) => pattern.test(value))?.[1] ?? "it contains an equals sign before a double quote");
}
// build/src/dialects/python.js
/** The default value of a variable without a name: here a dollar, here nothing. */
const DOLLAR = `\${:-$}`;
const NOTHING = `\${:-}`;
/**
* python-dotenv, with the interpolation that is its default. It expands `${…}` in single quotes
* too, where a default value is the one spelling that stands for `$` itself. Rules: `parser.py` and
* `variables.py` of theskumar/python-dotenv.
*/
function writePython(name, value) {
	const text = value.replaceAll(/\$(?=\{)/g, () => DOLLAR);
	if (!/['\\\n\r]/.test(text)) return entry(name, `'${text}'`);
	const end = value.endsWith("\\") ? NOTHING : "";
	return entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"]/g, text))}${end}"`);
}
// build/src/dialects/ruby.js
/**
* Ruby's dotenv 3. Nothing is expanded in single quotes; where their own kind is inside, the
* reader's expression falls back to its unquoted branch, which strips the outer pair but knows no
* comment and no second line. Rules: `parser.rb` and `substitutions/` of bkeepers/dotenv.
*/
function writeRuby(name, value) {
	if (value.includes("\r")) return unrepresentable("it contains a carriage return");
	return !value.includes("'") || !/[#\n]/.test(value) ? entry(name, guardedQuotes("'", value)) : entry(name, guardedQuotes("\"", escapeDollars(backslashBefore(/[\\"]/g, value))));
}
/**
* Escapes each `$`. The reader takes the backslash before `$(` away only where a whole command
* follows, and does not look for commands inside one: so of nested ones the outermost is escaped.
*/
function escapeDollars(text) {
	let commandEnd = 0;
	return text.replaceAll("$", (dollar, at) => {
		if (text[at + 1] !== "(") return `\\${dollar}`;
		const end = at < commandEnd ? void 0 : endOfCommand(text, at + 1);
		if (end === void 0) return dollar;
		commandEnd = end;
		return `\\${dollar}`;
	});
}
/** The place after the bracket that closes the one at `open`; none where a pair inside is empty. */
function endOfCommand(text, open) {
	let depth = 0;
	for (let at = open; at < text.length; at += 1) {
		if (text.startsWith("()", at)) return void 0;
		if (text[at] === "(") depth += 1;
		if (text[at] === ")") depth -= 1;
		if (depth === 0) return at + 1;
	}
}
// build/src/dialects/shell.js
/** A file for `.` or `source` in sh, bash and dash: POSIX single quotes, which expand nothing. */
function writeShell(name, value) {
	return entry(name, `'${value.replaceAll("'", String.raw`'\''`)}'`);
}
// build/src/dialects/systemd.js
/** systemd's `EnvironmentFile=`. Rules: `src/basic/env-file.c` of systemd. */
function writeSystemd(name, value) {
	return entry(name, `"${backslashBefore(/[\\"$`]/g, value)}"`);
}
// build/src/dialects/dialects.js
/** What every reader takes for itself without quotes, the raw ones too. */
const PLAIN = /^[A-Za-z0-9_./:@%+,=^-]*$/;
/** The dialects of the `env-format` input by name; `portable` is the default. */
const dialects = {
	portable: quoting(writePortable),
	docker: envFile(writeDocker),
	compose: quoting(writeCompose),
	dotenv: quoting(writeDotenv),
	node: quoting(writeNode),
	python: quoting(writePython),
	ruby: quoting(writeRuby),
	php: quoting(writePhp),
	go: quoting(writeGo),
	shell: quoting(writeShell),
	systemd: quoting(writeSystemd),
	json: {
		write: environmentString(writeJson),
		file: jsonObject
	}
};
const dialectNames = Object.keys(dialects);
/** A dialect that adds quotes where the value is not plain. */
function quoting(write) {
	return envFile((name, value) => PLAIN.test(value) ? entry(name, value) : write(name, value));
}
function envFile(write) {
	return {
		write: environmentString(write),
		file: textOfLines
	};
}
/** Keeps away from `write` what no environment or no UTF-8 file can hold. */
function environmentString(write) {
	return (name, value) => {
		if (value.includes("\0")) return unrepresentable("it contains a NUL character");
		if (!value.isWellFormed()) return unrepresentable("it contains half of a surrogate pair");
		return write(name, value);
	};
}
function textOfLines(lines) {
	return lines.map((line) => `${line}\n`).join("");
}
function jsonObject(lines) {
	return lines.length === 0 ? "{}\n" : `{\n${lines.map((line) => `  ${line}`).join(",\n")}\n}\n`;
}
// build/src/plan/mapping-line.js
/** The form of a line, by the list that it stands in. */
const FORMS = {
	"env-files": {
		form: "[NAME=]SOURCE => PATH",
		hasPath: true,
		name: "may"
	},
	"pem-files": {
		form: "SOURCE => PATH",
		hasPath: true,
		name: "no"
	},
	files: {
		form: "SOURCE => PATH",
		hasPath: true,
		name: "no"
	},
	"env-vars": {
		form: "[NAME=]SOURCE",
		hasPath: false,
		name: "may"
	},
	outputs: {
		form: "NAME=SOURCE",
		hasPath: false,
		name: "must"
	}
};
/**
* Takes a line of a list apart: `NAME=`, source, path.
*
* @param problems receives what is wrong with the line's form
* @returns undefined where something is
*/
function readMappingLine(list, { text, place }, problems) {
	const { form, hasPath, name: naming } = FORMS[list];
	const [left = "", ...paths] = text.split("=>").map((part) => part.trim());
	const { name, source } = takeName(left);
	const problem = (hasPath ? whyMisplacedPath(left, paths) : paths.length > 0 ? `"=>" has no place in ${list}: these have no path` : void 0) ?? whyMisplacedName(name, naming) ?? whyNoSource(source);
	if (problem !== void 0) {
		problems.push({
			place,
			message: problem,
			fix: `Write ${form}`
		});
		return;
	}
	const [path] = paths;
	return {
		place,
		source,
		...name === void 0 ? {} : { name },
		...path === void 0 ? {} : { path }
	};
}
/**
* Takes `NAME=` off. A source begins with `/` or with a word and a colon, so that what stands before a `=` without either
* is a name.
*/
function takeName(left) {
	const [, name, source] = /^([^/:=]*)=(.*)$/.exec(left) ?? [];
	return name === void 0 || source === void 0 ? { source: left } : {
		name: name.trim(),
		source: source.trim()
	};
}
function whyMisplacedPath(left, paths) {
	if (paths.length === 0) return "\"=>\" is missing between source and path";
	if (paths.length > 1) return "\"=>\" stands in the line more than once";
	if (left === "") return "the source is missing before \"=>\"";
	return paths[0] === "" ? "the path is missing after \"=>\"" : void 0;
}
function whyMisplacedName(name, naming) {
	if (naming === "no" && name !== void 0) return "a file that is written whole has no \"NAME=\"";
	if (naming === "must" && name === void 0) return "\"NAME=\" is missing before the source";
	return name === "" ? "the name is missing before \"=\"" : void 0;
}
function whyNoSource(source) {
	return source === "" ? "the source is missing" : void 0;
}
// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// build/src/plan/nearest-name.js
/** The known name that a mistyped one was meant to be; undefined where none is near. */
function nearestName(name, known) {
	const plain = name.toLowerCase().replaceAll(/[ _]/g, "-");
	const most = Math.max(plain.length < 4 ? 1 : 2, Math.floor(plain.length / 4));
	const [nearest] = known.map((candidate) => ({
		candidate,
		distance: leven(plain, candidate)
	})).filter(({ distance }) => distance <= most).sort((a, b) => a.distance - b.distance);
	return nearest?.candidate;
}
// build/src/plan/settings.js
/**
* The settings of a step by name, in the order of `action.yml`, with the form of their values: `text` one value, `list`
* one item a line, `mappings` lines that say what is fetched and where it goes. Each may be given as an input or, `environment`
* and `config` aside, as a key of the manifest.
*/
const SETTINGS = {
	environment: "text",
	config: "text",
	"env-files": "mappings",
	"pem-files": "mappings",
	files: "mappings",
	"env-vars": "mappings",
	outputs: "mappings",
	render: "list",
	"render-options": "list",
	"env-format": "text",
	"file-mode": "text",
	"name-transformation": "text",
	"role-to-assume": "list",
	"aws-region": "text",
	audience: "text",
	"role-session-name": "text",
	"role-duration-seconds": "text",
	"session-policy": "text",
	"role-session-tags": "text",
	"export-credentials": "text",
	"allowed-account-ids": "list",
	"on-missing-token": "text",
	"on-conflict": "text",
	"on-unavailable": "text",
	placeholders: "list",
	"unmasked-names": "list",
	"max-attempts": "text",
	"timeout-seconds": "text",
	cleanup: "text",
	summary: "text"
};
const SETTING_NAMES = Object.keys(SETTINGS);
/** Settings of which each that the first gives replaces that of the second whole. */
function overlay(first, second) {
	return {
		texts: {
			...second.texts,
			...first.texts
		},
		lists: {
			...second.lists,
			...first.lists
		},
		mappings: {
			...second.mappings,
			...first.mappings
		}
	};
}



/***/ }),

/***/ 9886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ variablesIn),
/* harmony export */   c: () => (/* binding */ parseEnvText),
/* harmony export */   d: () => (/* binding */ isEnvLine),
/* harmony export */   f: () => (/* binding */ explainFailure),
/* harmony export */   g: () => (/* binding */ visit),
/* harmony export */   h: () => (/* binding */ parseJson),
/* harmony export */   i: () => (/* binding */ takeVariables),
/* harmony export */   l: () => (/* binding */ decodeBase64),
/* harmony export */   m: () => (/* binding */ jsonLeaves),
/* harmony export */   n: () => (/* binding */ isPlaceholder),
/* harmony export */   o: () => (/* binding */ structureOf),
/* harmony export */   p: () => (/* binding */ explainUnfilled),
/* harmony export */   r: () => (/* binding */ takeValue),
/* harmony export */   s: () => (/* binding */ explainBadLines),
/* harmony export */   t: () => (/* binding */ findUnfilled),
/* harmony export */   u: () => (/* binding */ describeText)
/* harmony export */ });
/* harmony import */ var _mappings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7410);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



// node_modules/jsonc-parser/lib/esm/impl/scanner.js
/**
* Creates a JSON scanner on the given text.
* If ignoreTrivia is set, whitespaces or comments are ignored.
*/
function createScanner(text, ignoreTrivia = false) {
	const len = text.length;
	let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
	function scanHexDigits(count, exact) {
		let digits = 0;
		let value = 0;
		while (digits < count || !exact) {
			let ch = text.charCodeAt(pos);
			if (ch >= 48 && ch <= 57) value = value * 16 + ch - 48;
			else if (ch >= 65 && ch <= 70) value = value * 16 + ch - 65 + 10;
			else if (ch >= 97 && ch <= 102) value = value * 16 + ch - 97 + 10;
			else break;
			pos++;
			digits++;
		}
		if (digits < count) value = -1;
		return value;
	}
	function setPosition(newPosition) {
		pos = newPosition;
		value = "";
		tokenOffset = 0;
		token = 16;
		scanError = 0;
	}
	function scanNumber() {
		let start = pos;
		if (text.charCodeAt(pos) === 48) pos++;
		else {
			pos++;
			while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
		}
		if (pos < text.length && text.charCodeAt(pos) === 46) {
			pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
			} else {
				scanError = 3;
				return text.substring(start, pos);
			}
		}
		let end = pos;
		if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
			pos++;
			if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
				end = pos;
			} else scanError = 3;
		}
		return text.substring(start, end);
	}
	function scanString() {
		let result = "", start = pos;
		while (true) {
			if (pos >= len) {
				result += text.substring(start, pos);
				scanError = 2;
				break;
			}
			const ch = text.charCodeAt(pos);
			if (ch === 34) {
				result += text.substring(start, pos);
				pos++;
				break;
			}
			if (ch === 92) {
				result += text.substring(start, pos);
				pos++;
				if (pos >= len) {
					scanError = 2;
					break;
				}
				switch (text.charCodeAt(pos++)) {
					case 34:
						result += "\"";
						break;
					case 92:
						result += "\\";
						break;
					case 47:
						result += "/";
						break;
					case 98:
						result += "\b";
						break;
					case 102:
						result += "\f";
						break;
					case 110:
						result += "\n";
						break;
					case 114:
						result += "\r";
						break;
					case 116:
						result += "	";
						break;
					case 117:
						const ch3 = scanHexDigits(4, true);
						if (ch3 >= 0) result += String.fromCharCode(ch3);
						else scanError = 4;
						break;
					default: scanError = 5;
				}
				start = pos;
				continue;
			}
			if (ch >= 0 && ch <= 31) {
				if (isLineBreak(ch)) {
					result += text.substring(start, pos);
					scanError = 2;
					break;
				} else scanError = 6;
			}
			pos++;
		}
		return result;
	}
	function scanNext() {
		value = "";
		scanError = 0;
		tokenOffset = pos;
		lineStartOffset = lineNumber;
		prevTokenLineStartOffset = tokenLineStartOffset;
		if (pos >= len) {
			tokenOffset = len;
			return token = 17;
		}
		let code = text.charCodeAt(pos);
		if (isWhiteSpace(code)) {
			do {
				pos++;
				value += String.fromCharCode(code);
				code = text.charCodeAt(pos);
			} while (isWhiteSpace(code));
			return token = 15;
		}
		if (isLineBreak(code)) {
			pos++;
			value += String.fromCharCode(code);
			if (code === 13 && text.charCodeAt(pos) === 10) {
				pos++;
				value += "\n";
			}
			lineNumber++;
			tokenLineStartOffset = pos;
			return token = 14;
		}
		switch (code) {
			case 123:
				pos++;
				return token = 1;
			case 125:
				pos++;
				return token = 2;
			case 91:
				pos++;
				return token = 3;
			case 93:
				pos++;
				return token = 4;
			case 58:
				pos++;
				return token = 6;
			case 44:
				pos++;
				return token = 5;
			case 34:
				pos++;
				value = scanString();
				return token = 10;
			case 47:
				const start = pos - 1;
				if (text.charCodeAt(pos + 1) === 47) {
					pos += 2;
					while (pos < len) {
						if (isLineBreak(text.charCodeAt(pos))) break;
						pos++;
					}
					value = text.substring(start, pos);
					return token = 12;
				}
				if (text.charCodeAt(pos + 1) === 42) {
					pos += 2;
					const safeLength = len - 1;
					let commentClosed = false;
					while (pos < safeLength) {
						const ch = text.charCodeAt(pos);
						if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
							pos += 2;
							commentClosed = true;
							break;
						}
						pos++;
						if (isLineBreak(ch)) {
							if (ch === 13 && text.charCodeAt(pos) === 10) pos++;
							lineNumber++;
							tokenLineStartOffset = pos;
						}
					}
					if (!commentClosed) {
						pos++;
						scanError = 1;
					}
					value = text.substring(start, pos);
					return token = 13;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
			case 45:
				value += String.fromCharCode(code);
				pos++;
				if (pos === len || !isDigit(text.charCodeAt(pos))) return token = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57:
				value += scanNumber();
				return token = 11;
			default:
				while (pos < len && isUnknownContentCharacter(code)) {
					pos++;
					code = text.charCodeAt(pos);
				}
				if (tokenOffset !== pos) {
					value = text.substring(tokenOffset, pos);
					switch (value) {
						case "true": return token = 8;
						case "false": return token = 9;
						case "null": return token = 7;
					}
					return token = 16;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
		}
	}
	function isUnknownContentCharacter(code) {
		if (isWhiteSpace(code) || isLineBreak(code)) return false;
		switch (code) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47: return false;
		}
		return true;
	}
	function scanNextNonTrivia() {
		let result;
		do
			result = scanNext();
		while (result >= 12 && result <= 15);
		return result;
	}
	return {
		setPosition,
		getPosition: () => pos,
		scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
		getToken: () => token,
		getTokenValue: () => value,
		getTokenOffset: () => tokenOffset,
		getTokenLength: () => pos - tokenOffset,
		getTokenStartLine: () => lineStartOffset,
		getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
		getTokenError: () => scanError
	};
}
function isWhiteSpace(ch) {
	return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
	return ch === 10 || ch === 13;
}
function isDigit(ch) {
	return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes) {
	CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
	CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
	CharacterCodes[CharacterCodes["space"] = 32] = "space";
	CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
	CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
	CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
	CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
	CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
	CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
	CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
	CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
	CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
	CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
	CharacterCodes[CharacterCodes["a"] = 97] = "a";
	CharacterCodes[CharacterCodes["b"] = 98] = "b";
	CharacterCodes[CharacterCodes["c"] = 99] = "c";
	CharacterCodes[CharacterCodes["d"] = 100] = "d";
	CharacterCodes[CharacterCodes["e"] = 101] = "e";
	CharacterCodes[CharacterCodes["f"] = 102] = "f";
	CharacterCodes[CharacterCodes["g"] = 103] = "g";
	CharacterCodes[CharacterCodes["h"] = 104] = "h";
	CharacterCodes[CharacterCodes["i"] = 105] = "i";
	CharacterCodes[CharacterCodes["j"] = 106] = "j";
	CharacterCodes[CharacterCodes["k"] = 107] = "k";
	CharacterCodes[CharacterCodes["l"] = 108] = "l";
	CharacterCodes[CharacterCodes["m"] = 109] = "m";
	CharacterCodes[CharacterCodes["n"] = 110] = "n";
	CharacterCodes[CharacterCodes["o"] = 111] = "o";
	CharacterCodes[CharacterCodes["p"] = 112] = "p";
	CharacterCodes[CharacterCodes["q"] = 113] = "q";
	CharacterCodes[CharacterCodes["r"] = 114] = "r";
	CharacterCodes[CharacterCodes["s"] = 115] = "s";
	CharacterCodes[CharacterCodes["t"] = 116] = "t";
	CharacterCodes[CharacterCodes["u"] = 117] = "u";
	CharacterCodes[CharacterCodes["v"] = 118] = "v";
	CharacterCodes[CharacterCodes["w"] = 119] = "w";
	CharacterCodes[CharacterCodes["x"] = 120] = "x";
	CharacterCodes[CharacterCodes["y"] = 121] = "y";
	CharacterCodes[CharacterCodes["z"] = 122] = "z";
	CharacterCodes[CharacterCodes["A"] = 65] = "A";
	CharacterCodes[CharacterCodes["B"] = 66] = "B";
	CharacterCodes[CharacterCodes["C"] = 67] = "C";
	CharacterCodes[CharacterCodes["D"] = 68] = "D";
	CharacterCodes[CharacterCodes["E"] = 69] = "E";
	CharacterCodes[CharacterCodes["F"] = 70] = "F";
	CharacterCodes[CharacterCodes["G"] = 71] = "G";
	CharacterCodes[CharacterCodes["H"] = 72] = "H";
	CharacterCodes[CharacterCodes["I"] = 73] = "I";
	CharacterCodes[CharacterCodes["J"] = 74] = "J";
	CharacterCodes[CharacterCodes["K"] = 75] = "K";
	CharacterCodes[CharacterCodes["L"] = 76] = "L";
	CharacterCodes[CharacterCodes["M"] = 77] = "M";
	CharacterCodes[CharacterCodes["N"] = 78] = "N";
	CharacterCodes[CharacterCodes["O"] = 79] = "O";
	CharacterCodes[CharacterCodes["P"] = 80] = "P";
	CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
	CharacterCodes[CharacterCodes["R"] = 82] = "R";
	CharacterCodes[CharacterCodes["S"] = 83] = "S";
	CharacterCodes[CharacterCodes["T"] = 84] = "T";
	CharacterCodes[CharacterCodes["U"] = 85] = "U";
	CharacterCodes[CharacterCodes["V"] = 86] = "V";
	CharacterCodes[CharacterCodes["W"] = 87] = "W";
	CharacterCodes[CharacterCodes["X"] = 88] = "X";
	CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
	CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
	CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
	CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
	CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
	CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
	CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
	CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
	CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
	CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
	CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
	CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
	CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
	CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
	CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
	CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
	CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));
new Array(20).fill(0).map((_, index) => {
	return " ".repeat(index);
});
const maxCachedValues = 200;
new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + "	".repeat(index);
});
// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions) {
	ParseOptions.DEFAULT = { allowTrailingComma: false };
})(ParseOptions || (ParseOptions = {}));
/**
* Parses the given text and invokes the visitor functions for each object, array and literal reached.
*/
function visit$1(text, visitor, options = ParseOptions.DEFAULT) {
	const _scanner = createScanner(text, false);
	const _jsonPath = [];
	let suppressedCallbacks = 0;
	function toNoArgVisit(visitFunction) {
		return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisit(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisitWithPath(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
	}
	function toBeginVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks++;
			else if (visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === false) suppressedCallbacks = 1;
		} : () => true;
	}
	function toEndVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks--;
			if (suppressedCallbacks === 0) visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
		} : () => true;
	}
	const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
	const disallowComments = options && options.disallowComments;
	const allowTrailingComma = options && options.allowTrailingComma;
	function scanNext() {
		while (true) {
			const token = _scanner.scan();
			switch (_scanner.getTokenError()) {
				case 4:
					handleError(14);
					break;
				case 5:
					handleError(15);
					break;
				case 3:
					handleError(13);
					break;
				case 1:
					if (!disallowComments) handleError(11);
					break;
				case 2:
					handleError(12);
					break;
				case 6: handleError(16);
			}
			switch (token) {
				case 12:
				case 13:
					if (disallowComments) handleError(10);
					else onComment();
					break;
				case 16:
					handleError(1);
					break;
				case 15:
				case 14: break;
				default: return token;
			}
		}
	}
	function handleError(error, skipUntilAfter = [], skipUntil = []) {
		onError(error);
		if (skipUntilAfter.length + skipUntil.length > 0) {
			let token = _scanner.getToken();
			while (token !== 17) {
				if (skipUntilAfter.indexOf(token) !== -1) {
					scanNext();
					break;
				} else if (skipUntil.indexOf(token) !== -1) break;
				token = scanNext();
			}
		}
	}
	function parseString(isValue) {
		const value = _scanner.getTokenValue();
		if (isValue) onLiteralValue(value);
		else {
			onObjectProperty(value);
			_jsonPath.push(value);
		}
		scanNext();
		return true;
	}
	function parseLiteral() {
		switch (_scanner.getToken()) {
			case 11:
				const tokenValue = _scanner.getTokenValue();
				let value = Number(tokenValue);
				if (isNaN(value)) {
					handleError(2);
					value = 0;
				}
				onLiteralValue(value);
				break;
			case 7:
				onLiteralValue(null);
				break;
			case 8:
				onLiteralValue(true);
				break;
			case 9:
				onLiteralValue(false);
				break;
			default: return false;
		}
		scanNext();
		return true;
	}
	function parseProperty() {
		if (_scanner.getToken() !== 10) {
			handleError(3, [], [2, 5]);
			return false;
		}
		parseString(false);
		if (_scanner.getToken() === 6) {
			onSeparator(":");
			scanNext();
			if (!parseValue()) handleError(4, [], [2, 5]);
		} else handleError(5, [], [2, 5]);
		_jsonPath.pop();
		return true;
	}
	function parseObject() {
		onObjectBegin();
		scanNext();
		let needsComma = false;
		while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 2 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (!parseProperty()) handleError(4, [], [2, 5]);
			needsComma = true;
		}
		onObjectEnd();
		if (_scanner.getToken() !== 2) handleError(7, [2], []);
		else scanNext();
		return true;
	}
	function parseArray() {
		onArrayBegin();
		scanNext();
		let isFirstElement = true;
		let needsComma = false;
		while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 4 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (isFirstElement) {
				_jsonPath.push(0);
				isFirstElement = false;
			} else _jsonPath[_jsonPath.length - 1]++;
			if (!parseValue()) handleError(4, [], [4, 5]);
			needsComma = true;
		}
		onArrayEnd();
		if (!isFirstElement) _jsonPath.pop();
		if (_scanner.getToken() !== 4) handleError(8, [4], []);
		else scanNext();
		return true;
	}
	function parseValue() {
		switch (_scanner.getToken()) {
			case 3: return parseArray();
			case 1: return parseObject();
			case 10: return parseString(true);
			default: return parseLiteral();
		}
	}
	scanNext();
	if (_scanner.getToken() === 17) {
		if (options.allowEmptyContent) return true;
		handleError(4, [], []);
		return false;
	}
	if (!parseValue()) {
		handleError(4, [], []);
		return false;
	}
	if (_scanner.getToken() !== 17) handleError(9, [], []);
	return true;
}
// node_modules/jsonc-parser/lib/esm/main.js
var ScanError;
(function(ScanError) {
	ScanError[ScanError["None"] = 0] = "None";
	ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
	ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
	ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
	ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
	ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
	ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind) {
	SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
	SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
	SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
	SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
	SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
	SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
	SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
	SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
	SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
	SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
	SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
	SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
	SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
	SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
	SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
	SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
	SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
/**
* Parses the given text and invokes the visitor functions for each object, array and literal reached.
*/
const visit = visit$1;
var ParseErrorCode;
(function(ParseErrorCode) {
	ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
	ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
	ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
	ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
	ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
	ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
	ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
	ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
	ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
	ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
	ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
	ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
	ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
// build/src/values/json.js
/** The parser, `jsonLeaves` and `compactJson` are recursive; this keeps them far from the end of the stack. */
const MAX_DEPTH = 500;
const NAME_LIKE = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const STRICT = {
	disallowComments: true,
	allowTrailingComma: false,
	allowEmptyContent: false
};
const NESTED_TOO_DEEP = `objects and arrays are nested deeper than ${MAX_DEPTH} levels`;
const ENDS_EARLY = "the text ends too early";
/** By the numbers of jsonc-parser's `ParseErrorCode`: a `const enum` of another package has no names for us. */
const REASONS = {
	1: "only numbers, true, false and null may stand without double quotes",
	2: "a number is not written as JSON writes numbers",
	3: "a property name in double quotes is expected",
	4: "a value is expected",
	5: "a colon after the property name is missing",
	6: "a comma is missing",
	7: "a closing brace is missing",
	8: "a closing bracket is missing",
	9: "there is more text after the end of the JSON value",
	10: "comments are not allowed in JSON",
	11: "comments are not allowed in JSON",
	12: "a string is not closed on its line",
	13: "a number is not complete",
	14: "a \\u in a string is not followed by four hexadecimal digits",
	15: "a string contains a backslash with a character that JSON does not escape",
	16: "a string contains a control character that is not escaped"
};
const UNEXPECTED_END_OF_STRING = 12;
/** Ends the parse at the first fault: jsonc-parser itself would go on, and recurse without a bound. */
var Fault = class extends Error {
	result;
	constructor(line, column, reason) {
		super(reason);
		this.result = {
			kind: "invalid",
			line: line + 1,
			column: column + 1,
			reason
		};
	}
};
/**
* Reads JSON strictly (RFC 8259): accepts what `JSON.parse` accepts, down to 500 levels of objects and arrays. A key
* that one object has twice is told apart from text that is not JSON.
*/
function parseJson(text) {
	const open = [];
	let document = { kind: "null" };
	let duplicate;
	function add(node) {
		const parent = open.at(-1);
		if (parent === void 0) document = node;
		else if (parent.kind === "array") parent.items.push(node);
		else parent.members.push({
			key: parent.key,
			value: node
		});
	}
	function enter(container, line, column) {
		if (open.length === MAX_DEPTH) throw new Fault(line, column, NESTED_TOO_DEEP);
		open.push(container);
	}
	const visitor = {
		onObjectBegin: (_offset, _length, line, column) => {
			const members = [];
			add({
				kind: "object",
				members
			});
			enter({
				kind: "object",
				members,
				keys: /* @__PURE__ */ new Set(),
				key: ""
			}, line, column);
		},
		onObjectProperty: (key, _offset, _length, line, column) => {
			const parent = open.at(-1);
			if (parent?.kind !== "object") return;
			if (parent.keys.has(key)) {
				const place = {
					line: line + 1,
					column: column + 1
				};
				duplicate ??= NAME_LIKE.test(key) ? {
					...place,
					key
				} : place;
			}
			parent.keys.add(key);
			parent.key = key;
		},
		onObjectEnd: () => {
			open.pop();
		},
		onArrayBegin: (_offset, _length, line, column) => {
			const items = [];
			add({
				kind: "array",
				items
			});
			enter({
				kind: "array",
				items
			}, line, column);
		},
		onArrayEnd: () => {
			open.pop();
		},
		onLiteralValue: (value, offset, length) => {
			add(literalNode(value, text.slice(offset, offset + length)));
		},
		onError: (code, offset, length, line, column) => {
			const isUnclosed = code === UNEXPECTED_END_OF_STRING && offset + length === text.length;
			throw new Fault(line, column, offset === text.length || isUnclosed ? ENDS_EARLY : REASONS[code]);
		}
	};
	try {
		visit(text, visitor, STRICT);
	} catch (error) {
		if (error instanceof Fault) return error.result;
		throw error;
	}
	if (duplicate !== void 0) return {
		kind: "duplicate-key",
		...duplicate,
		value: document
	};
	return {
		kind: "json",
		value: document
	};
}
function literalNode(value, source) {
	if (typeof value === "string") return {
		kind: "string",
		value
	};
	if (typeof value === "boolean") return {
		kind: "boolean",
		value
	};
	if (value === null) return { kind: "null" };
	return {
		kind: "number",
		source
	};
}
/** Every string, number, boolean and null of a document, in its order. */
function* jsonLeaves(node, path = "") {
	switch (node.kind) {
		case "object":
			for (const [index, { key, value }] of node.members.entries()) yield* jsonLeaves(value, memberPath(path, key, index));
			break;
		case "array":
			for (const [index, item] of node.items.entries()) yield* jsonLeaves(item, `${path}[${index}]`);
			break;
		case "string":
			yield {
				path,
				text: node.value
			};
			break;
		case "number":
			yield {
				path,
				text: node.source
			};
			break;
		case "boolean":
			yield {
				path,
				text: String(node.value)
			};
			break;
		case "null": yield {
			path,
			text: "null"
		};
	}
}
function memberPath(path, key, index) {
	if (!NAME_LIKE.test(key)) return `${path}[${index}]`;
	return path === "" ? key : `${path}.${key}`;
}
/** JSON text without blanks between its parts; numbers as they were written. */
function compactJson(node) {
	switch (node.kind) {
		case "object": return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}:${compactJson(value)}`).join(",")}}`;
		case "array": return `[${node.items.map(compactJson).join(",")}]`;
		case "string": return JSON.stringify(node.value);
		case "number": return node.source;
		case "boolean": return String(node.value);
		case "null": return "null";
	}
}
// build/src/reporting/source-problems.js
/** Why a source gave no value, and what to do; what would let denied reads through is told for all of them together. */
function explainFailure(request, failure) {
	const { source } = request;
	const name = (0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.p)(request);
	switch (failure.kind) {
		case "missing": return {
			message: `${name} is not found${source.kind === "file" ? "" : ` in ${source.region}`}`,
			fix: missingFix(request)
		};
		case "denied": return { message: `${name} may not be read: ${failure.denial.action} is denied` };
		case "failed": return {
			message: `${name} cannot be read: ${failure.reason}`,
			...failure.fix === void 0 ? {} : { fix: failure.fix }
		};
		case "unavailable": return { message: `${name} cannot be read: ${failure.reason}` };
	}
}
/**
* A value that was created, but never got its content.
*
* @param key the key of a JSON value that holds the placeholder
*/
function explainUnfilled(source, key) {
	return {
		message: `${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.p)({
			source,
			...key === void 0 ? {} : { key }
		})} was created, but never filled in: it holds a placeholder`,
		fix: `Fill it in:\n${fillCommand(source)}`
	};
}
function missingFix({ source, key }) {
	const optional = "where it may be missing, write \"?\" after the source";
	if (source.kind === "file") return `Create the file, or, ${optional}`;
	if (key !== void 0) return `See whether ${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.h)(source)} has this key, or, ${optional}`;
	if (source.kind === "path") return `See whether there are parameters below it, or, ${optional}`;
	if (source.kind === "parameter" ? source.selector !== void 0 : (source.versionStage ?? source.versionId) !== void 0) return `See whether it has this version, or, ${optional}`;
	return `Create it, or, ${optional}:\n${createCommand(source)}`;
}
function createCommand(source) {
	return source.kind === "parameter" ? putParameter(source.name, source.region) : `aws secretsmanager create-secret --region ${source.region} --name ${source.secretId} --secret-string "$VALUE"`;
}
function fillCommand(source) {
	switch (source.kind) {
		case "parameter": return `${putParameter(source.name, source.region)} --overwrite`;
		case "path": return `${putParameter(`${source.path}/NAME`, source.region)} --overwrite`;
		case "secret": return `aws secretsmanager put-secret-value --region ${source.region} --secret-id ${source.secretId} --secret-string "$VALUE"`;
	}
}
function putParameter(name, region) {
	return `aws ssm put-parameter --region ${region} --name ${name.replace(/^arn:.*?:parameter/, "")} --type SecureString --value "$VALUE"`;
}
// build/src/values/env-assignment.js
const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=(.*)$/s;
/** @returns the assignment on one physical line (without its line end), or undefined when it is none. */
function parseAssignment(line) {
	const [, name, raw] = ASSIGNMENT.exec(line) ?? [];
	return name === void 0 || raw === void 0 ? void 0 : {
		name,
		raw
	};
}
/**
* The value as npm dotenv reads it: quotes removed, `\n` and `\r` expanded in double quotes only, without quotes the
* text before blank + `#`, trimmed. A quote that nothing closes belongs to the value.
*/
function primaryReading(raw, quoted) {
	if (quoted === void 0) {
		const text = raw.trim();
		return /^['"`]/.test(text) ? text : withoutComment(text, /[ \t]#/);
	}
	return quoted.quote === "\"" ? expandLineEnds(quoted.inner) : quoted.inner;
}
/**
* All that the readers in the field make of one value, without duplicates and in no order that means anything: they
* disagree on quotes, comments and escapes, and each of their results must be masked.
*
* @param raw the physical line (the first one, of a quoted value that spans lines) after its first `=`
* @param quoted the value between quotes, when a closing quote was found
*/
function readingsOf(raw, quoted) {
	const texts = quoted === void 0 ? unquotedTexts(raw) : quotedTexts(quoted);
	const readings = [
		raw,
		raw.trim(),
		primaryReading(raw, quoted),
		...texts.flatMap(unescapings)
	];
	return [...new Set(readings.flatMap(carriageReturnReadings))];
}
function unquotedTexts(raw) {
	const text = raw.trim();
	const inner = /^(['"`])(.*)\1$/s.exec(text)?.[2];
	return [
		text,
		withoutComment(text, /#/),
		withoutComment(text, /[ \t]#/),
		joinShellWord(text),
		...inner === void 0 ? [] : [inner]
	];
}
function quotedTexts({ inner, quote }) {
	return [
		inner,
		...inner.split(quote, 1),
		joinShellWord(`${quote}${inner}${quote}`)
	];
}
function withoutComment(text, start) {
	const index = text.search(start);
	return index < 0 ? text : text.slice(0, index).trim();
}
const CONTROLS = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};
const SHELL = {
	known: {
		"\\": "\\",
		"\"": "\"",
		$: "$",
		"`": "`",
		"\n": ""
	},
	others: "kept"
};
/** Rules seen in each reader. A reader that shares another's rule has no entry of its own. */
const ESCAPE_RULES = [
	SHELL,
	{
		known: {},
		others: "without-backslash"
	},
	{
		known: {
			...CONTROLS,
			"\\": "\\",
			"\"": "\"",
			$: "$"
		},
		others: "kept"
	},
	{
		known: { "'": "'" },
		others: "kept"
	},
	{
		known: {
			...CONTROLS,
			"\\": "\\",
			"'": "'",
			"\"": "\""
		},
		others: "kept"
	},
	{
		known: {
			"\\": "\\",
			"'": "'"
		},
		others: "kept"
	},
	{
		known: {
			f: "\f",
			n: "\n",
			r: "\r",
			t: "	",
			v: "\v",
			"\\": "\\",
			"\"": "\"",
			$: "$"
		},
		others: "kept"
	},
	{
		known: {
			n: "\\n",
			r: "\\r"
		},
		others: "without-backslash"
	},
	{
		known: {
			n: "\n",
			r: "\r"
		},
		others: "without-backslash"
	},
	{
		known: CONTROLS,
		others: "without-backslash"
	}
];
function unescapings(text) {
	return dollarReadings(text).flatMap((variant) => [
		variant,
		variant.replaceAll("\\n", "\n"),
		expandLineEnds(variant),
		expandLineEnds(variant).replaceAll("\\t", "	"),
		...ESCAPE_RULES.map((rule) => resolveEscapes(variant, rule))
	]);
}
/**
* In compose `$$` is a dollar sign; in ruby and go the backslash of `\$` goes although `$` is not expanded. `${NAME:-text}`
* is `text` when the variable is not set, and `${NAME}` is nothing. What a set variable brings is masked as that variable.
*/
function dollarReadings(text) {
	if (!text.includes("$")) return [text];
	return [
		text,
		text.replaceAll("$$", "$"),
		text.replaceAll("\\$", "$"),
		text.replaceAll(/\$\{\w*(?::?-([^{}]*))?\}/g, "$1")
	];
}
function resolveEscapes(text, { known, others }) {
	return text.replace(/\\(.)/gs, (pair, character) => known[character] ?? (others === "kept" ? pair : character));
}
function expandLineEnds(text) {
	return text.replaceAll("\\n", "\n").replaceAll("\\r", "\r");
}
/** Shells and systemd join the parts of a word: `'it'\''s'` and `"it"'s'` are both `its` with what the quotes hold. */
function joinShellWord(text) {
	return text.replace(/'([^']*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|\\(.)/gs, (_part, single, double, escaped) => single ?? (double === void 0 ? escaped ?? "" : resolveEscapes(double, SHELL)));
}
/** Some readers turn a carriage return into a line feed, node drops it. */
function carriageReturnReadings(text) {
	return text.includes("\r") ? [
		text,
		text.replaceAll(/\r\n?/g, "\n"),
		text.replaceAll("\r", "")
	] : [text];
}
// build/src/values/foreign-text.js
const SSH_KEY_TYPE = /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)[ \t]+AAAA/;
/** Shorter words of the same characters are more likely a name, a password or an assignment without a value. */
const SHORTEST_BASE64 = 24;
/** What to look for, the most telling first: the first test that holds names the text. */
const TESTS = [
	["an empty value", (text) => text === ""],
	["JSON", isJson],
	["JSON that does not parse", (text) => /^\{\s*"/.test(text) || /^\[\s*[{"]/.test(text)],
	["XML or HTML", (text) => /^<[A-Za-z?!]/.test(text)],
	["a PuTTY key", (text) => text.startsWith("PuTTY-User-Key-File-")],
	["a public SSH key", (text) => SSH_KEY_TYPE.test(text) || text.startsWith("---- BEGIN SSH2 PUBLIC KEY")],
	["a PGP block", (text) => text.startsWith("-----BEGIN PGP ")],
	["base64", (text) => isBase64(text)],
	["an env file", (text, firstLine) => isEnvFile(text, firstLine)],
	["YAML", (text) => /^[ \t]*[\w."'-]+:[ \t]+[|>][-+\d]*[ \t]*$/m.test(text)],
	["a PEM block", (text) => /^[ \t]*-----BEGIN [^\n]*-----/m.test(text)],
	["YAML", (_text, firstLine) => /^(?:---|[A-Za-z_][\w.-]*:(?:[ \t].*)?)$/.test(firstLine)]
];
/**
* Says what a text is when it is not what its source should hold.
*
* @returns undefined when the text has no known shape
*/
function describeText(text) {
	const trimmed = text.replace(/^\uFEFF/, "").trim();
	const firstLine = trimmed.split(/\r\n?|\n/).find((line) => !/^\s*(?:#.*)?$/.test(line)) ?? "";
	return TESTS.find(([, test]) => test(trimmed, firstLine))?.[0];
}
/**
* Whether a line is an assignment that makes its text an env file. openssl writes `subject=…` and the like above the
* certificates that it prints, so these tell nothing.
*/
function isEnvLine(line) {
	const name = parseAssignment(line)?.name;
	return name !== void 0 && !/^(?:subject|issuer|serial|notBefore|notAfter)$/.test(name);
}
/** @returns the bytes that base64 text over one or more lines stands for, or undefined when it is no such text */
function decodeBase64(text) {
	const compact = text.replaceAll(/\s/g, "");
	return /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0 ? Buffer.from(compact, "base64") : void 0;
}
function isBase64(text) {
	return text.length >= SHORTEST_BASE64 && !/[ \t]/.test(text) && decodeBase64(text) !== void 0;
}
function isEnvFile(text, firstLine) {
	return isEnvLine(firstLine) || parseAssignment(firstLine) !== void 0 && !text.includes("-----BEGIN ");
}
function isJson(text) {
	if (!/^[{[]/.test(text)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
// build/src/values/env-text.js
/**
* Reads env-file text whose dialect is not known: docker's raw dialect, or any dotenv that knows quotes. Never throws.
*
* Lines are blank, comments, or `[export ]NAME=value` with LF or CRLF ends; a byte order mark is skipped. A value that
* begins with a quote ends at the first such quote (in double quotes: one without a backslash) with nothing but blanks
* and a comment after it, on whatever line; without one the value is its physical line, as docker takes it. Since docker
* reads each line of a quoted value by itself, what it makes of these lines is among the readings of the entry.
*/
function parseEnvText(text) {
	const lines = text.replace(/^\uFEFF/, "").split("\n").map((line) => line.replace(/\r$/, ""));
	const kind = describeText(text);
	const entries = [];
	const badLines = [];
	const neverClosed = /* @__PURE__ */ new Set();
	for (let index = 0; index < lines.length; index += 1) {
		const line = lines[index] ?? "";
		if (/^\s*(?:#[^\0]*)?$/.test(line)) continue;
		const assignment = kind === "base64" ? void 0 : parseAssignment(line);
		if (assignment === void 0) {
			badLines.push(index + 1);
			continue;
		}
		const quoted = findClosingQuote(assignment.raw, lines, index, neverClosed);
		const span = lines.slice(index, (quoted?.lastIndex ?? index) + 1);
		const hasNul = span.map((part) => part.includes("\0"));
		if (hasNul.includes(true)) {
			for (const [offset, bad] of hasNul.entries()) if (bad) badLines.push(index + offset + 1);
		} else entries.push(toEntry(assignment, quoted, span, index + 1));
		index += span.length - 1;
	}
	if (badLines.length === 0) return {
		entries,
		badLines,
		found: void 0
	};
	if (kind !== void 0 && kind !== "an env file") return {
		entries: [],
		badLines,
		found: kind
	};
	return {
		entries,
		badLines,
		found: badLines.some((line) => lines[line - 1]?.includes("-----END ")) ? "an env file with a PEM block that is not in quotes" : void 0
	};
}
function toEntry({ name, raw }, quoted, span, line) {
	const physicalLines = span.flatMap((part) => part.split("\r"));
	const readByLine = physicalLines.length === 1 ? [] : physicalLines.map(parseAssignment);
	const readings = [...readingsOf(raw, quoted), ...readByLine.flatMap((part) => part === void 0 ? [] : readingsOf(part.raw, void 0))];
	return {
		name,
		line,
		value: primaryReading(raw, quoted),
		readings: [...new Set(readings)]
	};
}
/** @param neverClosed quotes for which the rest of the text was searched in vain; keeps the whole search linear */
function findClosingQuote(raw, lines, firstIndex, neverClosed) {
	const [, quote, rest] = /^[ \t]*(['"`])(.*)$/s.exec(raw) ?? [];
	if (quote === void 0 || rest === void 0 || neverClosed.has(quote)) return void 0;
	const innerLines = [];
	for (let index = firstIndex; index < lines.length; index += 1) {
		const line = index === firstIndex ? rest : lines[index] ?? "";
		const end = closingColumn(line, quote);
		if (end !== void 0) return {
			quote,
			inner: [...innerLines, line.slice(0, end)].join("\n"),
			lastIndex: index
		};
		innerLines.push(line);
	}
	neverClosed.add(quote);
}
function closingColumn(line, quote) {
	for (let column = 0; column < line.length; column += 1) {
		const character = line[column];
		if (character === "\\" && quote === "\"") column += 1;
		else if (character === quote && /^[ \t]*(?:#.*)?$/s.test(line.slice(column + 1))) return column;
	}
}
// build/src/values/lines.js
const MOST_LINES_TOLD = 10;
/** Lines of a stored env text that are none: their numbers, and what the text looks like, never a line itself. */
function explainBadLines(name, lines, found) {
	const told = lines.slice(0, MOST_LINES_TOLD).join(", ");
	const more = lines.length > MOST_LINES_TOLD ? ` and ${lines.length - MOST_LINES_TOLD} more` : "";
	return {
		message: `${name} holds no env file: ${lines.length === 1 ? `line ${told} is` : `lines ${told}${more} are`} neither blank, nor a comment, nor NAME=value${found === void 0 ? "" : `; it looks like ${found}`}`,
		fix: found === "a PEM block" ? "Name it in pem-files instead" : "Mend the stored text"
	};
}
// build/src/values/structured.js
const BY_ENDING = {
	".json": "json",
	".yml": "yaml",
	".yaml": "yaml"
};
/**
* How a value is structured: a local file by the ending of its name, any other value as JSON where its first character
* that is no blank is `{`.
*
* @returns undefined where the value is text
*/
function structureOf(source, text) {
	if (source.kind === "file") {
		const structure = BY_ENDING[(0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(source.path).toLowerCase()];
		if (structure !== void 0) return structure;
	}
	return text.trimStart().startsWith("{") ? "json" : void 0;
}
/** Reads a structured value. YAML brings a large parser along, which is loaded only here. */
async function parseStructured(structure, text) {
	if (structure === "json") return parseJson(text.replace(/^\uFEFF/, ""));
	const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(461), __nccwpck_require__.e(606)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9606));
	return parseYaml(text);
}
/** Finds the value of a key; a key that contains dots is found before a nested one. */
function findKey(node, key) {
	if (node.kind !== "object") return void 0;
	const memberOf = (name) => node.members.find((member) => member.key === name)?.value;
	const whole = memberOf(key);
	if (whole !== void 0) return whole;
	for (let dot = key.indexOf("."); dot >= 0; dot = key.indexOf(".", dot + 1)) {
		const inner = memberOf(key.slice(0, dot));
		const nested = inner && findKey(inner, key.slice(dot + 1));
		if (nested !== void 0) return nested;
	}
}
/** A value as a variable holds it: numbers by their source text, null empty, objects and arrays as compact JSON. */
function textOf(node) {
	switch (node.kind) {
		case "string": return node.value;
		case "number": return node.source;
		case "boolean": return String(node.value);
		case "null": return "";
		default: return compactJson(node);
	}
}
// build/src/values/docker-env-text.js
/**
* Reads env text by docker's raw dialect (docker/cli, `pkg/kvfile/kvfile.go`): one line a variable, no quotes, no escapes,
* comments only where `#` is the first character that is no blank.
*/
function parseDockerEnvText(text) {
	const variables = [];
	const badLines = [];
	const lines = text.replace(/^\uFEFF/, "").split("\n");
	for (const [index, physical] of lines.entries()) {
		const line = physical.replace(/\r$/, "").trimStart();
		if (line === "" || line.startsWith("#")) continue;
		const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(line) ?? [];
		if (name === void 0 || value === void 0 || value.includes("\0")) badLines.push(index + 1);
		else variables.push({
			name,
			value
		});
	}
	return {
		variables,
		badLines
	};
}
// build/src/values/naming.js
const TRANSFORMATIONS = {
	none: (name) => name,
	uppercase: (name) => name.toUpperCase().replaceAll(/[^A-Z0-9_]/g, "_"),
	lowercase: (name) => name.toLowerCase().replaceAll(/[^a-z0-9_]/g, "_")
};
/**
* Gives values their variables' names.
*
* @param isTransformed whether `name-transformation` applies: to parameters and JSON keys, not to env text
*/
function nameVariables(values, { transformation, only, rename }, isTransformed) {
	const transform = isTransformed ? TRANSFORMATIONS[transformation] : TRANSFORMATIONS.none;
	const renamed = new Map(Object.entries(rename));
	const asked = only === void 0 ? void 0 : /* @__PURE__ */ new Set([...only, ...renamed.keys()]);
	const seen = /* @__PURE__ */ new Set();
	const variables = values.flatMap((value) => {
		const { name } = value;
		const transformed = transform(name);
		for (const each of [name, transformed]) seen.add(each);
		if (asked !== void 0 && !asked.has(name) && !asked.has(transformed)) return [];
		return [{
			...value,
			name: renamed.get(name) ?? renamed.get(transformed) ?? transformed
		}];
	});
	const absent = [...asked ?? renamed.keys()].filter((name) => !seen.has(name));
	const invalid = variables.map(({ name }) => name).filter((name) => !(0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.a)(name));
	return {
		variables,
		wrong: [...absent.length === 0 ? [] : [explainAbsent(absent)], ...invalid.length === 0 ? [] : [explainInvalid(invalid)]]
	};
}
function explainAbsent(names) {
	return {
		message: `has nothing named ${names.join(", ")}, which "only" or "rename" asks for`,
		fix: "See the names of the source, and the spelling"
	};
}
function explainInvalid(names) {
	const upper = names.every((name) => (0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.a)(TRANSFORMATIONS.uppercase(name)));
	const rename = `rename them in the manifest: rename: { ${JSON.stringify(printable(names[0] ?? ""))}: NEW_NAME }`;
	return {
		message: `has names that are no variable's: ${names.map(printable).join(", ")}`,
		fix: upper ? `Write name-transformation: uppercase, or ${rename}` : `Write NAME=SOURCE, or ${rename}`
	};
}
/** A key may be anything; a log line may not. */
function printable(name) {
	return /^[\x20-\x7e]{1,100}$/.test(name) ? name : "(a name with other characters)";
}
// build/src/values/take.js
const wrong = (...problems) => ({
	kind: "wrong",
	problems
});
/**
* Takes the one value that a mapping asks for.
*
* @param isWhole whether the value is taken as it is, so that JSON in it need not even be right
*/
async function takeValue(mapping, found, placeholders, isWhole) {
	const { source, key } = mapping;
	const name = (0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.p)(mapping);
	const text = textIn(found);
	if (text === void 0) return wrong({
		message: `${name} holds bytes that are no text in UTF-8`,
		fix: "Write it to a file: files"
	});
	const structure = structureOf(source, text);
	const parsed = structure === void 0 ? void 0 : await parseStructured(structure, text);
	const node = parsed?.kind === "json" ? parsed.value : void 0;
	const isTakenWhole = isWhole && key === void 0;
	const never = findUnfilled(source, text, isTakenWhole ? node : void 0, void 0, placeholders);
	if (never.length > 0) return wrong(...never);
	if (isTakenWhole) return {
		kind: "value",
		text
	};
	if (parsed !== void 0 && parsed.kind !== "json") return wrong(explainUnparsed(name, structure, parsed));
	if (key === void 0) return {
		kind: "value",
		text,
		...node === void 0 ? {} : { node }
	};
	if (node === void 0) return wrong({
		message: `${name} asks for a key, but the value is no JSON object`,
		fix: "Leave \"#KEY\" out, or store a JSON object"
	});
	const inner = findKey(node, key);
	if (inner === void 0) return { kind: "missing" };
	const taken = textOf(inner);
	const unfilled = findUnfilled(source, taken, isWhole ? inner : void 0, key, placeholders);
	return unfilled.length > 0 ? wrong(...unfilled) : {
		kind: "value",
		text: taken,
		node: inner
	};
}
function textIn({ bytes, isBinary }) {
	return isBinary === true || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_1__.isUtf8)(bytes) ? void 0 : Buffer.from(bytes).toString("utf8");
}
function explainUnparsed(name, structure, parsed) {
	const reason = parsed.kind === "invalid" ? parsed.reason : `${parsed.key === void 0 ? "a key" : `the key ${parsed.key}`} stands in one object twice`;
	return {
		message: `${name} holds ${structure === "yaml" ? "YAML" : "JSON"} that does not parse: line ${parsed.line}, column ${parsed.column}: ${reason}`,
		fix: "Mend the stored text"
	};
}
/**
* Finds placeholders that were never filled in: the whole value, or leaves of a JSON value.
*
* @param node absent where leaves do not count, since not all of them may be taken
*/
function findUnfilled(source, text, node, key, placeholders) {
	if (source.kind === "file") return [];
	if (isPlaceholder(text, placeholders)) return [explainUnfilled(source, key)];
	if (node?.kind !== "object" && node?.kind !== "array") return [];
	const prefix = key === void 0 ? "" : `${key}.`;
	return [...jsonLeaves(node)].filter((leaf) => isPlaceholder(leaf.text, placeholders)).map(({ path }) => explainUnfilled(source, prefix + path));
}
/** Turns a value, or all values below a path, into variables by the rules of the README, "How a value becomes variables". */
async function takeVariables(mapping, found, placeholders) {
	if (found.kind === "found-path") return takeMembers(mapping, found, placeholders);
	const value = await takeValue(mapping, found, placeholders, mapping.name !== void 0);
	return value.kind === "value" ? variablesIn(mapping, value, placeholders) : value;
}
/** The variables of a value that was taken: whole where the mapping has a name, else by its structure. */
function variablesIn(mapping, value, placeholders) {
	const { source, key, name } = mapping;
	if (name !== void 0) return named(mapping, [{
		name,
		value: value.text
	}], false);
	const { node, text } = value;
	if (node === void 0 || node.kind === "string") return takeEnvText(mapping, text);
	if (node.kind !== "object") return wrong({
		message: `${(0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.p)(mapping)} holds no object, so it has no names for variables`,
		fix: "Write NAME=SOURCE"
	});
	const members = node.members.map((member) => ({
		name: member.key,
		value: textOf(member.value),
		key: member.key,
		node: member.value
	}));
	const prefix = key === void 0 ? "" : `${key}.`;
	return named(mapping, members, true, (member) => source.kind === "file" ? [] : [...jsonLeaves(member.node, member.key)].filter((leaf) => isPlaceholder(leaf.text, placeholders)).map(({ path }) => explainUnfilled(source, prefix + path)));
}
function takeMembers(mapping, { members }, placeholders) {
	const { source } = mapping;
	if (source.kind !== "path") return { kind: "missing" };
	return named(mapping, members.map((member) => ({
		name: relativeName(member, source.path),
		value: Buffer.from(member.bytes).toString("utf8"),
		parameter: {
			kind: "parameter",
			name: member.name,
			region: source.region
		}
	})), true, ({ value, parameter }) => isPlaceholder(value, placeholders) ? [explainUnfilled(parameter)] : []);
}
/** The name below the path, levels joined by `_`. */
function relativeName({ name }, path) {
	const prefix = path === "/" ? "/" : `${path}/`;
	return (name.startsWith(prefix) ? name.slice(prefix.length) : name).replaceAll("/", "_");
}
/** Stored env text is read by the rules of the dialect that it is written in: docker's has no quotes, the others have. */
function takeEnvText(mapping, text) {
	const { target } = mapping;
	const { entries, badLines, found } = parseEnvText(text);
	const docker = target.kind === "env-file" && target.format === "docker" ? parseDockerEnvText(text) : void 0;
	const bad = docker?.badLines ?? badLines;
	if (badLines.length > 0 || bad.length > 0) {
		const lines = badLines.length > 0 ? badLines : bad;
		return wrong(explainBadLines((0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.p)(mapping), lines, badLines.length > 0 ? found : void 0));
	}
	const readings = Map.groupBy(entries, ({ name }) => name);
	const values = (docker?.variables ?? entries).map(({ name, value }) => ({
		name,
		value,
		readings: readings.get(name)?.flatMap((entry) => entry.readings) ?? [value]
	}));
	return named(mapping, [...new Map(values.map((value) => [value.name, value])).values()], false);
}
/** @param whyUnfilled tells of a value that is taken whether it was never filled in */
function named(mapping, values, isTransformed, whyUnfilled = () => []) {
	const { target, naming } = mapping;
	const { variables, wrong: misnamed } = nameVariables(values, naming, isTransformed);
	const request = (0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.p)(mapping);
	const problems = [
		...misnamed.map(({ message, fix }) => ({
			message: `${request} ${message}`,
			fix
		})),
		...variables.filter(({ name }) => target.kind === "env-var" && (0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.o)(name)).map(({ name }) => (0,_mappings_js__WEBPACK_IMPORTED_MODULE_0__.n)(name)),
		...variables.flatMap(whyUnfilled)
	];
	return problems.length > 0 ? wrong(...problems) : {
		kind: "variables",
		variables
	};
}
/** Whether a whole value means "created, never filled in". */
function isPlaceholder(text, placeholders) {
	return placeholders.includes(text.trim());
}



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5901);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
