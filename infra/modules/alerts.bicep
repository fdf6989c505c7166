// What an operator hears of by mail. Each rule is a question to the logs; an answer with more than "most" rows is a mail.
import { receivers } from 'types.bicep'

param name string
param location string
param tags object
param insightsId string
param operators receivers

var workers = '\'ImportList\', \'SendInvitations\', \'SendMessage\', \'HandleInbound\', \'PlanReminders\', \'InviteWaitingNominees\', \'PollInbound\', \'PlanWelcome\', \'TellStaleCards\', \'Sweep\', \'RetryFailedWork\', \'ReportFailedWork\', \'Retain\', \'ForgetAnswers\''

var rules = [
  {
    key: 'poison'
    title: 'A message was put aside'
    description: 'Work failed five times and lies in a poison queue. See "Messages that were put aside" in docs/operating.md.'
    query: 'traces | where message has \'poison\''
    most: 0
    window: 'PT15M'
    severity: 1
  }
  {
    key: 'failures'
    title: 'Functions fail'
    description: 'More than ten runs of a queue or timer function failed in a quarter of an hour. Each is tried again; this says that it is not a passing fault.'
    query: 'requests | where name in (${workers}) and success == false'
    most: 10
    window: 'PT15M'
    severity: 2
  }
  {
    key: 'pages'
    title: 'Pages and calls fail'
    description: 'More than five answers with a status of 500 or above in a quarter of an hour.'
    query: 'requests | where toint(resultCode) >= 500'
    most: 5
    window: 'PT15M'
    severity: 1
  }
  {
    key: 'timers'
    title: 'No timer has run for half an hour'
    description: 'Reminders are planned every five minutes. None ran: the site is down or cannot start.'
    query: 'requests | where name in (\'PlanReminders\', \'PollInbound\', \'Sweep\') | summarize runs = count() | where runs == 0'
    most: 0
    window: 'PT30M'
    severity: 1
  }
  {
    key: 'provider'
    title: 'Twilio or SendGrid refuses our messages'
    description: 'ChannelStopped: nothing leaves until somebody acts; the log line has the code. Refused: single messages were filtered.'
    query: 'traces | where message has_cs \'ChannelStopped\' or message has_cs \': Refused, code\''
    most: 0
    window: 'PT15M'
    severity: 1
  }
]

resource receivingGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'outreach'
    emailReceivers: [
      for (email, i) in operators: {
        name: 'operator${i + 1}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      enabled: true
      displayName: 'Outreach: ${rule.title}'
      description: rule.description
      severity: rule.severity
      scopes: [
        insightsId
      ]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.most
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          receivingGroup.id
        ]
      }
    }
  }
]
