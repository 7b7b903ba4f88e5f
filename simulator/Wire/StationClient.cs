using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sems.Simulator.Metrics;

namespace Sems.Simulator.Wire;

/// <summary>
/// Sends a station's requests, retries what the server could not take (503, 429, no connection, no answer in time), checks every reply
/// and keeps the measurements. Every endpoint is safe to retry, so a retry is sent with the same bytes.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class StationClient(HttpMessageInvoker http, Uri server, SimulatorStats stats, TimeProvider time, string? stationKey = null)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(2);

    private readonly Uri[] _addresses = [.. ServiceEndpoints.All.Select(e => new Uri(server, "service/" + e.Name()))];

    /// <summary>How long a request is retried before it counts as an error. Real time.</summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A handler that many stations share.</summary>
    /// <param name="connections">Most connections to the server at once.</param>
    public static HttpMessageInvoker CreateInvoker(int connections) => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    /// <summary>Sends a request until it is answered, and checks the answer. A wrong answer is counted and kept, not thrown.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Exchange> SendAsync(ServiceRequest request, ReplyExpectation expectation, CancellationToken cancellation)
    {
        var endpoint = stats[request.Endpoint];
        endpoint.CountRequest();
        var began = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var answer = await TryOnceAsync(request, endpoint, cancellation).ConfigureAwait(false);
            if (!answer.Retry) return Judge(request, expectation, answer);
            if (time.GetElapsedTime(began) >= RetryFor)
            {
                stats.Errors.Add(request, answer.Text, $"gave up after {attempt + 1} attempts");
                return new Exchange(request, null, answer.Text, AsExpected: false);
            }

            endpoint.CountRetry();
            var pause = BackOff(request, attempt);
            await Task.Delay(answer.RetryAfter > pause ? answer.RetryAfter : pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private Exchange Judge(ServiceRequest request, ReplyExpectation expectation, Answer answer)
    {
        var reply = ReplyParser.Parse(request.Endpoint, answer.Status, answer.ContentType, answer.Body, out var fault);
        fault ??= expectation.Violation(reply!);
        if (fault is null) return new Exchange(request, reply, ReferenceEquals(reply, ServiceReply.Done) ? "{\"result\":1}" : answer.Text, true);
        stats.Errors.Add(request, $"{answer.Status} {answer.Text}", fault);
        return new Exchange(request, reply, answer.Text, AsExpected: false);
    }

    private async Task<Answer> TryOnceAsync(ServiceRequest request, EndpointStats endpoint, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(AnswerTimeout);
        using var message = new HttpRequestMessage(HttpMethod.Post, _addresses[(int)request.Endpoint]);
        message.Content = new ByteArrayContent(request.Body);
        message.Content.Headers.ContentType = Json;
        if (!string.IsNullOrEmpty(stationKey)) message.Headers.TryAddWithoutValidation("X-Station-Key", stationKey);
        try
        {
            var began = time.GetTimestamp();
            using var response = await http.SendAsync(message, timeout.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false);
            endpoint.Latency.Record(time.GetElapsedTime(began));
            return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body)
            {
                RetryAfter = response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero,
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Answer(0, null, [], e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(0, null, [], $"no answer within {AnswerTimeout.TotalSeconds:0} s");
        }
    }

    /// <summary>Doubling, with a spread of a quarter taken from the request itself so that runs repeat.</summary>
    private static TimeSpan BackOff(ServiceRequest request, int attempt)
    {
        var doubled = FirstBackOff * Math.Pow(2, Math.Min(attempt, 10));
        var spread = 1 + (((request.Body.Length * 31) + attempt) % 26 / 100.0);
        return (doubled < LongestBackOff ? doubled : LongestBackOff) * spread;
    }

    private readonly record struct Answer(int Status, string? ContentType, byte[] Body, string? Failure = null)
    {
        public bool Retry => Status is 0 or 429 or 503;

        /// <summary>How long the server asks to wait, at least.</summary>
        public TimeSpan RetryAfter { get; init; }

        public string Text => Failure ?? Encoding.UTF8.GetString(Body);
    }
}
