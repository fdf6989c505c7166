using System.Globalization;
using System.Text;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Team;

public enum AddGroupProblem
{
    /// <summary>None, longer than <see cref="AddGroup.MaxNameLength"/> characters, or without a letter that an id can hold.</summary>
    Name,

    /// <summary>Not an e-mail address: a group begins with an owner.</summary>
    Owner,

    /// <summary>There is no such group, or it belongs to a regional group itself.</summary>
    Region,

    /// <summary>There is a group with this id.</summary>
    Exists,
}

/// <summary>Makes a project group with its first owner.</summary>
public sealed class AddGroup(GroupStore groups, TimeProvider clock)
{
    public const int MaxNameLength = 60;
    private const int MaxIdLength = 40;

    public async Task<(Group? Group, AddGroupProblem? Problem)> HandleAsync(string? name, string? owner, GroupId? region, string language, CancellationToken ct)
    {
        if (OneLine.OrNull(name) is not { Length: <= MaxNameLength } given || !GroupId.TryParse(IdOf(given), out var id))
            return (null, AddGroupProblem.Name);
        if (!EmailAddress.TryParse(owner, out var email))
            return (null, AddGroupProblem.Owner);
        if (region is { } over && await groups.FindAsync(over, ct) is not { Value.Region: null })
            return (null, AddGroupProblem.Region);
        var now = clock.GetUtcNow();
        var group = new Group { Id = id, Name = given, Language = language, Region = region, Members = [new Member(email.Value, Role.Owner, now)], CreatedAt = now };
        try
        {
            await groups.AddAsync(group, ct);
            return (group, null);
        }
        catch (ConflictException)
        {
            return (null, AddGroupProblem.Exists);
        }
    }

    /// <summary>"Buurt Zuid-West!" becomes <c>buurt-zuid-west</c>.</summary>
    internal static string IdOf(string name)
    {
        var id = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                id.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && id is [.., not '-'])
                id.Append('-');
        }

        return id.ToString()[..Math.Min(id.Length, MaxIdLength)].Trim('-');
    }
}
