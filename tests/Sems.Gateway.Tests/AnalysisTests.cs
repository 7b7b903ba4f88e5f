using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.Silo.Sweeping;
using Sems.Storage;
using Sems.Storage.Registry;

namespace Sems.Gateway.Tests;

/// <summary>What curves say, as operators read it: three charges that ended, of two students with a bike each.</summary>
public sealed class AnalysisTests : IAsyncLifetime
{
    private readonly ChargeFixture _campus = new();

    private SemsClient Client => _campus.Client;

    public async Task InitializeAsync()
    {
        await _campus.InitializeAsync();
        var registry = _campus.Gateway.Services.GetRequiredService<IDatabase>().Registry;
        await registry.ChangeStudentAsync("1030412535", s => s with { Vehicle = new Vehicle("雅迪", "DE3", "铅酸", 48, 12) });
        await registry.ChangeStudentAsync("1030412536", s => s with { Vehicle = new Vehicle("爱玛", "小玛", "铅酸", 48, 20) });
    }

    public Task DisposeAsync() => _campus.DisposeAsync();

    [Fact]
    public async Task A_charge_is_analysed_while_it_is_open_and_kept_when_it_has_ended()
    {
        var open = await GetAsync($"/charges/{_campus.Ids[3]}/analysis");
        Assert.False(open.GetProperty("is_final").GetBoolean());
        Assert.Equal(JsonValueKind.Null, open.GetProperty("fault").ValueKind);
        await ChargeAsync();
        await LearnAsync();
        var kept = await GetAsync($"/charges/{_campus.Ids[3]}/analysis");
        Assert.True(kept.GetProperty("is_final").GetBoolean());
        Assert.Equal("雅迪|de3|lead_acid 雅迪 DE3", $"{kept.GetProperty("model").GetProperty("key")} {kept.GetProperty("model").GetProperty("name")}");
        Assert.Equal("mains", kept.GetProperty("features").GetProperty("side").GetString());
        Assert.True(kept.GetProperty("energy").GetProperty("low_kwh").GetDouble() <= kept.GetProperty("energy").GetProperty("kwh").GetDouble());
        (await Client.AdminAsync("/api/admin/charges/999/analysis")).MustSay(404, "充电记录不存在");
    }

    [Fact]
    public async Task Models_and_batteries_are_listed()
    {
        Assert.Equal("还没有可分析的充电记录，完成几次充电后再来查看。", (await GetAsync("/batteries/1030412538")).GetProperty("missing")[0].GetString());
        await ChargeAsync();
        (await Client.SampleAsync("0002", "54855", 0, 1, null)).MustBeDone();
        (await Client.EndAsync("rose-card", "0002", "54855")).MustBeDone();
        await LearnAsync();
        Assert.Equal(["1030412535 DE3 3", "1030412536 小玛 2"], Rows(await GetAsync("/batteries?sort=-charges")));
        Assert.Equal(["1030412536 小玛 2"], Rows(await GetAsync("/batteries?search=爱")));
        Assert.Equal(["1030412536 小玛 2"], Rows(await GetAsync("/batteries?sort=student_number&page=2&pageSize=1")));
        var verdict = (await GetAsync("/batteries/1030412535")).GetProperty("verdict").GetString();
        Assert.Equal(2, (await GetAsync("/batteries?verdict=" + verdict)).GetProperty("total").GetInt32());
        Assert.Empty(Rows(await GetAsync("/batteries?brand=九号")));
        var summary = await GetAsync("/batteries/summary");
        Assert.Equal((2, 2), (summary.GetProperty("batteries").GetInt32(), summary.GetProperty("by_verdict").GetProperty(verdict!).GetInt32()));
        var models = (await GetAsync("/models")).EnumerateArray().ToList();
        Assert.Equal(["雅迪|de3|lead_acid 1 1 False"], models.Select(m => $"{m.GetProperty("key")} {m.GetProperty("charges")} {m.GetProperty("batteries")} {m.GetProperty("is_good")}"));
        var model = await GetAsync("/models/" + Uri.EscapeDataString("雅迪|de3|lead_acid"));
        Assert.Equal("DE3", model.GetProperty("model").GetString());
        Assert.Contains("满 10 次充电后才可作准", string.Join(' ', model.GetProperty("explanation").EnumerateArray()));
        var file = await Client.AdminAsync("/api/admin/batteries.csv?sort=-charges");
        Assert.StartsWith("\ufeff学号,品牌,型号,", file.Text);
        Assert.Equal(3, file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/batteries?verdict=bad", 400, "verdict 必须是 not_enough_data、good、watch 或 likely_aged")]
    [InlineData("/batteries?sort=name", 400, "sort 必须是 soh_percent、last_at、charges 或 student_number，前面加 - 为从大到小")]
    [InlineData("/batteries?page=0", 400, "page 从 1 开始")]
    [InlineData("/batteries.csv?sort=name", 400, "sort 必须是 soh_percent、last_at、charges 或 student_number，前面加 - 为从大到小")]
    [InlineData("/batteries/9", 404, "学号不存在")]
    [InlineData("/models/none", 404, "车型不存在")]
    public async Task What_is_not_understood_is_named(string path, int status, string words) => (await Client.AdminAsync("/api/admin" + path)).MustSay(status, words);

    /// <summary>The charge that is open goes on for an hour and ends.</summary>
    private async Task ChargeAsync()
    {
        for (var i = 0; i < 60; i++)
        {
            _campus.Gateway.Clock.Advance(TimeSpan.FromMinutes(1));
            (await Client.SampleAsync("0001", "0001", i < 45 ? 1.5 : 1.5 * Math.Exp((45 - i) / 8.0), 5 + (i * 0.0033), 10_000 + (60 * i), 220)).MustBeDone();
        }
        (await Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    private Task<int> LearnAsync() => _campus.Gateway.Services.GetRequiredService<Learner>().LearnAsync(CancellationToken.None);

    private async Task<JsonElement> GetAsync(string path)
    {
        var reply = await Client.AdminAsync("/api/admin" + path);
        Assert.Equal(200, (int)reply.Status);
        return reply.Json;
    }

    private static IEnumerable<string> Rows(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(b => $"{b.GetProperty("student_number")} {b.GetProperty("model")} {b.GetProperty("charges")}");
}
