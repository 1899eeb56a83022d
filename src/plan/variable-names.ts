/** Whether every reader of env files and every shell takes the text for a variable's name. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

/** Whether GitHub takes the text for an output's name (GitHub documentation, "Metadata syntax", outputs.<output_id>). */
export function isOutputName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}

/** Names, upper-case, that let a value decide what the later steps of a job run, or as whom they ask AWS. */
const TAKING_OVER = new Set(
  `PATH ENV IFS BASH_ENV SHELLOPTS BASHOPTS PROMPT_COMMAND PS4
  NODE_OPTIONS NODE_PATH PYTHONSTARTUP PYTHONPATH PYTHONHOME PERL5OPT PERL5LIB PERL5DB RUBYOPT RUBYLIB
  JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS
  GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_EXTERNAL_DIFF
  GIT_PROXY_COMMAND GIT_EXEC_PATH GIT_TEMPLATE_DIR GIT_DIR
  AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_SECURITY_TOKEN AWS_PROFILE AWS_ROLE_ARN
  AWS_WEB_IDENTITY_TOKEN_FILE AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_CREDENTIALS_FULL_URI`.split(/\s+/),
);
const TAKING_OVER_PREFIXES = [
  'LD_',
  'DYLD_',
  'GIT_CONFIG',
  'GITHUB_',
  'RUNNER_',
  'ACTIONS_',
  'INPUT_',
];

/** Whether a variable of this name could take over the later steps; case does not count, as on Windows. */
export function takesOver(name: string): boolean {
  const upper = name.toUpperCase();
  return TAKING_OVER.has(upper) || TAKING_OVER_PREFIXES.some((prefix) => upper.startsWith(prefix));
}
