export const id = 507;
export const ids = [507];
export const modules = {

/***/ 3507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readManifest: () => (/* binding */ readManifest)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/plan/nearest-name.js + 1 modules
var nearest_name = __webpack_require__(6883);
;// CONCATENATED MODULE: ./build/src/manifest/manifest-environments.js
/** What the manifest says of environments, `use` followed. */
function readEnvironments({ environments = {}, 'environment-variable': variable }, placeOf, problems) {
    const rules = new Map();
    for (const name of Object.keys(environments)) {
        const chain = followUse(name, environments, placeOf, problems);
        // What an environment sets itself goes before what it takes from the one that it uses.
        const merged = chain.toReversed().map((each) => ownRules(each, environments[each], placeOf));
        rules.set(name, {
            ...Object.assign({}, ...merged),
            name: chain.at(-1) ?? name,
            aliases: environments[name]?.aliases ?? [],
        });
    }
    findAmbiguousAliases(environments, placeOf, problems);
    return { rules, ...(variable === undefined ? {} : { variable }) };
}
/** The environment, the one that it uses, the one which that uses, and so on. */
function followUse(name, environments, placeOf, problems) {
    const chain = [name];
    for (;;) {
        const last = chain.at(-1) ?? name;
        const used = environments[last]?.use;
        if (used === undefined)
            return chain;
        if (!Object.hasOwn(environments, used) || chain.includes(used)) {
            problems.push({
                place: placeOf(['environments', last, 'use'], used),
                message: chain.includes(used)
                    ? `${used} is used by itself in the end`
                    : `the manifest has no environment ${used}`,
                fix: `Write one of ${Object.keys(environments).join(', ')} that uses no other`,
            });
            return chain;
        }
        chain.push(used);
    }
}
function ownRules(name, data, placeOf) {
    const placed = (key, text) => ({
        text,
        place: placeOf(['environments', name, key], text),
    });
    if (data === undefined)
        return {};
    const { role, region, account, protected: isProtected } = data;
    const githubEnvironment = data['github-environment'];
    const roles = typeof role === 'string' ? [role] : role;
    return {
        ...(roles === undefined ? {} : { roles: roles.map((arn) => placed('role', arn)) }),
        ...(region === undefined ? {} : { region: placed('region', region) }),
        ...(account === undefined ? {} : { account: placed('account', account) }),
        ...(githubEnvironment === undefined
            ? {}
            : { githubEnvironment: placed('github-environment', githubEnvironment) }),
        ...(isProtected === undefined ? {} : { protected: placed('protected', isProtected) }),
    };
}
function findAmbiguousAliases(environments, placeOf, problems) {
    const taken = new Map(Object.keys(environments).map((name) => [name, name]));
    for (const [name, { aliases = [] }] of Object.entries(environments)) {
        for (const [index, alias] of aliases.entries()) {
            const owner = taken.get(alias);
            taken.set(alias, name);
            if (owner === undefined)
                continue;
            problems.push({
                place: placeOf(['environments', name, 'aliases', index], alias),
                message: `${alias} is already a name of the environment ${owner}`,
                fix: 'Leave one of them out',
            });
        }
    }
}

// EXTERNAL MODULE: ./build/src/plan/mapping-line.js
var mapping_line = __webpack_require__(1738);
// EXTERNAL MODULE: ./build/src/plan/settings.js
var settings = __webpack_require__(2516);
;// CONCATENATED MODULE: ./build/src/manifest/manifest-settings.js


/** The settings that a manifest gives, with the place of each. */
function readManifestSettings(data, placeOf, problems) {
    const texts = {};
    const lists = {};
    const values = data;
    for (const [name, form] of Object.entries(settings/* SETTINGS */.yy)) {
        const value = values[name];
        if (value === undefined || value === '' || form === 'mappings')
            continue;
        // A map of options; lines of options are a list like any other.
        if (typeof value === 'object' && !Array.isArray(value))
            continue;
        if (form === 'text') {
            texts[name] = { text: String(value), place: placeOf([name], String(value)) };
        }
        else {
            lists[name] = [value].flat().map((text, index) => ({
                text,
                place: placeOf(Array.isArray(value) ? [name, index] : [name], text),
            }));
        }
    }
    const options = optionLines(data, placeOf);
    if (options !== undefined)
        lists['render-options'] = options;
    readRegion(data, texts, placeOf, problems);
    return { texts, lists, mappings: readMappings(data, placeOf, problems) };
}
/** A map of options is the same as lines NAME=VALUE. */
function optionLines({ 'render-options': options }, placeOf) {
    if (options === undefined || Array.isArray(options))
        return undefined;
    return Object.entries(options).map(([name, value]) => {
        const text = `${name}=${value}`;
        return { text, place: placeOf(['render-options', name], text) };
    });
}
function readRegion({ region }, texts, placeOf, problems) {
    if (region === undefined)
        return;
    const place = placeOf(['region'], region);
    if (texts['aws-region'] !== undefined) {
        problems.push({
            place,
            message: 'region and aws-region are the same key',
            fix: 'Leave one of them out',
        });
    }
    texts['aws-region'] = { text: region, place };
}
function readMappings(data, placeOf, problems) {
    const given = {
        'env-files': readEnvFiles(data, placeOf, problems),
        'pem-files': readWholeFiles('pem-files', data, placeOf, problems),
        files: readWholeFiles('files', data, placeOf, problems),
        'env-vars': data['env-vars']?.map((source, index) => requestOf(source, ['env-vars', index], placeOf)),
        outputs: readOutputs(data, placeOf, problems),
    };
    return Object.fromEntries(Object.entries(given).filter(([, requests]) => requests !== undefined));
}
function readEnvFiles({ 'env-files': files }, placeOf, problems) {
    if (files === undefined)
        return undefined;
    if (Array.isArray(files))
        return readLines('env-files', files, placeOf, problems);
    return Object.entries(files).flatMap(([path, file]) => {
        const isDetailed = typeof file === 'object' && !Array.isArray(file);
        const sources = isDetailed ? file.sources : file;
        const at = isDetailed ? ['env-files', path, 'sources'] : ['env-files', path];
        const style = isDetailed
            ? {
                ...(file.format === undefined ? {} : { format: file.format }),
                ...(file.mode === undefined ? {} : { mode: file.mode }),
            }
            : {};
        return [sources].flat().map((source, index) => ({
            ...requestOf(source, Array.isArray(sources) ? [...at, index] : at, placeOf),
            path,
            ...style,
        }));
    });
}
function readWholeFiles(list, data, placeOf, problems) {
    const files = data[list];
    if (files === undefined)
        return undefined;
    if (Array.isArray(files))
        return readLines(list, files, placeOf, problems);
    return Object.entries(files).map(([path, file]) => {
        const { from, mode } = typeof file === 'string' ? { from: file, mode: undefined } : file;
        return {
            place: placeOf([list, path], from),
            source: from,
            path,
            ...(mode === undefined ? {} : { mode }),
        };
    });
}
function readOutputs({ outputs }, placeOf, problems) {
    if (outputs === undefined)
        return undefined;
    if (Array.isArray(outputs))
        return readLines('outputs', outputs, placeOf, problems);
    return Object.entries(outputs).map(([name, source]) => ({
        place: placeOf(['outputs', name], source),
        name,
        source,
    }));
}
function readLines(list, lines, placeOf, problems) {
    return lines.flatMap((text, index) => (0,mapping_line/* readMappingLine */.P)(list, { text, place: placeOf([list, index], text) }, problems) ?? []);
}
function requestOf(source, path, placeOf) {
    if (typeof source === 'string')
        return { place: placeOf(path, source), ...(0,mapping_line/* takeName */.r)(source) };
    const { from, only, rename, 'name-transformation': transformation } = source;
    return {
        place: placeOf(path, from),
        ...(0,mapping_line/* takeName */.r)(from),
        naming: {
            ...(transformation === undefined ? {} : { transformation }),
            ...(only === undefined ? {} : { only }),
            ...(rename === undefined ? {} : { rename }),
        },
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
// EXTERNAL MODULE: ./build/src/dialects/dialects.js + 15 modules
var dialects = __webpack_require__(3148);
// EXTERNAL MODULE: ./build/src/plan/mappings.js
var mappings = __webpack_require__(6614);
;// CONCATENATED MODULE: ./build/src/manifest/schema.js



/*
 * The one description of the manifest: the validation, the type and the published `schema.json` come from it. Every scalar
 * is read as the text that stands in the file, so that `0640` or an account id keeps its digits; `meta` tells editors what
 * YAML makes of it. Values are judged where inputs are judged, by the plan.
 */
const schema_text = schemas/* string */.YjP();
const number = schemas/* string */.YjP().meta({ type: ['integer', 'string'] });
const schema_boolean = schemas/* string */.YjP()
    .meta({ type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] });
const oneOf = (options) => schemas/* string */.YjP().meta({ enum: [...options] });
const texts = schemas/* union */.KCZ([schema_text, schemas/* array */.YOg(schema_text)]);
const ids = schemas/* union */.KCZ([number, schemas/* array */.YOg(number)]);
const mode = number.describe('Octal mode of the file, such as "600".');
const format = oneOf(dialects/* dialectNames */.z).describe('Dialect of the env file.');
const transformation = oneOf(mappings/* NAME_TRANSFORMATIONS */.zg).describe("How a parameter's or JSON key's name becomes a variable's name.");
const sourceText = schema_text.describe('A source, such as /platform/{environment}/env, secretsmanager:NAME#KEY or file:PATH; "NAME=" before it and "?" behind it may stand.');
const detailedSource = schemas/* strictObject */.rej({
    from: sourceText,
    'name-transformation': transformation.optional(),
    only: schemas/* array */.YOg(schema_text)
        .optional()
        .describe('Names of the variables that are taken, beside the renamed ones.'),
    rename: schemas/* record */.g1P(schema_text, schema_text).optional().describe('New names of variables by their old ones.'),
})
    .describe('A source with the names of its variables.');
const source = schemas/* union */.KCZ([sourceText, detailedSource]);
const sources = schemas/* union */.KCZ([sourceText, schemas/* array */.YOg(source)]);
const envFile = schemas/* union */.KCZ([
    sources,
    schemas/* strictObject */.rej({ format: format.optional(), mode: mode.optional(), sources }),
]);
const wholeFile = schemas/* union */.KCZ([
    sourceText,
    schemas/* strictObject */.rej({ from: sourceText, mode: mode.optional() }),
]);
const lines = schemas/* array */.YOg(schema_text);
const environment = schemas/* strictObject */.rej({
    role: texts
        .optional()
        .describe('ARNs of the roles that are assumed for this environment, each by the one before.'),
    region: schema_text.optional().describe('Region of this environment.'),
    aliases: schemas/* array */.YOg(schema_text).optional().describe('Other names of this environment.'),
    account: number.optional().describe('Account that the credentials must be of, in quotes.'),
    'github-environment': schema_text.optional().describe('GitHub environment that the job must run in.'),
    protected: schema_boolean
        .optional()
        .describe('Whether the job must run from a protected ref or in a GitHub environment.'),
    use: schema_text
        .optional()
        .describe('Another environment whose secrets, role and region this one has.'),
})
    .describe('One environment.');
/** The manifest, `.github/fetch-secrets.yml`. */
const manifestSchema = schemas/* strictObject */.rej({
    region: schema_text.optional().describe('Region of STS and of every source that names none.'),
    'environment-variable': schema_text
        .optional()
        .describe('Name of the variable that names the environment where the input does not.'),
    environments: schemas/* record */.g1P(schema_text, environment)
        .optional()
        .describe('The environments by name; where some are listed, only these are allowed.'),
    'env-files': schemas/* union */.KCZ([schemas/* record */.g1P(schema_text, envFile), lines])
        .optional()
        .describe('Env files by path, or lines [NAME=]SOURCE => PATH.'),
    'pem-files': schemas/* union */.KCZ([schemas/* record */.g1P(schema_text, wholeFile), lines])
        .optional()
        .describe('PEM files by path, or lines SOURCE => PATH.'),
    files: schemas/* union */.KCZ([schemas/* record */.g1P(schema_text, wholeFile), lines])
        .optional()
        .describe('Plain files by path, or lines SOURCE => PATH.'),
    'env-vars': schemas/* array */.YOg(source)
        .optional()
        .describe('Variables for the later steps, lines [NAME=]SOURCE.'),
    outputs: schemas/* union */.KCZ([schemas/* record */.g1P(schema_text, sourceText), lines])
        .optional()
        .describe('Outputs of the step by name, or lines NAME=SOURCE.'),
    render: texts
        .optional()
        .describe('Templates to render, lines PATH (in place) or PATH => PATH.'),
    'render-options': schemas/* union */.KCZ([schemas/* record */.g1P(schema_text, schema_text), lines])
        .optional()
        .describe('Options of the rendering by name, or lines NAME=VALUE.'),
    'env-format': format.optional(),
    'file-mode': mode.optional(),
    'name-transformation': transformation.optional(),
    'role-to-assume': texts
        .optional()
        .describe('ARNs of the roles that are assumed, each by the one before.'),
    'aws-region': schema_text.optional().describe('The same as region.'),
    audience: schema_text.optional().describe('Audience of the OIDC token.'),
    'role-session-name': schema_text.optional().describe('Name of the role session.'),
    'role-duration-seconds': number.optional().describe('How long the credentials are valid.'),
    'session-policy': schema_text
        .optional()
        .describe('What the session may do: scoped, none, or a policy as JSON.'),
    'role-session-tags': schema_boolean.optional().describe('Whether the session is tagged.'),
    'export-credentials': schema_boolean
        .optional()
        .describe('Whether the later steps get AWS credentials.'),
    'allowed-account-ids': ids.optional().describe('Account ids that may be read from, in quotes.'),
    'on-missing-token': oneOf(['fail', 'skip'])
        .optional()
        .describe('What a job without an OIDC token does.'),
    'on-conflict': oneOf(['fail', 'last-wins'])
        .optional()
        .describe('What happens where two AWS sources give one name different values.'),
    'on-unavailable': oneOf(['fail', 'keep'])
        .optional()
        .describe('What happens to files that exist where AWS cannot be reached.'),
    placeholders: texts.optional().describe('Values that mean "created, never filled in".'),
    'unmasked-names': texts.optional().describe('Names of variables whose values are no secrets.'),
    'max-attempts': number
        .optional()
        .describe('Attempts for one call; throttled ones count only while no call gets through.'),
    'timeout-seconds': number.optional().describe('One deadline for all network work.'),
    cleanup: schema_boolean.optional().describe('Whether the post step removes what the step wrote.'),
    summary: schema_boolean.optional().describe('Whether the table is added to the job summary.'),
})
    .describe('Which secrets a repository needs, and where they go.');
const KEYS_OF = [
    [/^$/, Object.keys(manifestSchema.shape)],
    [/^environments\/[^/]*$/, Object.keys(environment.shape)],
    [/^env-files\/[^/]*$/, ['format', 'mode', 'sources']],
    [/^(env-files|env-vars)\/.*\d+$/, Object.keys(detailedSource.shape)],
    [/^(pem-files|files)\/[^/]*$/, ['from', 'mode']],
];
/** The keys that may stand in the object at a path of the manifest. */
function knownKeys(path) {
    const joined = path.map((part) => String(part).replaceAll('/', '_')).join('/');
    return KEYS_OF.find(([pattern]) => pattern.test(joined))?.[1] ?? [];
}
/** The published JSON Schema, of which `schema.json` is a copy. */
function manifestJsonSchema() {
    return {
        title: 'Fetch Secrets manifest',
        ...z.toJSONSchema(manifestSchema, { target: 'draft-07' }),
    };
}

;// CONCATENATED MODULE: ./build/src/manifest/yaml-positions.js

/** Finds where in a YAML file the values at paths of its data stand. */
class YamlPositions {
    #document;
    #lines;
    constructor(document, lines) {
        this.#document = document;
        this.#lines = lines;
    }
    /** Where the value at a path begins, or the last value on the way to it that exists. */
    ofValue(path) {
        return this.#positionOf(this.#walk(path));
    }
    /** Where a key of the object at a path begins. */
    ofKey(path, key) {
        const node = this.#resolve(this.#walk(path));
        const pair = (0,dist/* isMap */.jh)(node)
            ? node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key)
            : undefined;
        return this.#positionOf((0,dist/* isScalar */.jn)(pair?.key) ? pair.key : node);
    }
    #walk(path) {
        let node = this.#document.contents;
        for (const part of path) {
            const collection = this.#resolve(node);
            const next = (0,dist/* isMap */.jh)(collection) || (0,dist/* isSeq */.oP)(collection) ? collection.get(part, true) : undefined;
            if (next === undefined || next === null)
                return node;
            node = next;
        }
        return node;
    }
    #resolve(node) {
        if ((0,dist/* isAlias */.Vj)(node))
            return node.resolve(this.#document) ?? null;
        return node ?? null;
    }
    #positionOf(node) {
        const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    }
}

