using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>The keys that protect cookies and forms, in the table <c>Keys</c>: every instance reads what another has written.</summary>
internal sealed class KeyRing(ITables tables) : IXmlRepository
{
    private const string Partition = "protection";

    // The interface is older than async; it is called once at start and once when a key is made.
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Upsert(friendlyName, JsonSerializer.SerializeToUtf8Bytes(new KeyRow(element.ToString(SaveOptions.DisableFormatting))))], CancellationToken.None)
            .GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var keys = new List<XElement>();
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Partition, KeyRange.All, null, CancellationToken.None))
            keys.Add(XElement.Parse(JsonSerializer.Deserialize<KeyRow>(row.Json.Span)!.Xml));
        return keys;
    }

    private sealed record KeyRow(string Xml);
}
