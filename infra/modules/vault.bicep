// The secrets. They are written through Azure Resource Manager, so whoever deploys can set one but, without a role of their own, read none.
param name string
param location string
param protect bool

@secure()
param secrets object

// The name of the setting, with "-" for "__".
var secretNames = [
  'Outreach-HashKey'
  'Outreach-ApiKey'
  'Twilio-AuthToken'
  'Twilio-ApiKeySecret'
  'SendGrid-ApiKey'
  'SendGrid-InboundSecret'
]

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
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

resource entries 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [for secretName in secretNames: if (contains(secrets, secretName) && !empty(secrets[secretName])) {
  parent: vault
  name: secretName
  properties: {
    value: secrets[secretName]
  }
}]

output name string = vault.name
output uri string = vault.properties.vaultUri
