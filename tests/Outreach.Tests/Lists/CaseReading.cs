using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>All that was made of a list, as the file of right values beside it says it: what is not there was not found.</summary>
internal sealed record CaseReading(
    int Rows,
    int Accepted,
    int Merged,
    int Rejected,
    IReadOnlyList<CasePerson>? People = null,
    IReadOnlyList<CaseProblem>? Problems = null,
    IReadOnlyList<string>? Ignored = null,
    IReadOnlyList<string>? Questions = null,
    int? Suppressed = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    public static CaseReading Of(byte[] content, string fileName)
    {
        var report = ListCheck.Run(new MemoryStream(content), fileName, ListRules.Dutch);
        using var list = ListFile.Open(new MemoryStream(content), fileName, ListRules.Dutch);
        return new(
            report.Rows,
            report.Accepted,
            report.Merged,
            report.Rejected,
            OrNull(list.Rows().Where(row => row.Candidate is not null).Select(CasePerson.Of)),
            OrNull(report.Problems.Select(CaseProblem.Of)),
            OrNull(report.IgnoredColumns.Select(column => $"{column.Column}: {JsonNamingPolicy.KebabCaseLower.ConvertName(column.Reason.ToString())}")),
            OrNull(report.Questions.Select(question => question.Column)),
            report.Suppressed > 0 ? report.Suppressed : null);
    }

    public static CaseReading Parse(string json) => JsonSerializer.Deserialize<CaseReading>(json, Json)!;

    public override string ToString() => JsonSerializer.Serialize(this, Json);

    private static List<T>? OrNull<T>(IEnumerable<T> all) => all.ToList() is { Count: > 0 } list ? list : null;
}

/// <param name="SmsConsent">What the row itself says, null when it says nothing.</param>
internal sealed record CasePerson(
    int Row, string? Name, string? Phone, string? Landline, string? Email, string? Address, string? Language, bool? SmsConsent, bool? EmailConsent)
{
    public static CasePerson Of(ListRow row) => new(
        row.Row,
        row.Candidate!.Name,
        row.Candidate.Mobile?.Value,
        row.Candidate.Landline?.Value,
        row.Candidate.Email?.Value,
        row.Candidate.Address is { } home ? Line(home) : null,
        row.Candidate.Language,
        Of(row.Candidate.Permissions.Sms),
        Of(row.Candidate.Permissions.Email));

    private static bool? Of(Permission permission) => permission is Permission.Unsaid ? null : permission is Permission.Given;

    private static string Line(Address home) =>
        $"{Joined(home.Street, home.HouseNumber, home.Addition)}, {Joined(home.Postcode, home.City)}";

    private static string Joined(params string?[] parts) => string.Join(' ', parts.Where(part => part is not null));
}

internal sealed record CaseProblem(int Row, string Column, string Code, string Value, string? Became = null, bool? Rejected = null)
{
    public static CaseProblem Of(RowProblem problem) =>
        new(problem.Row, problem.Column, problem.Code, problem.Value, problem.Became, problem.Rejected ? true : null);
}
