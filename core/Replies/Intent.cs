using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>What a resident wants of us, as far as their words say.</summary>
public abstract record Intent
{
    private Intent()
    {
    }

    /// <param name="Party">Null: it does not say how many come, and leaves an earlier number as it is.</param>
    /// <param name="WrittenIn">The language that it was surely written in.</param>
    public sealed record Answer(Reply Reply, int? Party, string? WrittenIn) : Intent
    {
        /// <summary>"Ok": a yes to an invitation, but it turns no answer round that was given before.</summary>
        public bool IsMereOk { get; init; }

        /// <summary>A reason not to come, and no word that says no.</summary>
        public bool IsMereReason { get; init; }

        /// <summary>Not all of it was understood.</summary>
        public bool LeavesOut { get; init; }

        /// <summary>Nothing but yes or no: it may answer another question of ours.</summary>
        public bool IsBare { get; init; }

        /// <summary>"Both": two people, or two invitations that are open?</summary>
        public bool SaysBoth { get; init; }
    }

    /// <param name="MayAsk">There may be a question in it.</param>
    public sealed record Thanks(bool MayAsk) : Intent;

    /// <param name="IsAnswered">The provider knows the word, and has answered it.</param>
    public sealed record Stop(bool IsAnswered) : Intent
    {
        /// <summary>It may be about less than all messages, or about more: a person reads it.</summary>
        public bool SaysMore { get; init; }
    }

    /// <summary>The word that lifts a stop.</summary>
    public sealed record Start : Intent;

    public sealed record Help : Intent;

    /// <summary>The number or address is somebody else's.</summary>
    public sealed record WrongNumber : Intent;

    /// <summary>Takes the language that we offered.</summary>
    public sealed record ReadIn(Language Language) : Intent;

    /// <summary>A question, or nothing we are sure of: a person reads it. Never guessed.</summary>
    public sealed record Unsure : Intent
    {
        /// <summary>They sent our own message back, with a raised thumb perhaps: it neither answers nor asks anything.</summary>
        public bool SaysNothing { get; init; }
    }
}
