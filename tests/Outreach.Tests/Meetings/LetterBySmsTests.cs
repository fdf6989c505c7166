using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

/// <summary>A letter to everybody who is asked on paper, and the SMS that they write as it says.</summary>
public sealed partial class LetterBySmsTests : IAsyncLifetime
{
    private static readonly Uri PublicUrl = new("http://wijk.example");

    private FakeTwilio twilio = null!;
    private OrganiserSite site = null!;
    private int phones;

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.StartAsync(TimeProvider.System);
        site = new OrganiserSite(
            $"--Outreach:BaseUrl={PublicUrl}", $"--Twilio:AccountSid={FakeTwilio.AccountSid}", $"--Twilio:AuthToken={FakeTwilio.AuthToken}",
            $"--Twilio:From={FakeTwilio.Number}", $"--Twilio:BaseUrl={twilio.Url}", "--Twilio:Pace=0");
        await site.InitializeAsync();
        await site.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await twilio.DisposeAsync();
    }

    [Theory]
    [InlineData("nl", "U kunt ook een sms sturen naar <bdi>+3197010281234</bdi>. Schrijf dan JA <bdi>CODE</bdi> of NEE <bdi>CODE</bdi>.")]
    [InlineData("ar", "يمكنكم أيضًا إرسال رسالة قصيرة إلى الرقم <bdi>+3197010281234</bdi>. اكتبوا نعم <bdi>CODE</bdi> أو لا <bdi>CODE</bdi>.")]
    public async Task A_letter_tells_how_to_answer_by_sms_in_the_language_of_who_reads_it(string language, string line)
    {
        var meeting = await site.InvitedAsync($"Naam;Straat;Huisnummer;Postcode;Taal\nNoor de Wit;Lindelaan;12;1234 AB;{language}\n");

        foreach (var print in (string[])["", "?print=large"])
        {
            var letter = Assert.Single((await site.PageAsync(meeting + "/paper/letters" + print)).QuerySelectorAll($"article.sheet[lang={language}]"));

            Assert.Equal(line, letter.QuerySelector(".text")!.InnerHtml.Replace(letter.QuerySelector(".code strong")!.TextContent, "CODE", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_sms_as_a_letter_of_any_language_prints_it_is_read_as_the_answer_that_it_says()
    {
        var homes = Language.All.SelectMany((language, i) => (string[])[$"Buur {i};Lindelaan;{i + 1};1234 AB;{language.Code}", $"Buur {i};Plein;{i + 1};1234 CD;{language.Code}"]);
        var meeting = await site.InvitedAsync("Naam;Straat;Huisnummer;Postcode;Taal\n" + string.Join('\n', homes));
        var letters = (await site.PageAsync(meeting + "/paper/letters")).QuerySelectorAll("article.sheet").ToList();
        Assert.Equal(2 * Language.All.Count, letters.Count);

        foreach (var (i, letter) in letters.Index())
            await TextAsync(Printed(letter)[i % 2]);
        await site.DrainAsync();

        var invitations = await InvitationsAsync(meeting);
        foreach (var (i, letter) in letters.Index())
            Assert.Equal((letter.GetAttribute("lang"), i % 2 == 0 ? Reply.Yes : Reply.No), (letter.GetAttribute("lang"), invitations[CodeOf(letter)].Reply));
    }

    /// <summary>From any phone: nobody knows the numbers of people asked on paper.</summary>
    private async Task TextAsync(string words) =>
        (await twilio.CallSmsHookAsync(site.Browser, PublicUrl, twilio.Receive($"+31645678{++phones:000}", words))).EnsureSuccessStatusCode();

    private async Task<Dictionary<string, Invitation>> InvitationsAsync(string meeting)
    {
        var (items, _) = await site.Get<ListInvitations>().HandleAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), null, 100, CancellationToken.None);
        return items.ToDictionary(item => item.Invitation.Code.Value, item => item.Invitation);
    }

    private static string CodeOf(IElement letter) => letter.QuerySelector(".code strong")!.TextContent;

    /// <summary>The yes and the no, each a word and the code, as they stand in the line.</summary>
    private static string[] Printed(IElement letter)
    {
        var answers = WordAndCode().Matches(letter.QuerySelector(".text")!.TextContent).Where(match => match.Groups[1].Value == CodeOf(letter)).Select(match => match.Value).ToArray();
        Assert.Equal(2, answers.Length);
        return answers;
    }

    [GeneratedRegex(@"\w+ ([0-9A-Z]{10})\b")]
    private static partial Regex WordAndCode();
}
