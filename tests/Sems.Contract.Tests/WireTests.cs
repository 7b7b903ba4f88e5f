using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sems.Contract.Tests;

/// <summary>What is around a body: method, path, headers, size, encoding.</summary>
public sealed class WireTests(TestGateway gateway) : IClassFixture<TestGateway>
{
    private const string Body = """{"card_number":"5sdf87e4"}""";
    private const string Jack = """{"student_number":1030412535,"username":"jack","result":1}""";
    private const string NotAnObject = """{"result":-1,"message":"请求不是合法的 JSON 对象"}""";
    private const string TooLarge = """{"result":-1,"message":"请求超过 64 KiB"}""";
    private const int MostBytes = 64 * 1024;

    public static TheoryData<string> Calls => ["checkStudent", "start", "end", "charge", "AmmeterControl", "money"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Another_method_is_told_that_only_POST_is_taken(string call)
    {
        foreach (var method in (string[])["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
        {
            var reply = await gateway.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/service/" + call));
            reply.MustBe(405, """{"result":-1,"message":"只支持 POST"}""");
            Assert.Equal(["POST"], reply.Message.Content.Headers.Allow);
        }
        var head = await gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/service/" + call));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, head.Status);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_trailing_slash_makes_no_difference(string call)
    {
        var bare = await gateway.Client.ServiceAsync(call, "{}");
        var slashed = await gateway.Client.ServiceAsync(call + "/", "{}");
        slashed.MustBe(200, bare.Text);
        Assert.Contains("缺失", bare.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("checkStudents")]
    [InlineData("checkStudent/more")]
    [InlineData("")]
    public async Task A_name_that_is_no_call_is_not_found(string name)
    {
        (await gateway.Client.ServiceAsync(name, Body)).MustBe(404, """{"result":-1,"message":"没有这个接口"}""");
        (await gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/service/" + name))).MustBe(404, """{"result":-1,"message":"没有这个接口"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("image/png")]
    public async Task The_content_type_is_not_looked_at(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        (await PostAsync(content)).MustBe(200, Jack);
    }

    [Fact]
    public async Task A_content_type_that_is_none_is_not_looked_at_either()
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        content.Headers.TryAddWithoutValidation("Content-Type", "?!");
        (await PostAsync(content)).MustBe(200, Jack);
    }

    [Fact]
    public async Task A_byte_order_mark_is_fine()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        (await gateway.Client.ServiceAsync("checkStudent", [.. mark, .. Encoding.UTF8.GetBytes(Body)])).MustBe(200, Jack);
        (await gateway.Client.ServiceAsync("checkStudent", [.. mark, .. mark, .. Encoding.UTF8.GetBytes(Body)])).MustBe(200, NotAnObject);
        (await gateway.Client.ServiceAsync("checkStudent", mark)).MustBe(200, NotAnObject);
        (await gateway.Client.ServiceAsync("checkStudent", Encoding.Unicode.GetPreamble())).MustBe(200, NotAnObject);
    }

    [Fact]
    public async Task A_body_of_spaces_or_in_another_encoding_is_no_object()
    {
        (await gateway.Client.ServiceAsync("checkStudent", " \r\n\t ")).MustBe(200, NotAnObject);
        (await gateway.Client.ServiceAsync("checkStudent", Encoding.Unicode.GetBytes(Body))).MustBe(200, NotAnObject);
        (await gateway.Client.ServiceAsync("checkStudent", Body + "\0")).MustBe(200, NotAnObject);
        (await gateway.Client.ServiceAsync("checkStudent", Body + "\r\n \t")).MustBe(200, Jack);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD })]
    [InlineData(new byte[] { 0xE5, 0x8D })]
    public async Task Bytes_that_are_no_UTF_8_are_named_with_their_field(byte[] bad)
    {
        byte[] body = [.. """{"card_number":"a"""u8, .. bad, .. "\"}"u8];
        (await gateway.Client.ServiceAsync("checkStudent", body)).MustBe(200, """{"result":-1,"message":"card_number 含有非法字符"}""");
    }

    [Theory]
    [InlineData(63)]
    [InlineData(60_000)]
    public async Task Deep_nesting_is_answered_and_does_no_harm(int depth)
    {
        var body = """{"card_number":"5sdf87e4","deep":""" + new string('[', depth) + (depth < 64 ? new string(']', depth) + "}" : "");
        (await gateway.Client.ServiceAsync("checkStudent", body)).MustBe(200, depth < 64 ? Jack : NotAnObject);
        (await gateway.Client.ServiceAsync("checkStudent", Body)).MustBe(200, Jack);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_64_KiB_is_taken_and_one_byte_more_is_not(bool chunked)
    {
        (await PostAsync(Sized(MostBytes, chunked))).MustBe(200, Jack);
        (await PostAsync(Sized(MostBytes + 1, chunked))).MustBe(413, TooLarge);
        (await PostAsync(Sized(MostBytes, chunked))).MustBe(200, Jack);
    }

    [Fact]
    public async Task A_body_said_to_be_large_is_refused_before_it_is_sent()
    {
        using var wire = await RawConnection.OpenAsync(gateway.Client.Http.BaseAddress!);
        var reply = await wire.ExchangeAsync("POST /service/charge HTTP/1.1\r\nHost: sems\r\nContent-Length: 1000000000\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", reply, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + TooLarge, reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_many_small_pieces_is_put_together()
    {
        using var wire = await RawConnection.OpenAsync(gateway.Client.Http.BaseAddress!);
        var pieces = string.Concat(Body.Select(c => $"1\r\n{c}\r\n"));
        var reply = await wire.ExchangeAsync(
            $"POST /service/checkStudent HTTP/1.1\r\nHost: sems\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{pieces}0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", reply, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + Jack, reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_whose_pieces_are_broken_is_refused_and_the_reply_says_that_the_connection_ends()
    {
        using var wire = await RawConnection.OpenAsync(gateway.Client.Http.BaseAddress!);
        var reply = await wire.ExchangeAsync("POST /service/charge HTTP/1.1\r\nHost: sems\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", reply, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", reply, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"result\":-1,\"message\":\"请求没有完整到达\"}", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_station_that_speaks_HTTP_1_0_is_answered()
    {
        using var wire = await RawConnection.OpenAsync(gateway.Client.Http.BaseAddress!);
        var reply = await wire.ExchangeAsync($"POST /service/checkStudent HTTP/1.0\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        Assert.Contains(" 200 ", reply.Split("\r\n")[0], StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + Jack, reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_says_nothing_of_the_server_behind_it()
    {
        var reply = await gateway.Client.ServiceAsync("checkStudent", Body);
        Assert.Empty(reply.Message.Headers.Server);
        Assert.False(reply.Message.Headers.Contains("X-Powered-By"));
    }

    private Task<Reply> PostAsync(HttpContent content) =>
        gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/service/checkStudent") { Content = content });

    private static HttpContent Sized(int bytes, bool chunked)
    {
        var body = Encoding.UTF8.GetBytes(Body.PadRight(bytes));
        return chunked ? new ChunkedContent(body) : new ByteArrayContent(body);
    }
}
