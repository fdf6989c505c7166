namespace Outreach.Contacts;

/// <param name="IsGuessed">The text could also be split differently.</param>
internal sealed record House(string Street, string Number, string? Addition, bool IsGuessed = false);
