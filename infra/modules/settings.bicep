// The environment variables of the site. Azure replaces the whole collection, so every one stands here (functions/Hosting/SettingNames.cs explains them).
import { oidcSettings, sendGridSettings, twilioSettings } from 'types.bicep'

param siteName string
param clientId string
param hostBlobUri string
param queueUri string
param hostTableUri string
param dataBlobUri string
param tableUri string
param insightsConnection string
param vaultUri string
param baseUrl string
param timeZone string
param defaultCountry string
param allowedCountries string
param groupName string
param organisers string
param bootstrapApiKey bool
param oidc oidcSettings?
param twilio twilioSettings
param sendGrid sendGridSettings

var secretAt = '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/'
var organiserList = filter(split(organisers, ' '), one => !empty(one))
var organiserSettings = toObject(
  range(0, length(organiserList)),
  i => 'Outreach__Organisers__${i}',
  i => organiserList[i]
)

// Pre-started .NET processes have crashed on .NET 10 under load (azure-functions-dotnet-worker#3335): starting plainly costs a first visitor about a second.
var platform = {
  WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
}

// An empty one is left out.
var candidates = {
  AzureWebJobsStorage__blobServiceUri: hostBlobUri
  AzureWebJobsStorage__queueServiceUri: queueUri
  AzureWebJobsStorage__tableServiceUri: hostTableUri
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
  Outreach__BlobServiceUri: dataBlobUri
  Outreach__TableServiceUri: tableUri
  Outreach__BaseUrl: baseUrl
  Outreach__TimeZone: timeZone
  Outreach__DefaultCountry: defaultCountry
  Outreach__AllowedCountries: allowedCountries
  Outreach__GroupName: groupName
  Outreach__Oidc__Authority: oidc.?authority ?? ''
  Outreach__Oidc__ClientId: oidc.?clientId ?? ''
  Outreach__Oidc__ClientSecret: empty(oidc.?authority ?? '') ? '' : '${secretAt}Outreach-Oidc-ClientSecret)'
  Outreach__Oidc__Only: (oidc.?only ?? false) ? 'true' : ''
  Outreach__Proxies: '1'
  Outreach__PagesPerMinute: '300'
  Outreach__WrongCodesInTenMinutes: '30'
  Outreach__SignInsInTenMinutes: '20'
  Outreach__SignUpsPerDay: '20'
  Outreach__WrongKeysInTenMinutes: '30'
  Outreach__MessagesPerDay: '25000'
  Outreach__SmsPrice: '0.10'
  Outreach__HashKey: '${secretAt}Outreach-HashKey)'
  Outreach__ApiKey: bootstrapApiKey ? '${secretAt}Outreach-ApiKey)' : ''
  Twilio__AccountSid: twilio.accountSid
  Twilio__AuthToken: '${secretAt}Twilio-AuthToken)'
  Twilio__ApiKeySid: twilio.?apiKeySid ?? ''
  Twilio__ApiKeySecret: empty(twilio.?apiKeySid ?? '') ? '' : '${secretAt}Twilio-ApiKeySecret)'
  Twilio__From: twilio.?from ?? ''
  Twilio__MessagingServiceSid: twilio.?messagingServiceSid ?? ''
  Twilio__BaseUrl: twilio.?baseUrl ?? ''
  Twilio__Pace: twilio.?pace ?? ''
  SendGrid__ApiKey: '${secretAt}SendGrid-ApiKey)'
  SendGrid__From: sendGrid.from
  SendGrid__ReplyDomain: sendGrid.?replyDomain ?? ''
  SendGrid__EventPublicKey: sendGrid.?eventPublicKey ?? ''
  SendGrid__InboundSecret: empty(sendGrid.?replyDomain ?? '') ? '' : '${secretAt}SendGrid-InboundSecret)'
  SendGrid__BaseUrl: sendGrid.?baseUrl ?? ''
}

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: siteName
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'appsettings'
  properties: union(
    platform,
    organiserSettings,
    toObject(filter(items(candidates), one => !empty(one.value)), one => one.key, one => one.value)
  )
}
