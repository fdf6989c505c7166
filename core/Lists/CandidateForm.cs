using Outreach.Contacts;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>A person as somebody types them in: on a page, at the door, through the API.</summary>
public sealed record CandidateForm(
    string? Name, string? Phone = null, string? Email = null, string? Language = null, string? Street = null, string? HouseNumber = null, string? Postcode = null)
{
    public const int MaxNameLength = 100;

    /// <summary>A fixed line beside the other number.</summary>
    public string? Landline { get; init; }

    /// <summary>The candidate, or the code of what is wrong: <see cref="ProblemCodes"/>. Unlike on a list, anything unusable is refused: whoever typed it is there to mend it.</summary>
    public string? TryRead(CountryRules countries, bool mustReach, out Candidate candidate)
    {
        candidate = new Candidate { Name = Trim(Name) };
        if (candidate.Name?.Length > MaxNameLength)
            return ProblemCodes.CellTooLong;
        if (Trim(Phone) is { } phone)
        {
            if (!PhoneNumber.TryParse(phone, countries, out var number, out var kind))
                return kind is PhoneKind.CountryNotAllowed ? ProblemCodes.PhoneCountry : ProblemCodes.PhoneInvalid;
            candidate = kind is PhoneKind.Landline ? candidate with { Landline = number } : candidate with { Mobile = number };
        }

        if (Trim(Landline) is { } second)
        {
            if (candidate.Landline is not null || !PhoneNumber.TryParse(second, countries, out var number, out var kind) || kind is not PhoneKind.Landline)
                return ProblemCodes.LandlineInvalid;
            candidate = candidate with { Landline = number };
        }

        if (Trim(Email) is { } email)
        {
            if (!EmailAddress.TryParse(email, out var address))
                return ProblemCodes.EmailInvalid;
            candidate = candidate with { Email = address };
        }

        if (Trim(Language) is { } language)
        {
            if (LanguageNames.CodeOf(language) is not { } code)
                return ProblemCodes.LanguageUnknown;
            candidate = candidate with { Language = code };
        }

        if ((Trim(Street) ?? Trim(HouseNumber) ?? Trim(Postcode)) is not null)
        {
            if (Trim(Street) is not { } street || Trim(HouseNumber) is not { } house || Trim(Postcode) is not { } typed
                || !Postal.TryPostcode(typed, countries, out var postcode) || !Postal.TrySplitNumber(house, out var number, out var addition))
                return ProblemCodes.PostcodeInvalid;
            candidate = candidate with { Address = new Address(street, number, addition, postcode, null) };
        }

        return mustReach && !candidate.IsReachable ? ProblemCodes.Unreachable : null;
    }

    private static string? Trim(string? text) => text is not null && CellText.Of(text) is { Length: > 0 } typed ? typed : null;
}