;// CONCATENATED MODULE: ./build/src/manifest/read-manifest.js






const EMPTY = {
    settings: { texts: {}, lists: {}, mappings: {} },
    environments: { rules: new Map() },
};
// Aliases may stand for one another many times over; a manifest written by people needs few.
const MOST_ALIASES = 100;
/**
 * Reads and validates a manifest. Every scalar is taken as the text that stands there (YAML 1.2.2, "Failsafe Schema").
 *
 * @param file its path as people read it, for the places of problems
 */
function readManifest(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        schema: 'failsafe',
        lineCounter: lines,
        uniqueKeys: true,
        prettyErrors: false,
        // The parser would print a key that is no text to stderr, as a warning of Node.
        logLevel: 'error',
    });
    const positions = new YamlPositions(document, lines);
    const at = ({ line, column }) => ({ file, line, column });
    const placeOf = (path, written) => ({
        ...at(positions.ofValue(path)),
        ...(written === undefined ? {} : { text: written }),
    });
    // A tag that the schema does not know is but a warning to the parser.
    // The first fault of the syntax makes the rest of the file one.
    const broken = [...document.errors, ...document.warnings]
        .slice(0, 1)
        .map(({ code, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return { place: at({ line, column: col }), ...explainYamlError(code) };
    });
    if (broken.length > 0)
        return { ...EMPTY, problems: broken };
    const data = toData(document);
    if (data === undefined)
        return { ...EMPTY, problems: [{ place: placeOf([]), ...TOO_MANY_ALIASES }] };
    const checked = manifestSchema.safeParse(data);
    if (!checked.success) {
        const problems = checked.error.issues.flatMap((issue) => explainIssue(issue, positions, at));
        return { ...EMPTY, problems };
    }
    const problems = [];
    const environments = readEnvironments(checked.data, placeOf, problems);
    return {
        settings: readManifestSettings(checked.data, placeOf, problems),
        environments,
        problems,
    };
}
const TOO_MANY_ALIASES = {
    message: 'an alias has no anchor, or stands for too many values',
    fix: 'Write out what it stands for',
};
/** @returns undefined where aliases stand for one another so often that they would fill the memory */
function toData(document) {
    try {
        // An empty file, or one with nothing but comments, says nothing.
        return document.toJS({ maxAliasCount: MOST_ALIASES }) || {};
    }
    catch {
        return undefined;
    }
}
/** Faults of YAML by the codes of the `yaml` package, whose messages quote the file. */
function explainYamlError(code) {
    if (code === 'DUPLICATE_KEY') {
        return { message: 'this key stands there twice', fix: 'Leave one of them out' };
    }
    if (code === 'TAG_RESOLVE_FAILED') {
        return { message: 'a tag has no meaning here', fix: 'Leave out what begins with "!"' };
    }
    return {
        message: `this is no YAML (${code.toLowerCase().replaceAll('_', ' ')})`,
        fix: 'See the indentation, and put quotes around texts with ": " or " #", and around {environment} within [ ] or { }',
    };
}
const EXPECTED = {
    string: 'one value',
    array: 'a list',
    object: 'keys with values',
    record: 'keys with values',
};
function explainIssue(issue, positions, at) {
    if (issue.code === 'unrecognized_keys') {
        const known = knownKeys(issue.path);
        return issue.keys.map((key) => {
            const near = (0,nearest_name/* nearestName */.q)(key, known);
            return {
                place: { ...at(positions.ofKey(issue.path, key)), text: key },
                message: 'the manifest has no such key here',
                fix: near === undefined ? `Write one of ${known.join(', ')}` : `Write ${near}`,
            };
        });
    }
    if (issue.code === 'invalid_union') {
        // The branch that the value was meant for is the one whose own type it has.
        const branch = issue.errors.find((issues) => issues.every(isWithin));
        if (branch !== undefined) {
            // A typo in a key also leaves the right key absent, which needs no word of its own.
            const typos = branch.filter(({ code }) => code === 'unrecognized_keys');
            return (typos.length > 0 ? typos : branch).flatMap((inner) => explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, positions, at));
        }
    }
    const forms = issue.code === 'invalid_union'
        ? issue.errors.flatMap((issues) => issues.map(expectedBy))
        : [expectedBy(issue)];
    return [
        {
            place: at(positions.ofValue(issue.path)),
            message: `${issue.path.join('.') || 'the manifest'} holds something else than ${[...new Set(forms)].join(' or ')}`,
            fix: 'See the README, "Manifest"',
        },
    ];
}
/** Whether an issue is about a part of the value: the value itself has the type that the schema wants. */
function isWithin(issue) {
    if (issue.path.length > 0 || issue.code === 'unrecognized_keys')
        return true;
    const branches = issue.code === 'invalid_union' ? issue.errors : [];
    return branches.some((issues) => issues.every(isWithin));
}
function expectedBy(issue) {
    return EXPECTED[String(issue.expected)] ?? 'what belongs there';
}


/***/ })

};
