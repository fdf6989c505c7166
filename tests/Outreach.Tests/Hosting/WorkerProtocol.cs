using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Outreach.Tests.Hosting;

/// <summary>
/// What a Functions host and its worker say to each other, read and written as JSON. The types are internal to the worker's package, but it carries their
/// description, and that is enough.
/// </summary>
internal static class WorkerProtocol
{
    private const int HeaderBytes = 5;

    private static readonly MessageDescriptor Message = ((FileDescriptor)Assembly.Load("Microsoft.Azure.Functions.Worker.Grpc")
        .GetType("Microsoft.Azure.Functions.Worker.Grpc.Messages.FunctionRpcReflection", throwOnError: true)!
        .GetProperty("Descriptor")!.GetValue(null)!).FindTypeByName<MessageDescriptor>("StreamingMessage");

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    /// <summary>Until the other side is done.</summary>
    public static async IAsyncEnumerable<JsonObject> ReadAllAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var header = new byte[HeaderBytes];
        while (await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, ct) == HeaderBytes)
        {
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1))];
            await stream.ReadExactlyAsync(body, ct);
            yield return JsonNode.Parse(Formatter.Format(Message.Parser.ParseFrom(body)))!.AsObject();
        }
    }

    public static async Task WriteAsync(Stream stream, JsonObject message, CancellationToken ct)
    {
        var body = JsonParser.Default.Parse(message.ToJsonString(), Message).ToByteArray();
        var frame = new byte[HeaderBytes + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), body.Length);
        body.CopyTo(frame, HeaderBytes);
        await stream.WriteAsync(frame, ct);
        await stream.FlushAsync(ct);
    }
}
