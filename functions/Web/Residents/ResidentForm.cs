using System.Globalization;
using Outreach.Contacts;
using Outreach.Functions.Web.Fields;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Web.Residents;

/// <param name="Field">The name of the field it is about; the summary links there.</param>
/// <param name="Key">Its words, under <c>page.</c></param>
public sealed record FormError(string Field, string Key);

/// <summary>A form as a resident filled it in, and what is not right about it.</summary>
public sealed record ResidentForm
{
    public static readonly ResidentForm Empty = new();

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Language { get; init; }

    public string? Answer { get; init; }

    public string? Question { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    public int Party { get; init; } = 1;

    /// <summary>How many links there were when the form was shown.</summary>
    public int? Links { get; init; }

    public bool Agreed { get; init; }

    public bool MayNameMe { get; init; }

    public bool FromPage { get; init; }

    public IReadOnlyList<FormError> Errors { get; init; } = [];

    public FormError? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field);

    public ResidentForm With(string field, string key) => this with { Errors = [.. Errors, new FormError(field, key)] };

    /// <summary>Anything that is not a form is an empty one: its errors say what is missing.</summary>
    public static async Task<ResidentForm> ReadAsync(HttpRequest request)
    {
        if (await Forms.ReadAsync(request) is not { } form)
            return Empty;

        string? Text(string name) => CleanText.Of(form[name].ToString()).Trim() is { Length: > 0 } text ? text : null;
        return new ResidentForm
        {
            Name = Text("name"),
            Phone = Text("phone"),
            Email = Text("email"),
            Language = Text("language"),
            Answer = Text("answer"),
            Question = Text("question"),
            ShownAt = FormState.MomentOf(Text("shown")),
            Party = int.TryParse(Text("party") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var party) ? party : 0,
            Links = int.TryParse(Text("links"), NumberStyles.None, CultureInfo.InvariantCulture, out var links) ? links : null,
            Agreed = Text("agreed") is not null,
            MayNameMe = Text("mayNameMe") is not null,
            FromPage = Text("from") is "page",
        };
    }

    public ResidentForm CheckParty() => Party is >= 1 and <= Invitation.MaxParty ? this : With("party", "invitation.errors.party");

    /// <summary>Somebody we can write to: a name, and a mobile number or an e-mail address.</summary>
    /// <param name="unreachable">What to say when there is neither.</param>
    public ResidentForm CheckPerson(CountryRules countries, string unreachable, out Candidate candidate)
    {
        var named = Name is null ? With("name", "form.errors.name") : this;
        var wrong = new CandidateForm(Name, Phone, Email, Outreach.Languages.Language.Find(Language)?.Code).TryRead(countries, mustReach: true, out candidate);
        return wrong switch
        {
            ProblemCodes.CellTooLong => named.With("name", "form.errors.tooLong"),
            ProblemCodes.PhoneInvalid => named.With("phone", "form.errors.phone"),
            ProblemCodes.PhoneCountry => named.With("phone", "form.errors.phoneCountry"),
            ProblemCodes.EmailInvalid => named.With("email", "form.errors.email"),
            not null => named.With("phone", unreachable),
            null when candidate.Mobile is null && candidate.Email is null => named.With("phone", "form.errors.phone"),
            null => named,
        };
    }
}
