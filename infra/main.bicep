// Outreach on Azure Functions Flex Consumption: the parts list. Values of an environment stand in dev.bicepparam and prod.bicepparam.
// Deployed into one resource group by somebody who may create resources and role assignments there; that person gets no access to data.
targetScope = 'resourceGroup'

@description('Short name of the environment; the last part of the names of resources.')
@maxLength(8)
param environmentName string

param location string = resourceGroup().location

@description('Copies of the data: Standard_LRS in one building, Standard_ZRS in three.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_LRS'

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Most instances at the same time. A ceiling on costs, and on messages a second: each instance keeps its own pace.')
param maximumInstances int = 40

@description('Instances for pages that are always running. 0 costs nothing while nobody calls; 1 spares the first visitor a wait of some seconds.')
param alwaysReadyForPages int = 0

@description('Keeps deleted secrets from being purged for 90 days. Cannot be switched off again.')
param protectVault bool = true

@description('Most log data a day, in GB.')
param logGigabytesADay int = 1

@description('The address for residents, such as "uitnodiging.example.nl". Empty: the address that Azure gives.')
param customDomain string = ''

@description('Where alerts and warnings about costs are mailed to.')
param operatorEmail string

@description('Euros a month (the currency of the subscription); mails go out at 80 % and at 100 %. 0: no budget.')
param monthlyBudget int = 0

@description('First day of the month of the first deployment. Azure refuses another day afterwards.')
param budgetStart string = ''

param timeZone string = 'Europe/Amsterdam'
param defaultCountry string = 'NL'
param allowedCountries string = 'NL BE DE'

@description('Name of the first project group.')
param groupName string = ''

@description('E-mail addresses of the first organisers, with spaces between them.')
param organisers string = ''

@description('accountSid, from or messagingServiceSid; apiKeySid, baseUrl and pace are optional.')
param twilio object

@description('from; replyDomain, eventPublicKey and baseUrl are optional.')
param sendGrid object

@description('Whether the vault holds a first API key (see secrets).')
param bootstrapApiKey bool = false

@description('Secrets to write into the vault, by the name of their setting with "-" for "__". Those left out or empty stay as they are.')
@secure()
param secrets object = {}

var suffix = uniqueString(resourceGroup().id)
var siteName = 'outreach-${environmentName}-${suffix}'
var storageName = 'outreach${suffix}'
var vaultName = 'outreach-${suffix}'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'outreach-${environmentName}'
    location: location
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: storageName
    location: location
    sku: storageSku
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: vaultName
    location: location
    protect: protectVault
    secrets: secrets
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: 'outreach-${environmentName}'
    location: location
    gigabytesADay: logGigabytesADay
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module site 'modules/site.bicep' = {
  name: 'site'
  params: {
    name: siteName
    location: location
    identityId: identity.outputs.id
    packageContainer: storage.outputs.packageContainer
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReadyForPages: alwaysReadyForPages
  }
  // A site that starts before it may read its storage and its secrets fails, and tries the secrets again only after a day.
  dependsOn: [
    roles
  ]
}

module settings 'modules/settings.bicep' = {
  name: 'settings'
  params: {
    siteName: site.outputs.name
    clientId: identity.outputs.clientId
    blobUri: storage.outputs.blobUri
    queueUri: storage.outputs.queueUri
    tableUri: storage.outputs.tableUri
    insightsConnection: monitoring.outputs.connectionString
    vaultUri: vault.outputs.uri
    baseUrl: empty(customDomain) ? 'https://${site.outputs.hostName}' : 'https://${customDomain}'
    timeZone: timeZone
    defaultCountry: defaultCountry
    allowedCountries: allowedCountries
    groupName: groupName
    organisers: organisers
    bootstrapApiKey: bootstrapApiKey
    twilio: twilio
    sendGrid: sendGrid
  }
}

module domain 'modules/domain.bicep' = if (!empty(customDomain)) {
  name: 'domain'
  params: {
    siteName: site.outputs.name
    planId: site.outputs.planId
    location: location
    hostName: customDomain
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: 'outreach-${environmentName}'
    location: location
    insightsId: monitoring.outputs.insightsId
    operatorEmail: operatorEmail
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  name: 'budget'
  params: {
    name: 'outreach-${environmentName}'
    amount: monthlyBudget
    start: budgetStart
    operatorEmail: operatorEmail
  }
}

// azd keeps these as variables of the environment.
output OUTREACH_URL string = empty(customDomain) ? 'https://${site.outputs.hostName}' : 'https://${customDomain}'
output OUTREACH_SITE string = site.outputs.name
output OUTREACH_VAULT string = vault.outputs.name
output OUTREACH_STORAGE string = storage.outputs.name
output OUTREACH_DOMAIN_VERIFICATION string = site.outputs.domainVerification
