namespace Outreach.Tests.Support;

public enum Moment
{
    /// <summary>Nothing has happened yet: a throw here is a request that never arrived.</summary>
    Before,

    /// <summary>It has happened: a throw here is an answer that was lost, or a crash right after.</summary>
    After,
}

/// <param name="operation">The port's method ("SubmitAsync"); a query comes by once for each page.</param>
/// <param name="target">What it works on: "Table/partition", a queue or a blob.</param>
public delegate void Fault(Moment moment, string operation, string target);

/// <summary>Stands before and after each storage call. What it throws, the caller gets; it decides by a seed, never by real time.</summary>
public sealed class Faults
{
    public Fault? Hook { get; set; }

    internal T Around<T>(string operation, string target, Func<T> call)
    {
        Hook?.Invoke(Moment.Before, operation, target);
        var result = call();
        Hook?.Invoke(Moment.After, operation, target);
        return result;
    }
}
