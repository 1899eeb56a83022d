export const id = 606;
export const ids = [606];
export const modules = {

/***/ 9606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var _dist_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(461);

// build/src/values/yaml.js
var import_dist = (0,_dist_js__WEBPACK_IMPORTED_MODULE_0__.t)();
const MOST_NODES = 1e5;
const MOST_LEVELS = 500;
/**
* Reads a YAML document (YAML 1.2.2, core schema) into the shape of JSON, numbers by their source text. Anchors and aliases
* are followed; keys are texts.
*/
function parseYaml(text) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "error"
	});
	const [error] = document.errors;
	if (error !== void 0) {
		const { line, col } = lines.linePos(error.pos[0]);
		if (error.code === "DUPLICATE_KEY") return {
			kind: "duplicate-key",
			line,
			column: col,
			value: { kind: "null" }
		};
		return {
			kind: "invalid",
			line,
			column: col,
			reason: error.code.toLowerCase().replaceAll("_", " ")
		};
	}
	const budget = {
		nodes: MOST_NODES,
		levels: MOST_LEVELS
	};
	const value = toNode(document.contents, document, budget);
	return budget.nodes < 0 ? {
		kind: "invalid",
		line: 1,
		column: 1,
		reason: "an alias has no anchor, or stands for too much"
	} : {
		kind: "json",
		value
	};
}
function toNode(node, document, budget) {
	budget.nodes -= 1;
	if (node === null || budget.nodes < 0) return { kind: "null" };
	if ((0, import_dist.isAlias)(node)) {
		const anchored = node.resolve(document);
		if (anchored === void 0) budget.nodes = -1;
		return within(budget, (inner) => toNode(anchored ?? null, document, inner));
	}
	if ((0, import_dist.isMap)(node)) return within(budget, (inner) => ({
		kind: "object",
		members: node.items.map(({ key, value }) => ({
			key: (0, import_dist.isScalar)(key) ? key.source ?? String(key.value) : "",
			value: toNode(value, document, inner)
		}))
	}));
	if ((0, import_dist.isSeq)(node)) return within(budget, (inner) => ({
		kind: "array",
		items: node.items.map((item) => toNode(item, document, inner))
	}));
	return (0, import_dist.isScalar)(node) ? scalarNode(node.value, node.source) : { kind: "null" };
}
/** One level deeper, with what is left of the budget. */
function within(budget, read) {
	const inner = {
		nodes: budget.levels === 0 ? -1 : budget.nodes,
		levels: budget.levels - 1
	};
	const node = inner.nodes < 0 ? { kind: "null" } : read(inner);
	budget.nodes = inner.nodes;
	return node;
}
function scalarNode(value, source) {
	if (value === null || value === void 0) return { kind: "null" };
	if (typeof value === "boolean") return {
		kind: "boolean",
		value
	};
	if (typeof value === "number" || typeof value === "bigint") return {
		kind: "number",
		source: source ?? String(value)
	};
	return {
		kind: "string",
		value: String(value)
	};
}



/***/ })

};
