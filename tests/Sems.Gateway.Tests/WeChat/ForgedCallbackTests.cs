using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>Nobody but WeChat, and nothing a second time.</summary>
public sealed class ForgedCallbackTests
{
    private const int Many = 10_000;
    private const int Seed = 20_261_123;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_thousand_forged_and_replayed_callbacks_change_nothing_and_genuine_ones_among_them_work(bool encrypted)
    {
        await using var campus = await WechatCampus.StartAsync(encrypted);
        await campus.Student.Follows(true);
        var forge = new Forge(campus, new Random(Seed));
        var genuine = campus.Signed(Forge.Location(campus.Openid, 31, 121));
        Assert.Equal((HttpStatusCode.OK, "success"), await campus.PostAsync(genuine.Query, genuine.Body));
        var before = await campus.Student.WhereAmI();
        Assert.Equal((31, 121), (before!.Latitude, before.Longitude));

        var outcomes = new ConcurrentDictionary<string, int>();
        var forged = Enumerable.Range(0, Many).Select(i => forge.Make(i, genuine)).ToList();
        await Parallel.ForEachAsync(forged, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (request, _) =>
        {
            var (status, text) = await campus.PostAsync(request.Query, request.Body);
            Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.RequestEntityTooLarge && text.Length == 0, $"{request.Kind}: {status} {text}");
            outcomes.AddOrUpdate($"{request.Kind} {(int)status}", 1, (_, n) => n + 1);
        });
        Assert.Equal(Many, outcomes.Values.Sum());
        Assert.Equal(encrypted ? 15 : 9, outcomes.Count);
        Assert.True(outcomes.ContainsKey("oversized 413"));
        Assert.Equal(before, await campus.Student.WhereAmI());
        Assert.True(await campus.Student.DoesFollow());

