namespace Sems.Gateway.Tests.Access;

/// <summary>What people do is in the audit log.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Commands_to_meters_are_in_it_once_with_the_charge()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var charge = (await gateway.Client.ChargesAsync()).Single().GetProperty("id").GetInt64();
        foreach (var action in new[] { "off", "off", "on", "lock", "unlock", "release", "on" }) await gateway.Client.ControlAsync("0001", "0001", action);
        await gateway.Client.ControlAsync("0001", "0002", "lock");
        Assert.Equal(
            [
                $$"""ammeter.off {"state":"charging","control":"on","charge_id":{{charge}}} {"state":"paused","control":"off","charge_id":{{charge}}}""",
                $$"""ammeter.on {"state":"paused","control":"off","charge_id":{{charge}}} {"state":"charging","control":"on","charge_id":{{charge}}}""",
                $$"""ammeter.lock {"state":"charging","control":"on","charge_id":{{charge}}} {"state":"locked","control":"lock","charge_id":{{charge}}}""",
                $$"""ammeter.unlock {"state":"locked","control":"lock","charge_id":{{charge}}} {"state":"charging","control":"on","charge_id":{{charge}}}""",
                $$"""ammeter.release {"state":"charging","control":"on","charge_id":{{charge}}} {"state":"idle","control":"release","charge_id":{{charge}}}""",
            ],
            await RowsAsync(gateway, "ammeter/0001/0001"));
        Assert.Equal(
            ["""ammeter.lock {"state":"idle","control":"release"} {"state":"locked","control":"lock"}"""], await RowsAsync(gateway, "ammeter/0001/0002"));
    }

    [Fact]
    public async Task Steps_of_bills_are_in_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var charge = (await gateway.Client.ChargesAsync()).Single().GetProperty("id").GetInt64();
        await gateway.Client.AdminPostAsync($"/api/admin/bills/{charge}/pay", null);
        await gateway.Client.AdminPostAsync($"/api/admin/bills/{charge}/reopen", null);
        await gateway.Client.AdminPostAsync($"/api/admin/bills/{charge}/waive", """{"reason":"试用"}""");
        var rows = await RowsAsync(gateway, $"bill/{charge}");
        Assert.Equal(["bill.pay", "bill.reopen", "bill.waive"], rows.Select(r => r.Split(' ')[0]));
        Assert.EndsWith(""""status":"waived","reason":"试用"}"""", System.Text.RegularExpressions.Regex.Unescape(rows[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_are_in_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = new WebSession(gateway.Client.Http.BaseAddress!);
        for (var i = 0; i < 7; i++) await web.SignInAsync("admin", "wrong");
        await web.SignInAsync("nobody", "wrong");
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await web.SignInAsync("admin", SemsClient.AdminPassword);
        await web.SendAsync(HttpMethod.Post, "/api/session/sign-out-everywhere");
        var rows = await RowsAsync(gateway, "account/admin");
        Assert.Equal([.. Enumerable.Repeat("session.failed", 5), "session.sign_in", "session.sign_out_everywhere"], rows.Select(r => r.Split(' ')[0]));
        Assert.EndsWith("""{"address":"127.0.0.1"}""", rows[0], StringComparison.Ordinal);
    }

    /// <summary>What was done to something, oldest first.</summary>
    private static async Task<string[]> RowsAsync(TestGateway gateway, string subject) =>
    [
        .. (await gateway.Client.AdminAsync($"/api/admin/audit?subject={Uri.EscapeDataString(subject)}")).Json.GetProperty("items").EnumerateArray().Reverse()
            .Select(r => $"{r.GetProperty("what").GetString()} {r.GetProperty("before").GetRawText()} {r.GetProperty("after").GetRawText()}"),
    ];
}
