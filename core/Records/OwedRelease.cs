using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The numbers and addresses of somebody who was erased, until nobody is found by them any more.</summary>
public sealed record OwedRelease(PersonId Person, IReadOnlyList<ContactHash> Contacts) : IStored<OwedRelease>
{
    static JsonTypeInfo<OwedRelease> IStored<OwedRelease>.Json => RecordsJson.Default.OwedRelease;
}
