// The address of one's own, with a certificate that Azure renews. Needs two DNS records first: a CNAME to the site, and a TXT record
// "asuid.<name>" with OUTREACH_DOMAIN_VERIFICATION. The name is bound without a certificate, then the certificate is made, then it is bound:
// each step needs the one before, and one file cannot name the same binding twice.
param siteName string
param planId string
param location string
param hostName string

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: siteName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-04-01' = {
  parent: site
  name: hostName
  properties: {
    siteName: siteName
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
  }
}

resource certificate 'Microsoft.Web/certificates@2024-04-01' = {
  name: hostName
  location: location
  properties: {
    serverFarmId: planId
    canonicalName: hostName
  }
  dependsOn: [
    binding
  ]
}

module secured 'domain-tls.bicep' = {
  name: 'domain-tls'
  params: {
    siteName: siteName
    hostName: hostName
    thumbprint: certificate.properties.thumbprint
  }
}
