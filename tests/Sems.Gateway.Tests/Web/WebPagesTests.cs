using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Sems.Gateway.Web;

namespace Sems.Gateway.Tests.Web;

public sealed class WebPagesTests : IAsyncLifetime
{
    private const string Script = "console.log('校园');";

    private readonly TempDirectory _directory = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication _web = null!;

    public async Task InitializeAsync()
    {
        Write("admin/index.html", "<!doctype html><title>控制台</title>");
        Write("wechat/index.html", "<!doctype html><title>充电</title>");
        Write("assets/app-1a2b.js", Script);
        using (var packed = new BrotliStream(File.Create(_directory["pages/assets/app-1a2b.js.br"]), CompressionLevel.Fastest))
            packed.Write(System.Text.Encoding.UTF8.GetBytes(Script));
        var builder = WebApplication.CreateSlimBuilder();
        _web = builder.Build();
        _web.Urls.Add("http://127.0.0.1:0");
        _web.MapWebPages(_directory["pages"], new PhonePolicy("https://res.wx.qq.com", "https://demo.example"));
        await _web.StartAsync();
        _http.BaseAddress = new Uri(_web.Urls.First());
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _web.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("/admin/", "script-src 'self';", "frame-ancestors 'none'")]
    [InlineData("/wechat/nearby", "script-src 'self' https://res.wx.qq.com;", "frame-ancestors https://demo.example")]
    public async Task Phone_pages_alone_run_WeChats_script_and_are_framed_by_who_is_named(string address, string scripts, string ancestors)
    {
        using var reply = await _http.GetAsync(address);
        var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains(scripts, policy, StringComparison.Ordinal);
        Assert.EndsWith(ancestors, policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("https://a.example http://127.0.0.1:5090", "https://a.example http://127.0.0.1:5090")]
    public void Who_may_frame_them_is_set(string text, string? ancestors) => Assert.Equal(ancestors, FramePolicy.Read(Settings(text)));

    [Theory]
    [InlineData("*")]
    [InlineData("https://a.example; script-src *")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_address_stops_the_start(string text) => Assert.Throws<FormatException>(() => FramePolicy.Read(Settings(text)));

    private static IConfiguration Settings(string text) => new ConfigurationBuilder().AddInMemoryCollection([new("Web:FrameAncestors", text)]).Build();

    [Fact]
    public async Task The_root_leads_to_the_console()
    {
        using var reply = await _http.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal("/admin/", reply.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/admin/")]
    [InlineData("/admin/stations/0001")]
    [InlineData("/admin/index.html")]
    public async Task A_page_answers_every_address_below_it_and_is_asked_for_anew(string address)
    {
        using var reply = await _http.GetAsync(address);
        Assert.Equal("text/html; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        Assert.Contains("控制台", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(reply.Headers.CacheControl?.NoCache);
        Assert.Contains("script-src 'self'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(reply.Headers.ETag!);
        using var unchanged = await _http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.9", "br")]
    [InlineData("br;q=0, identity", null)]
    [InlineData("gzip", null)]
    [InlineData("", null)]
    public async Task A_file_comes_compressed_to_who_understands_it(string accepted, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1a2b.js");
        if (accepted.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var reply = await _http.SendAsync(request);
        Assert.Equal(encoding, reply.Content.Headers.ContentEncoding.SingleOrDefault());
        await using var body = await reply.Content.ReadAsStreamAsync();
        using var text = new StreamReader(encoding is null ? body : new BrotliStream(body, CompressionMode.Decompress));
        Assert.Equal(Script, await text.ReadToEndAsync());
        Assert.Contains("immutable", reply.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/other.js")]
    [InlineData("/assets/..%2fadmin/index.html")]
    [InlineData("/stu/")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        using var reply = await _http.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory["pages/" + path])!);
        File.WriteAllText(_directory["pages/" + path], content);
    }
}
