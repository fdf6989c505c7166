using Outreach.Ids;

namespace Outreach.Contacts;

/// <summary>A contact point as 128 bits of a keyed hash; the same number hashes differently in each group.</summary>
public readonly record struct ContactHash(string Value)
{
    public int Shard => Convert.ToInt32(Value[..2], 16) % PersonId.ShardCount;

    /// <summary>The first 64 bits: enough to keep a few million contact points apart in memory.</summary>
    public ulong Bits => Convert.ToUInt64(Value[..16], 16);
}
