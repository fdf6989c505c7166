namespace Outreach.Tests.Web;

/// <summary>Tests of pages behind the sign-in: each has a site of its own, and is signed in.</summary>
public abstract class AsOrganiser : IAsyncLifetime
{
    protected OrganiserSite Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.SignInAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Site.DisposeAsync();
    }
}
