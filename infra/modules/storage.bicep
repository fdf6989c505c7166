// Two accounts. Nobody holds a key to either: only identities with a role come in.
//   data   what we hold of people: tables and files. What is erased there is gone at once.
//   host   the state of the Functions host, the queues it watches and the program itself. A job in a queue holds ids; only "inbound" holds
//          texts, for the seconds until they are read, because the host reads queues from its own account.
import { storageCopies } from 'types.bicep'

param dataName string
param hostName string
param location string
param tags object
param copies storageCopies
param protect bool

// As in core/Storage/Keys.cs. The host makes a poison queue when it needs one; here it is made at once, so that it can be looked into.
var queueNames = [
  'lists'
  'invitations'
  'messages'
  'inbound'
]
var tableNames = [
  'People'
  'Codes'
  'Groups'
  'Meetings'
  'Lists'
  'Suppressions'
  'Inbox'
  'Welcome'
  'Cards'
  'Doors'
  'Outbox'
  'Timers'
  'Keys'
  'Audit'
]
var containerNames = [
  'outreach'
]
var packages = 'packages'

var rules = {
  allowSharedKeyAccess: false
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
  // Flex Consumption reaches storage over its public address unless it is joined to a network; who comes in is decided by roles.
  publicNetworkAccess: 'Enabled'
  networkAcls: {
    defaultAction: 'Allow'
    bypass: 'AzureServices'
  }
}
var forgetAtOnce = {
  deleteRetentionPolicy: {
    enabled: false
  }
  containerDeleteRetentionPolicy: {
    enabled: false
  }
}

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: dataName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: copies
  }
  properties: rules
}

resource dataBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: data
  name: 'default'
  properties: forgetAtOnce
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for containerName in containerNames: {
    parent: dataBlobs
    name: containerName
    properties: {
      publicAccess: 'None'
    }
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: data
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for tableName in tableNames: {
    parent: tableService
    name: tableName
  }
]

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: hostName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: copies
  }
  properties: rules
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: host
  name: 'default'
  properties: forgetAtOnce
}

resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: hostBlobs
  name: packages
  properties: {
    publicAccess: 'None'
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: host
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for queueName in queueNames: {
    parent: queueService
    name: queueName
  }
]

resource poisonQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for queueName in queueNames: {
    parent: queueService
    name: '${queueName}-poison'
  }
]

resource keepData 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  scope: data
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds what residents entrusted to the group. Remove this lock only to end the installation.'
  }
}

resource keepHost 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  scope: host
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds answers that wait to be read. Remove this lock only to end the installation.'
  }
}

output dataName string = data.name
output hostName string = host.name
output dataBlobUri string = data.properties.primaryEndpoints.blob
output tableUri string = data.properties.primaryEndpoints.table
output hostBlobUri string = host.properties.primaryEndpoints.blob
output queueUri string = host.properties.primaryEndpoints.queue
output hostTableUri string = host.properties.primaryEndpoints.table
output packageContainer string = '${host.properties.primaryEndpoints.blob}${packages}'
