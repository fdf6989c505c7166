using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<CodeKind>))]
public enum CodeKind
{
    Invitation,

    /// <summary>Handed over by an attendee to somebody whom we do not know yet.</summary>
    PassOn,

    /// <summary>On a flyer or poster of a meeting; for many people.</summary>
    Flyer,
    Welcome,

    /// <summary>The code of somebody who checks people in; it opens no page of residents.</summary>
    Host,

    /// <summary>On a poster for new residents, or of the host of a building; for many people.</summary>
    NewResident,

    /// <summary>The code of the owner of one line of a contact card.</summary>
    Card,
}

/// <summary>What a resident's code opens. The person is the holder, or for a pass-on code the attendee who hands it over.</summary>
/// <param name="Line">For the owner of a line of the contact card: which.</param>
/// <param name="UsedBy">For a pass-on code: who answered with it. It is good for one.</param>
public sealed record CodeRow(GroupId Group, CodeKind Kind, PersonId? Person, MeetingId? Meeting, PersonId? UsedBy = null, string? Line = null) : IStored<CodeRow>
{
    static JsonTypeInfo<CodeRow> IStored<CodeRow>.Json => RecordsJson.Default.CodeRow;
}

/// <summary>The table of codes, partitioned by their first two characters; a batch shares them, so that it is one submit.</summary>
public sealed class Codes(ITables tables)
{
    public async Task<Stored<CodeRow>?> FindAsync(Code code, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Codes, code.Prefix, code.Value, ct) is { } row ? RowJson.Read<CodeRow>(row) : null;

    public async Task<Code> DrawAsync(CodeRow opens, CancellationToken ct) => (await DrawAsync([opens], ct))[0];

    /// <summary>One new code for each, at most 100, stored before it is given to anybody. A code that is drawn but never used opens nothing that exists.</summary>
    public async Task<IReadOnlyList<Code>> DrawAsync(IReadOnlyList<CodeRow> opens, CancellationToken ct)
    {
        while (true)
        {
            var prefix = Code.NewPrefix();
            var codes = opens.Select(_ => Code.New(prefix)).ToList();
            if (codes.Distinct().Count() < codes.Count)
                continue;
            try
            {
                await tables.SubmitAsync(TableNames.Codes, prefix, [.. codes.Zip(opens, (code, row) => Operation.Insert(code.Value, RowJson.Write(row)))], ct);
                return codes;
            }
            catch (ConflictException)
            {
                // One in 2^40 was taken: draw the batch again.
            }
        }
    }

    public Task ChangeAsync(Code code, Stored<CodeRow> before, CodeRow after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Codes, code.Prefix, [Operation.Replace(code.Value, RowJson.Write(after), before.ETag)], ct);

    public async Task RemoveAsync(Code code, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Codes, code.Prefix, [Operation.Delete(code.Value, Operation.AnyETag)], ct);
        }
        catch (ConflictException)
        {
            // Gone already.
        }
    }
}
