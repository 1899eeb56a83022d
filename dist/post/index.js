import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/bundle/filesystem.js


// build/src/filesystem.js
/**
* Walks from `root` down to `path`, which lies below it.
*
* @returns the first symbolic link on the way or at the end, absolute; undefined where there is none
*/
function findSymbolicLink(path, root, files) {
	return filesystem_ancestors(path, root).find((ancestor) => files.kindOf(ancestor) === "symbolic link");
}
/** Every path from below `root` down to `path` itself, the highest first. */
function filesystem_ancestors(path, root) {
	const parts = relative(root, path).split(sep);
	return parts.map((_, index) => join(root, ...parts.slice(0, index + 1)));
}
/** Nothing can lie below a file, nor under a name that is too long for the system. */
function statsOf(path) {
	try {
		return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
	} catch (error) {
		if (["ENOTDIR", "ENAMETOOLONG"].includes(filesystem_codeOf(error))) return void 0;
		throw error;
	}
}
/** The system's code of an error, such as `ENOSPC`: all that may be told of it. */
function filesystem_codeOf(error) {
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
		const file = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NOFOLLOW);
		try {
			return (0,external_node_fs_namespaceObject.readFileSync)(file);
		} finally {
			(0,external_node_fs_namespaceObject.closeSync)(file);
		}
	},
	modeOf(path) {
		return (0,external_node_fs_namespaceObject.lstatSync)(path).mode & 511;
	},
	makeDirectory(path) {
		(0,external_node_fs_namespaceObject.mkdirSync)(path);
	},
	create(path, bytes, mode) {
		const flags = external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_CREAT | external_node_fs_namespaceObject.constants.O_EXCL | external_node_fs_namespaceObject.constants.O_NOFOLLOW;
		const file = (0,external_node_fs_namespaceObject.openSync)(path, flags, 384);
		try {
			(0,external_node_fs_namespaceObject.writeFileSync)(file, bytes);
			(0,external_node_fs_namespaceObject.fchmodSync)(file, mode);
			(0,external_node_fs_namespaceObject.fsyncSync)(file);
		} finally {
			(0,external_node_fs_namespaceObject.closeSync)(file);
		}
	},
	backUp(path, backup) {
		try {
			(0,external_node_fs_namespaceObject.linkSync)(path, backup);
		} catch {
			(0,external_node_fs_namespaceObject.copyFileSync)(path, backup, external_node_fs_namespaceObject.constants.COPYFILE_EXCL);
		}
	},
	rename(from, to) {
		(0,external_node_fs_namespaceObject.renameSync)(from, to);
	},
	remove(path) {
		(0,external_node_fs_namespaceObject.unlinkSync)(path);
	},
	removeDirectory(path) {
		(0,external_node_fs_namespaceObject.rmdirSync)(path);
	}
};


;// CONCATENATED MODULE: ./build/bundle/action-error.js
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


;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
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
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
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
	if (!external_fs_namespaceObject.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
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
	process.stdout.write(os.EOL);
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
	process.stdout.write(message + external_os_namespaceObject.EOL);
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
var WriteError = class extends ActionError {
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
	const key = randomBytes(16).toString("hex");
	const missing = contents.flatMap(({ target }) => ancestors(dirname(target.path), target.root).filter((path) => files.kindOf(path) === "none"));
	return {
		key,
		files: contents.map(({ target: { path, shown }, bytes }) => {
			const id = randomBytes(6).toString("hex");
			const beside = (ending) => join(dirname(path), `.${id}.${ending}`);
			return {
				path,
				shown,
				temporary: beside("new"),
				backup: beside("old"),
				existed: files.kindOf(path) !== "none",
				digest: digestOf(bytes, key),
				...restored.has(path) ? { original: {
					copy: join(temp, `.${id}.original`),
					mode: files.modeOf(path)
				} } : {}
			};
		}),
		directories: [...new Set(missing)].sort()
	};
}
/** Keyed SHA-256 of a file's bytes, hexadecimal. */
function digestOf(bytes, key) {
	return (0,external_node_crypto_namespaceObject.createHmac)("sha256", key).update(bytes).digest("hex");
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
		throw new WriteError(shown, codeOf(error));
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
		runner.warning(`${file.shown} cannot be removed (${filesystem_codeOf(error)}); remove it by hand.`);
	}
	return false;
}
function namesOf(files) {
	return files.map(({ shown }) => shown).join(", ");
}


;// CONCATENATED MODULE: ./build/bundle/post.js



// build/src/post.js
try {
	cleanUp(getState(STATE), {
		info: info,
		warning: warning,
		exportVariable: exportVariable
	}, fileSystem);
} catch (error) {
	warning(messageFor(error));
}


