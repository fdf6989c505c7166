using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The row of a list that shows two people to be one.</summary>
/// <param name="Reading">Which reading of the list: a row counts once in each.</param>
public sealed record JoiningRow(ListId List, int Reading, int Row)
{
    /// <summary>No row did: an organiser saw it.</summary>
    public static JoiningRow ByHand { get; } = new(new ListId("00000000"), 0, 0);
}

/// <summary>
/// Somebody who turned out to be another person we know. What there was of them is in here, and nowhere else, until that other person has it: so that nothing is
/// sent to both, and a move that was interrupted goes on from this row. What was written to and by them stays under their own id.
/// </summary>
/// <param name="From">The record that was merged away.</param>
public sealed record Joined(PersonId From, PersonId To, JoiningRow By) : IStored<Joined>
{
    static JsonTypeInfo<Joined> IStored<Joined>.Json => RecordsJson.Default.Joined;

    /// <summary>The list that brought them.</summary>
    public ListId? List { get; init; }

    /// <summary>Null once all of it is moved.</summary>
    public Person? Was { get; init; }

    public IReadOnlyList<Invitation> Invitations { get => field ?? []; init; }

    [JsonIgnore]
    public bool IsUnderway => Was is not null;
}
