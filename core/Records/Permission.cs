using System.Text.Json.Serialization;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>What a row of a list says of one way to reach somebody. Said twice, the greater counts: a no found anywhere is a no.</summary>
public enum Permission
{
    Unsaid,
    Given,

    /// <summary>It says something that is neither a plain yes nor a plain no.</summary>
    Unproven,

    /// <summary>No consent was given.</summary>
    Refused,

    /// <summary>They asked not to be reached this way.</summary>
    OptedOut,
}

/// <summary>Ways to reach somebody, as columns name them.</summary>
[Flags]
public enum Ways
{
    None = 0,
    Sms = 1,
    Email = 2,
    Call = 4,
    Post = 8,
    All = Sms | Email | Call | Post,
}

/// <summary>What a row says of each way.</summary>
public readonly record struct Permissions(Permission Sms, Permission Email, Permission Call, Permission Post)
{
    /// <summary>A message may not follow, or not any more.</summary>
    public bool SayNo => Sms > Permission.Given || Email > Permission.Given || Call > Permission.Given || Post > Permission.Given;

    /// <summary>Only what is refused.</summary>
    internal Permissions Nos => new(No(Sms), No(Email), No(Call), No(Post));

    public bool HasNo => Nos != default;

    public Permissions And(Permissions other) => And(Ways.Sms, other.Sms).And(Ways.Email, other.Email).And(Ways.Call, other.Call).And(Ways.Post, other.Post);

    private static Permission No(Permission said) => said >= Permission.Refused ? said : Permission.Unsaid;

    public Permissions And(Ways ways, Permission said)
    {
        return new(Of(Sms, Ways.Sms), Of(Email, Ways.Email), Of(Call, Ways.Call), Of(Post, Ways.Post));

        Permission Of(Permission known, Ways way) => ways.HasFlag(way) && said > known ? said : known;
    }
}

/// <summary>What an organiser says a column means that may hold a no.</summary>
[JsonConverter(typeof(EnumWordConverter<ColumnMeaning>))]
public enum ColumnMeaning
{
    NoSms,
    NoEmail,
    NoContact,
    Consent,
    Ignore,
}

/// <summary>A column that may hold a no and is not understood. Nothing is sent to the people of the list until somebody says what it means.</summary>
/// <param name="Means">Null as long as nobody has said.</param>
public sealed record ListQuestion(string Column, string Why, ColumnMeaning? Means = null);
