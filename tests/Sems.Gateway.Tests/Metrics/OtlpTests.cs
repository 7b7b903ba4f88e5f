using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sems.Gateway.Tests.Metrics;

/// <summary>Metrics sent to a collector.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task A_collector_is_told_by_HTTP_and_protobuf()
    {
        await using var collector = new FakeCollector();
        await using var gateway = await TestGateway.StartAsync(
            ("Metrics:Otlp:Endpoint", collector.Address), ("Metrics:Otlp:Seconds", "1"), ("Metrics:Otlp:Headers", "X-Tenant=campus"));
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        foreach (var name in (string[])["sems-gateway", "sems.grain.calls", "sems.storage.commits", "sems.storage.commit.duration", "sems.service.requests", "dotnet.gc.collections"])
            await Waiting.UntilAsync(name + " has arrived", () => Task.FromResult(collector.Requests.Any(r => r.Contains(name, StringComparison.Ordinal))));
        var head = collector.Requests.First();
        Assert.StartsWith("POST /v1/metrics HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-protobuf\r\n", head, StringComparison.Ordinal);
        Assert.Contains("X-Tenant: campus\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_disturbs_nothing()
    {
        string address;
        await using (var gone = new FakeCollector()) address = gone.Address;
        await using var gateway = await TestGateway.StartAsync(("Metrics:Otlp:Endpoint", address), ("Metrics:Otlp:Seconds", "1"));
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 1, 1000)).MustBeDone();
    }

    [Theory]
    [InlineData("Endpoint", "collector:4318", "Metrics:Otlp:Endpoint must be the address of a collector, such as http://127.0.0.1:4318, it is 'collector:4318'")]
    [InlineData("Endpoint", "ftp://collector", "Metrics:Otlp:Endpoint must be the address of a collector, such as http://127.0.0.1:4318, it is 'ftp://collector'")]
    [InlineData("Endpoint", "http://me:secret@collector", "Metrics:Otlp:Endpoint must be an address without user, query and fragment; what a collector wants to know goes into Metrics:Otlp:Headers")]
    [InlineData("Headers", "key", "Metrics:Otlp:Headers must be name=value, more of them parted by commas")]
    [InlineData("Seconds", "0", "Metrics:Otlp:Seconds must be a whole number from 1 to 3600, it is '0'")]
    [InlineData("Seconds", "1.5", "Metrics:Otlp:Seconds must be a whole number from 1 to 3600, it is '1.5'")]
    public async Task A_setting_that_cannot_be_used_keeps_it_from_starting(string name, string value, string words)
    {
        (string, string)[] settings = name == "Endpoint" ? [] : [("Metrics:Otlp:Endpoint", "http://127.0.0.1:1")];
        Assert.Equal(words, (await Assert.ThrowsAsync<FormatException>(() => TestGateway.StartAsync([.. settings, ("Metrics:Otlp:" + name, value)]))).Message);
    }

    /// <summary>Takes what is sent and answers 200.</summary>
    private sealed class FakeCollector : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();
        private readonly List<string> _requests = [];
        private readonly Task _work;

        public FakeCollector()
        {
            _listener.Start();
            _work = Task.Run(AcceptAsync);
        }

        public string Address => $"http://{_listener.LocalEndpoint}";

        /// <summary>Requests so far, head and body, a character for a byte.</summary>
        public IReadOnlyList<string> Requests
        {
            get
            {
                lock (_requests) return [.. _requests];
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _work;
            _listener.Dispose();
            _end.Dispose();
        }

        private async Task AcceptAsync()
        {
            var connections = new List<Task>();
            try
            {
                while (true) connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
            catch (OperationCanceledException)
            {
                await Task.WhenAll(connections);
            }
        }

        private async Task AnswerAsync(TcpClient client)
        {
            using var connection = client;
            try
            {
                var stream = client.GetStream();
                var (bytes, buffer) = (new List<byte>(), new byte[16_384]);
                for (var read = 0; (read = await stream.ReadAsync(buffer, _end.Token)) > 0;)
                {
                    bytes.AddRange(buffer.AsSpan(0, read));
                    if (!IsWhole(Encoding.Latin1.GetString([.. bytes]), out var request)) continue;
                    lock (_requests) _requests.Add(request);
                    bytes.Clear();
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _end.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
            }
        }

        private static bool IsWhole(string text, out string request)
        {
            request = text;
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) return false;
            var length = text[..head].Split("\r\n").First(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)).Split(": ")[1];
            return text.Length >= head + 4 + int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
