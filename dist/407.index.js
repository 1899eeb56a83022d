export const id = 407;
export const ids = [407];
export const modules = {

/***/ 7407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeSecretsManager: () => (/* binding */ makeSecretsManager)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2994);

/** Secrets Manager behind the one call that the action makes. A file of its own, to be loaded only for a plan with secrets. */
function makeSecretsManager(config) {
    const client = new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_0__/* .SecretsManagerClient */ ._H(config);
    return {
        getSecretValue: (request, abortSignal) => client.send(new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_0__/* .GetSecretValueCommand */ .d2(request), { abortSignal }),
    };
}


/***/ })

};
