namespace Sems.Gateway.Tests;

/// <summary>An administrator pays, waives and reopens a student's bill.</summary>
public sealed class BillStepTests : IAsyncLifetime
{
    private const string Card = "5sdf87e4";
    private TestGateway _gateway = null!;
    private long _bill;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(("Charging:ArrearsLimitFen", "20"));
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Client.EndAsync(Card, "0001", "0001")).MustBeDone();
        _bill = Assert.Single(await Client.ChargesAsync()).GetProperty("id").GetInt64();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("pay", "paid", null)]
    [InlineData("pay", "paid", "{}")]
    [InlineData("pay", "paid", """{"reason":null}""")]
    [InlineData("waive", "waived", """{"reason":"电表故障"}""")]
    public async Task A_settled_bill_lets_the_student_charge_again_and_a_reopened_one_does_not(string step, string status, string? body)
    {
        await StartMustBeRefusedAsync();
        var bill = (await StepAsync(step, body)).Json;
        Assert.Equal((status, 25), (bill.GetProperty("status").GetString(), bill.GetProperty("fen").GetInt32()));
        Assert.Equal(status, Assert.Single(await Client.ChargesAsync()).GetProperty("bill").GetProperty("status").GetString());
        await AccountMustBeAsync(0);
        (await Client.StartAsync(Card, "0001", "0002")).MustBeDone();
        (await Client.EndAsync(Card, "0001", "0002")).MustBeDone();

        Assert.Equal("unpaid", (await StepAsync("reopen", """{"reason":"按错了"}""")).Json.GetProperty("status").GetString());
        await AccountMustBeAsync(25);
        await StartMustBeRefusedAsync();
    }

    [Fact]
    public async Task Every_change_is_told_once_with_who_when_and_why()
    {
        await StepAsync("waive", """{"reason":" 电表故障 "}""");
        await StepAsync("waive", """{"reason":"again"}""");
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await StepAsync("reopen", null);
        await _gateway.RestartAsync();
        var changes = (await Client.AdminAsync($"/api/admin/bills/{_bill}")).Json.GetProperty("changes").EnumerateArray().ToArray();
        Assert.Equal(
            ["unpaid waived admin 电表故障", "waived unpaid admin "],
            changes.Select(c => string.Join(' ', new[] { "from", "to", "by", "reason" }.Select(n => c.GetProperty(n).GetString()))));
        Assert.Equal([30, 31], changes.Select(c => (c.GetProperty("at").GetDateTimeOffset() - TestGateway.Beginning).TotalMinutes));
    }

    [Theory]
    [InlineData("pay", "waive", "账单已支付，请先恢复为未支付")]
    [InlineData("waive", "pay", "账单已减免，请先恢复为未支付")]
    public async Task A_settled_bill_must_be_reopened_before_it_is_settled_otherwise(string first, string then, string words)
    {
        await StepAsync(first, """{"reason":"x"}""");
        (await PostAsync(then, """{"reason":"y"}""")).MustSay(409, words);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"reason":"  "}""")]
    public async Task A_waiver_needs_a_reason(string? body)
    {
        (await PostAsync("waive", body)).MustSay(400, "减免账单必须填写 reason");
        await AccountMustBeAsync(25);
    }

    [Theory]
    [InlineData("pay", 201, '因')]
    [InlineData("waive", 1000, 'x')]
    public async Task A_reason_that_is_too_long_is_refused(string step, int length, char letter)
    {
        (await PostAsync(step, $$"""{"reason":"{{new string(letter, length)}}"}""")).MustSay(400, "reason 最多 200 个字符，不能有控制字符");
        await AccountMustBeAsync(25);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"reason":1}""")]
    [InlineData("""{"reason":"\ud800"}""")]
    public async Task A_body_that_cannot_be_read_is_refused_with_words(string body)
    {
        (await PostAsync("pay", body)).MustExplain(400);
        await AccountMustBeAsync(25);
    }

    [Theory]
    [InlineData("pay")]
    [InlineData("waive")]
    [InlineData("reopen")]
    public async Task A_bill_that_is_not_there_is_not_found(string step) =>
        (await Client.AdminPostAsync($"/api/admin/bills/999999/{step}", """{"reason":"x"}""")).MustSay(404, "账单不存在");

    [Fact]
    public async Task A_step_that_is_none_is_not_found() => (await PostAsync("forget", "{}")).MustExplain(404);

    [Fact]
    public async Task While_bills_cannot_be_written_a_step_says_503_and_works_afterwards()
    {
        using (var file = new DataFile(Path.Combine(_gateway.Data, "sems.db")))
        {
            file.Run("ALTER TABLE bill_changes RENAME TO away");
            (await PostAsync("pay", null)).MustSay(503, "服务暂不可用，请稍后再试");
            file.Run("ALTER TABLE away RENAME TO bill_changes");
        }
        await AccountMustBeAsync(25);
        await StepAsync("pay", null);
        await AccountMustBeAsync(0);
    }

    private Task<Reply> PostAsync(string step, string? body) => Client.AdminPostAsync($"/api/admin/bills/{_bill}/{step}", body);

    private async Task<Reply> StepAsync(string step, string? body)
    {
        var reply = await PostAsync(step, body);
        Assert.Equal(200, (int)reply.Status);
        return reply;
    }

    private async Task StartMustBeRefusedAsync() =>
        (await Client.StartAsync(Card, "0001", "0002")).MustBe(200, """{"result":0,"message":"你有未支付的账单"}""");

    /// <summary>What the student owes; the account and the campus agree.</summary>
    private async Task AccountMustBeAsync(int unpaid)
    {
        var account = (await Client.AdminAsync("/api/admin/students/1030412535/account")).Json;
        Assert.Equal((25, unpaid), (account.GetProperty("total_fen").GetInt32(), account.GetProperty("unpaid_fen").GetInt32()));
        Assert.Equal(unpaid, (await Client.AdminAsync("/api/admin/overview")).Json.GetProperty("unpaid_fen").GetInt32());
    }
}
