namespace Outreach.Functions.Web.Fields;

/// <summary>The one place where a form is read: whatever is wrong with its parts is the sender's mistake, not our failure.</summary>
internal static class Forms
{
    /// <summary>Null when it is not a form, is larger than a form may be, or is truncated.</summary>
    /// <exception cref="BadHttpRequestException">The body as a whole is too large, or did not arrive.</exception>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }
}
