// Who opened the vault, and what was deleted from storage, in the workspace with the other logs. Reads and writes of storage are left out: they are as
// many as the storage transactions, and their addresses hold row keys.
param dataName string
param hostName string
param vaultName string
param workspaceId string

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }

  resource tables 'tableServices' existing = {
    name: 'default'
  }
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

var deletions = {
  workspaceId: workspaceId
  logs: [
    {
      category: 'StorageDelete'
      enabled: true
    }
  ]
  metrics: [
    {
      category: 'Transaction'
      enabled: true
    }
  ]
}

resource onDataBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: data::blobs
  name: 'workspace'
  properties: deletions
}

resource onTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: data::tables
  name: 'workspace'
  properties: deletions
}

resource onHostBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: host::blobs
  name: 'workspace'
  properties: deletions
}

resource onVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}
