using Outreach.Records;

namespace Outreach.Replies;

/// <summary>Somebody wrote whom no group knows: a stop holds for all of them, a start word undoes it, and anything else that they say is for a person to read.</summary>
public sealed class ReadStranger(Understand understand, GroupStore groups, Suppressions suppressions, PutInInbox inbox, ContactHasher hasher)
{
    public async Task HandleAsync(InboundEvent inbound, CodeInText? code, CancellationToken ct)
    {
        var all = await groups.ListAsync(ct);
        var intent = understand.OfAStranger(code?.Rest ?? inbound.Words);
        var stop = intent as Intent.Stop;
        if (stop is not null)
        {
            foreach (var group in all)
                await suppressions.AddAsync(group.Id, [hasher.Of(group.Id, inbound)], new Suppression(inbound.At, OptOutSource.Reply), ct);
        }

        // Somebody who said stop and was then erased is a stranger too.
        foreach (var group in intent is Intent.Start ? all : [])
            await suppressions.LiftAsync(group.Id, hasher.Of(group.Id, inbound), inbound.At, ct);
        if (stop is not { SaysMore: false } && (all.FirstOrDefault(group => group.Id == code?.Row.Group) ?? all.MinBy(group => group.CreatedAt)) is { } reads)
        {
            // Without a code nobody can tell whose neighbour it is. Whoever set this up reads it: better than nobody.
            var item = PutInInbox.Of(inbound, reads, null, reads.Id == code?.Row.Group ? code.Row.Meeting : null);
            await inbox.HandleAsync(reads, item with { SaysStop = stop is not null }, ct);
        }
    }
}
