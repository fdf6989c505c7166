using System.Runtime.CompilerServices;
using Azure;

namespace Outreach.Functions.Adapters.AzureStorage;

internal static class MissingAsEmpty
{
    /// <summary>The items, page by page; none when the table or the container is not there yet.</summary>
    public static async IAsyncEnumerable<T> OrNoneAsync<T>(this AsyncPageable<T> items, [EnumeratorCancellation] CancellationToken ct)
        where T : notnull
    {
        await using var item = items.GetAsyncEnumerator(ct);
        while (await MovesAsync(item))
            yield return item.Current;
    }

    private static async ValueTask<bool> MovesAsync<T>(IAsyncEnumerator<T> item)
    {
        try
        {
            return await item.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }
}
