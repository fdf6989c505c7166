// The Flex Consumption plan and the one site on it.
param name string
param location string
param tags object
param identityId string
param packageContainer string

@allowed([512, 2048, 4096])
param instanceMemory int

@description('Flex Consumption takes 40 to 1,000.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@minValue(0)
@maxValue(40)
param alwaysReadyForPages int

@description('Spreads the instances over three buildings; cannot be changed once the plan exists.')
param zoneRedundant bool

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

// Not here, because Flex Consumption refuses a deployment that names them: alwaysOn and ftpsState (ARM error 51021).
resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  // azd finds the site of the service "outreach" by its tag.
  tags: union(tags, { 'azd-service-name': 'outreach' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyForPages > 0
          ? [
              {
                name: 'http'
                instanceCount: alwaysReadyForPages
              }
            ]
          : []
      }
    }
  }
}

// Packages are sent with an Entra ID sign-in; there is no user name and password for it.
resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

output name string = site.name
output planId string = plan.id
output hostName string = site.properties.defaultHostName
output domainVerification string = site.properties.customDomainVerificationId
