variable "organization" {
  description = "Owner of the repository on GitHub, an organization or a user"
  type        = string
}

variable "repository" {
  description = "Name of the repository, without its owner"
  type        = string
}

variable "organization_id" {
  description = "Id of the owner, for a repository whose tokens carry ids (created, renamed or transferred since 15 July 2026, or opted in). The roles then trust both forms. gh api repos/OWNER/NAME --jq .owner.id"
  type        = string
  default     = null
}

variable "repository_id" {
  description = "Id of the repository, together with organization_id. gh api repos/OWNER/NAME --jq .id"
  type        = string
  default     = null
}

variable "environments" {
  description = "Environments; each is the name of a GitHub environment as well"
  type        = set(string)

  validation {
    condition     = alltrue([for name in var.environments : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]*$", name))])
    error_message = "An environment begins with a letter or digit and consists of letters, digits, \".\", \"_\" and \"-\"."
  }
}

variable "parameter_prefixes" {
  description = "Parameters and paths that a role may read, with all that is below them; {environment} is replaced. For example \"/platform/{environment}\""
  type        = list(string)

  validation {
    condition     = alltrue([for prefix in var.parameter_prefixes : can(regex("^(/[A-Za-z0-9_.{}-]+)+$", prefix))])
    error_message = "A prefix begins with \"/\", has no empty level, and no \"*\"."
  }
}

variable "secret_names" {
  description = "Secrets of Secrets Manager that a role may read; {environment} is replaced"
  type        = list(string)
  default     = []
}

variable "kms_key_arns" {
  description = "Keys of your own that encrypt these; none are needed for the AWS-managed keys aws/ssm and aws/secretsmanager"
  type        = list(string)
  default     = []
}

variable "issuer" {
  description = "Issuer of the tokens; on GitHub Enterprise Server https://HOSTNAME/_services/token"
  type        = string
  default     = "https://token.actions.githubusercontent.com"
}

variable "create_oidc_provider" {
  description = "false where the account has the issuer's OIDC provider already"
  type        = bool
  default     = true
}

variable "role_name_prefix" {
  description = "What the roles' names begin with; the environment follows"
  type        = string
  default     = "fetch-secrets-"
}
