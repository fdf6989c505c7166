using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class ConversationCallsTests
{
    [Fact]
    public async Task A_conversation_names_each_message_by_the_word_that_its_text_has_and_the_description_lists_these()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes("naam;mobiel\nAn;0611111111\n"));
        await program.AdvanceAsync(TimeSpan.Zero);
        (await program.Http.PostAsync($"/api/meetings/{meeting}/send", null)).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.Zero);
        await program.SayAsync("+31611111111", "ja");

        var invitation = (await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations")).GetProperty("items")[0];
        var messages = (await program.Http.GetFromJsonAsync<JsonElement>($"/api/people/{invitation.GetProperty("person").GetString()}/messages")).GetProperty("items");
        var schemas = (await program.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json")).GetProperty("components").GetProperty("schemas");

        Assert.Equal(["invitation", null, "confirmYes"], messages.EnumerateArray().Select(message => message.GetProperty("kind").GetString()));
        Assert.Contains("nomineeInvitation", schemas.GetProperty("MessageKind").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }
}
