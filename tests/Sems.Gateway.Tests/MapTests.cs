namespace Sems.Gateway.Tests;

/// <summary>The map behind the stations, and how students are reached.</summary>
public sealed class MapTests
{
    private const string Settings = "/api/admin/settings";

    [Fact]
    public async Task Without_settings_there_are_no_pictures()
    {
        await using var gateway = await TestGateway.StartAsync();
        Assert.Equal(
            """{"tile_url":"","subdomains":"","attribution":"","coordinates":"wgs84","max_zoom":18,"center":null,"zoom":16}""",
            (await gateway.Client.AdminAsync("/api/admin/map")).Text);
    }

    [Fact]
    public async Task What_is_configured_is_overlaid_by_what_is_set()
    {
        await using var gateway = await TestGateway.StartAsync(("Charging:Map:TileUrl", "https://tiles.test/{z}/{x}/{y}"), ("Charging:Map:Attribution", "© 地图"));
        var set = await gateway.Client.AdminSendAsync(HttpMethod.Patch, Settings, """
            {"version":0,"settings":{"map":{"tile_url":"https://rt{s}.map.gtimg.com/tile?z={z}&x={x}&y={-y}","subdomains":"0123","coordinates":"gcj02",
            "center_latitude":31.48,"center_longitude":120.27,"zoom":17}}}
            """);
        Assert.Equal(200, (int)set.Status);
        Assert.Equal(
            """{"tile_url":"https://rt{s}.map.gtimg.com/tile?z={z}&x={x}&y={-y}","subdomains":"0123","attribution":"© 地图","coordinates":"gcj02","max_zoom":18,"center":{"latitude":31.48,"longitude":120.27},"zoom":17}""",
            (await gateway.Client.AdminAsync("/api/admin/map")).Text);
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_words()
    {
        await using var gateway = await TestGateway.StartAsync();
        var refused = await gateway.Client.AdminSendAsync(HttpMethod.Patch, Settings, """
            {"version":0,"settings":{"map":{"tile_url":"javascript:alert(1)","subdomains":"A","attribution":"<script>","coordinates":"bd09","center_latitude":99}}}
            """);
        Assert.Equal(400, (int)refused.Status);
        Assert.Equal(
            [
                "应为空，或以 http:// 或 https:// 开头、含 {z}、{x}、{y}（或 {-y}）的地址，最多 500 个字符", "应为最多 20 个小写字母或数字", "应为最多 200 个字的文字，不能换行，不能含 < 和 >",
                "应为 wgs84、gcj02 之一", "应为 -85 到 85 的数，或 \"none\"",
            ],
            refused.Json.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("allowed").GetString()!));
        var half = await gateway.Client.AdminSendAsync(HttpMethod.Patch, Settings, """{"version":0,"settings":{"map":{"center_latitude":31}}}""");
        Assert.Equal("应当填写，因为已设置 map.center_latitude", half.Json.GetProperty("faults")[0].GetProperty("allowed").GetString());
    }

    [Theory]
    [InlineData("log")]
    [InlineData("none")]
    public async Task It_says_which_channel_there_is(string channel)
    {
        await using var gateway = await TestGateway.StartAsync(("Push:Channel", channel));
        Assert.Equal($$"""{"channel":"{{channel}}","configured":false}""", (await gateway.Client.AdminAsync("/api/admin/wechat")).Text);
    }
}