        campus.Gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        genuine = campus.Signed(Forge.Location(campus.Openid, 32, 122));
        Assert.Equal((HttpStatusCode.OK, "success"), await campus.PostAsync(genuine.Query, genuine.Body));
        Assert.Equal(32, (await campus.Student.WhereAmI())!.Latitude);
    }

    [Fact]
    public async Task Of_many_copies_of_one_request_at_once_one_is_taken()
    {
        await using var campus = await WechatCampus.StartAsync();
        var (query, body) = campus.Signed(Forge.Location(campus.Openid, 31, 121));
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => campus.PostAsync(query, body)));
        Assert.Equal((1, 49), (all.Count(r => r.Status == HttpStatusCode.OK), all.Count(r => r.Status == HttpStatusCode.Forbidden)));
    }

    [Fact]
    public async Task The_echo_is_for_who_knows_the_token_and_once()
    {
        await using var campus = await WechatCampus.StartAsync();
        Assert.True((await campus.StandIn.People.VerifyAsync(CancellationToken.None)).Ok);
        var (query, _) = campus.Signed("");
        using var first = await campus.Gateway.Client.Http.GetAsync($"/wechat/callback{query}&echostr=123<b>");
        Assert.Equal(("123<b>", "text/plain"), (await first.Content.ReadAsStringAsync(), first.Content.Headers.ContentType!.MediaType));
        Assert.Equal(403, (int)(await campus.Gateway.Client.Http.GetAsync($"/wechat/callback{query}&echostr=123")).StatusCode);
        (query, _) = campus.Signed("", token: "another");
        Assert.Equal(403, (int)(await campus.Gateway.Client.Http.GetAsync($"/wechat/callback{query}&echostr=123")).StatusCode);
        Assert.Equal(403, (int)(await campus.Gateway.Client.Http.GetAsync("/wechat/callback?echostr=123")).StatusCode);
    }

    [Fact]
    public async Task Without_an_account_there_is_no_callback()
    {
        await using var gateway = await TestGateway.StartAsync();
        Assert.Equal(404, (int)(await gateway.Client.Http.GetAsync("/wechat/callback?echostr=1")).StatusCode);
        using var content = new StringContent("<xml></xml>");
        Assert.Equal(404, (int)(await gateway.Client.Http.PostAsync("/wechat/callback", content)).StatusCode);
    }

    /// <summary>Makes callbacks that are not WeChat's, or are no more.</summary>
    private sealed class Forge(WechatCampus campus, Random random)
    {
        private static readonly string[] OfBoth =
            ["wrong signature", "wrong token", "stale", "early", "replayed", "no nonce", "oversized", "document type", "not a message"];

        private static readonly string[] OfEncrypted = ["tampered", "another's signature", "wrong appid", "truncated", "random bytes", "plain"];

        public static string Location(string openid, double latitude, double longitude) =>
            CallbackEvent.Location(openid, latitude, longitude, 10).ToXml("gh", DateTimeOffset.UtcNow.ToUnixTimeSeconds());

        public (string Kind, string Query, string Body) Make(int i, (string Query, string Body) genuine)
        {
            var kinds = campus.Cipher is null ? OfBoth : [.. OfBoth, .. OfEncrypted];
            var kind = kinds[i % kinds.Length];
            var xml = random.Next(2) == 0
                ? Location(campus.Openid, random.NextDouble() * 80, random.NextDouble() * 170)
                : CallbackEvent.Unsubscribe(campus.Openid).ToXml("gh", DateTimeOffset.UtcNow.ToUnixTimeSeconds());
            var now = DateTimeOffset.UtcNow;
            var (query, body) = kind switch
            {
                "wrong signature" => Changed(campus.Signed(xml)),
                "wrong token" => campus.Signed(xml, token: Hex(24)),
                "stale" => campus.Signed(xml, at: now.AddSeconds(-random.Next(302, 1_000_000))),
                "early" => campus.Signed(xml, at: now.AddSeconds(random.Next(360, 1_000_000))),
                "replayed" => genuine,
                "no nonce" => campus.Signed(xml, nonce: ""),
                "oversized" => campus.Signed(xml + new string(' ', 70_000)),
                "document type" => campus.Signed(Bomb(xml)),
                "not a message" => campus.Signed(xml[..random.Next(xml.Length - 1)]),
                "tampered" => Tampered(campus.Signed(xml)),
                "another's signature" => (campus.Signed(xml).Query, campus.Signed(xml).Body),
                "wrong appid" => campus.Signed(xml, cipher: new MessageCipher(campus.Account.EncodingAesKey!, "wx" + Hex(16))),
                "truncated" => campus.Signed(xml, encrypted: campus.Cipher!.Encrypt(xml)[..^random.Next(1, 40)]),
                "random bytes" => campus.Signed(xml, encrypted: Convert.ToBase64String(Bytes(16 * random.Next(1, 20)))),
                "plain" => (campus.Signed(xml).Query.Split("&encrypt_type")[0], xml),
                _ => throw new InvalidOperationException(kind),
            };
            return (kind, query, body);
        }

        /// <summary>Ten to the ninth of a word, were it read.</summary>
        private static string Bomb(string xml)
        {
            var entities = Enumerable.Range(1, 9).Select(i => string.Create(
                CultureInfo.InvariantCulture, $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
            return $"<!DOCTYPE xml [<!ENTITY e0 \"ha\">{string.Concat(entities)}]>{xml.Replace("<xml>", "<xml><Bomb>&e9;</Bomb>", StringComparison.Ordinal)}";
        }

        private (string, string) Changed((string Query, string Body) signed) =>
            (signed.Query[..11] + Hex(40) + signed.Query[51..], signed.Body);

        private (string, string) Tampered((string Query, string Body) signed)
        {
            var at = random.Next(signed.Body.IndexOf("<Encrypt><![CDATA[", StringComparison.Ordinal) + 18, signed.Body.IndexOf("]]></Encrypt>", StringComparison.Ordinal) - 2);
            return (signed.Query, signed.Body[..at] + (signed.Body[at] == 'A' ? 'B' : 'A') + signed.Body[(at + 1)..]);
        }

        private string Hex(int length) => Convert.ToHexStringLower(Bytes(length / 2));

        private byte[] Bytes(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }
    }
}
