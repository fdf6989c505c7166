// The secrets. They are written through Azure Resource Manager, so whoever deploys can set one but, without a role of their own, read none.
param name string
param location string
param tags object
param protect bool

@secure()
param secrets object

// The name of the setting, with "-" for "__".
var secretNames = [
  'Outreach-HashKey'
  'Outreach-ApiKey'
  'Outreach-Oidc-ClientSecret'
  'Twilio-AuthToken'
  'Twilio-ApiKeySecret'
  'SendGrid-ApiKey'
  'SendGrid-InboundSecret'
]

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // The service refuses "false": it can be absent or true.
    enablePurgeProtection: protect ? true : null
  }
}

resource entries 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = [
  for secretName in secretNames: if (contains(secrets, secretName) && !empty(secrets[secretName])) {
    parent: vault
    name: secretName
    properties: {
      value: secrets[secretName]
    }
  }
]

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  scope: vault
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the hash key in it nobody who said stop can be recognised. Remove this lock only to end the installation.'
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
