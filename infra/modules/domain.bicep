// The address of one's own, with a certificate from a key vault: Flex Consumption makes and renews none itself. Needs two DNS records first: a CNAME
// to the site, and a TXT record "asuid.<name>" with OUTREACH_DOMAIN_VERIFICATION. A new version of the certificate in the vault is taken over by itself.
import { domainSettings } from 'types.bicep'

param siteName string
param planId string
param location string
param tags object
param domain domainSettings

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: siteName
}

resource certificate 'Microsoft.Web/certificates@2025-03-01' = {
  name: domain.certificateName
  location: location
  tags: tags
  properties: {
    serverFarmId: planId
    keyVaultId: domain.vaultId
    keyVaultSecretName: domain.certificateName
  }
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2025-03-01' = {
  parent: site
  name: domain.hostName
  properties: {
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'SniEnabled'
    thumbprint: certificate.properties.thumbprint
  }
}
