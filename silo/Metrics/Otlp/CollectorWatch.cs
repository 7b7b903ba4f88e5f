using Microsoft.Extensions.Logging;

namespace Sems.Silo.Metrics.Otlp;

/// <summary>Sends to a collector, and says once when that fails and once when it works again; the exporter itself is silent.</summary>
internal sealed partial class CollectorWatch(Uri endpoint, ILogger log) : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
{
    private int _failing;

    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Note(base.Send(request, cancellationToken));
        }
        catch (Exception failure)
        {
            Fail(failure.Message);
            throw;
        }
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Note(await base.SendAsync(request, cancellationToken));
        }
        catch (Exception failure)
        {
            Fail(failure.Message);
            throw;
        }
    }

    private HttpResponseMessage Note(HttpResponseMessage reply)
    {
        if (!reply.IsSuccessStatusCode) Fail($"it answers {(int)reply.StatusCode}");
        else if (Interlocked.Exchange(ref _failing, 0) == 1) LogAgain(endpoint);
        return reply;
    }

    private void Fail(string reason)
    {
        if (Interlocked.Exchange(ref _failing, 1) == 0) LogFailed(endpoint, reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metrics cannot be sent to {Endpoint}: {Reason}; said once until it works again")]
    private partial void LogFailed(Uri endpoint, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Metrics are sent to {Endpoint} again")]
    private partial void LogAgain(Uri endpoint);
}
