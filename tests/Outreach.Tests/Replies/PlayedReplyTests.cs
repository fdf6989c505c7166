using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>A resident who is played on a virtual clock.</summary>
public sealed class PlayedReplyTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task A_played_e_mail_is_read_without_what_it_quotes_and_who_signs_it()
    {
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes("naam;e-mail\nHenk;henk@post.example\n"));
        await program.AdvanceAsync(TimeSpan.Zero);
        await program.Http.PostAsync($"/api/meetings/{meeting}/send", null);
        await program.AdvanceAsync(TimeSpan.Zero);

        await program.SayAsync("henk@post.example", """
            Beste Marja,

            Ja ik kom graag met mijn vrouw.

            Met vriendelijke groet,
            Henk de Boer
            T 06-12345678

            Op ma 30 mrt 2026 om 18:24 schreef Samen in Wilgenhoek <buurt@post.example>:
            > Wilt u geen berichten meer? Antwoord dan STOP.
            """);

        var invited = await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations");
        var henk = Assert.Single(invited.GetProperty("items").EnumerateArray());
        Assert.Equal(("yes", 2), (henk.GetProperty("reply").GetString(), henk.GetProperty("party").GetInt32()));
    }
}
