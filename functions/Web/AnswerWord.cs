using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies.Answers;

namespace Outreach.Functions.Web;

/// <summary>An answer by one word, as forms and calls say it. Not every reply can be given so: a question has words of its own.</summary>
internal static class AnswerWord
{
    /// <returns>Null for anything but yes, no or maybe.</returns>
    public static Reply? ReplyOf(string? word) => EnumWord.TryParse<Reply>(word, out var reply) && reply is Reply.Yes or Reply.No or Reply.Maybe ? reply : null;

    /// <returns>Null for anything but yes, no, maybe or stop.</returns>
    public static ReplyKind? KindOf(string? word) =>
        EnumWord.TryParse<ReplyKind>(word, out var kind) && kind is ReplyKind.Yes or ReplyKind.No or ReplyKind.Maybe or ReplyKind.Stop ? kind : null;
}
