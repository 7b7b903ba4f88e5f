using Microsoft.Extensions.DependencyInjection;
using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests;

/// <summary>What an operator does about pushes and alarms.</summary>
public sealed class AlertStepTests : IAsyncLifetime
{
    private readonly AlertFixture _campus = new();

    private SemsClient Client => _campus.Client;

    public Task InitializeAsync() => _campus.InitializeAsync();

    public Task DisposeAsync() => _campus.DisposeAsync();

    [Fact]
    public async Task A_push_that_was_given_up_is_tried_anew_at_once_and_no_other_is()
    {
        const string words = "只有失败或无法送达的推送才能重发";
        foreach (var id in new[] { 2, 3 })
        {
            var push = (await StepAsync($"pushes/{id}/retry")).Json;
            Assert.Equal(("pending", 0), (push.GetProperty("state").GetString(), push.GetProperty("attempts").GetInt32()));
            Assert.Equal(_campus.Gateway.Clock.GetUtcNow(), push.GetProperty("next_at").GetDateTimeOffset());
        }
        for (var id = 1; id <= 4; id++) (await Client.AdminPostAsync($"/api/admin/pushes/{id}/retry", null)).MustSay(409, words);
    }

    [Fact]
    public async Task An_acknowledged_alarm_stays_open_and_says_who_was_first_to_see_it()
    {
        var (first, second) = (await StepAsync("alarms/2/acknowledge"), await StepAsync("alarms/2/acknowledge"));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(("admin", true), (first.Json.GetProperty("acknowledged_by").GetString(), first.Json.GetProperty("open").GetBoolean()));
        Assert.Equal(("2", 1), await _campus.ListAsync("alarms?acknowledged=true"));
        await _campus.Gateway.RestartAsync();
        Assert.Equal(first.Text, (await Client.AdminAsync("/api/admin/alarms/2")).Text);
    }

    [Fact]
    public async Task A_cleared_alarm_is_over_and_the_next_event_opens_another()
    {
        var cleared = (await StepAsync("alarms/3/clear")).Json;
        Assert.Equal((false, "admin", "admin"), (
            cleared.GetProperty("open").GetBoolean(), cleared.GetProperty("cleared_by").GetString(), cleared.GetProperty("acknowledged_by").GetString()));
        await StepAsync("alarms/3/clear");
        Assert.Equal(("4 2", 2), await _campus.ListAsync("alarms?open=true"));
        await _campus.RaiseAsync("g", "0001", null, "offline", AlarmSeverity.Warning, null, "再次离线");
        Assert.Equal(("5 3", 2), await _campus.ListAsync("alarms?rule=offline"));
    }

    [Fact]
    public async Task While_alarms_cannot_be_written_a_step_says_503_and_works_afterwards()
    {
        using (var file = new DataFile(Path.Combine(_campus.Gateway.Data, "sems.db")))
        {
            file.Run("CREATE TRIGGER stuck BEFORE UPDATE ON alarms BEGIN SELECT missing(); END");
            (await Client.AdminPostAsync("/api/admin/alarms/2/acknowledge", null)).MustSay(503, "服务暂不可用，请稍后再试");
            file.Run("DROP TRIGGER stuck");
        }
        await StepAsync("alarms/2/acknowledge");
    }

    [Fact]
    public async Task The_overview_counts_open_alarms_and_pushes_by_state()
    {
        await MustCountAsync("""{"open":3,"unacknowledged":3,"danger":1}""", """{"pending":1,"sent":1,"undeliverable":1,"dead":1}""");
        await StepAsync("alarms/2/acknowledge");
        await StepAsync("alarms/4/clear");
        await StepAsync("pushes/2/retry");
        await MustCountAsync("""{"open":2,"unacknowledged":1,"danger":1}""", """{"pending":2,"sent":1,"undeliverable":1,"dead":0}""");

        async Task MustCountAsync(string alarms, string pushes)
        {
            var overview = (await Client.AdminAsync("/api/admin/overview")).Json;
            Assert.Equal((alarms, pushes), (overview.GetProperty("alarms").GetRawText(), overview.GetProperty("pushes").GetRawText()));
        }
    }

    [Fact]
    public async Task With_a_channel_what_is_pending_at_the_start_goes_out_by_itself()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Services.GetRequiredService<IDatabase>().Outbox
            .AddAsync(new PushRequest(7, PushKind.Delay, "1030412535", "{}", gateway.Clock.GetUtcNow()));
        await gateway.RestartAsync();
        await Waiting.UntilAsync("it is sent", async () =>
        {
            gateway.Clock.Advance(TimeSpan.Zero);
            return (await gateway.Client.AdminAsync("/api/admin/pushes/1")).Json.GetProperty("state").GetString() == "sent";
        });
    }

    private async Task<Reply> StepAsync(string step)
    {
        var reply = await Client.AdminPostAsync("/api/admin/" + step, null);
        Assert.Equal(200, (int)reply.Status);
        return reply;
    }
}
