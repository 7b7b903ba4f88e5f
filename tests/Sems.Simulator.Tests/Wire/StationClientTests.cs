using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sems.Simulator.Metrics;
using Sems.Simulator.Tests.Support;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Wire;

public class StationClientTests
{
    private static readonly ServiceRequest Request = ServiceRequests.End("c", "0001", "1");
    private readonly SimulatorStats _stats = new();
    private readonly ManualTime _time = new() { FiresAtOnce = true };

    [Fact]
    public async Task Retries_503_and_lost_connections_with_growing_pauses_and_counts_them_apart()
    {
        var handler = new Script(
            () => Reply(503, """{"result":-1,"message":"服务暂不可用"}"""), () => throw new HttpRequestException("refused"), () => Reply(503, ""),
            () => Reply(200, """{"result":1}"""));

        var exchange = await Client(handler).SendAsync(Request, ReplyExpectation.Done, default);

        Assert.True(exchange.IsDone);
        Assert.Equal(4, handler.Bodies.Count);
        Assert.All(handler.Bodies, body => Assert.Equal(Request.Text, body));
        Assert.Equal((1, 3, 0), (_stats[ServiceEndpoint.End].Requests, _stats[ServiceEndpoint.End].Retries, _stats.Errors.Count));
        Assert.Equal(3, _time.Waits.Count);
        Assert.True(_time.Waits[0] < _time.Waits[1] && _time.Waits[1] < _time.Waits[2], string.Join(' ', _time.Waits));
    }

    [Fact]
    public async Task Retries_429_after_as_long_as_it_is_told()
    {
        var handler = new Script(
            () =>
            {
                var busy = Reply(429, """{"result":-1,"message":"请求过于频繁"}""");
                busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
                return busy;
            },
            () => Reply(200, """{"result":1}"""));

        var exchange = await Client(handler).SendAsync(Request, ReplyExpectation.Done, default);

        Assert.True(exchange.IsDone);
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task Gives_up_in_the_end_and_says_so()
    {
        var handler = new Script(() => Reply(503, "busy"));

        var exchange = await Client(handler).SendAsync(Request, ReplyExpectation.Done, default);

        Assert.Null(exchange.Reply);
        var error = Assert.Single(_stats.Errors.First);
        Assert.Contains("gave up", error.Reason, StringComparison.Ordinal);
        Assert.Equal("busy", error.Reply);
    }

    [Fact]
    public async Task Keeps_request_and_reply_of_an_error_and_does_not_retry_it()
    {
        var handler = new Script(() => Reply(200, """{"result":-1,"message":"系统异常"}"""));

        var exchange = await Client(handler).SendAsync(Request, ReplyExpectation.Done, default);

        Assert.False(exchange.AsExpected);
        Assert.Single(handler.Bodies);
        var error = Assert.Single(_stats.Errors.First);
        Assert.Equal(Request.Text, error.Request);
        Assert.Contains("系统异常", error.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_station_key_and_the_documented_address()
    {
        var handler = new Script(() => Reply(200, """{"result":1}"""));
        var client = new StationClient(new HttpMessageInvoker(handler), new Uri("http://here:1/base/"), _stats, _time, "k1");

        await client.SendAsync(Request, ReplyExpectation.Done, default);

        Assert.Equal("http://here:1/base/service/end", handler.Last!.RequestUri!.ToString());
        Assert.Equal("k1", handler.Last.Headers.GetValues("X-Station-Key").Single());
    }

    private StationClient Client(Script handler) => new(new HttpMessageInvoker(handler), new Uri("http://here/"), _stats, _time);

    private static HttpResponseMessage Reply(int status, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }

    /// <summary>Answers by turns; the last answer stays.</summary>
    private sealed class Script(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        public HttpRequestMessage? Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Last = request;
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return answers[Math.Min(Bodies.Count, answers.Length) - 1]();
        }
    }
}
