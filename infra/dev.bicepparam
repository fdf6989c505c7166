// For trying out: cheap, small, easy to throw away. Use test credentials of Twilio and a sandboxed SendGrid key; no secret belongs in this file.
using 'main.bicep'

param environmentName = 'dev'
param storageCopies = 'Standard_LRS'
param instanceMemory = 512
param protect = false
param operators = filter(
  [readEnvironmentVariable('OUTREACH_OPERATOR'), readEnvironmentVariable('OUTREACH_DEPUTY', '')],
  address => !empty(address)
)
param monthlyBudget = 10
param budgetStart = readEnvironmentVariable('OUTREACH_BUDGET_START')
param groupName = readEnvironmentVariable('OUTREACH_GROUP_NAME', '')
param organisers = readEnvironmentVariable('OUTREACH_ORGANISERS', '')
param bootstrapApiKey = true

param oidc = empty(readEnvironmentVariable('OUTREACH_OIDC_AUTHORITY', ''))
  ? null
  : {
      authority: readEnvironmentVariable('OUTREACH_OIDC_AUTHORITY', '')
      clientId: readEnvironmentVariable('OUTREACH_OIDC_CLIENT_ID', '')
      only: bool(readEnvironmentVariable('OUTREACH_OIDC_ONLY', 'false'))
    }

param twilio = {
  accountSid: readEnvironmentVariable('TWILIO_ACCOUNT_SID')
  from: readEnvironmentVariable('TWILIO_FROM', '')
  messagingServiceSid: readEnvironmentVariable('TWILIO_MESSAGING_SERVICE_SID', '')
  apiKeySid: readEnvironmentVariable('TWILIO_API_KEY_SID', '')
}

param sendGrid = {
  from: readEnvironmentVariable('SENDGRID_FROM')
  replyDomain: readEnvironmentVariable('SENDGRID_REPLY_DOMAIN', '')
  eventPublicKey: readEnvironmentVariable('SENDGRID_EVENT_PUBLIC_KEY', '')
}

// Needed when a secret is new or changes; the vault keeps the others. Set them in the shell, not with "azd env set", which writes them to disk.
param secrets = {
  'Outreach-HashKey': readEnvironmentVariable('OUTREACH_HASH_KEY', '')
  'Outreach-ApiKey': readEnvironmentVariable('OUTREACH_API_KEY', '')
  'Outreach-Oidc-ClientSecret': readEnvironmentVariable('OUTREACH_OIDC_CLIENT_SECRET', '')
  'Twilio-AuthToken': readEnvironmentVariable('TWILIO_AUTH_TOKEN', '')
  'Twilio-ApiKeySecret': readEnvironmentVariable('TWILIO_API_KEY_SECRET', '')
  'SendGrid-ApiKey': readEnvironmentVariable('SENDGRID_API_KEY', '')
  'SendGrid-InboundSecret': readEnvironmentVariable('SENDGRID_INBOUND_SECRET', '')
}
