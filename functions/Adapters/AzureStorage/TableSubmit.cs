using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>Changes to one partition as a request: one operation as itself, more as an entity group transaction.</summary>
internal sealed class TableSubmit(string table, string partition, IReadOnlyList<Operation> operations)
{
    // No row ever has it: a condition on it fails as it should, where a text of another form would be a bad request.
    public const string NoETag = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    public IReadOnlyList<Operation> Operations { get; } = operations;

    public bool IsBatch => Operations.Count > 1;

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Table names are letters and digits; a quote in a key is doubled, then everything is percent-encoded.</summary>
    public static string Path(string table, string partition, string key) =>
        $"/{table}(PartitionKey='{Quoted(partition)}',RowKey='{Quoted(key)}')";

    public HttpMessage Create(StoragePipeline pipeline) => IsBatch ? CreateBatch(pipeline) : CreateSingle(pipeline);

    private HttpMessage CreateSingle(StoragePipeline pipeline)
    {
        var operation = Operations[0];
        var body = new ArrayBufferWriter<byte>();
        if (operation.Kind is not OperationKind.Delete)
            EntityJson.Write(body, partition, operation, Id);
        var message = pipeline.Create(Verb(operation), PathOf(operation), RequestContent.Create(body.WrittenMemory));
        foreach (var (name, value) in Headers(operation))
            message.Request.Headers.SetValue(name, value);
        return message;
    }

    private HttpMessage CreateBatch(StoragePipeline pipeline)
    {
        var body = new ArrayBufferWriter<byte>(Operations.Sum(operation => operation.Json.Length + 512));
        Append(body, $"--batch_{Id}\r\nContent-Type: multipart/mixed; boundary=changeset_{Id}\r\n\r\n");
        foreach (var operation in Operations)
        {
            Append(body, $"--changeset_{Id}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(body, $"{Verb(operation).Method} {pipeline.Address}{PathOf(operation)} HTTP/1.1\r\n");
            foreach (var (name, value) in Headers(operation))
                Append(body, $"{name}: {value}\r\n");
            Append(body, "\r\n");
            if (operation.Kind is not OperationKind.Delete)
                EntityJson.Write(body, partition, operation, Id);
            Append(body, "\r\n");
        }

        Append(body, $"--changeset_{Id}--\r\n--batch_{Id}--\r\n");
        if (body.WrittenCount > RowRules.MaxSubmitBytes)
            throw new RowRuleException($"A submit holds at most {RowRules.MaxSubmitBytes} bytes; with what the table service adds this one has {body.WrittenCount}.");

        var message = pipeline.Create(RequestMethod.Post, "/$batch", RequestContent.Create(body.WrittenMemory));
        message.ResponseClassifier = BatchAnswer.Classifier;
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary=batch_{Id}");
        message.Request.Headers.SetValue("Accept", "application/json");
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        return message;
    }

    private string PathOf(Operation operation) =>
        operation.Kind is OperationKind.Insert ? $"/{table}" : Path(table, partition, operation.Key);

    private static RequestMethod Verb(Operation operation) => operation.Kind switch
    {
        OperationKind.Insert => RequestMethod.Post,
        OperationKind.Replace or OperationKind.Upsert => RequestMethod.Put,
        OperationKind.Merge or OperationKind.UpsertMerge => RequestMethod.Patch,
        _ => RequestMethod.Delete,
    };

    private static IEnumerable<(string Name, string Value)> Headers(Operation operation)
    {
        yield return ("Accept", "application/json;odata=nometadata");
        yield return ("DataServiceVersion", "3.0");
        if (operation.Kind is not OperationKind.Delete)
            yield return ("Content-Type", "application/json");
        if (operation.Kind is OperationKind.Insert)
            yield return ("Prefer", "return-no-content");
        if (operation.Kind is OperationKind.Replace or OperationKind.Merge or OperationKind.Delete)
            yield return ("If-Match", IsETag(operation.ETag!) ? operation.ETag! : NoETag);
    }

    private static bool IsETag(string etag) =>
        etag == Operation.AnyETag || (etag.StartsWith("W/\"datetime'", StringComparison.Ordinal) && etag.EndsWith("'\"", StringComparison.Ordinal) && !etag.AsSpan().ContainsAny("\r\n"));

    private static string Quoted(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private static void Append(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
