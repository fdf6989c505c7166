namespace Outreach.Tests.Support;

/// <summary>What goes wrong with one call to a made-up provider.</summary>
public abstract record ProviderFault
{
    private ProviderFault()
    {
    }

    /// <summary>Nothing is kept; this is said.</summary>
    public sealed record Answer(int Status, string Body = "", string ContentType = "application/json", string? Header = null, string? HeaderValue = null) : ProviderFault;

    /// <summary>The connection breaks before anything is kept.</summary>
    public sealed record LostRequest : ProviderFault;

    /// <summary>The message is kept, and the connection breaks before we hear of it.</summary>
    public sealed record LostAnswer : ProviderFault;

    public static Func<FakeCall, ProviderFault?> None => _ => null;

    public static Func<FakeCall, ProviderFault?> OnCall(int number, ProviderFault fault) => call => call.Number == number ? fault : null;

    public static Func<FakeCall, ProviderFault?> For(string receiver, ProviderFault fault) => call => call.Receivers.Contains(receiver) ? fault : null;

    /// <summary>A share of all calls, the same ones in every run.</summary>
    public static Func<FakeCall, ProviderFault?> Seeded(int seed, double share, ProviderFault fault) =>
        call => new Random((seed * 1_000_003) + call.Number).NextDouble() < share ? fault : null;
}

/// <param name="Number">From 1, of the calls that would send.</param>
public sealed record FakeCall(int Number, IReadOnlyList<string> Receivers);
