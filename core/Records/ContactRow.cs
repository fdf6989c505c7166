using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The owner of a phone number, e-mail address or household name. Inserting it decides who is a duplicate.</summary>
/// <param name="At">When it was claimed: a claim whose person was never added may be taken over after a while.</param>
public sealed record ContactRow(PersonId Person, DateTimeOffset At) : IStored<ContactRow>
{
    static JsonTypeInfo<ContactRow> IStored<ContactRow>.Json => RecordsJson.Default.ContactRow;
}
