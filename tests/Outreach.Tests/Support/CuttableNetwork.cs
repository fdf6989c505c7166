using System.Net;
using System.Net.Sockets;

namespace Outreach.Tests.Support;

/// <summary>The way from a phone to the server, on a port of its own. It can be cut, it can be slow, and it can lose answers to what has arrived.</summary>
public sealed class CuttableNetwork : IDisposable
{
    private readonly Uri server;
    private readonly int port;
    private readonly List<TcpClient> open = [];
    private TcpListener? listener;
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool losesAnswers;
    private TimeSpan delay;

    public CuttableNetwork(string server)
    {
        this.server = new Uri(server);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public string Url => $"http://127.0.0.1:{port}";

    /// <summary>An answer was on its way and did not arrive.</summary>
    public Task AnswerLost => lost.Task;

    public void Cut()
    {
        listener?.Stop();
        listener = null;
        losesAnswers = false;
        CloseAll();
    }

    /// <summary>What is sent arrives from now on, and whoever sent it does not hear of it.</summary>
    public void LoseAnswers()
    {
        CloseAll();
        losesAnswers = true;
    }

    /// <summary>Answers take this long from now on.</summary>
    public void Slow(TimeSpan by)
    {
        CloseAll();
        delay = by;
    }

    public void Restore()
    {
        losesAnswers = false;
        delay = TimeSpan.Zero;
        CloseAll();
        if (listener is not null)
            return;
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public void Dispose() => Cut();

    private void CloseAll()
    {
        lock (open)
        {
            open.ForEach(connection => connection.Dispose());
            open.Clear();
        }
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var phone = await from.AcceptTcpClientAsync();
                var connection = new TcpClient();
                await connection.ConnectAsync(server.Host, server.Port);
                lock (open)
                    open.AddRange([phone, connection]);
                _ = CopyAsync(phone, connection, isAnswer: false);
                _ = CopyAsync(connection, phone, isAnswer: true);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut.
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool isAnswer)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var length)
            {
                if (isAnswer && losesAnswers)
                {
                    lost.TrySetResult();
                    break;
                }

                if (isAnswer)
                    await Task.Delay(delay);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException or SocketException)
        {
            // The other side has gone.
        }

        from.Dispose();
        to.Dispose();
    }
}
