// The last step of domain.bicep.
param siteName string
param hostName string
param thumbprint string

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: siteName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-04-01' = {
  parent: site
  name: hostName
  properties: {
    sslState: 'SniEnabled'
    thumbprint: thumbprint
  }
}
