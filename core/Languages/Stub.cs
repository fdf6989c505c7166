namespace Outreach.Languages
{
    public sealed class Language
    {
        public string Code { get; init; } = "nl";
        public static Language? Find(string? code) => code is "nl" or "en" ? new Language { Code = code } : null;
        public static Language Choose(string? a, string? b) => Find(a) ?? Find(b) ?? new Language();
    }
}
namespace Outreach.Messages
{
    public static class MessageTexts { public static RenderedMessage Render(MessageKind k, Outreach.Languages.Language l, MessageFacts f) => new($"{k}", $"{k} {f.Link}", $"{k} {f.Link}", $"<p>{k}</p>"); }
}
namespace Outreach.Replies
{
    public sealed class ReplyReader { private readonly int _n = 1; public Reading Read(string t, string? l) => new(ReplyKind.Unclear, _n); }
}
