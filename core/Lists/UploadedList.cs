using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

[JsonConverter(typeof(EnumWordConverter<ListState>))]
public enum ListState
{
    Reading,
    Ready,
    Failed,

    /// <summary>An organiser is asked what its columns hold. Nothing of it is stored but the file.</summary>
    Columns,

    /// <summary>It is read to show what would become of it.</summary>
    Checking,

    /// <summary>What would become of it is shown; it waits for a yes.</summary>
    Checked,

    /// <summary>Its people are taken off again.</summary>
    Undoing,
    Undone,
}

/// <summary>An invite list and how far it has been read. <c>Rows = Accepted + Merged + Suppressed + Rejected</c>, always.</summary>
public sealed record UploadedList : IStored<UploadedList>
{
    static JsonTypeInfo<UploadedList> IStored<UploadedList>.Json => ListsJson.Default.UploadedList;

    public required ListId Id { get; init; }

    public required MeetingId Meeting { get; init; }

    public required string FileName { get; init; }

    public Basis Basis { get; init; }

    /// <summary>When and how the basis was given, in the organiser's words.</summary>
    public string? BasisNote { get; init; }

    /// <summary>The language of the organiser who uploaded it, for messages about rows.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the work began that it is in; null: when it was uploaded.</summary>
    public DateTimeOffset? AtWorkSince { get; init; }

    public ListState State { get; init; }

    /// <summary>The last row of the file whose outcome is in the counts: after a crash reading goes on below it.</summary>
    public int Checkpoint { get; init; }

    public int Rows { get; init; }

    public int Accepted { get; init; }

    public int Merged { get; init; }

    public int Suppressed { get; init; }

    public int Rejected { get; init; }

    /// <summary>Rows that a check found, or has come to: the whole for a progress bar.</summary>
    public int Total { get; init; }

    /// <summary>How often it was checked: each check writes a preview of its own.</summary>
    public int Check { get; init; }

    /// <summary>What an organiser chose for each column, by its place.</summary>
    public IReadOnlyList<ColumnUse?> Columns { get => field ?? []; init => field = value.Count == 0 ? null : value; }

    public HeaderKind Header { get; init; }

    /// <summary>Rows of which an organiser said that they are people of their own, whoever shares their number.</summary>
    public IReadOnlyList<int> Apart { get => field ?? []; init => field = value.Count == 0 ? null : value; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>How often it was begun anew.</summary>
    public int Reading { get; init; }

    /// <summary>Problems kept, at most <see cref="MaxProblems"/>; all rejected rows come back in the file of rejected rows.</summary>
    public int Problems { get; init; }

    /// <summary>Columns that may hold a no, with what an organiser said of them.</summary>
    public IReadOnlyList<ListQuestion> Questions { get => field ?? []; init => field = value.Count == 0 ? [] : value; }

    public IReadOnlyList<IgnoredColumn> IgnoredColumns { get => field ?? []; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the file itself was deleted; the counts stay.</summary>
    public DateTimeOffset? FileDeletedAt { get; init; }

    /// <summary>Nothing of it is stored but the file: an organiser has not said yes to it.</summary>
    [JsonIgnore]
    public bool IsDraft => State is ListState.Columns or ListState.Checking or ListState.Checked;

    /// <summary>A job is on it, or should be.</summary>
    [JsonIgnore]
    public bool IsAtWork => State is ListState.Reading or ListState.Checking or ListState.Undoing;

    /// <summary>It was read before; an answer to a question made it be read again.</summary>
    [JsonIgnore]
    public bool IsReadAgain => Questions.Any(question => question.Means is not null);

    /// <summary>Nothing is sent to its people: it is being read, or nobody has said yet what a column means that may hold a no.</summary>
    [JsonIgnore]
    public bool IsHeld => State is ListState.Reading or ListState.Undoing || (State is ListState.Ready && Questions.Any(question => question.Means is null));

    public const int MaxProblems = 100;
    public const int MaxNoteLength = 500;
    private const int MaxFileNameLength = 100;

    /// <summary>To be read anew: the same rows give the same people.</summary>
    public UploadedList FromTheBeginning(DateTimeOffset now) => this with
    {
        State = ListState.Reading,
        AtWorkSince = now,
        Reading = Reading + 1,
        Checkpoint = 0,
        Rows = 0,
        Accepted = 0,
        Merged = 0,
        Suppressed = 0,
        Rejected = 0,
        Problems = 0,
        FinishedAt = null,
    };

    /// <summary>The name of a file without its folders, of whatever system; the end of it when it is long, because there the kind stands.</summary>
    public static string NameOf(string? path)
    {
        var name = OneLine.OrNull(path?[(path.LastIndexOfAny(['/', '\\']) + 1)..]) ?? "list";
        return name.Length <= MaxFileNameLength ? name : name[^MaxFileNameLength..];
    }

    /// <summary>Ids of lists are unique within a group only.</summary>
    public static string BlobOf(GroupId group, ListId list) => $"{BlobsOf(group)}{list}/upload";

    /// <summary>The rejected rows, kept after the file itself is gone.</summary>
    public static string RejectedBlobOf(GroupId group, ListId list) => $"{BlobsOf(group)}{list}/rejected";

    /// <summary>What a check found, until somebody says yes or no to it.</summary>
    public static string PreviewBlobOf(GroupId group, ListId list, int check) => $"{BlobsOf(group)}{list}/preview-{check}";

    /// <summary>All that is kept of one list.</summary>
    public static string BlobsOf(GroupId group, ListId list) => $"{BlobsOf(group)}{list}/";

    public static string BlobsOf(GroupId group) => $"lists/{group}/";
}
