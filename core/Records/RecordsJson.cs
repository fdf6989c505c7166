using System.Text.Json.Serialization;

namespace Outreach.Records;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Joined))]
[JsonSerializable(typeof(ContactRow))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(Seats))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(Evaluation))]
[JsonSerializable(typeof(SmallQuestions))]
[JsonSerializable(typeof(WaitingNominee))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(Suppression))]
[JsonSerializable(typeof(CodeRow))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(WelcomePackage))]
[JsonSerializable(typeof(CardEntry))]
[JsonSerializable(typeof(AuditLine))]
[JsonSerializable(typeof(InboxItem))]
[JsonSerializable(typeof(SignUpDay))]
[JsonSerializable(typeof(SendMessageJob))]
public sealed partial class RecordsJson : JsonSerializerContext;
