using Outreach.Contacts;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>
/// What makes a message one, under its person: the same decision composes the same step, so that it is written and sent once. They lie in stores and at providers:
/// a step that is composed otherwise is another message.
/// </summary>
public static class MessageStep
{
    /// <summary>The one message that goes to an unconfirmed contact.</summary>
    public const string SignUpConfirmation = "joined";

    /// <param name="putBack">How often the invitation was put back on the list.</param>
    public static string Ask(MeetingId meeting, int putBack) => putBack == 0 ? $"ask-{meeting}" : $"ask-{meeting}-{putBack}";

    /// <summary>What came in, by the provider's id of it.</summary>
    public static string Received(string eventId) => "in-" + InboxItem.IdFrom(eventId);

    /// <summary>A question from a page.</summary>
    public static string Asked(InboxItem item) => "in-" + item.Id;

    /// <summary>Our own answer to what came in.</summary>
    public static string AnswerTo(string eventId) => "re-" + InboxItem.IdFrom(eventId);

    /// <summary>An organiser's answer, by the question and the words.</summary>
    public static string AnswerTo(string item, string words) => $"answer-{item}-{InboxItem.IdFrom(words)[..8]}";

    /// <summary>The question that an organiser's answer is about; null for any other step.</summary>
    public static string? QuestionOf(string step) => step.Split('-') is ["answer", var item, ..] ? item : null;

    public static string PlaceFreed(MeetingId meeting) => $"placeFreed-{meeting}";

    /// <summary>Once for each meeting.</summary>
    public static string OnceFor(MessageKind kind, MeetingId meeting) => $"{kind}-{meeting}";

    /// <summary>Once for each day that the meeting is planned on.</summary>
    public static string Reminder(MeetingId meeting, DateOnly day) => $"{MessageKind.Reminder}-{meeting}-{day:yyyyMMdd}";

    /// <summary>Once for each part and each day that the meeting is planned on.</summary>
    public static string PartReminder(string part, DateOnly day) => $"{MessageKind.PartReminder}-{part}-{day:yyyyMMdd}";

    /// <summary>Once for each time that a line of the contact card is due.</summary>
    public static string CardCheck(string line) => $"{MessageKind.CardCheck}-{line}";

    /// <summary>Once in a lifetime.</summary>
    public static string Once(MessageKind kind) => kind.ToString();

    public static string Again(string step) => $"{step}-again";

    /// <summary>Whether it is tried, or was, because the first did not arrive.</summary>
    public static bool IsInsteadOf(string step, string first) =>
        step.StartsWith(first + "-", StringComparison.Ordinal) && step[(first.Length + 1)..].Split('-').All(part => part is "again" or "sms" or "email");

    /// <summary>The same message by the next channel.</summary>
    public static string By(string step, Channel channel) => $"{step}-{(channel is Channel.Sms ? "sms" : "email")}";
}
