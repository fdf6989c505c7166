using System.Net;
using System.Net.Sockets;

namespace Outreach.Tests.Support;

/// <summary>Answers the first request of each connection and closes it in good order at the next one, as an idle limit does.</summary>
public sealed class ClosingServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly byte[] answer;
    private readonly Task accepting;
    private int requests;

    public ClosingServer(string answer)
    {
        this.answer = System.Text.Encoding.ASCII.GetBytes(answer);
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Address => $"http://{listener.LocalEndpoint}";

    public int Requests => Volatile.Read(ref requests);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var buffer = new byte[65536];
        for (var left = 1; await connection.GetStream().ReadAsync(buffer) > 0; left--)
        {
            Interlocked.Increment(ref requests);
            if (left == 0)
                return;
            await connection.GetStream().WriteAsync(answer);
        }
    }
}
