using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>What is to be put right. What is left out stays, an empty text takes away.</summary>
/// <param name="Phone">The number that is used first; a fixed line beside it is the landline.</param>
/// <param name="Basis">For a number or e-mail address that is new: consent, relation or none.</param>
internal sealed record CorrectionBody(
    string? Name, string? Phone, string? Landline, string? Email, string? Language, string? Street, string? HouseNumber, string? Postcode, string? Basis, string? BasisNote)
{
    public CandidateForm Over(Person person)
    {
        var known = Correction.FormOf(person);
        return new CandidateForm(
            Name ?? known.Name, Phone ?? known.Phone, Email ?? known.Email, Language ?? known.Language, Street ?? known.Street, HouseNumber ?? known.HouseNumber, Postcode ?? known.Postcode)
        {
            Landline = Landline ?? known.Landline,
        };
    }
}

/// <summary>A program puts right what is known of somebody.</summary>
internal sealed class CorrectByCall(CorrectPerson correct, DescribePerson describe, Settings settings, TimeProvider clock)
{
    public async Task<IResult> HandleAsync(NamedPerson named, CorrectionBody body, CancellationToken ct)
    {
        if (body.Over(named.Person).TryRead(settings.Countries, mustReach: false, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        if (GroundOf(body, clock.GetUtcNow(), out var ground) is { } refused)
            return refused;
        var corrected = await correct.HandleAsync(named.Group, named.Id, known => Correction.Of(candidate, known), ground, ct);
        return corrected.Problem switch
        {
            null => Results.Ok(await describe.HandleAsync(named.Group, corrected.Person!, ct)),
            CorrectionProblem.Unknown => Problems.NotFound("person"),
            CorrectionProblem.NoGround => Problems.Invalid(
                "basis", "Say on what ground you may write to the new number or address: basis=consent, relation or none.", "With consent or relation, write in basisNote when and how it was given."),
            CorrectionProblem.PhoneTaken => Problems.Of(StatusCodes.Status409Conflict, "phone-taken", "This number belongs to somebody else in your group. Nothing was changed."),
            CorrectionProblem.EmailTaken => Problems.Of(StatusCodes.Status409Conflict, "email-taken", "This e-mail address belongs to somebody else in your group. Nothing was changed."),
            _ => Problems.Of(StatusCodes.Status409Conflict, "address-taken", "Somebody else with this name is known at this address. Nothing was changed."),
        };
    }

    private static IResult? GroundOf(CorrectionBody body, DateTimeOffset now, out Ground? ground)
    {
        ground = null;
        if (body.Basis is null)
            return null;
        if (!EnumWord.TryParse<Basis>(body.Basis, out var basis) || basis is Basis.Refused or Basis.Form)
            return Problems.Invalid("basis", "Give the basis as consent, relation or none.");
        var note = body.BasisNote?.Trim();
        if (basis is not Basis.None && note is not { Length: > 0 and <= UploadedList.MaxNoteLength })
            return Problems.Invalid("basis-note", $"Write in basisNote when and how it was given, in {UploadedList.MaxNoteLength} characters at most.");
        ground = new Ground(basis, note, now);
        return null;
    }
}
