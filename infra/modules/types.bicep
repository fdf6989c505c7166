// The shapes of what an environment fills in. A misspelt or missing property is an error when the file is compiled.

@export()
@description('The sender of SMS. A number (from) or a Messaging Service is needed; the program refuses to start without either.')
type twilioSettings = {
  accountSid: string
  from: string?
  messagingServiceSid: string?
  apiKeySid: string?
  baseUrl: string?
  pace: string?
}

@export()
@description('The sender of e-mail.')
type sendGridSettings = {
  @minLength(1)
  from: string
  replyDomain: string?
  eventPublicKey: string?
  baseUrl: string?
}

@export()
@description('The OpenID Connect provider of your organisation, for signing in with a work account.')
type oidcSettings = {
  authority: string
  clientId: string

  @description('No links by mail: the work account is the only way to sign in.')
  only: bool?
}

@export()
@description('A certificate of your own in a key vault, for the address of your own.')
type domainSettings = {
  hostName: string

  @description('Resource id of the vault; App Service must be allowed to read certificates from it.')
  vaultId: string
  certificateName: string
}

@export()
@description('At least two: one of them is on holiday.')
@minLength(2)
type receivers = string[]

@export()
@description('Standard_LRS keeps three copies in one building, Standard_ZRS in three.')
type storageCopies = 'Standard_LRS' | 'Standard_ZRS'
