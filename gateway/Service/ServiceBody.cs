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
    /// <param name="request">Whose.</param>
    /// <param name="within">The time it has to come.</param>
    /// <returns>The body, or null when it is over the limit.</returns>
    /// <exception cref="BadHttpRequestException">It did not come, or not in time.</exception>
    public static ValueTask<ReadOnlySequence<byte>?> ReadAsync(HttpRequest request, TimeSpan within)
    {
        if (request.ContentLength > MostBytes) return new ValueTask<ReadOnlySequence<byte>?>((ReadOnlySequence<byte>?)null);
        var reader = request.BodyReader;
        var read = reader.ReadAsync(request.HttpContext.RequestAborted);
        if (!read.IsCompletedSuccessfully) return WaitAsync(reader, read, within, request.HttpContext.RequestAborted);
        var first = read.Result; // nearly always all of it: it comes with the headers
        return first is { IsCompleted: true, IsCanceled: false, Buffer.Length: <= MostBytes }
            ? new ValueTask<ReadOnlySequence<byte>?>(first.Buffer)
            : WaitAsync(reader, new ValueTask<ReadResult>(first), within, request.HttpContext.RequestAborted);
    }

    private static async ValueTask<ReadOnlySequence<byte>?> WaitAsync(
        PipeReader reader, ValueTask<ReadResult> first, TimeSpan within, CancellationToken aborted)
    {
        using var limit = new Timer(static waiting => ((PipeReader)waiting!).CancelPendingRead(), reader, within, Timeout.InfiniteTimeSpan);
        var read = await first;
        while (true)
        {
            if (read.IsCanceled)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw new BadHttpRequestException("The body did not come in time", StatusCodes.Status408RequestTimeout);
            }
            if (read.Buffer.Length > MostBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(aborted);
        }
    }
}
