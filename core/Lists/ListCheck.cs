using System.Security.Cryptography;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>What an upload would say.</summary>
/// <param name="Rows">Not blank; always accepted + merged + suppressed + rejected.</param>
/// <param name="Problems">The first 100.</param>
public sealed record ListReport(
    int Rows,
    int Accepted,
    int Merged,
    int Suppressed,
    int Rejected,
    IReadOnlyList<IgnoredColumn> IgnoredColumns,
    IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Columns that may hold a no: nothing is sent before somebody says what they mean.</summary>
    public IReadOnlyList<ListQuestion> Questions { get; init; } = [];

    /// <summary>False when an upload would fail: the file was refused, or holds no row.</summary>
    public bool IsReadable => Rows > 0;
}

/// <summary>Reads a whole list and says what an upload into an empty group would say. Nothing is stored.</summary>
public static class ListCheck
{
    public const int MaxProblems = UploadedList.MaxProblems;

    /// <param name="rejectedRows">Where the rejected rows go with their reasons, if anywhere.</param>
    public static ListReport Run(Stream content, string fileName, ListRules rules, Stream? rejectedRows = null)
    {
        // Under a key that is never kept.
        using var hasher = new ContactHasher(RandomNumberGenerator.GetBytes(32));
        var contacts = new FileContacts(GroupId.Default, hasher);
        var bytes = BytesOf(content);
        using (var first = ListFile.Open(new MemoryStream(bytes), fileName, rules))
        {
            if (first.Refusal is { } refusal)
                return new(0, 0, 0, 0, 0, first.IgnoredColumns, [refusal]) { Questions = first.Questions };
            // A no holds for all of the file, and so it is read before the first row is counted.
            foreach (var row in first.Rows())
                contacts.Add(row);
        }

        using var list = ListFile.Open(new MemoryStream(bytes), fileName, rules);
        using var rejectedFile = rejectedRows is null ? null : new RejectedFile(rejectedRows, list, rules);
        var forecast = new ListForecast(Nobodys(fileName, rules), rules.OrganiserLanguage, contacts, new KnownContacts(new Dictionary<ulong, Person>(), new HashSet<PersonId>(), new HashSet<string>()));
        foreach (var row in list.Rows())
        {
            forecast.Add(row, list.NameColumn);
            if (row is { IsAboutFile: false, Candidate: null })
                rejectedFile?.Write(row);
        }

        var found = forecast.ToPreview(list);
        return new(contacts.Rows, found.New, found.Merged, found.Suppressed, found.Rejected, found.IgnoredColumns, found.Problems) { Questions = list.Questions };
    }

    private static UploadedList Nobodys(string fileName, ListRules rules) =>
        new() { Id = ListId.New(DateTimeOffset.UnixEpoch), Meeting = MeetingId.New(DateTimeOffset.UnixEpoch), FileName = fileName, Language = rules.OrganiserLanguage, At = DateTimeOffset.UnixEpoch };

    /// <summary>One byte more than a list may have shows that it is too large.</summary>
    private static byte[] BytesOf(Stream content)
    {
        using (content)
        {
            using var whole = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (whole.Length <= ListRules.MaxBytes && content.Read(buffer) is > 0 and var read)
                whole.Write(buffer, 0, read);
            return whole.ToArray();
        }
    }
}
