using Outreach.Ids;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

/// <summary>
/// How long each field of a message from outside may be, and the one place that shortens it. What identifies (an address, a thread) is never cut: half of
/// it is somebody else's, so one that is too long counts as none.
/// </summary>
internal static class InboundCeiling
{
    public const int MaxAddress = 320;
    public const int MaxIdentifier = 200;
    public const int MaxReference = RowRules.MaxKeyCharacters;
    public const int MaxSubject = 500;

    /// <summary>A row keeps it as one value, and the mark of what was cut has room beside it.</summary>
    public const int MaxText = RowRules.MaxStringCharacters - 1024;

    /// <summary>One event in a text of the queue, with what the batch puts around it.</summary>
    public const int MaxBytes = QueueRules.MaxTextBytes - 1024;

    private const string Cut = "\n[…]\n";
    private const int MaxStopLength = 200;

    /// <summary>A character takes six bytes at most, when it is escaped.</summary>
    private const int MaxStopBytes = (MaxStopLength + 10) * 6;

    /// <summary>Null when nobody can have sent it.</summary>
    /// <param name="one">As it came, of any length.</param>
    /// <param name="stopIn">Finds a stop in what is cut out of a long text: that one is kept.</param>
    public static InboundEvent? Fit(InboundEvent one, Func<string, string?> stopIn)
    {
        if (one.From.Length > MaxAddress)
            return null;
        var fitted = one with
        {
            Id = one.Id.Length > MaxIdentifier ? TextHash.Of(one.Id) : one.Id,
            To = OrNone(one.To, MaxAddress),
            Subject = one.Subject is { } subject ? subject[..Whole(subject, MaxSubject)] : null,
            InReplyTo = OrNone(one.InReplyTo, MaxReference),
            Reference = OrNone(one.Reference, MaxReference),
            ProviderId = OrNone(one.ProviderId, MaxIdentifier),
            Code = OrNone(one.Code, MaxIdentifier),
            OptOutType = OrNone(one.OptOutType, MaxIdentifier),
        };
        return FitText(fitted, stopIn);
    }

    public static int Size(InboundEvent one) => RowJson.Write(one).Length + 1;

    private static InboundEvent FitText(InboundEvent one, Func<string, string?> stopIn)
    {
        if (one.Text is not { } text)
            return one;
        if (text.Length <= MaxText && Size(one) <= MaxBytes)
            return one;
        var room = Math.Min(MaxText, text.Length);
        while (Size(one with { Text = Shortened(text, room, "") }) > MaxBytes - MaxStopBytes)
            room -= room / 8 + 1;
        var (head, tail) = Ends(text, room);
        return one with { Text = Shortened(text, room, stopIn(text[head..tail]) is { Length: <= MaxStopLength } stop ? stop + Cut : "") };
    }

    /// <summary>Its beginning and its end, where people say what they want, and between them a stop if there was one.</summary>
    private static string Shortened(string text, int room, string between)
    {
        var (head, tail) = Ends(text, room);
        return text[..head] + Cut + between + text[tail..];
    }

    private static (int Head, int Tail) Ends(string text, int room)
    {
        var tail = text.Length - room / 4;
        return (Whole(text, room * 3 / 4), tail < text.Length && char.IsLowSurrogate(text[tail]) ? tail + 1 : tail);
    }

    private static string? OrNone(string? text, int most) => text?.Length > most ? null : text;

    /// <summary>Cuts to a maximum length without splitting a surrogate pair.</summary>
    private static int Whole(string text, int most)
    {
        var length = Math.Min(text.Length, most);
        return length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
    }
}
