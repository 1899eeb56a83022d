/**
 * Texts that are never masked, in lower case and whatever their case in a value: masking one of them would garble every
 * later log line and hide nothing. The README prints this list.
 */
export const commonWords: readonly string[] = [
  ...['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'none'],
  // Environments.
  ...['development', 'dev', 'staging', 'stage', 'production', 'prod', 'preprod', 'test', 'testing'],
  ...['integration', 'local', 'qa', 'uat', 'preview', 'sandbox', 'demo', 'ci'],
  // Log levels.
  ...['trace', 'debug', 'verbose', 'info', 'notice', 'warn', 'warning', 'error', 'critical'],
  ...['alert', 'emergency', 'fatal', 'silent'],
  // The machine itself.
  ...['localhost', '127.0.0.1', '::1', '[::1]', '0.0.0.0'],
];
