# The policies, by environment. They need nothing from AWS but what main.tf puts into local.aws.

locals {
  issuer_host  = trimprefix(var.issuer, "https://")
  audience     = "sts.${local.aws.dns_suffix}"
  provider_arn = "arn:${local.aws.partition}:iam::${local.aws.account_id}:oidc-provider/${local.issuer_host}"

  subject_prefixes = concat(
    ["repo:${var.organization}/${var.repository}"],
    var.organization_id == null || var.repository_id == null ? [] : [
      "repo:${var.organization}@${var.organization_id}/${var.repository}@${var.repository_id}"
    ]
  )

  trust_policies = {
    for environment in var.environments : environment => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Principal = { Federated = local.provider_arn }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = {
            "${local.issuer_host}:aud" = local.audience
            "${local.issuer_host}:sub" = [for prefix in local.subject_prefixes : "${prefix}:environment:${environment}"]
          }
        }
      }]
    })
  }

  parameter_head = "arn:${local.aws.partition}:ssm:${local.aws.region}:${local.aws.account_id}:parameter"
  secret_head    = "arn:${local.aws.partition}:secretsmanager:${local.aws.region}:${local.aws.account_id}:secret"

  read_policies = {
    for environment in var.environments : environment => jsonencode({
      Version = "2012-10-17"
      Statement = concat(
        [{
          Effect = "Allow"
          Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
          Resource = flatten([
            for prefix in var.parameter_prefixes : [
              for end in ["", "/*"] : "${local.parameter_head}${replace(prefix, "{environment}", environment)}${end}"
            ]
          ])
        }],
        [for names in [var.secret_names] : {
          Effect   = "Allow"
          Action   = ["secretsmanager:GetSecretValue"]
          Resource = [for name in names : "${local.secret_head}:${replace(name, "{environment}", environment)}-??????"]
        } if length(names) > 0],
        [for keys in [var.kms_key_arns] : {
          Effect   = "Allow"
          Action   = ["kms:Decrypt"]
          Resource = keys
          Condition = {
            StringEquals = {
              "kms:ViaService" = [
                for service in ["ssm", "secretsmanager"] : "${service}.${local.aws.region}.${local.aws.dns_suffix}"
              ]
            }
          }
        } if length(keys) > 0]
      )
    })
  }
}
