export const id = 532;
export const ids = [532];
export const modules = {

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeSecretsManager: () => (/* binding */ makeSecretsManager)
/* harmony export */ });
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5986);
/* harmony import */ var _toUtf8_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9587);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1840);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(939);





// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthSchemeProvider.js
const defaultSecretsManagerHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.yt)(context).operation,
		region: await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.vt)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "secretsmanager",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultSecretsManagerHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.vt)(config.authSchemePreference ?? []) });
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "secretsmanager"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};
// node_modules/@aws-sdk/client-secrets-manager/package.json
var version = "3.1164.0";
// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/bdd.js
const m = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = "stringEquals";
const h = { [m]: "Endpoint" };
const i = { [m]: d };
const j = {
	"fn": f,
	"argv": [i, "name"]
};
const k = {};
const l = [{ [m]: "Region" }];
const _data = {
	conditions: [
		[c, [h]],
		[c, l],
		[
			"aws.partition",
			l,
			d
		],
		[e, [{ [m]: "UseFIPS" }, b]],
		[e, [{ [m]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsFIPS"]
		}, b]],
		[g, [j, "aws"]],
		[g, [j, "aws-cn"]],
		[g, [j, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[h, k],
		["https://secretsmanager-fips.{Region}.amazonaws.com", k],
		["https://secretsmanager-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://secretsmanager-fips.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://secretsmanager.{Region}.amazonaws.com", k],
		["https://secretsmanager.{Region}.amazonaws.com.cn", k],
		["https://secretsmanager.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://secretsmanager.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	17,
	3,
	1,
	4,
	100000014,
	2,
	5,
	100000014,
	3,
	11,
	6,
	4,
	7,
	100000013,
	5,
	8,
	100000012,
	7,
	100000009,
	9,
	8,
	100000010,
	10,
	9,
	100000009,
	100000011,
	4,
	13,
	12,
	6,
	100000007,
	100000008,
	5,
	14,
	100000006,
	6,
	15,
	100000006,
	7,
	100000004,
	16,
	9,
	100000004,
	100000005,
	3,
	100000001,
	18,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.q.from(nodes, root, _data.conditions, _data.results);
// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.K({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.W)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.G.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.d;
// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/SecretsManagerServiceException.js
var SecretsManagerServiceException = class SecretsManagerServiceException extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ft {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager#SecretsManagerServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, SecretsManagerServiceException.prototype);
	}
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/errors.js
var DecryptionFailure = class DecryptionFailure extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#DecryptionFailure";
	name = "DecryptionFailure";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "DecryptionFailure",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DecryptionFailure.prototype);
		this.Message = opts.Message;
	}
};
var InternalServiceError = class InternalServiceError extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#InternalServiceError";
	name = "InternalServiceError";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "InternalServiceError",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalServiceError.prototype);
		this.Message = opts.Message;
	}
};
var InvalidNextTokenException = class InvalidNextTokenException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#InvalidNextTokenException";
	name = "InvalidNextTokenException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidNextTokenException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidNextTokenException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidParameterException = class InvalidParameterException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#InvalidParameterException";
	name = "InvalidParameterException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidParameterException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidParameterException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidRequestException = class InvalidRequestException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#InvalidRequestException";
	name = "InvalidRequestException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidRequestException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidRequestException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceNotFoundException = class ResourceNotFoundException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#ResourceNotFoundException";
	name = "ResourceNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var EncryptionFailure = class EncryptionFailure extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#EncryptionFailure";
	name = "EncryptionFailure";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "EncryptionFailure",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, EncryptionFailure.prototype);
		this.Message = opts.Message;
	}
};
var LimitExceededException = class LimitExceededException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#LimitExceededException";
	name = "LimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var MalformedPolicyDocumentException = class MalformedPolicyDocumentException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#MalformedPolicyDocumentException";
	name = "MalformedPolicyDocumentException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "MalformedPolicyDocumentException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, MalformedPolicyDocumentException.prototype);
		this.Message = opts.Message;
	}
};
var PreconditionNotMetException = class PreconditionNotMetException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#PreconditionNotMetException";
	name = "PreconditionNotMetException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "PreconditionNotMetException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, PreconditionNotMetException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceExistsException = class ResourceExistsException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#ResourceExistsException";
	name = "ResourceExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceExistsException.prototype);
		this.Message = opts.Message;
	}
};
var PublicPolicyException = class PublicPolicyException extends SecretsManagerServiceException {
	static shapeId = "com.amazonaws.secretsmanager#PublicPolicyException";
	name = "PublicPolicyException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "PublicPolicyException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, PublicPolicyException.prototype);
		this.Message = opts.Message;
	}
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js
const _ARN = "ARN";
const _CD = "CreatedDate";
const _DF = "DecryptionFailure";
const _EF = "EncryptionFailure";
const _GSV = "GetSecretValue";
const _GSVR = "GetSecretValueRequest";
const _GSVRe = "GetSecretValueResponse";
const _INTE = "InvalidNextTokenException";
const _IPE = "InvalidParameterException";
const _IRE = "InvalidRequestException";
const _ISE = "InternalServiceError";
const _LEE = "LimitExceededException";
const _M = "Message";
const _MPDE = "MalformedPolicyDocumentException";
const _N = "Name";
const _PNME = "PreconditionNotMetException";
const _PPE = "PublicPolicyException";
const _REE = "ResourceExistsException";
const _RNFE = "ResourceNotFoundException";
const _SB = "SecretBinary";
const _SBT = "SecretBinaryType";
const _SI = "SecretId";
const _SS = "SecretString";
const _SST = "SecretStringType";
const _VI = "VersionId";
const _VS = "VersionStage";
const _VSe = "VersionStages";
const _c = "client";
const _e = "error";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager";
const _se = "server";
const n0 = "com.amazonaws.secretsmanager";
const _s_registry = new _toUtf8_js__WEBPACK_IMPORTED_MODULE_1__.r(_s);
var SecretsManagerServiceException$ = [
	-3,
	_s,
	"SecretsManagerServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(SecretsManagerServiceException$, SecretsManagerServiceException);
const n0_registry = new _toUtf8_js__WEBPACK_IMPORTED_MODULE_1__.r(n0);
var DecryptionFailure$ = [
	-3,
	n0,
	_DF,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(DecryptionFailure$, DecryptionFailure);
var EncryptionFailure$ = [
	-3,
	n0,
	_EF,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(EncryptionFailure$, EncryptionFailure);
var InternalServiceError$ = [
	-3,
	n0,
	_ISE,
	{ [_e]: _se },
	[_M],
	[0]
];
n0_registry.registerError(InternalServiceError$, InternalServiceError);
var InvalidNextTokenException$ = [
	-3,
	n0,
	_INTE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var InvalidParameterException$ = [
	-3,
	n0,
	_IPE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidRequestException$ = [
	-3,
	n0,
	_IRE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(InvalidRequestException$, InvalidRequestException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var MalformedPolicyDocumentException$ = [
	-3,
	n0,
	_MPDE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
var PreconditionNotMetException$ = [
	-3,
	n0,
	_PNME,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(PreconditionNotMetException$, PreconditionNotMetException);
var PublicPolicyException$ = [
	-3,
	n0,
	_PPE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(PublicPolicyException$, PublicPolicyException);
var ResourceExistsException$ = [
	-3,
	n0,
	_REE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(ResourceExistsException$, ResourceExistsException);
var ResourceNotFoundException$ = [
	-3,
	n0,
	_RNFE,
	{ [_e]: _c },
	[_M],
	[0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
const errorTypeRegistries = [_s_registry, n0_registry];
var SecretBinaryType = [
	0,
	n0,
	_SBT,
	8,
	21
];
var SecretStringType = [
	0,
	n0,
	_SST,
	8,
	0
];
var GetSecretValueRequest$ = [
	3,
	n0,
	_GSVR,
	0,
	[
		_SI,
		_VI,
		_VS
	],
	[
		0,
		0,
		0
	],
	1
];
var GetSecretValueResponse$ = [
	3,
	n0,
	_GSVRe,
	0,
	[
		_ARN,
		_N,
		_VI,
		_SB,
		_SS,
		_VSe,
		_CD
	],
	[
		0,
		0,
		0,
		[() => SecretBinaryType, 0],
		[() => SecretStringType, 0],
		64,
		4
	]
];
var GetSecretValue$ = [
	9,
	n0,
	_GSV,
	0,
	() => GetSecretValueRequest$,
	() => GetSecretValueResponse$
];
// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2017-10-17",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.at,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.it,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSecretsManagerHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.st(),
		protocol: config?.protocol ?? _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.secretsmanager",
			errorTypeRegistries,
			version: "2017-10-17",
			serviceTarget: "secretsmanager"
		},
		serviceId: config?.serviceId ?? "Secrets Manager",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.t,
		urlParser: config?.urlParser ?? _configLoader_js__WEBPACK_IMPORTED_MODULE_3__.r,
		utf8Decoder: config?.utf8Decoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_1__.n,
		utf8Encoder: config?.utf8Encoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_1__.t
	};
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ut)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Y)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.dt);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.T)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.tt,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__.n,
		defaultSocketTimeout: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.w)(config?.requestHandler, 3e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.D, config),
		region: config?.region ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Q, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Z,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__.t.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.O,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.A
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.et, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.$, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.f, loaderConfig)
	};
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ct)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.M)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.lt)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.N)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/SecretsManagerClient.js
var SecretsManagerClient = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__._t {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.h)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.k)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.X)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.C)(_config_4);
		const _config_6 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.U)(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.E)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.j)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.S)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.x)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.b)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.y)(this.config, {
			httpAuthSchemeParametersProvider: defaultSecretsManagerHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.g({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.v)(this.config));
	}
	destroy() {
		super.destroy();
	}
};
// node_modules/@aws-sdk/client-secrets-manager/dist-es/commandBuilder.js
const command = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ot)(commonParams, "secretsmanager", "SecretsManagerClient", _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.H);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetSecretValueCommand.js
var GetSecretValueCommand = class extends command(_ep0, _mw0, "GetSecretValue", GetSecretValue$) {};
// build/src/network/secrets-manager-client.js
/** Secrets Manager behind the one call that the action makes. A file of its own, to be loaded only for a plan with secrets. */
function makeSecretsManager(config) {
	const client = new SecretsManagerClient(config);
	return { getSecretValue: (request, abortSignal) => client.send(new GetSecretValueCommand(request), { abortSignal }) };
}



/***/ })

};
