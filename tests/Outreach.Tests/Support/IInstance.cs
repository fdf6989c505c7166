namespace Outreach.Tests.Support;

/// <summary>One running instance of the program: standalone, or behind a Functions host. Disposing of it kills it.</summary>
internal interface IInstance : IDisposable
{
    /// <summary>Calls it as anybody outside does, with the key of the tests.</summary>
    HttpClient Http { get; }

    bool IsGone { get; }

    /// <summary>What it wrote.</summary>
    string Said { get; }

    /// <summary>Waits until it answers; false when it ended before.</summary>
    Task<bool> ListensAsync();

    /// <summary>Time goes on; when it returns, what was due is done.</summary>
    Task MoveToAsync(DateTimeOffset to);
}
