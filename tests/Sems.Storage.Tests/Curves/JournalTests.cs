using Sems.Storage.Sqlite;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Curves;

public sealed class JournalTests : StorageFixture
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private protected override SqliteStorageOptions Change(SqliteStorageOptions options) => options with { MaxJournalRows = 200 };

    [Fact]
    public async Task Journal_is_trimmed_behind_what_is_sealed()
    {
        var charge = await BeginAsync();
        for (var i = 0; i < 480; i++)
        {
            Clock.Advance(Second);
            await Storage.Curves.AppendAsync(charge, Reading(i));
        }

        Assert.InRange(Number("SELECT count(*) FROM sample_journal"), 1, 60);
        await CrashAsync();
        Assert.Equal(480, (await Storage.Curves.ReadAsync(charge)).Count);
        Assert.Equal(480, await Storage.Curves.SampleCountAsync());
    }

    [Fact]
    public async Task Silent_charge_that_holds_the_journal_back_is_sealed_by_age()
    {
        var silent = await BeginAsync();
        var busy = await BeginAsync(ammeter: "1");
        await Storage.Curves.AppendAsync(silent, Reading(0));
        Clock.Advance(TimeSpan.FromMinutes(14));
        await Storage.Curves.AppendAsync(busy, Reading(0));
        Assert.Equal(0, Number("SELECT count(*) FROM curve_chunks"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Storage.ProbeAsync();
        Assert.Equal(silent, Number("SELECT charge_id FROM curve_chunks"));
        await Storage.Curves.AppendAsync(silent, Reading(1));
        Assert.Equal([Reading(0), Reading(1)], await Storage.Curves.ReadAsync(silent));
        await CrashAsync();
        Assert.Equal([Reading(0), Reading(1)], await Storage.Curves.ReadAsync(silent));
        Assert.Equal([Reading(0)], await Storage.Curves.ReadAsync(busy));
    }

    [Fact]
    public async Task Silent_charge_that_holds_the_journal_back_is_sealed_by_rows()
    {
        var silent = await BeginAsync();
        var busy = await BeginAsync(ammeter: "1");
        await Storage.Curves.AppendAsync(silent, Reading(0));
        for (var i = 0; i < 600; i++)
        {
            if (i % 100 == 0) Clock.Advance(3 * Second);
            await Storage.Curves.AppendAsync(busy, Reading(i));
            Assert.True(Storage.Journal.Rows < 400);
        }

        Assert.Equal(1, Number($"SELECT count(*) FROM curve_chunks WHERE charge_id = {silent}"));
        await ReopenAsync();
        Assert.Equal([Reading(0)], await Storage.Curves.ReadAsync(silent));
        Assert.Equal(600, (await Storage.Curves.ReadAsync(busy)).Count);
        Assert.Equal(601, await Storage.Curves.SampleCountAsync());
    }
}
