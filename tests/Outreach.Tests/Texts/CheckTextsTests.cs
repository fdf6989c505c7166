using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Texts;

public sealed class CheckTextsTests
{
    private static readonly Language Turkish = Language.Find("tr")!;

    [Fact]
    public async Task A_mark_keeps_who_and_when_for_one_text_and_is_taken_back()
    {
        using var here = await Neighbourhood.OpenAsync();
        var check = here.Get<CheckTexts>();

        await check.MarkAsync(Neighbourhood.Group, MessageKind.Reminder, Turkish, "Ayşe", default);
        var checks = await check.OfAsync(Neighbourhood.Group, default);
        await check.UnmarkAsync(Neighbourhood.Group, MessageKind.Reminder, Turkish, default);
        var after = await check.OfAsync(Neighbourhood.Group, default);

        Assert.Equal(new TextCheck("Ayşe", here.Now), checks.Find(MessageKind.Reminder, Turkish));
        Assert.Null(checks.Find(MessageKind.Nudge, Turkish));
        Assert.Null(checks.Find(MessageKind.Reminder, Language.Find("pl")!));
        Assert.Null(after.Find(MessageKind.Reminder, Turkish));
    }

    [Fact]
    public void A_mark_on_words_that_have_changed_since_no_longer_counts()
    {
        var mark = new CheckedText(MessageKind.Reminder, "tr", MessageTexts.HashOf(MessageKind.Reminder, Turkish), "Ayşe", default);

        Assert.NotNull(new TextChecks([mark]).Find(MessageKind.Reminder, Turkish));
        Assert.Null(new TextChecks([mark with { Hash = "of other words" }]).Find(MessageKind.Reminder, Turkish));
    }

    [Fact]
    public void Every_text_has_a_hash_of_its_own() =>
        Assert.Equal(
            Language.All.Count * Enum.GetValues<MessageKind>().Length,
            Language.All.SelectMany(language => Enum.GetValues<MessageKind>().Select(kind => MessageTexts.HashOf(kind, language))).Distinct().Count());
}
