using Outreach.Ids;

namespace Outreach.Contacts;

/// <summary>A contact point without the contact point: 128 bits of a keyed hash, apart for each group.</summary>
public readonly record struct ContactHash(string Value)
{
    public int Shard => Convert.ToInt32(Value[..2], 16) % PersonId.ShardCount;

    /// <summary>Enough to tell a few million apart.</summary>
    public ulong Bits => Convert.ToUInt64(Value[..16], 16);
}
