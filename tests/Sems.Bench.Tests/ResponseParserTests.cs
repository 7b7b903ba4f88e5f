using System.Text;
using Sems.Bench.Load;

namespace Sems.Bench.Tests;

public sealed class ResponseParserTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nContent-Type: application/json\r\n\r\n";

    [Fact]
    public void A_response_is_found_once_its_last_byte_is_there()
    {
        var whole = Encoding.ASCII.GetBytes(Head + "{\"result\":1}");
        for (var length = 0; length < whole.Length; length++) Assert.False(ResponseParser.TryParse(whole.AsSpan(0, length), out _));

        Assert.True(ResponseParser.TryParse(whole, out var response));
        Assert.Equal(new Response(200, Head.Length, 12), response);
        Assert.Equal(whole.Length, response.Length);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", 503)]
    [InlineData("HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", 413)]
    public void The_status_is_told(string text, int status)
    {
        Assert.True(ResponseParser.TryParse(Encoding.ASCII.GetBytes(text), out var response));
        Assert.Equal((status, 0), (response.Status, response.BodyLength));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    [InlineData("HTTP/1.1 two\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    public void What_cannot_be_measured_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => ResponseParser.TryParse(Encoding.ASCII.GetBytes(text), out _));
}
