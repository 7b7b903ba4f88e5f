using Sems.Grains.Analysis;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Registry;
using Sems.Storage.Sqlite;

namespace Sems.Crash.Tests;

/// <summary>Killed in the middle of learning, the server learns each charge once.</summary>
public sealed class LearningCrashTests
{
    private const int Students = 6;
    private const int Charges = 240;
    private const int Kills = 3;

    [Fact]
    public async Task Killed_while_it_learns_it_learns_each_charge_once()
    {
        using var directory = new TempDirectory();
        var data = directory["data"];
        await using (await ServerProcess.ReadyAsync(data))
        {
            // its first start makes all its files
        }
        var place = DataDirectory.Open(data, SiloEngine.Name);
        await using (var storage = await SqliteStorage.OpenAsync(new SqliteStorageOptions { Path = place.Database })) await FillAsync(storage);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var server = await ServerProcess.ReadyAsync(data);
            var most = Charges * (Kills + 1 - kill) / (Kills + 1);
            await Waiting.UntilAsync("it has learnt some", async () => await DueAsync(place) <= most);
            server.Kill();
        }
        await using (await ServerProcess.ReadyAsync(data)) await Waiting.UntilAsync("it has learnt all", async () => await DueAsync(place) == 0);

        await using var after = await SqliteStorage.OpenAsync(new SqliteStorageOptions { Path = place.Database });
        IDatabaseReader database = after;
        for (var i = 0; i < Students; i++) Assert.Equal(Charges / Students, (await database.Analysis.FindBatteryAsync($"s{i}"))!.Charges);
        var model = BrandModelLearning.State((await database.Analysis.FindModelAsync("雅迪|de3|lead_acid"))!);
        Assert.Equal(Charges, model.Charges + model.LeftOut);
    }

    private static async Task<int> DueAsync(DataDirectory place)
    {
        await using var reader = new Sems.Storage.Sqlite.Outside.SqliteStorageReader(new SqliteStorageOptions { Path = place.Database });
        return (await reader.Analysis.DueAsync(Charges)).Count;
    }

    private static async Task FillAsync(IDatabase database)
    {
        for (var i = 0; i < Students; i++)
            await database.Registry.SaveStudentAsync(new StudentRecord($"s{i}", null, $"user{i}", null, false, null, new Vehicle("雅迪", "DE3", "铅酸", 48, 12)));
        var begin = DateTimeOffset.UtcNow.AddDays(-Charges);
        await Parallel.ForEachAsync(Enumerable.Range(0, Charges), async (i, _) =>
        {
            var (id, student, at) = (await database.Ledger.NextChargeIdAsync(), $"s{i % Students}", begin.AddDays(i));
            await database.Ledger.BeginChargeAsync(new ChargeStart(id, "0001", "A", student, "card", at, "{}"));
            for (var n = 0; n < 60; n++)
            {
                var amperes = n < 40 ? 1.5 : 1.5 * Math.Exp((40 - n) / 8.0);
                var ms = at.AddMinutes(n).ToUnixTimeMilliseconds();
                await database.Curves.AppendAsync(id, new Sample(ms / 1000.0, ms, amperes, n * 0.003, 220, amperes * 140));
            }
            await database.Ledger.CloseChargeAsync(new ChargeEnd(id, student, at.AddHours(1), 60, 150, 50, "student", null));
        });
    }
}
