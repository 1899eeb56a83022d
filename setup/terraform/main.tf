# What an AWS account needs for jobs that fetch secrets: GitHub's OIDC provider, and for each environment a role that only
# jobs of one repository in the GitHub environment of that name can assume, and that can only read.
#
#   module "fetch_secrets" {
#     source             = "./setup/terraform"
#     organization       = "octo-org"
#     repository         = "platform"
#     environments       = ["staging", "production"]
#     parameter_prefixes = ["/platform/{environment}", "/platform/aspera_client_pem"]
#   }

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81"
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  aws = {
    account_id = data.aws_caller_identity.current.account_id
    partition  = data.aws_partition.current.partition
    dns_suffix = data.aws_partition.current.dns_suffix
    # Its id, since its name is called otherwise from version 6 of the provider on.
    region = data.aws_region.current.id
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_oidc_provider ? 1 : 0

  url            = var.issuer
  client_id_list = [local.audience]
}

resource "aws_iam_role" "this" {
  for_each = var.environments

  name               = "${var.role_name_prefix}${each.key}"
  description        = "Fetches the secrets of ${each.key} for ${var.organization}/${var.repository}"
  assume_role_policy = local.trust_policies[each.key]

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "read" {
  for_each = var.environments

  name   = "read"
  role   = aws_iam_role.this[each.key].id
  policy = local.read_policies[each.key]
}
