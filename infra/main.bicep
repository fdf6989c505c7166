// Outreach on Azure Functions Flex Consumption: the parts list. Values of an environment stand in dev.bicepparam and prod.bicepparam.
// Deployed into one resource group by somebody who may create resources, role assignments and locks there; that person gets no access to data.
import { domainSettings, oidcSettings, receivers, sendGridSettings, storageCopies as copies, twilioSettings } from 'modules/types.bicep'

targetScope = 'resourceGroup'

@description('Short name of the environment; the last part of the names of resources.')
@maxLength(8)
param environmentName string

param location string = resourceGroup().location

@description('Put on every resource, beside the name of the application and of the environment.')
param extraTags object = {}

@description('Copies of the data. With Standard_ZRS the program runs in three buildings too; choose before the first deployment.')
param storageCopies copies = 'Standard_LRS'

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Most instances at the same time. A ceiling on costs, and on messages a second: each instance keeps its own pace.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances for pages that are always running. 0 costs nothing while nobody calls; 1 spares the first visitor a wait of some seconds.')
param alwaysReadyForPages int = 0

@description('Locks storage and vault against deletion, and keeps deleted secrets for 90 days. The last cannot be switched off again.')
param protect bool = true

@description('Most log data a day, in GB.')
param logGigabytesPerDay int = 1

@description('The address for residents and its certificate. Null: the address that Azure gives.')
param domain domainSettings?

@description('Where alerts and warnings about costs are mailed to.')
param operators receivers

@description('Euros a month (the currency of the subscription); mails go out at 80 % and at 100 %.')
@minValue(1)
param monthlyBudget int

@description('First day of the month of the first deployment, as 2026-12-01. Azure refuses another day afterwards.')
@minLength(1)
param budgetStart string

param timeZone string = 'Europe/Amsterdam'
param defaultCountry string = 'NL'
param allowedCountries string = 'NL BE DE'

@description('Name of the first project group.')
param groupName string = ''

@description('E-mail addresses of the first organisers, with spaces between them.')
param organisers string = ''

@description('Signing in with a work account. Null: by links that are mailed.')
param oidc oidcSettings?

param twilio twilioSettings
param sendGrid sendGridSettings

@description('Whether the vault holds a first API key (see secrets).')
param bootstrapApiKey bool = false

@description('Secrets to write into the vault, by the name of their setting with "-" for "__". Those left out or empty stay as they are.')
@secure()
param secrets object = {}

var suffix = uniqueString(resourceGroup().id)
var tags = union(extraTags, {
  application: 'outreach'
  environment: environmentName
})

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'outreach-${environmentName}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    dataName: 'outreach${suffix}'
    hostName: 'host${suffix}'
    location: location
    tags: tags
    copies: storageCopies
    protect: protect
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'outreach-${suffix}'
    location: location
    tags: tags
    protect: protect
    secrets: secrets
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: 'outreach-${environmentName}'
    location: location
    tags: tags
    gigabytesPerDay: logGigabytesPerDay
  }
}

module diagnostics 'modules/diagnostics.bicep' = {
  name: 'diagnostics'
  params: {
    dataName: storage.outputs.dataName
    hostName: storage.outputs.hostName
    vaultName: vault.outputs.name
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: identity.outputs.principalId
    dataName: storage.outputs.dataName
    hostName: storage.outputs.hostName
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module site 'modules/site.bicep' = {
  name: 'site'
  params: {
    name: 'outreach-${environmentName}-${suffix}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packageContainer: storage.outputs.packageContainer
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReadyForPages: alwaysReadyForPages
    zoneRedundant: storageCopies == 'Standard_ZRS'
  }
  // A site that starts before it may read its storage and its secrets fails, and tries the secrets again only after a day.
  dependsOn: [
    roles
  ]
}

var baseUrl = 'https://${domain.?hostName ?? site.outputs.hostName}'

module settings 'modules/settings.bicep' = {
  name: 'settings'
  params: {
    siteName: site.outputs.name
    clientId: identity.outputs.clientId
    hostBlobUri: storage.outputs.hostBlobUri
    queueUri: storage.outputs.queueUri
    hostTableUri: storage.outputs.hostTableUri
    dataBlobUri: storage.outputs.dataBlobUri
    tableUri: storage.outputs.tableUri
    insightsConnection: monitoring.outputs.connectionString
    vaultUri: vault.outputs.uri
    baseUrl: baseUrl
    timeZone: timeZone
    defaultCountry: defaultCountry
    allowedCountries: allowedCountries
    groupName: groupName
    organisers: organisers
    bootstrapApiKey: bootstrapApiKey
    oidc: oidc
    twilio: twilio
    sendGrid: sendGrid
  }
}

module ownDomain 'modules/domain.bicep' = if (domain != null) {
  name: 'domain'
  params: {
    siteName: site.outputs.name
    planId: site.outputs.planId
    location: location
    tags: tags
    domain: domain!
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: 'outreach-${environmentName}'
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    operators: operators
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: 'outreach-${environmentName}'
    amount: monthlyBudget
    start: budgetStart
    operators: operators
  }
}

// azd keeps these as variables of the environment.
output OUTREACH_URL string = baseUrl
output OUTREACH_SITE string = site.outputs.name
output OUTREACH_VAULT string = vault.outputs.name
output OUTREACH_STORAGE string = storage.outputs.dataName
output OUTREACH_HOST_STORAGE string = storage.outputs.hostName
output OUTREACH_DOMAIN_VERIFICATION string = site.outputs.domainVerification
