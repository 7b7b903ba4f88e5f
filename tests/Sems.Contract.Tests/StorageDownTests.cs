namespace Sems.Contract.Tests;

/// <summary>Storage fails at one step or another: the station is told, and its retry has its effect exactly once.</summary>
public sealed class StorageDownTests
{
    private const string Unavailable = """{"result":-1,"message":"服务暂不可用"}""";
    private const string Card = "5sdf87e4";

    public static TheoryData<string> Steps => ["charges", "bills", "sample_journal", "curve_chunks", GrainStates.Table, "ledger_totals", "id_blocks"];

    public static TheoryData<string> Files => [.. new[] { "sems.db", GrainStates.File }.Distinct()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_locked_data_file_is_told_as_unavailable_and_the_retry_counts_once(string locked)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Client;
        using var file = new DataFile(Path.Combine(gateway.Data, locked));
        var failed = 0;

        await TryThenDoAsync(() => client.StartAsync(Card, "0001", "0001"));
        await TryThenDoAsync(() => client.SampleAsync("0001", "0001", 1.05, 12, 1340294400));
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        await TryThenDoAsync(() => client.EndAsync(Card, "0001", "0001"));
        Assert.Equal(locked == "sems.db" ? 3 : 2, failed); // a sample is none of the grain states' business
        await MustBeOneChargeAsync(client);

        async Task TryThenDoAsync(Func<Task<Reply>> call)
        {
            file.Run("BEGIN IMMEDIATE");
            if (!IsDone(await call())) failed++;
            file.Run("ROLLBACK");
            (await call()).MustBeDone();
        }
    }

    [Fact]
    public async Task What_needs_no_write_is_answered_while_the_data_file_is_locked()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Client;
        using var file = new DataFile(Path.Combine(gateway.Data, "sems.db"));
        (await client.StartAsync(Card, "0001", "0001")).MustBeDone();
        file.Run("BEGIN IMMEDIATE");
        (await client.ServiceAsync("checkStudent", """{"card_number":"rose-card"}""")).MustBe(200, """{"student_number":1030412536,"username":"rose","result":1}""");
        (await client.MoneyAsync("0001", "0001")).MustBe(200, """{"money":0.00}""");
        (await client.PollAsync("0001")).MustBe(200, """{"000000000000":"2","0001":"1","0002":"2","0003":"2"}""");
        file.Run("ROLLBACK");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_table_that_cannot_be_reached_is_told_as_unavailable_and_the_retry_counts_once(string table)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Client;
        using var file = new DataFile(Path.Combine(gateway.Data, table == GrainStates.Table ? GrainStates.File : "sems.db"));
        var failed = 0;

        await TryThenDoAsync(() => client.StartAsync(Card, "0001", "0001"));
        await TryThenDoAsync(() => client.SampleAsync("0001", "0001", 1.05, 12, 1340294400));
        var charging = TimeSpan.FromHours(1);
        await TryThenDoAsync(() =>
        {
            // Only now: a silent hour is written about, and any write by then would seal the sample's chunk while its table is there.
            gateway.Clock.Advance(charging);
            charging = TimeSpan.Zero;
            return client.EndAsync(Card, "0001", "0001");
        });
        await MustBeOneChargeAsync(client);
        Assert.True(failed > 0, $"nothing failed without {table}: this test proves nothing");

        async Task TryThenDoAsync(Func<Task<Reply>> call)
        {
            file.Run($"ALTER TABLE {table} RENAME TO {table}_gone");
            if (!IsDone(await call())) failed++;
            file.Run($"ALTER TABLE {table}_gone RENAME TO {table}");
            (await call()).MustBeDone();
        }
    }

    /// <summary>Done, or said to be unavailable; nothing else will do.</summary>
    private static bool IsDone(Reply reply)
    {
        var done = (int)reply.Status == 200;
        if (done) reply.MustBeDone();
        else reply.MustBe(503, Unavailable);
        return done;
    }

    private static async Task MustBeOneChargeAsync(SemsClient client)
    {
        var charge = Assert.Single(await client.ChargesAsync());
        Assert.Equal("ended", charge.GetProperty("status").GetString());
        Assert.Equal(1, charge.GetProperty("samples").GetInt64());
        Assert.Equal(50, charge.GetProperty("bill").GetProperty("fen").GetInt64());
        Assert.Equal(["[1340294400,1.05,null,12,null]"], await client.CurveAsync(charge.GetProperty("id").GetInt64()));
        var overview = (await client.AdminAsync("/api/admin/overview")).Json;
        Assert.Equal(1, overview.GetProperty("bills").GetInt64());
        Assert.Equal(0, overview.GetProperty("sessions_open").GetInt64());
        (await client.PollAsync("0001")).MustBe(200, """{"000000000000":"2","0001":"2","0002":"2","0003":"2"}""");
        (await client.StartAsync(Card, "0001", "0002")).MustBeDone();
    }
}
