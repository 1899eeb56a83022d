export const id = 622;
export const ids = [622];
export const modules = {

/***/ 6622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTemplateSet: () => (/* binding */ openTemplateSet)
/* harmony export */ });
/* harmony import */ var _filesystem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2826);
/* harmony import */ var _take_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9886);
/* harmony import */ var _dist_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(461);
/* harmony import */ var _mappings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7410);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);






// build/src/rendering/nodes.js
/** The value under a key of an object or at an index of a list. */
function memberOf(node, key) {
	switch (node.kind) {
		case "object": return node.members.findLast((member) => member.key === key)?.value;
		case "array": return /^\d+$/.test(key) ? node.items[Number(key)] : void 0;
		case "string":
		case "number":
		case "boolean":
		case "null": return;
	}
}
// build/src/rendering/delimiters.js
/**
* The delimiters that `provider.variableSyntax` of versions 1 and 2 asks for. Only the forms in use are known: they
* begin with the escaped brackets and have one group.
*
* @param configuration of the root file
*/
function declaredDelimiters(configuration) {
	const provider = memberOf(configuration, "provider");
	const syntax = provider && memberOf(provider, "variableSyntax");
	if (syntax === void 0) return "${ }";
	if (syntax.kind !== "string") return "unknown";
	const pattern = syntax.value.replaceAll("\\", "");
	if (/^\$\{\{\(.*\)\}\}$/s.test(pattern)) return "${{ }}";
	return /^\$\{\(.*\)\}$/s.test(pattern) ? "${ }" : "unknown";
}
// build/src/rendering/document.js
/** Puts splices, in the order of the file, into its text. */
function spliced(text, splices) {
	const parts = [];
	let index = 0;
	for (const splice of splices) {
		parts.push(text.slice(index, splice.start), splice.text);
		index = splice.end;
	}
	parts.push(text.slice(index));
	return parts.join("");
}
/** Thrown where a written file does not read back as intended. Says nothing of its content. */
function readsBackWrong() {
	return /* @__PURE__ */ new Error("A rendered file does not read back as intended");
}
/** Whether two values are equal; numbers as a reader computes them. */
function sameNode(left, right) {
	if (left.kind === "number" && right.kind === "number") return Number(left.source) === Number(right.source);
	if (left.kind === "array" && right.kind === "array") {
		const { items } = right;
		return left.items.length === items.length && left.items.every((item, index) => isSameAt(item, items[index]));
	}
	if (left.kind === "object" && right.kind === "object") {
		const { members } = right;
		return left.members.length === members.length && left.members.every(({ key, value }, index) => {
			const other = members[index];
			return key === other?.key && isSameAt(value, other.value);
		});
	}
	if (left.kind === "string" && right.kind === "string") return left.value === right.value;
	if (left.kind === "boolean" && right.kind === "boolean") return left.value === right.value;
	return left.kind === "null" && right.kind === "null";
}
function isSameAt(left, right) {
	return right !== void 0 && sameNode(left, right);
}
/** What a change makes of a slot. */
function changedNode(change) {
	return change.kind === "node" ? change.node : {
		kind: "string",
		value: change.text
	};
}
/** Finds dollar signs of a cooked text in its source, where both have as many. */
function dollarOffset(cooked, index, source, start) {
	if (dollarCount(cooked) !== dollarCount(source)) return start;
	const offset = nthDollar(source, dollarCount(cooked.slice(0, index)));
	return offset === -1 ? start : start + offset;
}
function dollarCount(text) {
	return text.split("$").length - 1;
}
/** The offset of a dollar sign of which there are `before` in front, or -1. */
function nthDollar(text, before) {
	let offset = text.indexOf("$");
	for (let left = before; left > 0 && offset !== -1; left -= 1) offset = text.indexOf("$", offset + 1);
	return offset;
}
// build/src/rendering/json-document.js
const BOM = "﻿";
/** A JSON file: every string that is no key is a slot. */
function openJson(text) {
	const bom = text.startsWith(BOM) ? BOM : "";
	const body = text.slice(bom.length);
	const parsed = (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.h)(body);
	if (parsed.kind === "invalid") return {
		kind: "faults",
		faults: [{
			code: "json_syntax",
			offset: offsetOf(text, parsed.line, parsed.column),
			message: `this is not valid JSON: ${parsed.reason}`,
			fix: "Mend the file"
		}]
	};
	const slots = findSlots(body, bom.length);
	return {
		kind: "document",
		document: {
			slots,
			isPlainText: false,
			configuration: parsed.value,
			refuses: () => void 0,
			spelling: (value) => JSON.stringify(value).slice(1, -1),
			write: (changes) => write(text, bom, slots, parsed.value, changes)
		}
	};
}
function findSlots(body, shift) {
	const slots = [];
	(0,_take_js__WEBPACK_IMPORTED_MODULE_1__.g)(body, { onLiteralValue: (value, offset, length, _line, _column, pathOf) => {
		if (typeof value !== "string") return;
		const start = offset + shift;
		const source = body.slice(offset, offset + length);
		slots.push({
			text: value,
			path: value.includes("$") ? pathOf().map(String) : [],
			start,
			end: start + length,
			offsetOf: (index) => dollarOffset(value, index, source, start)
		});
	} });
	return slots;
}
function write(text, bom, slots, before, changes) {
	const result = spliced(text, slots.flatMap((slot) => {
		const change = changes.get(slot);
		if (change === void 0) return [];
		return [{
			start: slot.start,
			end: slot.end,
			text: jsonText(changedNode(change))
		}];
	}));
	const after = (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.h)(result.slice(bom.length));
	const nodes = slots.map((slot) => changes.get(slot)).map((change) => change && changedNode(change));
	if (after.kind === "invalid" || !sameNode(intended(before, nodes.values()), after.value)) throw readsBackWrong();
	return result;
}
/** JSON with a blank behind each comma and colon. */
function jsonText(node) {
	switch (node.kind) {
		case "array": return `[${node.items.map(jsonText).join(", ")}]`;
		case "object": return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}: ${jsonText(value)}`).join(", ")}}`;
		case "string": return JSON.stringify(node.value);
		case "number": return node.source;
		case "boolean": return String(node.value);
		case "null": return "null";
	}
}
/** The document with its strings, in their order, replaced where there is a change for them. */
function intended(node, changes) {
	switch (node.kind) {
		case "string": return changes.next().value ?? node;
		case "array": return {
			kind: "array",
			items: node.items.map((item) => intended(item, changes))
		};
		case "object": return {
			kind: "object",
			members: node.members.map(({ key, value }) => ({
				key,
				value: intended(value, changes)
			}))
		};
		case "number":
		case "boolean":
		case "null": return node;
	}
}
/** The offset of a 1-based line and column, counted without the byte order mark. */
function offsetOf(text, line, column) {
	let start = text.startsWith(BOM) ? 1 : 0;
	for (let left = line - 1; left > 0; left -= 1) start = text.indexOf("\n", start) + 1;
	return start + column - 1;
}
// build/src/rendering/positions.js
/** Turns offsets of a text into lines and columns, both 1-based, columns in UTF-16 units. */
var Positions = class {
	#lineStarts;
	constructor(text) {
		const starts = [0];
		for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
		this.#lineStarts = starts;
	}
	at(offset) {
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: low + 1,
			column: offset - (this.#lineStarts[low] ?? 0) + 1
		};
	}
};
// build/src/rendering/grammar.js
const LEGACY_REGION = /^ssm\.([a-z0-9-]+)$/;
/** Whether a source reads from SSM: `ssm:…`, or `ssm.REGION:…` of version 1. */
function isSsm(source) {
	return source.kind === "call" && (source.type === "ssm" || LEGACY_REGION.test(source.type));
}
/** The region in `ssm.REGION`. */
function legacyRegion(type) {
	return LEGACY_REGION.exec(type)?.[1];
}
/** The variables within a source's params and address, not those within these. */
function nestedVariables(source) {
	if (source.kind === "literal") return [];
	return (source.address === void 0 ? source.params : [...source.params, source.address]).flatMap(({ parts }) => parts.filter((part) => typeof part !== "string"));
}
/** Whether SSM is read anywhere in a source, at any depth. */
function mentionsSsm(source) {
	return isSsm(source) || nestedVariables(source).some(({ sources }) => sources.some(mentionsSsm));
}
// build/src/rendering/problem.js
/** Ends the evaluation of one variable; its place is known to whoever catches it. */
var Refusal = class extends Error {
	code;
	fix;
	constructor(code, message, fix) {
		super(message);
		this.code = code;
		this.fix = fix;
	}
};
/** A source that only the framework can read, such as `cf`: no error where the framework goes on reading. */
var UnsupportedSource = class extends Refusal {
	/** @param source as it is written */
	constructor(source) {
		super("unresolvable_address", `${source} is needed here, and only the framework can read it`, "Name something there that is known before the deployment, such as ${param:NAME} with param.NAME in render-options");
	}
};
/** Ends the evaluation of one variable until something that was asked for is known. */
var Pending = class extends Error {};
// build/src/rendering/chain.js
const SAFE_IN_VARIABLE = /^[A-Za-z0-9_./-]*$/;
/**
* Replaces what a variable reads from SSM, source by source from the left, and leaves to the framework what only the
* framework can know.
*
* @param text the text that the variable's offsets refer to
* @throws Refusal, Pending
*/
function replaceVariable(variable, text, evaluator, rewriting) {
	if (!variable.sources.some(mentionsSsm)) return { kind: "keep" };
	if (!(rewriting.isReadOn && variable.brackets.open !== "<") && variable.sources.some(isSsm)) return evaluateWhole(variable, evaluator, rewriting.isRaw);
	return new Chain(variable, text, evaluator, rewriting).replacement();
}
/** For files whose reader knows no variables. */
function evaluateWhole(variable, evaluator, isRaw) {
	const missedBefore = evaluator.reads.missing.length;
	for (const source of variable.sources) {
		const node = evaluateHere(source, evaluator, isRaw);
		if (node !== void 0) return {
			kind: "value",
			node
		};
	}
	throw notFound(evaluator.reads.missing.slice(missedBefore));
}
function evaluateHere(source, evaluator, isRaw) {
	try {
		return evaluator.source(source, isRaw);
	} catch (error) {
		if (isSsm(source) || !(error instanceof UnsupportedSource)) throw error;
		throw unsupportedChain("a source of it can be read by the framework only");
	}
}
var Chain = class {
	#variable;
	#text;
	#evaluator;
	#rewriting;
	#written = [];
	constructor(variable, text, evaluator, rewriting) {
		this.#variable = variable;
		this.#text = text;
		this.#evaluator = evaluator;
		this.#rewriting = rewriting;
	}
	replacement() {
		const missedBefore = this.#evaluator.reads.missing.length;
		for (const [index, source] of this.#variable.sources.entries()) {
			const further = this.#variable.sources.slice(index + 1);
			if (source.kind === "literal" || isSsm(source)) {
				const node = this.#evaluator.source(source, this.#rewriting.isRaw);
				if (node !== void 0) return this.#endWith(source, node);
			} else if (!further.some(mentionsSsm)) return this.#endUnread([source, ...further]);
			else if (this.#hasValue(source)) {
				this.#write(source, false);
				return this.#result(further.map((rest) => rest.text));
			}
		}
		if (!this.#isOpen()) throw notFound(this.#evaluator.reads.missing.slice(missedBefore));
		return this.#result([]);
	}
	/** The value of a source ends the chain: it replaces the variable, or is its last literal. */
	#endWith(source, node) {
		if (!this.#isOpen()) return {
			kind: "value",
			node
		};
		if (source.kind === "literal") return this.#result([source.text]);
		if (node.kind !== "string") throw unsupportedChain("a list or an object cannot follow a source that only the framework reads");
		return this.#result([this.#rewriting.literal(node.value)]);
	}
	/** No SSM is left among these: the framework reads them. */
	#endUnread(sources) {
		for (const source of sources) this.#write(source, false);
		return this.#result([]);
	}
	/** Whether a source that is not SSM has a value; where only the framework knows, it is written on. */
	#hasValue(source) {
		try {
			if (this.#evaluator.source(source) !== void 0) return true;
			this.#write(source, true);
		} catch (error) {
			if (!(error instanceof UnsupportedSource)) throw error;
			this.#write(source, false);
		}
		return false;
	}
	#isOpen() {
		return this.#written.some(({ isMissing }) => !isMissing);
	}
	#write(source, isMissing) {
		this.#written.push({
			text: this.#rewritten(source),
			isMissing
		});
	}
	#result(further) {
		const sources = [...this.#written.map(({ text }) => text), ...further];
		const { dollar, end, brackets, sources: original } = this.#variable;
		const originals = original.map((source) => source.text);
		if (sources.length === originals.length && sources.every((text, index) => text === originals[index])) return { kind: "keep" };
		const first = original[0]?.start ?? end;
		return {
			kind: "variable",
			text: `${this.#text.slice(dollar, first)}${sources.join(", ")}${brackets.close}`
		};
	}
	/** The text of a source with the SSM variables within it replaced. */
	#rewritten(source) {
		let written = "";
		let index = source.start;
		for (const nested of nestedVariables(source)) {
			const replacement = replaceVariable(nested, this.#text, this.#evaluator, this.#rewriting);
			if (replacement.kind === "keep") continue;
			written += this.#text.slice(index, nested.dollar);
			written += replacement.kind === "variable" ? replacement.text : safeText(replacement.node);
			index = nested.end;
		}
		return written + this.#text.slice(index, source.end);
	}
};
function safeText(node) {
	const text = scalarText(node);
	if (text !== void 0 && SAFE_IN_VARIABLE.test(text)) return text;
	throw new Refusal("unsafe_in_variable", "a value that goes into another variable contains more than letters, digits, \"_\", \".\", \"/\" and \"-\"", "Store a value of these characters, or move the parameter out of the other variable");
}
function scalarText(node) {
	switch (node.kind) {
		case "string": return node.value;
		case "number": return node.source;
		case "boolean": return String(node.value);
		case "array":
		case "object":
		case "null": return;
	}
}
function unsupportedChain(reason) {
	return new Refusal("unsupported_chain", `the variable cannot be rendered: ${reason}`, "Put the parameter first, or give it a property of its own and name that: self:custom.NAME");
}
function notFound(missing) {
	const names = missing.map(({ shown, region }) => `${shown} in ${region}`);
	return new Refusal("not_found", `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} not found`, "Create the parameter, or write a fallback: ${ssm:/name, 'text'}");
}
// build/src/rendering/attempt.js
/** Maps all items before it waits for one, so that what they need is fetched at once. */
function attemptAll(items, attempt) {
	const results = [];
	let pending;
	for (const item of items) try {
		results.push(attempt(item));
	} catch (error) {
		if (!(error instanceof Pending)) throw error;
		pending = error;
	}
	if (pending !== void 0) throw pending;
	return results;
}
// build/src/rendering/reference.js
/** References with equal keys are one request. */
function referenceKey({ name, region, withDecryption }) {
	return `${region} ${withDecryption ? "plain" : "encrypted"} ${name}`;
}
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;
const NAME = /^[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/;
const ARN = /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/;
const SUFFIX = /~(true|false|split)$/;
const SECRET = "/aws/reference/secretsmanager/";
/**
* Reads params and address of an `ssm` source.
*
* @param shown its name for people; absent where the address itself can be shown
* @param region of the reference where no param names one; asked for only then
* @throws Refusal where version 3 or AWS would refuse them
*/
function readSsm(params, address, shown, region) {
	const paramRegion = readRegion(params);
	const legacy = SUFFIX.exec(address)?.[1];
	const name = legacy === void 0 ? address : address.slice(0, -(legacy.length + 1));
	if (!NAME.test(name) && !ARN.test(name)) throw new Refusal("aws_error", `${shown ?? `ssm:${name}`} is no name of a parameter: AWS takes letters, digits, "_", ".", "-" and "/", then perhaps a version or a label`, "Write the name as Parameter Store shows it, such as /platform/staging/key");
	const withDecryption = !params.includes("noDecrypt") && legacy !== "false";
	if (!withDecryption && name.startsWith(SECRET)) throw new Refusal("aws_error", `${shown ?? `ssm:${name}`} cannot be read without decryption: AWS refuses that for secrets of Secrets Manager`, "Leave out \"noDecrypt\"");
	return {
		reference: {
			name,
			region: paramRegion ?? readDefault(region()),
			withDecryption,
			shown: shown ?? `ssm:${name}`
		},
		raw: params.includes("raw"),
		...legacy === void 0 ? {} : { legacy }
	};
}
function readDefault(region) {
	if (REGION.test(region)) return region;
	throw new Refusal("bad_param", "the region that holds for references without one is no name of a region", "Write provider.region, or opt.region in render-options, as AWS does: eu-west-1");
}
/** @throws Refusal where the params are more than a region and the two flags */
function readRegion(params) {
	const [region, ...others] = params.filter((param) => param !== "raw" && param !== "noDecrypt");
	if (others.length === 0 && (region === void 0 || REGION.test(region))) return region;
	throw new Refusal("bad_param", "the parentheses of ssm() take one region, \"raw\" and \"noDecrypt\", and nothing else", "Write ssm(eu-west-1, raw):/name");
}
/** What a stored value is in a configuration: version 3 reads a StringList as a list, JSON of a SecureString as an object. */
function readStored({ value, type }, reading) {
	const text = {
		kind: "string",
		value
	};
	if (reading.raw) return text;
	switch (type) {
		case "String": return text;
		case "StringList": return reading.legacy === void 0 || reading.legacy === "split" ? listOf(value) : text;
		case "SecureString": return isParsed(reading) ? objectIn(value) ?? text : text;
	}
}
function listOf(value) {
	return {
		kind: "array",
		items: value.split(",").map((item) => ({
			kind: "string",
			value: item
		}))
	};
}
/** Versions 1 and 2 parse the JSON of secrets only. */
function isParsed({ legacy, reference }) {
	return legacy === void 0 || legacy === "true" && reference.name.startsWith(SECRET);
}
function objectIn(value) {
	if (!value.startsWith("{")) return void 0;
	const result = (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.h)(value);
	return result.kind === "invalid" ? void 0 : withoutDuplicates(result.value);
}
/** Of members with one key the last holds, in the place of the first, as `JSON.parse` has it. */
function withoutDuplicates(node) {
	switch (node.kind) {
		case "object": return {
			kind: "object",
			members: [...new Map(node.members.map(({ key, value }) => [key, withoutDuplicates(value)]))].map(([key, value]) => ({
				key,
				value
			}))
		};
		case "array": return {
			kind: "array",
			items: node.items.map(withoutDuplicates)
		};
		case "string":
		case "number":
		case "boolean":
		case "null": return node;
	}
}
// build/src/rendering/parameter-reads.js
/** The parameters that one round of rendering asks for, and what came of it. */
var ParameterReads = class {
	/** What is to be fetched before more can be evaluated, in the order in which it was asked for. */
	needed = [];
	/** What was looked for and not found, in that order too. */
	missing = [];
	used = /* @__PURE__ */ new Map();
	/** The suffixes of versions 1 and 2 that were met. */
	legacySuffixes = /* @__PURE__ */ new Set();
	/** How often a fetched value was used: what is evaluated while this grows contains one. */
	count = 0;
	#lookup;
	constructor(lookup) {
		this.#lookup = lookup;
	}
	/**
	* @returns undefined where there is no such parameter
	* @throws Pending where it was not fetched yet; Refusal where it could not be read
	*/
	read(reading, isNested) {
		const { reference, legacy } = reading;
		if (legacy !== void 0) this.legacySuffixes.add(`~${legacy}`);
		const result = this.#lookup(reference);
		switch (result?.kind) {
			case void 0:
				this.needed.push({
					reference,
					isNested
				});
				throw new Pending();
			case "missing":
				this.missing.push(reference);
				return;
			case "failed": throw failure(reference, result);
			case "found": {
				this.count += 1;
				const stored = {
					value: result.value,
					type: result.type
				};
				this.used.set(referenceKey(reference), {
					reference,
					stored
				});
				return readStored(stored, reading);
			}
		}
	}
};
/** Whoever read it knows its name only, which is not told where fetched values are part of it. */
function failure({ name, shown, region }, { message, fix }) {
	if (shown === `ssm:${name}`) return new Refusal("aws_error", message, fix);
	return new Refusal("aws_error", `${shown} in ${region} could not be read`, "Allow the role to read it, or see whether it has this version or label. Its name is not shown, since other values are part of it");
}
// build/src/rendering/characters.js
/** The last of the dollar signs that begin at `index`. */
function lastDollar(text, index) {
	let last = index;
	while (text[last + 1] === "$") last += 1;
	return last;
}
/** What a sticky pattern finds at `index`. */
function matchAt(pattern, text, index) {
	pattern.lastIndex = index;
	return pattern.exec(text)?.[0];
}
/** Behind the spaces at `index`. */
function skipSpaces(text, index) {
	let end = index;
	while (text[end] === " ") end += 1;
	return end;
}
/** Behind the blanks of any kind at `index`. */
function skipWhitespace(text, index) {
	let end = index;
	while (/\s/.test(text[end] ?? "")) end += 1;
	return end;
}
// build/src/rendering/variable-fault.js
/** A variable that cannot be read, and the offset at which that was seen. */
var VariableFault = class extends Error {
	fault;
	at;
	constructor(at, fault) {
		super(fault.message);
		this.fault = fault;
		this.at = at;
	}
};
const UNTERMINATED = {
	code: "syntax",
	message: "the variable is not closed",
	fix: "Close it with the bracket that belongs to its first one"
};
const NESTED_TYPE = {
	code: "syntax",
	message: "what stands in the address of a variable is no variable",
	fix: "Name a source there, such as ${self:custom.stage}"
};
const EXPECTED_SOURCE = {
	code: "syntax",
	message: "a source or a literal is expected after the comma",
	fix: "Write a source (ssm:/name), a quoted text ('text'), a number, true, false or null, on one line"
};
const BRACED_SOURCE = {
	code: "syntax",
	message: "a fallback source is written without brackets of its own",
	fix: "Write self:name, not ${self:name}"
};
const LITERAL_IS_LAST = {
	code: "syntax",
	message: "nothing may follow a literal",
	fix: "Keep one literal, at the end"
};
const UNQUOTED = {
	code: "bad_literal",
	message: "a fallback that is a word needs quotes",
	fix: "Quote it: 'word'"
};
const BAD_STRING = {
	code: "bad_literal",
	message: "the text in double quotes is no JSON string",
	fix: "Use single quotes, or the escapes of JSON"
};
const BAD_PARAMS = {
	code: "syntax",
	message: "the list in parentheses is not closed",
	fix: "Write ssm(region, raw):/name"
};
const BAD_ADDRESS = {
	code: "syntax",
	message: "an address is expected here, or the end of the variable",
	fix: "Write type:address or type(params):address"
};
// build/src/rendering/variable.js
const CURLY = {
	open: "{",
	close: "}"
};
const ANGLE = {
	open: "<",
	close: ">"
};
const BRACKETS = {
	curly: CURLY,
	angle: ANGLE,
	doubleCurly: {
		open: "{{",
		close: "}}"
	}
};
/** The type of a variable's first source: a letter, then also dots and dashes. */
const FIRST_TYPE = /[a-z][A-Za-z0-9.-]*/y;
const WORD = /[A-Za-z0-9. -]+/y;
const FURTHER_TYPE = /^(?:[a-z][A-Za-z0-9]*|ssm\.[a-z0-9-]+)$/;
/**
* Reads one variable by the grammar of Serverless Framework 3 (`lib/configuration/variables/parse.js`), with its
* characters of no meaning: the one after a dollar sign that opens nothing is never looked at.
*
* @param start of the first dollar sign before the bracket
* @param dollar of the last of them
* @throws VariableFault
*/
function readVariable(text, start, dollar, brackets) {
	const typeStart = dollar + 1 + brackets.open.length;
	const type = matchAt(FIRST_TYPE, text, typeStart);
	const afterType = text[typeStart + (type?.length ?? 0)];
	if (type === void 0 || afterType !== ":" && afterType !== "(") throw new VariableFault(typeStart, afterType === void 0 ? UNTERMINATED : NESTED_TYPE);
	const sources = [readCall(text, typeStart, type, brackets)];
	for (;;) {
		const last = sources.at(-1);
		const index = skipAfter(text, last, typeStart);
		if (text.startsWith(brackets.close, index)) return {
			kind: "variable",
			start,
			dollar,
			end: index + brackets.close.length,
			brackets,
			sources
		};
		if (last?.kind === "literal") throw new VariableFault(index, afterLiteral(text, index));
		if (text[index] !== ",") throw new VariableFault(index, endOr(text, index, BAD_ADDRESS));
		sources.push(readFurtherSource(text, skipSpaces(text, index + 1), brackets));
	}
}
/** An address may end in any blanks; behind a literal only spaces are skipped. */
function skipAfter(text, source, start) {
	return (source?.kind === "literal" ? skipSpaces : skipWhitespace)(text, source?.end ?? start);
}
function readFurtherSource(text, start, brackets) {
	const first = text[start];
	if (first === "\"" || first === "'") {
		const end = skipString(text, start);
		const value = {
			kind: "string",
			value: stringAt(text, start, end)
		};
		return {
			kind: "literal",
			start,
			end,
			text: text.slice(start, end),
			value
		};
	}
	const word = matchAt(WORD, text, start);
	if (word === void 0) throw new VariableFault(start, endOr(text, start, first === "$" ? BRACED_SOURCE : EXPECTED_SOURCE));
	const end = start + word.length;
	if (text[end] === ":" || text[end] === "(") {
		if (!FURTHER_TYPE.test(word)) throw new VariableFault(start, EXPECTED_SOURCE);
		return readCall(text, start, word, brackets);
	}
	return readWord(text, start, word, brackets);
}
function readWord(text, start, word, brackets) {
	const literal = word.trim();
	const value = literalValue(literal);
	const after = start + word.length;
	if (text[after] === void 0) throw new VariableFault(after, UNTERMINATED);
	if (value === void 0) throw new VariableFault(start, UNQUOTED);
	if (!text.startsWith(brackets.close, after)) throw new VariableFault(after, afterLiteral(text, after));
	return {
		kind: "literal",
		start,
		end: start + literal.length,
		text: literal,
		value
	};
}
function literalValue(word) {
	if (word === "null") return { kind: "null" };
	if (word === "true" || word === "false") return {
		kind: "boolean",
		value: word === "true"
	};
	const number = Number(word);
	return Number.isFinite(number) ? {
		kind: "number",
		source: JSON.stringify(number)
	} : void 0;
}
/** Reads `type(params):address` whose type is known to be followed by a parenthesis or a colon. */
function readCall(text, start, type, brackets) {
	const params = [];
	const call = (end, address) => ({
		kind: "call",
		start,
		end,
		text: text.slice(start, end),
		type,
		params,
		...address === void 0 ? {} : { address }
	});
	let index = start + type.length;
	if (text[index] === "(") {
		index = readParams(text, index + 1, brackets, params);
		const colon = skipSpaces(text, index);
		if (text[colon] !== ":") return call(index);
		index = colon;
	}
	const addressStart = skipSpaces(text, index + 1);
	if (text[addressStart] === ":") throw new VariableFault(addressStart, BAD_ADDRESS);
	if (text[addressStart] === "," || text.startsWith(brackets.close, addressStart)) return call(index + 1);
	const address = readPhrase(text, addressStart, brackets, ",");
	return call(address.end, address);
}
function readParams(text, start, brackets, params) {
	let index = skipSpaces(text, start);
	while (text[index] !== ")") {
		if (text.startsWith(brackets.close, index)) throw new VariableFault(index, BAD_PARAMS);
		if (text[index] === ",") params.push({
			start: index,
			end: index,
			parts: [""]
		});
		else {
			const param = readPhrase(text, index, brackets, ",)");
			params.push(param);
			index = skipWhitespace(text, param.end);
			if (text[index] === ")") break;
			if (text[index] !== ",") throw new VariableFault(index, endOr(text, index, BAD_PARAMS));
		}
		index = skipSpaces(text, index + 1);
	}
	return index + 1;
}
/** Reads up to one of `ends` or, in an address, the bracket that closes the variable; none of them is consumed. */
function readPhrase(text, start, brackets, ends) {
	if (text[start] === "\"" || text[start] === "'") {
		const end = skipString(text, start);
		return {
			start,
			end,
			parts: [stringAt(text, start, end)]
		};
	}
	const isParam = ends.includes(")");
	const parts = [];
	let textStart = start;
	let index = start;
	for (;;) {
		const char = text[index];
		if (char === void 0) throw new VariableFault(index, isParam ? BAD_PARAMS : UNTERMINATED);
		const isClosed = text.startsWith(brackets.close, index);
		if (isClosed && isParam) throw new VariableFault(start, BAD_PARAMS);
		if (isClosed || ends.includes(char)) break;
		if (char !== "$") {
			index += 1;
			continue;
		}
		const dollar = lastDollar(text, index);
		const nested = nestedBrackets(text, dollar, brackets);
		if (nested === void 0) {
			index = dollar + 2;
			continue;
		}
		const variable = readVariable(text, index, dollar, nested);
		parts.push(text.slice(textStart, index), variable);
		index = variable.end;
		textStart = index;
	}
	parts.push(text.slice(textStart, index));
	return trimmed(text, start, index, parts);
}
/** In `$<…>` a variable may also be written with the brackets that its file has anyway. */
function nestedBrackets(text, dollar, outer) {
	return (outer === ANGLE ? [ANGLE, CURLY] : [outer]).find(({ open }) => text.startsWith(open, dollar + 1));
}
function trimmed(text, start, end, parts) {
	const whole = text.slice(start, end);
	const first = parts[0];
	if (typeof first === "string") parts[0] = first.trimStart();
	const last = parts.at(-1);
	if (typeof last === "string") parts[parts.length - 1] = last.trimEnd();
	return {
		start: start + whole.length - whole.trimStart().length,
		end: end - whole.length + whole.trimEnd().length,
		parts: parts.filter((part, index) => part !== "" || index === 0 && parts.length === 1)
	};
}
/** The end of a quoted text, behind its closing quote. */
function skipString(text, start) {
	const quote = text[start];
	for (let index = start + 1; index < text.length; index += 1) {
		if (text[index] === quote) return index + 1;
		if (text[index] === "\\" && quote === "\"") index += 1;
	}
	throw new VariableFault(text.length, UNTERMINATED);
}
function stringAt(text, start, end) {
	if (text[start] === "'") return text.slice(start + 1, end - 1);
	try {
		return String(JSON.parse(text.slice(start, end)));
	} catch {
		throw new VariableFault(start, BAD_STRING);
	}
}
function afterLiteral(text, index) {
	return endOr(text, index, text[index] === "," ? LITERAL_IS_LAST : EXPECTED_SOURCE);
}
function endOr(text, index, fault) {
	return index >= text.length ? UNTERMINATED : fault;
}
// build/src/rendering/scan.js
const SPECIAL = {
	"${ }": /[\\$}]/g,
	"${{ }}": /[\\$}]/g
};
const ANGLE_SSM = /<ssm[.:(]/y;
/**
* Takes a text apart as Serverless Framework 3 does (`lib/configuration/variables/parse.js`). `$<ssm:…>` is a variable
* with either delimiters. With `${{ }}`, what stands in `${ }` is text.
*/
function scan(text, delimiters) {
	const curly = delimiters === "${ }" ? BRACKETS.curly : BRACKETS.doubleCurly;
	const special = new RegExp(SPECIAL[delimiters]);
	const pieces = [];
	let textStart = 0;
	/** Foreign brackets that are open: within them a backslash means nothing. */
	let depth = 0;
	let index = 0;
	function add(piece, next) {
		if (textStart < piece.start) pieces.push({
			kind: "text",
			start: textStart,
			end: piece.start
		});
		pieces.push(piece);
		textStart = piece.end;
		index = next;
	}
	for (;;) {
		special.lastIndex = index;
		const found = special.exec(text);
		if (found === null) break;
		index = found.index;
		if (found[0] === "\\") {
			const run = depth === 0 ? backslashesAt(text, index, curly) : { next: index + 1 };
			if (run.piece === void 0) index = run.next;
			else add(run.piece, run.next);
			continue;
		}
		if (found[0] === "}") {
			const isClosing = depth > 0 && text.startsWith(curly.close, index);
			if (isClosing) depth -= 1;
			index += isClosing ? curly.close.length : 1;
			continue;
		}
		const opening = openingAt(text, index, curly);
		switch (opening.kind) {
			case "nothing":
				index = opening.next;
				break;
			case "foreign":
				depth += 1;
				index = opening.next;
				break;
			case "variable": {
				const piece = variableOrFault(text, index, opening.dollar, opening.brackets);
				add(piece, piece.end);
				break;
			}
		}
	}
	if (textStart < text.length) pieces.push({
		kind: "text",
		start: textStart,
		end: text.length
	});
	return pieces;
}
/** A run of backslashes counts when a single dollar sign and a bracket follow. */
function backslashesAt(text, start, curly) {
	let end = start;
	while (text[end] === "\\") end += 1;
	const isOdd = (end - start) % 2 === 1;
	const bracket = [curly.open, "<ssm"].find((open) => text.startsWith(`$${open}`, end));
	if (bracket === void 0) return { next: isOdd && text[end] === "$" ? end + 1 : end };
	const decoded = "\\".repeat(Math.floor((end - start) / 2));
	return isOdd ? {
		piece: {
			kind: "escape",
			start,
			end: end + 1,
			decoded: `${decoded}$`
		},
		next: end + 1 + bracket.length
	} : {
		piece: {
			kind: "backslashes",
			start,
			end,
			decoded
		},
		next: end
	};
}
function openingAt(text, start, curly) {
	const dollar = lastDollar(text, start);
	if (matchAt(ANGLE_SSM, text, dollar + 1) !== void 0) return {
		kind: "variable",
		dollar,
		brackets: BRACKETS.angle
	};
	if (!text.startsWith(curly.open, dollar + 1)) return {
		kind: "nothing",
		next: dollar + 2
	};
	const inside = dollar + 1 + curly.open.length;
	const type = matchAt(FIRST_TYPE, text, inside) ?? "";
	const after = inside + type.length;
	const isCall = type !== "" && (text[after] === ":" || text[after] === "(");
	if (isCall && !isDoubleColon(text, after)) return {
		kind: "variable",
		dollar,
		brackets: curly
	};
	if (isCall) return {
		kind: "foreign",
		next: text.indexOf(":", after + 1) + 1
	};
	if (text.startsWith(curly.close, after)) return {
		kind: "nothing",
		next: after + curly.close.length
	};
	return {
		kind: "foreign",
		next: text[after] === "$" ? after : after + 1
	};
}
/** `${AWS::Region}` in lower case. */
function isDoubleColon(text, colon) {
	let index = colon + 1;
	while (text[index] === " ") index += 1;
	return text[colon] === ":" && text[index] === ":";
}
function variableOrFault(text, start, dollar, brackets) {
	try {
		return readVariable(text, start, dollar, brackets);
	} catch (error) {
		if (!(error instanceof VariableFault)) throw error;
		return {
			kind: "fault",
			start,
			end: endOfFault(text, dollar, brackets, error.at),
			at: error.at,
			fault: error.fault
		};
	}
}
/** Behind the bracket that closes the first one, as far as an error in between lets that be known. */
function endOfFault(text, dollar, brackets, at) {
	let depth = 0;
	let index = dollar + 1;
	while (index < text.length) {
		const isOpen = text.startsWith(brackets.open, index);
		const isClose = text.startsWith(brackets.close, index);
		if (isOpen) depth += 1;
		if (isClose) depth -= 1;
		index += isOpen || isClose ? brackets.open.length : 1;
		if (isClose && depth <= 0 && index > at) return index;
	}
	return text.length;
}
// build/src/rendering/yaml-text.js
var import_dist = (0,_dist_js__WEBPACK_IMPORTED_MODULE_2__.t)();
/** Parses all documents; the tokens that nodes come from are kept. Duplicate keys are no fault here. */
function parseYaml(text) {
	const parsed = (0, import_dist.parseAllDocuments)(text, {
		keepSourceTokens: true,
		prettyErrors: false,
		logLevel: "silent",
		uniqueKeys: false
	});
	const documents = Array.isArray(parsed) ? parsed : [];
	return {
		documents,
		faults: documents.flatMap(({ errors }) => errors.map(({ pos, code }) => ({
			offset: pos[0],
			code
		})))
	};
}
// build/src/rendering/yaml-configuration.js
/**
* A YAML file as the framework loads it: aliases and merge keys followed, CloudFormation's short tags written out,
* variables still in their texts. Of several documents the first.
*
* @returns undefined where it is no YAML
*/
function readConfiguration(text) {
	const { documents, faults } = parseYaml(text);
	return faults.length > 0 ? void 0 : configurationOf(documents[0]);
}
/** The same of a document that is parsed already. */
function configurationOf(document) {
	if (document === void 0) return { kind: "null" };
	return new Conversion(document).node(document.contents);
}
/** Converts each node once, so that an alias is its anchor's very node. */
var Conversion = class {
	#document;
	#known = /* @__PURE__ */ new Map();
	constructor(document) {
		this.#document = document;
	}
	node(node) {
		if ((0, import_dist.isAlias)(node)) return this.node(node.resolve(this.#document));
		if (!(0, import_dist.isScalar)(node) && !(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return { kind: "null" };
		const known = this.#known.get(node);
		if (known !== void 0) return known;
		this.#known.set(node, { kind: "null" });
		const value = this.#tagged(node.tag, this.#content(node));
		this.#known.set(node, value);
		return value;
	}
	#content(node) {
		if ((0, import_dist.isMap)(node)) {
			const members = /* @__PURE__ */ new Map();
			this.#addMembers(node, members);
			return {
				kind: "object",
				members: [...members].map(([key, value]) => ({
					key,
					value
				}))
			};
		}
		if ((0, import_dist.isSeq)(node)) return {
			kind: "array",
			items: node.items.map((item) => this.node(item))
		};
		return (0, import_dist.isScalar)(node) ? scalarNode(node) : { kind: "null" };
	}
	#addMembers(map, members) {
		const merged = /* @__PURE__ */ new Map();
		for (const pair of map.items) {
			if (!(0, import_dist.isPair)(pair)) continue;
			if (isMergeKey(pair.key)) this.#merge(pair.value, merged);
			else if ((0, import_dist.isScalar)(pair.key)) members.set(String(pair.key.value), this.node(pair.value));
		}
		for (const [key, value] of merged) if (!members.has(key)) members.set(key, value);
	}
	#merge(value, merged) {
		const target = (0, import_dist.isAlias)(value) ? value.resolve(this.#document) : value;
		if ((0, import_dist.isSeq)(target)) {
			for (const item of target.items) this.#merge(item, merged);
			return;
		}
		const node = this.node(target);
		if (node.kind !== "object") return;
		for (const { key, value: member } of node.members) if (!merged.has(key)) merged.set(key, member);
	}
	#tagged(tag, value) {
		if (tag === void 0 || !/^![A-Za-z]/.test(tag)) return value;
		const name = tag.slice(1);
		return {
			kind: "object",
			members: [{
				key: ["Ref", "Condition"].includes(name) ? name : `Fn::${name}`,
				value
			}]
		};
	}
};
/** `<<`, which is a key like any other in quotes. */
function isMergeKey(key) {
	return (0, import_dist.isScalar)(key) && key.value === "<<" && key.type === "PLAIN";
}
function scalarNode({ value }) {
	switch (typeof value) {
		case "string": return {
			kind: "string",
			value
		};
		case "number": return {
			kind: "number",
			source: String(value)
		};
		case "boolean": return {
			kind: "boolean",
			value
		};
		default: return { kind: "null" };
	}
}
// build/src/rendering/sources.js
const DEFAULT_STAGE = "dev";
const DEFAULT_REGION = "us-east-1";
/** The sources of which the value can be known without the framework; `ssm` is read elsewhere. */
const SOURCES = /* @__PURE__ */ new Map([
	["opt", (call, { context }) => textNode(context.options.get(addressOf(call)))],
	["env", (call, { context }) => textNode(context.env(addressOf(call)))],
	["self", ({ address = "" }, evaluation) => evaluation.property(pathOf(address))],
	["param", (call, evaluation) => readParam(addressOf(call), evaluation)],
	["sls", readSls],
	["aws", readAws],
	["file", readFile],
	["strToBool", readBoolean]
]);
/**
* Reads a source other than `ssm`.
*
* @returns undefined where it has no value, so that the next source of its variable holds
* @throws Refusal where it is used wrongly; UnsupportedSource where only the framework knows it; Pending
*/
function readSource(call, evaluation) {
	const read = SOURCES.get(call.type);
	if (read === void 0) throw new UnsupportedSource(call.text);
	return read(call, evaluation);
}
/** `opt:stage`, else `provider.stage`, else `dev`. */
function stageOf(evaluation) {
	const option = evaluation.context.options.get("stage");
	if (option !== void 0 && option !== "") return option;
	const stage = evaluation.property(["provider", "stage"]);
	return stage === void 0 ? DEFAULT_STAGE : evaluation.textOf(stage);
}
/** `opt:region`, else `provider.region`, else `us-east-1`, which is a default of the configuration. */
function regionOf(evaluation) {
	const option = evaluation.context.options.get("region");
	if (option !== void 0 && option !== "") return option;
	const region = evaluation.property(["provider", "region"]);
	return region === void 0 ? DEFAULT_REGION : evaluation.textOf(region);
}
/** What the framework puts into the configuration where its author left it out. */
function defaultProperty(path, context) {
	const region = context.options.get("region") || DEFAULT_REGION;
	return textNode((/* @__PURE__ */ new Map([["provider.stage", DEFAULT_STAGE], ["provider.region", region]])).get(path.join(".")));
}
function readParam(name, evaluation) {
	const given = textNode(evaluation.context.params.get(name));
	if (given !== void 0) return given;
	const stage = stageOf(evaluation);
	const places = [
		["params", stage],
		["params", "default"],
		[
			"stages",
			stage,
			"params"
		],
		[
			"stages",
			"default",
			"params"
		]
	];
	for (const place of places) {
		const value = evaluation.property([...place, name]);
		if (value !== void 0) return value;
	}
}
function readSls(call, evaluation) {
	if (call.address !== "stage") throw new UnsupportedSource(call.text);
	return textNode(stageOf(evaluation));
}
function readAws(call, evaluation) {
	switch (call.address) {
		case "region": return textNode(regionOf(evaluation));
		case "accountId": {
			const id = evaluation.context.accountId();
			if (id === void 0) throw evaluation.needAccountId();
			return textNode(id);
		}
		default: throw new UnsupportedSource(call.text);
	}
}
function readFile(call, evaluation) {
	const path = normalize(call.params[0] ?? "");
	if (path === "") throw new Refusal("bad_param", "file() names no path", "Write file(./config.yml):key");
	if (!evaluation.files.has(path)) evaluation.files.set(path, loadFile(path, call.text, evaluation.context));
	const content = evaluation.files.get(path);
	return content && evaluation.navigate(content, pathOf(call.address ?? ""));
}
function loadFile(path, shown, context) {
	const extension = /\.[^./]*$/.exec(path)?.[0] ?? "";
	if (/^\.[cm]?[jt]s$/.test(extension)) throw new UnsupportedSource(shown);
	const answer = path.startsWith("/") ? { kind: "outside" } : context.readFile(path);
	switch (answer.kind) {
		case "missing": return;
		case "outside": throw unreadable(`${shown} lies outside of the workspace`);
		case "text": return parseFile(extension, shown, answer.text);
	}
}
function parseFile(extension, shown, text) {
	if (extension === ".yml" || extension === ".yaml") {
		const configuration = readConfiguration(text);
		if (configuration !== void 0) return configuration;
		throw unreadable(`the file of ${shown} is not valid YAML`);
	}
	if (extension === ".json" || extension === ".tfstate") {
		const result = (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.h)(text);
		if (result.kind !== "invalid") return result.value;
		throw unreadable(`the file of ${shown} is not valid JSON`);
	}
	return {
		kind: "string",
		value: text
	};
}
function unreadable(message) {
	return new Refusal("unresolvable_address", message, "Name a readable file of the workspace");
}
/** `./a/../b.yml` as `b.yml`; what leads out of the folder stays at the front. */
function normalize(path) {
	const parts = [];
	for (const part of path.split(/[/\\]/)) {
		if (part === "." || part === "" && parts.length > 0) continue;
		const last = parts.at(-1);
		if (part === ".." && last !== void 0 && last !== ".." && last !== "") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
function readBoolean({ params }) {
	const text = (params[0] ?? "").trim().toLowerCase();
	const value = ["true", "1"].includes(text);
	if (value || ["false", "0"].includes(text)) return {
		kind: "boolean",
		value
	};
	throw new Refusal("unresolvable_address", "strToBool() takes true, false, 1 or 0", "Give it one of these");
}
function addressOf({ type, address }) {
	if (address !== void 0 && address !== "") return address;
	throw new Refusal("missing_address", `${type}: names nothing`, `Write ${type}:NAME`);
}
function pathOf(address) {
	return address === "" ? [] : address.split(".");
}
function textNode(value) {
	return value === void 0 ? void 0 : {
		kind: "string",
		value
	};
}
// build/src/rendering/evaluator.js
/** A value of a value of a value …: version 3 gives up after as many rounds. */
const MOST_ROUNDS = 10;
/**
* Evaluates variables as Serverless Framework 3 does, as far as addresses need it: lazily, each property of the root
* configuration once. One evaluator serves one round of rendering. Its methods throw a Refusal where a variable cannot
* be evaluated and Pending where something must be fetched first, which is then in `reads.needed`.
*/
var Evaluator = class {
	context;
	files;
	reads;
	needsAccountId = false;
	#root;
	#delimiters;
	#resolved = /* @__PURE__ */ new Map();
	#resolving = /* @__PURE__ */ new Set();
	#nesting = 0;
	#isFindingRegion = false;
	#providerRegion;
	constructor(context, root, delimiters, lookup, files) {
		this.context = context;
		this.#root = root;
		this.#delimiters = delimiters;
		this.reads = new ParameterReads(lookup);
		this.files = files;
	}
	/**
	* The value of a variable's first source that has one, or undefined.
	*
	* @param isRaw whether a stored value is taken as it is, as with `ssm(raw)`
	*/
	variable(variable, isRaw = false, round = 0) {
		for (const source of variable.sources) {
			const value = this.source(source, isRaw, round);
			if (value !== void 0) return value;
		}
	}
	/** The value of one source: undefined where it has none. A literal null is a value. */
	source(source, isRaw = false, round = 0) {
		if (source.kind === "literal") return source.value;
		const readsBefore = this.reads.count;
		const { address: phrase, params: phrases } = source;
		const texts = this.#phrases(phrase === void 0 ? phrases : [...phrases, phrase], round);
		const params = texts.slice(0, phrases.length);
		const address = texts[phrases.length];
		const { type, text } = source;
		if (!isSsm(source)) return readSource({
			type,
			text,
			params,
			...address === void 0 ? {} : { address }
		}, this);
		if (address === void 0 || address === "") throw new Refusal("missing_address", "ssm: names no parameter", "Write ssm:/name");
		const reading = readSsm(params, address, this.reads.count > readsBefore ? text : void 0, () => legacyRegion(type) ?? this.#defaultRegion());
		return this.reads.read(isRaw ? {
			...reading,
			raw: true
		} : reading, this.#nesting > 0);
	}
	navigate(node, path) {
		let current = this.#resolve(node);
		for (const key of path) {
			const next = memberOf(current, key);
			if (next === void 0) return void 0;
			current = this.#resolve(next);
		}
		return current.kind === "null" ? void 0 : current;
	}
	property(path) {
		return this.navigate(this.#root, path) ?? defaultProperty(path, this.context);
	}
	textOf(node) {
		switch (node.kind) {
			case "string": return node.value;
			case "number": return String(Number(node.source));
			case "boolean": return String(node.value);
			case "array": return node.items.map((item) => this.textOf(this.#resolve(item))).join(",");
			case "object":
			case "null": throw new Refusal("non_string_address", "an address contains a value that is no text", "Name a text there, such as one key of the object");
		}
	}
	needAccountId() {
		this.needsAccountId = true;
		return new Pending();
	}
	/** Evaluates with the region that holds before `provider.region` is known. */
	withoutProviderRegion(evaluate) {
		const before = this.#isFindingRegion;
		this.#isFindingRegion = true;
		try {
			return evaluate();
		} finally {
			this.#isFindingRegion = before;
		}
	}
	/** Where a reference names no region: the option, else `provider.region`, else the run's. */
	#defaultRegion() {
		const option = this.context.options.get("region");
		const ofRun = this.context.region ?? "us-east-1";
		if (option !== void 0 && option !== "") return option;
		if (this.#isFindingRegion) return ofRun;
		this.#providerRegion ??= this.withoutProviderRegion(() => {
			const region = this.navigate(this.#root, ["provider", "region"]);
			return region === void 0 ? ofRun : this.textOf(region);
		});
		return this.#providerRegion;
	}
	#phrases(phrases, round) {
		this.#nesting += 1;
		try {
			return attemptAll(phrases, (phrase) => this.#phrase(phrase, round));
		} finally {
			this.#nesting -= 1;
		}
	}
	/** The text of a phrase: values of variables in it are evaluated on, then joined with what stands around them. */
	#phrase({ parts }, round) {
		return attemptAll(parts, (part) => {
			if (typeof part === "string") return part;
			const value = this.variable(part, false, round);
			if (value === void 0) throw missingInAddress(part);
			return this.textOf(this.#evaluated(value, round + 1));
		}).join("").trim();
	}
	/** A value without variables: of a node of the root configuration, or of what a variable in it gave. */
	#resolve(node) {
		if (node.kind !== "string" || !node.value.includes("$")) return node;
		const known = this.#resolved.get(node);
		if (known !== void 0) {
			if (known.isFetched) this.reads.count += 1;
			return known.value;
		}
		if (this.#resolving.has(node)) throw new Refusal("circular", "the address needs a property that needs the address", "Write one of the two without the other");
		this.#resolving.add(node);
		const readsBefore = this.reads.count;
		try {
			const value = this.#evaluated(node, 0);
			const isFetched = this.reads.count > readsBefore;
			if (!this.#isFindingRegion) this.#resolved.set(node, {
				value,
				isFetched
			});
			return value;
		} finally {
			this.#resolving.delete(node);
		}
	}
	#evaluated(node, round) {
		if (node.kind !== "string" || !node.value.includes("$")) return node;
		if (round > MOST_ROUNDS) throw new Refusal("circular", `a variable leads to a variable more than ${MOST_ROUNDS} times`, "Name the value itself");
		const text = node.value;
		const pieces = scan(text, this.#delimiters);
		const [only] = pieces;
		if (only?.kind === "variable" && pieces.length === 1) return this.#evaluated(this.#required(only, round), round + 1);
		return {
			kind: "string",
			value: attemptAll(pieces, (piece) => {
				switch (piece.kind) {
					case "text": return text.slice(piece.start, piece.end);
					case "escape":
					case "backslashes": return piece.decoded;
					case "fault": throw new Refusal(piece.fault.code, piece.fault.message, piece.fault.fix);
					case "variable": return this.textOf(this.#evaluated(this.#required(piece, round), round + 1));
				}
			}).join("")
		};
	}
	#required(variable, round) {
		const value = this.variable(variable, false, round);
		if (value === void 0) throw missingInAddress(variable);
		return value;
	}
};
function missingInAddress(variable) {
	const names = variable.sources.map((source) => source.kind === "call" ? source.type : "").join(", ");
	const isParameter = variable.sources.every(isSsm);
	return new Refusal(isParameter ? "not_found" : "unresolvable_address", isParameter ? "a parameter that an address needs is not found" : `an address needs a value that its sources (${names}) do not have`, "Give it a value, or write a fallback within the address: ${opt:stage, 'dev'}");
}
// build/src/rendering/hazard.js
/**
* Joins segments to a text in which the reader sees the template's variables and the values as they are.
*
* @throws Refusal (`hazard`) where it would see something else
*/
function joinSegments(segments, policy) {
	const merged = mergeValues(segments);
	if (policy.consumer === "none" || policy.dollar === "verbatim") return merged.map(({ text }) => text).join("");
	const text = (policy.dollar === "escape" ? merged.map(withEscapes) : merged).map((segment) => segment.text).join("");
	if (isReadByV3(text, merged, policy) && isReadByV4(text, merged, policy)) return text;
	throw new Refusal("hazard", "its value, put here, would be read by the framework as a variable or an escape", policy.dollar === "escape" ? "Version 3 has no spelling for it: store another value, or set dollar=verbatim in render-options" : "Store another value, or set in render-options dollar=verbatim (as the framework would do), dollar=escape with consumer=v3, or consumer=none");
}
/** A value as `joinSegments` writes it where nothing stands beside it, whether or not it is then read as it is. */
function spelledValue(value, policy) {
	return policy.consumer !== "none" && policy.dollar === "escape" ? withEscapes({
		kind: "value",
		text: value
	}, 0, []).text : value;
}
/** Values that stand side by side are one: the escapes of one depend on the other. */
function mergeValues(segments) {
	const merged = [];
	for (const segment of segments) {
		const last = merged.at(-1);
		if (segment.kind === "value" && last?.kind === "value") merged[merged.length - 1] = {
			kind: "value",
			text: last.text + segment.text
		};
		else if (segment.text !== "") merged.push(segment);
	}
	return merged;
}
/** The escapes of version 3: an odd run of backslashes makes `${` a text. */
function withEscapes(segment, index, segments) {
	if (segment.kind !== "value") return segment;
	const following = segments.slice(index + 1, index + 3).map(({ text }) => text).join("");
	let text = segment.text.replace(/(\\*)\$\{/g, (_, run) => `${run}${run}\\\${`);
	if (following.startsWith("{")) text = text.replace(/(\\*)\$$/, (_, run) => `${run}${run}\\$`);
	if (/^\\*\$\{/.test(following)) text = text.replace(/\\+$/, (run) => run + run);
	return {
		kind: "value",
		text
	};
}
function isReadByV3(text, segments, policy) {
	if (policy.consumer === "v4") return true;
	return describe(segments.map((segment) => ({
		kind: segment.kind === "variable" ? "variable" : "text",
		text: segment.kind === "text" ? segment.read : segment.text
	}))) === describe(foundByV3(text, policy.delimiters));
}
function foundByV3(text, delimiters) {
	return scan(text, delimiters).map((piece) => foundPiece(piece, text));
}
function foundPiece(piece, text) {
	const source = text.slice(piece.start, piece.end);
	switch (piece.kind) {
		case "text": return {
			kind: "text",
			text: source
		};
		case "escape":
		case "backslashes": return {
			kind: "text",
			text: piece.decoded
		};
		case "variable":
		case "fault": return {
			kind: "variable",
			text: source
		};
	}
}
/** A key that is equal for equal readings. */
function describe(found) {
	const parts = [];
	for (const { kind, text } of found) {
		const last = parts.at(-1);
		if (kind === "text" && last?.kind === "text") last.text += text;
		else if (text !== "") parts.push({
			kind,
			text
		});
	}
	return JSON.stringify(parts);
}
/**
* Version 4 has no escapes and finds variables by a pattern: none may come up that the template does not have. The
* pattern here is wider than its own, so that it errs on the side of a refusal.
*/
function isReadByV4(text, segments, policy) {
	if (policy.consumer === "v3") return true;
	const own = segments.map((segment) => segment.kind === "value" ? "\0" : segment.text).join("");
	return countForV4(text, policy.delimiters) === countForV4(own, policy.delimiters);
}
function countForV4(text, delimiters) {
	const last = text.lastIndexOf("}");
	const pattern = delimiters === "${ }" ? /\$\{\s*[a-z][\w.-]*\s*(?:\(|:(?!:))/g : /\$\{\{\s*[a-z][\w.-]*\s*[(:]/g;
	return [...text.matchAll(pattern)].filter(({ index }) => index < last).length;
}
// build/src/rendering/substitution.js
/**
* Puts the values into one text of a template.
*
* @param isPlainText whether the file has no structure: then a variable is never the whole of its text
* @throws Refusal, Pending
*/
function substitute(text, pieces, replacements, policy, isPlainText) {
	const [only] = pieces;
	const whole = pieces.length === 1 && only !== void 0 ? replacements.get(only) : void 0;
	if (whole?.kind === "value" && !isPlainText && isWhole(only, text)) return wholeValue(whole.node, text, policy);
	const segments = pieces.flatMap((piece, index) => segmentsOf(piece, text, replacements, policy, pieces[index + 1]));
	const joined = joinSegments(segments.map(({ segment }) => segment), policy);
	if (joined === text) return { kind: "same" };
	const plain = segments.map(({ segment }) => segment.text).join("");
	const edits = segments.flatMap(({ segment, start, end }) => segment.text === text.slice(start, end) ? [] : [{
		start,
		end,
		text: segment.text
	}]);
	return {
		kind: "text",
		text: joined,
		edits: plain === joined ? edits : []
	};
}
function isWhole(piece, text) {
	return piece?.kind === "variable" && piece.dollar === 0 && piece.end === text.length;
}
function wholeValue(node, text, policy) {
	const safe = withSafeTexts(node, policy);
	if (safe.kind !== "string") return {
		kind: "node",
		node: safe
	};
	return {
		kind: "text",
		text: safe.value,
		edits: [{
			start: 0,
			end: text.length,
			text: safe.value
		}]
	};
}
/** The framework scans every text within an object or a list on its own. */
function withSafeTexts(node, policy) {
	switch (node.kind) {
		case "string": return {
			kind: "string",
			value: literalText(node.value, policy)
		};
		case "array": return {
			kind: "array",
			items: node.items.map((item) => withSafeTexts(item, policy))
		};
		case "object": return {
			kind: "object",
			members: node.members.map(({ key, value }) => ({
				key,
				value: withSafeTexts(value, policy)
			}))
		};
		case "number":
		case "boolean":
		case "null": return node;
	}
}
/** A text that the reader takes for this value. */
function literalText(value, policy) {
	return joinSegments([{
		kind: "value",
		text: value
	}], policy);
}
function segmentsOf(piece, text, replacements, policy, next) {
	const { start, end } = piece;
	const source = text.slice(start, end);
	switch (piece.kind) {
		case "text": return [{
			start,
			end,
			segment: {
				kind: "text",
				text: source,
				read: source
			}
		}];
		case "escape": return [{
			start,
			end,
			segment: {
				kind: "text",
				text: source,
				read: piece.decoded
			}
		}];
		case "backslashes": {
			const isBeforeValue = next !== void 0 && replacements.get(next)?.kind === "value";
			const value = policy.consumer === "serverless" || policy.consumer === "v3" ? piece.decoded : source;
			return isBeforeValue ? [{
				start,
				end,
				segment: {
					kind: "value",
					text: value
				}
			}] : [{
				start,
				end,
				segment: {
					kind: "text",
					text: source,
					read: piece.decoded
				}
			}];
		}
		case "fault": return [{
			start,
			end,
			segment: {
				kind: "variable",
				text: source
			}
		}];
		case "variable": return variableSegments(piece, source, replacements.get(piece));
	}
}
function variableSegments({ start, dollar, end }, source, replacement) {
	if (replacement === void 0 || replacement.kind === "keep") return [{
		start,
		end,
		segment: {
			kind: "variable",
			text: source
		}
	}];
	const dollars = source.slice(0, dollar - start);
	if (replacement.kind === "variable") return [{
		start,
		end,
		segment: {
			kind: "variable",
			text: dollars + replacement.text
		}
	}];
	return [{
		start,
		end: dollar,
		segment: {
			kind: "value",
			text: dollars
		}
	}, {
		start: dollar,
		end,
		segment: {
			kind: "value",
			text: embeddedText(replacement.node)
		}
	}];
}
function embeddedText(node) {
	switch (node.kind) {
		case "string": return node.value;
		case "number": return node.source;
		case "boolean": return String(node.value);
		case "array": return node.items.map(embeddedText).join(",");
		case "object": throw notText("an object", "Read it as text with ssm(raw):/name, or let the variable be the whole value");
		case "null": throw notText("null", "Let the variable be the whole value, or give another fallback");
	}
}
function notText(kind, fix) {
	return new Refusal("non_string_in_string", `${kind} cannot be a part of a text`, fix);
}
/** How values are written into variables that the framework goes on with (section "fallback chains"). */
function rewritingFor(policy, isPlainText) {
	return {
		isReadOn: policy.consumer !== "none",
		isRaw: isPlainText,
		literal: (value) => {
			return `"${literalText(value, policy).replace(/[^A-Za-z0-9_./ -]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
		}
	};
}
// build/src/rendering/whole-variable.js
/**
* Where empty values leave nothing of a text but one variable, the framework no longer makes a text of it: a number, a
* list or an object stays one. That is refused, unless the variable is known to give a text.
*
* @param text of which a part was replaced, while another variable was left
* @throws Refusal, Pending
*/
function refuseWholeVariable(text, delimiters, evaluator) {
	const [variable, ...others] = scan(text, delimiters);
	if (variable?.kind !== "variable" || others.length > 0 || givesText(variable, evaluator)) return;
	throw new Refusal("hazard", "its value is empty, and the framework would not make a text of the variable that is left", "Store another value, or let the other variable stand alone");
}
function givesText(variable, evaluator) {
	try {
		const node = evaluator.variable(variable);
		return node === void 0 || node.kind === "string";
	} catch (error) {
		if (error instanceof Pending || !(error instanceof Refusal)) throw error;
		return !(error instanceof UnsupportedSource) || hasOnlyTexts(variable);
	}
}
function hasOnlyTexts({ sources }) {
	return sources.every((source) => source.kind === "call" || source.value.kind === "string");
}
// build/src/rendering/round.js
/** Renders as far as the lookup allows. */
function renderRound(template, lookup) {
	const round = new Round(template, lookup);
	for (const text of template.texts) round.renderText(text);
	return round.result();
}
var Round = class {
	#template;
	#evaluator;
	#policy;
	#changes = /* @__PURE__ */ new Map();
	#problems = [];
	#warnings = [];
	#requests = /* @__PURE__ */ new Map();
	#spellings = /* @__PURE__ */ new Set();
	#warnedSuffixes = /* @__PURE__ */ new Set();
	#isPending = false;
	constructor(template, lookup) {
		const { context, root, delimiters, files } = template;
		this.#template = template;
		this.#evaluator = new Evaluator(context, root, delimiters, lookup, files);
		this.#policy = {
			consumer: context.consumer,
			dollar: context.dollar,
			delimiters
		};
	}
	renderText({ slot, pieces }) {
		this.#warnOfBlanks(slot);
		const replacements = /* @__PURE__ */ new Map();
		const variables = pieces.filter((piece) => piece.kind === "variable");
		for (const variable of variables) {
			const replacement = this.#attempt(slot, () => [variable], () => this.#replace(slot, variable));
			if (replacement !== void 0) replacements.set(variable, replacement);
		}
		if (replacements.size < variables.length) return;
		const { isPlainText } = this.#template.document;
		const changed = variables.filter((variable) => replacements.get(variable)?.kind !== "keep");
		if (changed.length === 0) return;
		const change = (replaced) => substitute(slot.text, pieces, replaced, this.#policy, isPlainText);
		const culprits = () => culpritsOf(changed, replacements, change);
		this.#attempt(slot, culprits, () => {
			const result = change(replacements);
			if (result.kind === "text" && pieces.length > 1) this.#refuseWhole(result.text);
			this.#note(slot, result);
			for (const replacement of replacements.values()) this.#noteSpellings(replacement);
		});
	}
	result() {
		const problems = this.#problems;
		const evaluator = this.#evaluator;
		const warnings = this.#warnings;
		if (this.#isPending) return {
			kind: "needs",
			references: [...this.#requests.values()],
			needsAccountId: evaluator.needsAccountId,
			problems
		};
		if (problems.length > 0) return {
			kind: "problems",
			problems
		};
		return {
			kind: "rendered",
			text: this.#template.document.write(this.#changes),
			used: [...evaluator.reads.used.values()],
			spellings: [...this.#spellings],
			warnings
		};
	}
	#replace(slot, variable) {
		const { context, document } = this.#template;
		this.#evaluator.reads.legacySuffixes.clear();
		const rewriting = rewritingFor(this.#policy, document.isPlainText);
		const replace = () => replaceVariable(variable, slot.text, this.#evaluator, rewriting);
		const replacement = context.root === void 0 && slot.path.join(".") === "provider.region" ? this.#evaluator.withoutProviderRegion(replace) : replace();
		this.#warnOfSuffix(slot, variable);
		return replacement;
	}
	/** Notes why something could not be done, with the variables that are to blame. */
	#attempt(slot, variables, action) {
		const neededBefore = this.#evaluator.reads.needed.length;
		try {
			return action();
		} catch (error) {
			if (error instanceof Pending) {
				this.#isPending = true;
				this.#request(slot, variables(), neededBefore);
			} else if (error instanceof Refusal) this.#problem(slot, variables(), error);
			else throw error;
			return;
		}
	}
	#request(slot, variables, neededBefore) {
		const [variable] = variables;
		if (variable === void 0) return;
		const place = this.#template.placeOf(slot, variable.dollar);
		for (const { reference, isNested } of this.#evaluator.reads.needed.slice(neededBefore)) {
			const key = referenceKey(reference);
			const known = this.#requests.get(key);
			const isOptional = !isNested && variable.sources.length > 1;
			this.#requests.set(key, {
				reference,
				places: [...known?.places ?? [], place],
				isOptional: isOptional && known?.isOptional !== false
			});
		}
	}
	#problem(slot, variables, refusal) {
		const texts = variables.map(({ dollar, end }) => slot.text.slice(dollar, end));
		const { code, message, fix } = refusal;
		const place = this.#template.placeOf(slot, variables[0]?.dollar ?? 0);
		this.#problems.push({
			code,
			...place,
			message: `${texts.join(" and ")}: ${message}`,
			fix
		});
	}
	#refuseWhole(text) {
		const { consumer, delimiters } = this.#policy;
		if (consumer !== "none") refuseWholeVariable(text, delimiters, this.#evaluator);
	}
	#note(slot, change) {
		if (change.kind === "same") return;
		const reason = this.#template.document.refuses(slot, change);
		if (reason !== void 0) throw new Refusal("non_string_in_string", reason, "Remove the tag, or read a text: ssm(raw):/name");
		this.#changes.set(slot, change);
	}
	#noteSpellings(replacement) {
		if (replacement.kind !== "value") return;
		for (const { text } of (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.m)(replacement.node)) {
			const spelling = this.#template.document.spelling(spelledValue(text, this.#policy));
			if (spelling !== text) this.#spellings.add(spelling);
		}
	}
	#warnOfSuffix(slot, { dollar }) {
		const { legacySuffixes } = this.#evaluator.reads;
		for (const suffix of legacySuffixes) {
			if (this.#warnedSuffixes.has(suffix)) continue;
			this.#warnedSuffixes.add(suffix);
			this.#warnings.push({
				...this.#template.placeOf(slot, dollar),
				message: `the suffix ${suffix} is read as in version 1 of the framework; versions 3 and 4 take it for a part of the name`,
				fix: "Leave it out: versions 3 and 4 decrypt and split by themselves"
			});
		}
	}
	#warnOfBlanks(slot) {
		const index = slot.text.search(/\$\{+\s+ssm[.:(]/);
		if (index === -1) return;
		this.#warnings.push({
			...this.#template.placeOf(slot, index),
			message: "a variable with a blank behind its bracket is left alone, as version 3 of the framework does",
			fix: "Write ${ssm:/name}"
		});
	}
};
const HARMLESS = {
	kind: "value",
	node: {
		kind: "string",
		value: "x"
	}
};
/** The variables without whose values the text could be changed; all where it takes more than one. */
function culpritsOf(variables, replacements, change) {
	const culprits = variables.filter((variable) => {
		try {
			return change(new Map(replacements).set(variable, HARMLESS)) !== void 0;
		} catch {
			return false;
		}
	});
	return culprits.length > 0 ? culprits : variables;
}
// build/src/rendering/syntax.js
const MENTIONS_SSM = /ssm[.:(]/;
/** What is wrong in a piece of a text, before anything is looked up. */
function refusalsOf(piece, text) {
	switch (piece.kind) {
		case "text":
		case "escape":
		case "backslashes": return [];
		case "fault": {
			const isOurs = MENTIONS_SSM.test(text.slice(piece.start, piece.end));
			const { code, message, fix } = piece.fault;
			return isOurs ? [new Refusal(code, message, fix)] : [];
		}
		case "variable": return piece.sources.flatMap(refusalsInSource);
	}
}
function refusalsInSource(source) {
	const nested = nestedVariables(source).flatMap(({ sources }) => sources.flatMap(refusalsInSource));
	if (!isSsm(source)) return nested;
	if (source.address === void 0 || source.address.parts.join("") === "") return [...nested, new Refusal("missing_address", "ssm: names no parameter", "Write ssm:/name")];
	const params = source.params.map(({ parts }) => parts);
	return params.every((parts) => parts.every((part) => typeof part === "string")) ? [...nested, ...refusedParams(params.map((parts) => parts.join("")))] : nested;
}
function refusedParams(params) {
	try {
		readRegion(params);
		return [];
	} catch (error) {
		if (error instanceof Refusal) return [error];
		throw error;
	}
}
// build/src/rendering/text-document.js
/** A file without a structure that is known: the whole of it is one text. */
function openText(text) {
	const slot = {
		text,
		path: [],
		offsetOf: (index) => index
	};
	return {
		kind: "document",
		document: {
			slots: [slot],
			isPlainText: true,
			configuration: { kind: "null" },
			refuses: () => void 0,
			spelling: (value) => value,
			write: (changes) => {
				const change = changes.get(slot);
				const node = change && changedNode(change);
				return node?.kind === "string" ? node.value : text;
			}
		}
	};
}
// build/src/rendering/yaml-scalar.js
const ESCAPES = /* @__PURE__ */ new Map([
	["\\", "\\\\"],
	["\"", "\\\""],
	["\n", "\\n"],
	["\r", "\\r"],
	["	", "\\t"]
]);
const UNPRINTABLE = /["\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** A text as a double-quoted scalar on one line, which YAML 1.1 and 1.2 read alike in every place. */
function doubleQuoted(text) {
	return `"${escapedText(text)}"`;
}
/** The same without the quotes. */
function escapedText(text) {
	return text.replace(UNPRINTABLE, (unit) => ESCAPES.get(unit) ?? numericEscape(unit));
}
/** Whether a text can stand in a block scalar as it is, its line breaks aside. */
function isPrintable(text) {
	return escapedText(text).replaceAll("\\\\", "\\").replaceAll("\\\"", "\"") === text;
}
function numericEscape(unit) {
	const code = unit.charCodeAt(0).toString(16);
	return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
}
/** A value in flow style, with every text and key in quotes. */
function flowText(node) {
	switch (node.kind) {
		case "string": return doubleQuoted(node.value);
		case "array": return `[${node.items.map(flowText).join(", ")}]`;
		case "object": return `{${node.members.map(({ key, value }) => `${doubleQuoted(key)}: ${flowText(value)}`).join(", ")}}`;
		case "number": return numberText(node.source);
		case "boolean": return String(node.value);
		case "null": return "null";
	}
}
/** A YAML 1.1 reader takes an exponent for one only behind a dot, and with a sign. */
function numberText(source) {
	return source.replace(/^(-?\d+)(\.\d+)?[eE]([+-]?)(\d+)$/, (_, integer, fraction = ".0", sign, exponent) => `${integer}${fraction}e${sign === "" ? "+" : sign}${exponent}`);
}
// build/src/rendering/yaml-block.js
/**
* Edits the text of a literal (`|`) or folded (`>`) scalar in place, so that its lines stay lines.
*
* @param cooked the scalar's text as it is read
* @param edits parts of it, in order
* @returns the lines below the header, or undefined where the edits need another style: values with line breaks or
*   control characters, at the beginning of a line with a blank, or that leave a line empty
*/
function editBlock(token, cooked, edits) {
	const { source } = token;
	if (dollarCount(cooked) !== dollarCount(source)) return void 0;
	let result = "";
	let index = 0;
	for (const edit of edits) {
		const start = findEdit(source, cooked, edit);
		if (start === void 0 || start < index || !isPrintable(edit.text)) return void 0;
		result += source.slice(index, start) + edit.text;
		index = start + edit.end - edit.start;
	}
	result += source.slice(index);
	return keepsLines(source, result, edits) ? result : void 0;
}
/** The part of the source that an edit's part of the text comes from: both contain the same dollar signs. */
function findEdit(source, cooked, edit) {
	const part = cooked.slice(edit.start, edit.end);
	const inPart = part.indexOf("$");
	if (inPart === -1) return void 0;
	const start = nthDollar(source, dollarCount(cooked.slice(0, edit.start))) - inPart;
	return source.startsWith(part, start) ? start : void 0;
}
/** Lines with a change must neither become empty nor begin or end with other blanks than before. */
function keepsLines(before, after, edits) {
	if (edits.some(({ text }) => /[\n\r]/.test(text))) return false;
	const changed = after.split("\n");
	return before.split("\n").every((line, index) => {
		const other = changed[index];
		return other === line || other !== void 0 && blanks(other) === blanks(line);
	});
}
/** The blanks around a line; of one without indentation a text that no changed line has. */
function blanks(line) {
	const [, leading = "", trailing = ""] = /^([ \t]*)(?:.*?[^ \t\r])?([ \t\r]*)$/s.exec(line) ?? [];
	const isContent = leading.length + trailing.length < line.length;
	return leading === "" || !isContent ? line : `${leading}|${trailing}`;
}
// build/src/rendering/yaml-comparison.js
/**
* Whether documents are those of before, in every node, tag and anchor, but for the scalars that were to change and
* did.
*/
function sameDocuments(before, after, intended) {
	return before.length === after.length && before.every((document, index) => same(document.contents, after[index]?.contents, intended));
}
function same(before, after, intended) {
	if ((0, import_dist.isAlias)(before)) return (0, import_dist.isAlias)(after) && before.source === after.source;
	if ((0, import_dist.isPair)(before)) return (0, import_dist.isPair)(after) && same(before.key, after.key, intended) && same(before.value, after.value, intended);
	if ((0, import_dist.isScalar)(before)) return sameScalar(before, after, intended);
	if ((0, import_dist.isSeq)(before)) return (0, import_dist.isSeq)(after) && sameProperties(before, after) && sameItems(before, after, intended);
	if ((0, import_dist.isMap)(before)) return (0, import_dist.isMap)(after) && sameProperties(before, after) && sameItems(before, after, intended);
	return before === after;
}
function sameItems(before, after, intended) {
	return before.items.length === after.items.length && before.items.every((item, index) => same(item, after.items[index], intended));
}
function sameScalar(before, after, intended) {
	const node = intended.get(before);
	if (node === void 0) return (0, import_dist.isScalar)(after) && sameProperties(before, after) && sameValue(before, after);
	const read = nodeOf(after);
	return read !== void 0 && hasProperties(after, before) && sameNode(node, read);
}
/** Bytes and times are read to an object each time. */
function sameValue(before, after) {
	return Object.is(before.value, after.value) || typeof before.value === "object" && before.source === after.source;
}
function sameProperties(before, after) {
	return before.tag === after.tag && before.anchor === after.anchor;
}
function hasProperties(node, properties) {
	return ((0, import_dist.isScalar)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isMap)(node)) && sameProperties(properties, node);
}
/** A node that was written by `flowText` or `doubleQuoted`. */
function nodeOf(node) {
	if ((0, import_dist.isSeq)(node)) {
		const items = node.items.map(nodeOf);
		return items.every((item) => item !== void 0) ? {
			kind: "array",
			items
		} : void 0;
	}
	if ((0, import_dist.isMap)(node)) {
		const members = node.items.map(({ key, value }) => ({
			key: (0, import_dist.isScalar)(key) && typeof key.value === "string" ? key.value : void 0,
			value: nodeOf(value)
		}));
		const read = members.filter((member) => member.key !== void 0 && member.value !== void 0);
		return read.length === members.length ? {
			kind: "object",
			members: read
		} : void 0;
	}
	if (!(0, import_dist.isScalar)(node)) return void 0;
	const { value } = node;
	if (typeof value === "string") return {
		kind: "string",
		value
	};
	if (typeof value === "number") return {
		kind: "number",
		source: String(value)
	};
	if (typeof value === "boolean") return {
		kind: "boolean",
		value
	};
	return value === null ? { kind: "null" } : void 0;
}
// build/src/rendering/yaml-document.js
/**
* A YAML file of one or more documents: every scalar that is a text and no key is a slot.
*
* @param isStrict whether what the framework refuses is a fault: keys that a mapping has twice, a merge of a text
*/
function openYaml(text, isStrict) {
	const { documents, faults } = parseYaml(text);
	if (faults.length > 0) return {
		kind: "faults",
		faults: firstOfLines(faults, text)
	};
	const walk = new Walk(text, isStrict);
	for (const document of documents) walk.visit(document.contents, []);
	if (walk.faults.length > 0) return {
		kind: "faults",
		faults: walk.faults
	};
	const { slots } = walk;
	return {
		kind: "document",
		document: {
			slots,
			isPlainText: false,
			configuration: configurationOf(documents[0]),
			refuses,
			spelling: escapedText,
			write: (changes) => {
				const result = spliced(text, splicesOf(text, slots, changes));
				const intended = new Map(slots.flatMap((slot) => {
					const change = changes.get(slot);
					return change === void 0 ? [] : [[slot.scalar, changedNode(underTag(slot, change))]];
				}));
				const after = parseYaml(result);
				if (after.faults.length > 0 || !sameDocuments(documents, after.documents, intended)) throw readsBackWrong();
				return result;
			}
		}
	};
}
/** Collects the slots in the order of the file. */
var Walk = class {
	slots = [];
	faults = [];
	#text;
	#isStrict;
	constructor(text, isStrict) {
		this.#text = text;
		this.#isStrict = isStrict;
	}
	visit(node, path) {
		if ((0, import_dist.isAlias)(node)) return;
		if ((0, import_dist.isPair)(node)) this.visit(node.value, path);
		else if ((0, import_dist.isSeq)(node)) for (const [index, item] of node.items.entries()) this.visit(item, [...path, String(index)]);
		else if ((0, import_dist.isMap)(node)) this.#visitMap(node, path);
		else if ((0, import_dist.isScalar)(node) && typeof node.value === "string") this.#addSlot(node, node.value, path);
	}
	#visitMap(map, path) {
		const keys = /* @__PURE__ */ new Set();
		for (const { key, value } of map.items) {
			const name = (0, import_dist.isScalar)(key) ? String(key.value) : "?";
			const isMerge = isMergeKey(key);
			if ((0, import_dist.isScalar)(key) && !isMerge) {
				if (keys.has(name)) this.#refuse(key, "a mapping has this key twice");
				keys.add(name);
			}
			if (isMerge && (0, import_dist.isScalar)(value)) this.#refuse(value, "only mappings can be merged with <<, and this is a text when the file is loaded");
			this.visit(value, [...path, name]);
		}
	}
	#refuse({ range }, message) {
		if (!this.#isStrict) return;
		this.faults.push({
			code: "yaml_syntax",
			offset: range?.[0] ?? 0,
			message,
			fix: "Mend the file: the framework cannot load it"
		});
	}
	#addSlot(scalar, text, path) {
		const file = this.#text;
		const [start, end] = scalar.range;
		const token = scalar.srcToken;
		const from = token?.type === "block-scalar" ? end - token.source.length : start;
		this.slots.push({
			scalar,
			text,
			path,
			offsetOf: (index) => dollarOffset(text, index, file.slice(from, end), from)
		});
	}
};
const TEXT_TAG = "tag:yaml.org,2002:str";
/** A tag decides how its scalar is read, in place of the quotes. */
function refuses({ scalar: { tag } }, change) {
	if (tag === void 0) return void 0;
	const { kind } = changedNode(change);
	if (tag.startsWith("tag:yaml.org")) return tag === TEXT_TAG && kind === "string" ? void 0 : "its tag makes something else of it";
	return kind === "null" ? "null under a tag would be read as a text" : void 0;
}
/** Under a tag of CloudFormation a number is read as its text. */
function underTag({ scalar }, change) {
	const node = changedNode(change);
	const isTagged = scalar.tag !== void 0;
	if (isTagged && node.kind === "number") return {
		kind: "text",
		text: node.source,
		edits: []
	};
	if (isTagged && node.kind === "boolean") return {
		kind: "text",
		text: String(node.value),
		edits: []
	};
	return change;
}
function splicesOf(text, slots, changes) {
	return slots.flatMap((slot) => {
		const change = changes.get(slot);
		return change === void 0 ? [] : [spliceOf(text, slot, underTag(slot, change))];
	});
}
function spliceOf(text, { scalar, text: cooked }, change) {
	const [start, end] = scalar.range;
	const token = scalar.srcToken;
	const written = change.kind === "text" ? doubleQuoted(change.text) : flowText(change.node);
	if (token?.type !== "block-scalar") return {
		start,
		end,
		text: written
	};
	const bodyStart = end - token.source.length;
	if (change.kind === "text" && change.edits.length > 0) {
		const body = editBlock(token, cooked, change.edits);
		if (body !== void 0) return {
			start: bodyStart,
			end,
			text: body
		};
	}
	return {
		start,
		end: start + lengthOfContent(text.slice(start, end)),
		text: written + comment(token)
	};
}
/** Without the line breaks at the end, which stay in the file. */
function lengthOfContent(block) {
	return block.replace(/(?:\r?\n[ \t]*)+$/, "").length;
}
/** The comment behind `|` or `>`, with the blanks before it. */
function comment({ props }) {
	const index = props.findIndex(({ type }) => type === "comment");
	if (index === -1) return "";
	return props.map((prop) => "source" in prop ? prop.source : "").slice(index - 1, index + 1).join("");
}
/** What follows an error on its line comes from that error. */
function firstOfLines(faults, text) {
	const lines = /* @__PURE__ */ new Map();
	for (const fault of faults) {
		const lineStart = text.lastIndexOf("\n", fault.offset - 1);
		if (!lines.has(lineStart)) lines.set(lineStart, fault);
	}
	return [...lines.values()].map((fault) => explain(fault, text));
}
function explain({ offset, code }, text) {
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const [line = ""] = text.slice(lineStart).split("\n", 1);
	const isUnquoted = /\$\{+\s*[a-z]/.test(line);
	return {
		code: "yaml_syntax",
		offset,
		message: `this is not valid YAML (${code})`,
		fix: isUnquoted ? "Put quotes around the variable: within [ ] and { }, and where it contains \": \" or \" #\", YAML reads the brackets itself" : "Mend the file"
	};
}
// build/src/rendering/template.js
/** The format of a file by its name. */
function templateFormat(path) {
	const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
	if (extension === ".yml" || extension === ".yaml") return "yaml";
	return extension === ".json" ? "json" : "text";
}
/** Parses a template and finds all that is wrong with its syntax. */
function openTemplate(text, format, context) {
	const positions = new Positions(text);
	const refuse = (fault, offset = 0) => ({
		kind: "problems",
		problems: [{
			...positions.at(offset),
			...fault
		}]
	});
	if (context.dollar === "escape" && context.consumer !== "v3" && context.consumer !== "none") return refuse({
		code: "option",
		message: "dollar=escape writes escapes that only version 3 of the framework reads",
		fix: "Set consumer=v3 in render-options too, or another dollar"
	});
	const opened = openDocument(text, format, context);
	if (opened.kind === "faults") return {
		kind: "problems",
		problems: opened.faults.map(({ offset, ...fault }) => ({
			...positions.at(offset),
			...fault
		}))
	};
	const root = rootOf$1(opened.document, context);
	if (root === void 0) return refuse({
		code: "yaml_syntax",
		message: "the root file of this one is not valid YAML",
		fix: "Mend the root file, or name another with root= in render-options"
	});
	const delimiters = context.delimiters ?? declaredDelimiters(root);
	if (delimiters === "unknown") return refuse({
		code: "option",
		message: "provider.variableSyntax of the root file is none of the forms that are known",
		fix: "Name the delimiters in render-options: delimiters=${ } or delimiters=${{ }}"
	});
	return withTexts(opened.document, positions, {
		context,
		root,
		delimiters
	});
}
function withTexts(document, positions, reading) {
	const placeOf = (slot, index) => ({
		...positions.at(slot.offsetOf(index)),
		...slot.path.length === 0 ? {} : { property: slot.path.join(".") }
	});
	const texts = document.slots.filter(({ text }) => text.includes("ssm") && text.includes("$")).map((slot) => ({
		slot,
		pieces: scan(slot.text, reading.delimiters)
	}));
	const problems = texts.flatMap(({ slot, pieces }) => pieces.flatMap((piece) => syntaxProblems(piece, slot, placeOf)));
	if (problems.length > 0) return {
		kind: "problems",
		problems
	};
	const files = /* @__PURE__ */ new Map();
	return {
		kind: "template",
		template: { render: (lookup) => renderRound({
			document,
			texts,
			placeOf,
			files,
			...reading
		}, lookup) }
	};
}
function syntaxProblems(piece, slot, placeOf) {
	return refusalsOf(piece, slot.text).map(({ code, message, fix }) => {
		const variable = slot.text.slice(piece.start, piece.end);
		return {
			code,
			...placeOf(slot, piece.start),
			message: `${variable}: ${message}`,
			fix
		};
	});
}
function openDocument(text, format, context) {
	switch (format) {
		case "yaml": return openYaml(text, context.consumer !== "none");
		case "json": return openJson(text);
		case "text": return openText(text);
	}
}
function rootOf$1(document, { root }) {
	return root === void 0 ? document.configuration : readConfiguration(root);
}
// build/src/templates/open-templates.js
const NOT_OPENED = {
	missing: (file) => `there is no file ${file} with text in UTF-8`,
	outside: (file) => `${file} lies outside of the workspace, or behind a symbolic link`
};
const ROOT_NAMES = [
	"serverless.yml",
	"serverless.yaml",
	"serverless.json"
];
/** Reads the templates and their root files, and finds all that is wrong with them before anything is fetched. */
function openTemplates(requests, context, files) {
	const problems = [];
	return {
		templates: requests.flatMap((request) => {
			const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.relative)(context.workspace, request.path);
			const answer = readInside(request.path, context.workspace, files);
			if (answer.kind !== "text") {
				problems.push({
					place: request.place,
					message: NOT_OPENED[answer.kind](shown),
					fix: "Name a file of the repository, and check it out before this step"
				});
				return [];
			}
			const root = findRoot(request, context, files);
			if (root.kind === "problem") {
				problems.push(root.problem);
				return [];
			}
			const opened = openTemplate(answer.text, templateFormat(request.path), renderContext(context, root.folder, root.text, files));
			if (opened.kind === "template") return [{
				request,
				shown,
				template: opened.template
			}];
			problems.push(...opened.problems.map((problem) => placed(problem, shown)));
			return [];
		}),
		problems
	};
}
/** A template's problem where people look for it. */
function placed({ line, column, message, fix }, file) {
	return {
		place: {
			file,
			line,
			column
		},
		message,
		fix
	};
}
/** The file whose variables an included one reads: named by `root`, or the `serverless.yml` in the nearest folder upward. */
function findRoot({ path }, { workspace, options: { root, consumer } }, files) {
	if (root !== void 0) {
		const rootPath = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(workspace, root.text);
		const answer = readInside(rootPath, workspace, files);
		if (answer.kind === "text") return rootOf(path, rootPath, answer.text);
		return {
			kind: "problem",
			problem: {
				place: root.place,
				message: `there is no file ${root.text} in the workspace`,
				fix: "Name the serverless.yml that includes the template"
			}
		};
	}
	if (consumer !== "none" && !ROOT_NAMES.includes((0,node_path__WEBPACK_IMPORTED_MODULE_5__.basename)(path))) for (let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.dirname)(path); folder.startsWith(workspace); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.dirname)(folder)) for (const name of ROOT_NAMES) {
		const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, name);
		const answer = readInside(candidate, workspace, files);
		if (answer.kind === "text") return rootOf(path, candidate, answer.text);
	}
	return {
		kind: "root",
		folder: (0,node_path__WEBPACK_IMPORTED_MODULE_5__.dirname)(path)
	};
}
function rootOf(path, rootPath, text) {
	const root = {
		kind: "root",
		folder: (0,node_path__WEBPACK_IMPORTED_MODULE_5__.dirname)(rootPath)
	};
	return path === rootPath ? root : {
		...root,
		text
	};
}
function renderContext({ workspace, options, variables, region, accountId }, folder, root, files) {
	return {
		options: options.options,
		params: options.params,
		env: (name) => variables[name],
		readFile: (path) => readInside((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, path), workspace, files),
		accountId,
		consumer: options.consumer,
		dollar: options.dollar,
		...root === void 0 ? {} : { root },
		...region === void 0 ? {} : { region },
		...options.delimiters === void 0 ? {} : { delimiters: options.delimiters }
	};
}
function readInside(path, workspace, files) {
	const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.relative)(workspace, path);
	if (inside === "" || inside.split(node_path__WEBPACK_IMPORTED_MODULE_5__.sep)[0] === "..") return { kind: "outside" };
	if ((0,_filesystem_js__WEBPACK_IMPORTED_MODULE_0__.i)(path, workspace, files) !== void 0) return { kind: "outside" };
	if (files.kindOf(path) !== "file") return { kind: "missing" };
	try {
		const bytes = files.read(path);
		return (0,node_buffer__WEBPACK_IMPORTED_MODULE_4__.isUtf8)(bytes) ? {
			kind: "text",
			text: Buffer.from(bytes).toString("utf8")
		} : { kind: "missing" };
	} catch {
		return { kind: "missing" };
	}
}
// build/src/templates/references.js
/** A reference of a template as a source; undefined for a name that AWS would refuse. */
function sourceOf({ name, region, withDecryption }) {
	const parsed = (0,_mappings_js__WEBPACK_IMPORTED_MODULE_3__.s)(`ssm:${name}`, region);
	if (parsed.kind !== "source" || parsed.requested.source.kind !== "parameter") return void 0;
	return {
		...parsed.requested.source,
		...withDecryption ? {} : { isEncrypted: true }
	};
}
const NO_VERSION = "See whether the parameter has this version or label";
/** Looks references up among what was fetched. */
function lookupIn(outcomes, placeholders) {
	return (reference) => {
		const source = sourceOf(reference);
		if (source === void 0) return {
			kind: "failed",
			message: "this is no name of a parameter",
			fix: "Name it as Parameter Store shows it"
		};
		const outcome = outcomes.get((0,_mappings_js__WEBPACK_IMPORTED_MODULE_3__.m)(source));
		if (outcome === void 0) return void 0;
		if (outcome.kind === "found") {
			const value = Buffer.from(outcome.bytes).toString("utf8");
			if (!(0,_take_js__WEBPACK_IMPORTED_MODULE_1__.n)(value, placeholders)) return {
				kind: "found",
				value,
				type: outcome.type ?? "String"
			};
			const { message, fix = "" } = (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.p)(source);
			return {
				kind: "failed",
				message,
				fix
			};
		}
		if (outcome.kind === "found-path") return { kind: "missing" };
		if (outcome.kind === "missing" && source.selector === void 0) return { kind: "missing" };
		const { message, fix } = (0,_take_js__WEBPACK_IMPORTED_MODULE_1__.f)({
			source,
			optional: false
		}, outcome);
		return {
			kind: "failed",
			message,
			fix: outcome.kind === "missing" ? NO_VERSION : fix ?? ""
		};
	};
}
// build/src/templates/render-templates.js
/** Renders every template with what was fetched so far. */
function renderAll(templates, outcomes, placeholders) {
	const lookup = lookupIn(outcomes, placeholders);
	return templates.map((open) => ({
		...open,
		rendering: open.template.render(lookup)
	}));
}
/** What the templates need that was not fetched yet. */
function findNeeds(all) {
	const needs = all.map(({ rendering }) => rendering).filter((rendering) => rendering.kind === "needs");
	const sources = needs.flatMap(({ references }) => references).flatMap(({ reference }) => sourceOf(reference) ?? []);
	return {
		sources: [...(0,_mappings_js__WEBPACK_IMPORTED_MODULE_3__.g)(sources).values()],
		needsAccountId: needs.some(({ needsAccountId }) => needsAccountId),
		problems: all.flatMap(problemsOf)
	};
}
/** The texts, and what is wrong, for all templates together. */
function collectRendered(all, outcomes) {
	const rendered = all.flatMap(({ rendering, ...open }) => rendering.kind === "rendered" ? [{
		...open,
		rendering
	}] : []);
	return {
		files: rendered.map(({ request: { target }, rendering }) => ({
			target,
			bytes: Buffer.from(rendering.text, "utf8")
		})),
		maskables: rendered.flatMap(({ rendering }) => maskablesOf(rendering)),
		rows: rendered.flatMap(({ request, rendering }) => rendering.used.flatMap(({ reference }) => {
			const source = sourceOf(reference);
			const outcome = source && outcomes.get((0,_mappings_js__WEBPACK_IMPORTED_MODULE_3__.m)(source));
			if (source === void 0 || outcome?.kind !== "found") return [];
			return [{
				source,
				shown: isPlain(reference) ? (0,_mappings_js__WEBPACK_IMPORTED_MODULE_3__.h)(source) : reference.shown,
				found: outcome,
				target: request.target
			}];
		})),
		problems: all.flatMap((each) => [...problemsOf(each), ...whyUnfinished(each)]),
		warnings: rendered.flatMap(({ rendering, shown }) => rendering.warnings.map((warning) => placed(warning, shown)))
	};
}
/** Whether no fetched value is part of the name. */
function isPlain({ name, shown }) {
	return shown === `ssm:${name}`;
}
function problemsOf({ rendering, shown }) {
	if (rendering.kind === "rendered") return [];
	return rendering.problems.map((problem) => placed(problem, shown));
}
/** Where no round is left, and nothing is wrong but that the template still asks for more. */
function whyUnfinished({ rendering, shown }) {
	if (rendering.kind !== "needs" || rendering.problems.length > 0) return [];
	const { references, needsAccountId } = rendering;
	const { line, column } = references[0]?.places[0] ?? {
		line: 1,
		column: 1
	};
	const isAccount = needsAccountId && references.length === 0;
	return [placed({
		line,
		column,
		message: isAccount ? "the account of the credentials, which ${aws:accountId} asks for, is not known" : "addresses that are made of values go too deep here",
		fix: isAccount ? "Name a role in role-to-assume" : "Write one of the addresses out"
	}, shown)];
}
function maskablesOf({ used, spellings }) {
	return [...used.map(({ stored }) => stored.value), ...spellings].map((text) => ({
		kind: "text",
		text
	}));
}
// build/src/templates/template-set.js
/** Opens the templates of a plan. */
function openTemplateSet(requests, { options, placeholders, region, accountId }, surroundings) {
	const { templates, problems } = openTemplates(requests, {
		...surroundings,
		options,
		region,
		accountId: () => accountId ?? surroundings.accountId()
	}, surroundings.files);
	const rendered = /* @__PURE__ */ new WeakMap();
	const renderedWith = (outcomes) => {
		const all = rendered.get(outcomes) ?? renderAll(templates, outcomes, placeholders);
		rendered.set(outcomes, all);
		return all;
	};
	return {
		requests,
		problems,
		needs: (outcomes) => findNeeds(renderedWith(outcomes)),
		render: (outcomes) => collectRendered(renderedWith(outcomes), outcomes)
	};
}



/***/ })

};
