output "role_arns" {
  description = "role-to-assume, by environment"
  value       = { for environment, role in aws_iam_role.this : environment => role.arn }
}
