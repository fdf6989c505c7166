// Warns, never switches anything off. Counts what Azure bills for this resource group; Twilio and SendGrid have limits of their own.
import { receivers } from 'types.bicep'

param name string
param amount int
param start string
param operators receivers

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      almost: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: operators
      }
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: operators
      }
    }
  }
}
