using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

/// <summary>Packs what came in into texts for the queue <c>inbound</c> (<see cref="InboundBatch"/>).</summary>
public sealed class InboundTexts(ReplyReader reader)
{
    /// <summary>As few texts as can be, each within what the queue takes.</summary>
    public IEnumerable<string> Write(IEnumerable<InboundEvent> events)
    {
        var batch = new List<InboundEvent>();
        var bytes = 0;
        foreach (var next in events.Select(one => InboundCeiling.Fit(one, reader.StopIn)).OfType<InboundEvent>())
        {
            var size = InboundCeiling.Size(next);
            if (batch.Count > 0 && bytes + size > InboundCeiling.MaxBytes)
            {
                yield return Text(batch);
                batch.Clear();
                bytes = 0;
            }

            batch.Add(next);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return Text(batch);
    }

    private static string Text(IReadOnlyList<InboundEvent> events) => RowJson.WriteText(new InboundBatch([.. events]));
}
