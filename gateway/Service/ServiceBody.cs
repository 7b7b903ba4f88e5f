using System.Buffers;
using System.IO.Pipelines;

namespace Sems.Gateway.Service;

/// <summary>Takes a whole request body of limited size off the wire.</summary>
public static class ServiceBody
{
    /// <summary>Bytes a body may have.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>
    /// Reads to the end of the body. The caller must hand the sequence's end back to the reader when done with it.
    /// </summary>
    /// <returns>The body, or null when it is over the limit.</returns>
    public static ValueTask<ReadOnlySequence<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes) return new ValueTask<ReadOnlySequence<byte>?>((ReadOnlySequence<byte>?)null);
        return ReadAsync(request.BodyReader, request.HttpContext.RequestAborted);
    }

    private static async ValueTask<ReadOnlySequence<byte>?> ReadAsync(PipeReader reader, CancellationToken aborted)
    {
        while (true)
        {
            var read = await reader.ReadAsync(aborted);
            if (read.Buffer.Length > MostBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
