using Microsoft.Extensions.DependencyInjection;
using Sems.Storage;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests;

/// <summary>
/// Pushes as an operator sees them. Nothing is sent by itself; push 1 is of Jack's charge 5 and pending, 2 (of the same) dead, 3 of Rose's charge 6
/// and undeliverable, 4 of Rose's charge 9 and sent.
/// </summary>
public sealed class PushApiTests : IAsyncLifetime
{
    private static readonly string Beginning = System.Text.Json.JsonSerializer.SerializeToElement(TestGateway.Beginning).GetString()!;
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    private IOutbox Outbox => _gateway.Services.GetRequiredService<IDatabase>().Outbox;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(("Push:Channel", "none"));
        await AddAsync(5, PushKind.AlreadyFinish, "1030412535", """{"place":"东门 1 号"}""");
        await AddAsync(5, PushKind.PayFinish, "1030412535", """{"fen":125}""", PushState.Dead, "template refused");
        await AddAsync(6, PushKind.Delay, "1030412536", "{}", PushState.Undeliverable, "not bound");
        await AddAsync(9, PushKind.PayFinish, "1030412536", "{}", PushState.Sent);
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("student=1030412535", "2 1")]
    [InlineData("charge=5", "2 1")]
    [InlineData("charge=99", "")]
    [InlineData("kind=pay_finish", "4 2")]
    [InlineData("state=pending", "1")]
    [InlineData("state=undeliverable", "3")]
    [InlineData("student=1030412536&kind=pay_finish&state=sent", "4")]
    [InlineData("student=&kind=&state=", "4 3 2 1")]
    [InlineData("student=1' OR '1'='1", "")]
    public async Task A_filter_finds_its_pushes_newest_first(string query, string expected) =>
        Assert.Equal((expected, expected.Length == 0 ? 0 : expected.Split(' ').Length), await ListAsync(query));

    [Theory]
    [InlineData("page=1&pageSize=3", "4 3 2")]
    [InlineData("page=2&pageSize=3", "1")]
    [InlineData("page=2147483647&pageSize=500", "")]
    public async Task A_page_holds_its_part_of_the_list_and_the_total_of_all(string query, string expected) =>
        Assert.Equal((expected, 4), await ListAsync(query));

    [Theory]
    [InlineData("page=0", "page 从 1 开始")]
    [InlineData("pageSize=501", "pageSize 必须是 1 到 500")]
    [InlineData("kind=PayFinish", "kind 必须是 already_finish、pay_finish、delay 或 exception")]
    [InlineData("state=open", "state 必须是 pending、sent、undeliverable 或 dead")]
    [InlineData("charge=five", "请求的参数或内容无法识别")]
    public async Task A_bad_parameter_is_named(string query, string words) =>
        (await Client.AdminAsync("/api/admin/pushes?" + query)).MustSay(400, words);

    [Fact]
    public async Task A_push_tells_what_the_student_reads_and_what_became_of_it()
    {
        Assert.Equal(
            $$"""{"id":1,"charge_id":5,"kind":"already_finish","student_number":"1030412535","state":"pending","text":"【SEMS】您的电动车已充满（东门 1 号），请及时取车。","created_at":"{{Beginning}}","attempts":0,"next_at":"{{Beginning}}","done_at":null,"error":null}""",
            (await Client.AdminAsync("/api/admin/pushes/1")).Text);
        Assert.Equal(
            $$"""{"id":2,"charge_id":5,"kind":"pay_finish","student_number":"1030412535","state":"dead","text":"【SEMS】充电已结束（费用 1.25 元）。","created_at":"{{Beginning}}","attempts":1,"next_at":null,"done_at":"{{Beginning}}","error":"template refused"}""",
            (await Client.AdminAsync("/api/admin/pushes/2")).Text);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public async Task What_was_given_up_is_tried_anew_at_once(string id)
    {
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        var push = (await Client.AdminPostAsync($"/api/admin/pushes/{id}/retry", null)).Json;
        Assert.Equal(("pending", 0), (push.GetProperty("state").GetString(), push.GetProperty("attempts").GetInt32()));
        Assert.Equal(TestGateway.Beginning.AddHours(1), push.GetProperty("next_at").GetDateTimeOffset());
        (await Client.AdminPostAsync($"/api/admin/pushes/{id}/retry", null)).MustSay(409, "只有失败或无法送达的推送才能重发");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public async Task What_is_pending_or_sent_is_not(string id) =>
        (await Client.AdminPostAsync($"/api/admin/pushes/{id}/retry", null)).MustSay(409, "只有失败或无法送达的推送才能重发");

    [Theory]
    [InlineData("999")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task A_push_that_is_not_there_is_not_found(string id)
    {
        (await Client.AdminAsync("/api/admin/pushes/" + id)).MustSay(404, "推送不存在");
        (await Client.AdminPostAsync($"/api/admin/pushes/{id}/retry", null)).MustSay(404, "推送不存在");
    }

    [Fact]
    public async Task The_overview_counts_pushes_by_state()
    {
        const string path = "/api/admin/overview";
        Assert.Equal("""{"pending":1,"sent":1,"undeliverable":1,"dead":1}""", (await Client.AdminAsync(path)).Json.GetProperty("pushes").GetRawText());
        await Client.AdminPostAsync("/api/admin/pushes/2/retry", null);
        Assert.Equal("""{"pending":2,"sent":1,"undeliverable":1,"dead":0}""", (await Client.AdminAsync(path)).Json.GetProperty("pushes").GetRawText());
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

    private async Task AddAsync(long charge, PushKind kind, string student, string detail, PushState state = PushState.Pending, string? error = null)
    {
        await Outbox.AddAsync(new PushRequest(charge, kind, student, detail, _gateway.Clock.GetUtcNow()));
        if (state == PushState.Pending) return;
        var id = (await Outbox.PushesAsync(new PushFilter(), 1, 1)).Items[0].PushId;
        await Outbox.RecordAsync(new PushAttempt(id, state, _gateway.Clock.GetUtcNow(), null, error));
    }

    private async Task<(string Found, int Total)> ListAsync(string query)
    {
        var reply = await Client.AdminAsync("/api/admin/pushes?" + query);
        Assert.Equal(200, (int)reply.Status);
        var ids = reply.Json.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetInt64());
        return (string.Join(' ', ids), reply.Json.GetProperty("total").GetInt32());
    }
}
