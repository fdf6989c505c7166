using System.Text.Json.Serialization;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>Why we may write to a contact point unasked (Tw 11.7: consent that can be proven).</summary>
[JsonConverter(typeof(EnumWordConverter<Basis>))]
public enum Basis
{
    /// <summary>No basis for SMS or e-mail: paper, door and call only.</summary>
    None,
    Consent,
    Relation,

    /// <summary>They said no to it. No list that says yes for all of its people undoes that.</summary>
    Refused,

    /// <summary>Somebody filled it in on a form. One message goes there, and no other until its owner answers: then it is their consent.</summary>
    Form,
}

/// <summary>A basis with its proof: when and how it was given.</summary>
public sealed record Ground(Basis Basis, string? Note, DateTimeOffset At)
{
    [JsonIgnore]
    public bool AllowsUnasked => Basis is Basis.Consent or Basis.Relation;

    /// <summary>A list's basis holds for its rows, unless the row says something itself.</summary>
    public Ground As(Permission said) => said switch
    {
        Permission.Given => this with { Basis = Basis.Consent },
        Permission.Unproven => this with { Basis = Basis.None },
        Permission.Refused or Permission.OptedOut => this with { Basis = Basis.Refused },
        _ => this,
    };
}

/// <summary>One way to reach a person: a phone number or e-mail address, with the ground on which we use it.</summary>
public sealed record Contact(string Value, Ground Ground)
{
    /// <summary>The provider says that nothing can arrive here, and why.</summary>
    public string? BadCode { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When the single message that an unconfirmed contact may get was claimed; when that message is the form's own confirmation, the moment of the form.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>May an unasked message go here?</summary>
    [JsonIgnore]
    public bool IsOpen => BadCode is null && StoppedAt is null && (Ground.AllowsUnasked || Ground.Basis is Basis.Form && AskedAt is null);

    /// <summary>An unconfirmed contact has had the one message that may go there.</summary>
    public Contact Asked(DateTimeOffset at) => IsUnconfirmed && AskedAt is null ? this with { AskedAt = at } : this;

    /// <summary>The one message to an unconfirmed contact was not the form's confirmation.</summary>
    [JsonIgnore]
    public bool HasHadAnother => IsUnconfirmed && AskedAt is { } asked && asked != Ground.At;

    /// <summary>May we answer somebody who just wrote to us from here? No basis is needed for that.</summary>
    [JsonIgnore]
    public bool CanAnswer => BadCode is null && StoppedAt is null;

    [JsonIgnore]
    public bool IsUnconfirmed => Ground.Basis is Basis.Form;

    /// <summary>Its owner has answered.</summary>
    public Contact Confirmed(DateTimeOffset at) => IsUnconfirmed ? On(Ground with { Basis = Basis.Consent, At = at }) : this;

    /// <summary>The grounds that it was used on before, newest first: how a consent came about can be shown.</summary>
    public IReadOnlyList<Ground> Earlier { get => field ?? []; init => field = value.Count == 0 ? null : value; }

    /// <summary>From now on used on another ground.</summary>
    public Contact On(Ground ground) => ground == Ground ? this : this with { Ground = ground, Earlier = [Ground, .. Earlier.Take(MaxEarlier - 1)] };

    private const int MaxEarlier = 10;
}
