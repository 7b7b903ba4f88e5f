using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

public abstract class StationKeyTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : StationKeyTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : StationKeyTests(new PostgresTestDatabase());

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_station_has_its_key_and_those_before_until_their_ends()
    {
        await SaveGroupAsync("0001");
        await SaveGroupAsync("0002");
        await Storage.Registry.SaveStationKeyAsync("0001", "one", Noon);
        Assert.Equal(["0001 one", "0002 -"], await KeysAsync());
        await Storage.Registry.SaveStationKeyAsync("0001", "two", Noon.AddHours(1));
        await Storage.Registry.SaveStationKeyAsync("0001", "three", Noon.AddHours(2));
        await Storage.Registry.SaveStationKeyAsync("0002", "other", null);
        await ReopenAsync();
        Assert.Equal(["0001 three one@13 two@14", "0002 other"], await KeysAsync());
    }

    [Fact]
    public async Task Without_an_end_no_key_before_is_good_any_more()
    {
        await SaveGroupAsync("0001");
        await Storage.Registry.SaveStationKeyAsync("0001", "one", Noon);
        await Storage.Registry.SaveStationKeyAsync("0001", "two", Noon);
        await Storage.Registry.SaveStationKeyAsync("0001", "three", null);
        Assert.Equal(["0001 three"], await KeysAsync());
        await Storage.Registry.SaveStationKeyAsync("0001", null, null);
        Assert.Equal(["0001 -"], await KeysAsync());
    }

    [Fact]
    public async Task The_keys_before_are_the_last_five()
    {
        await SaveGroupAsync("0001");
        for (var i = 0; i < 9; i++) await Storage.Registry.SaveStationKeyAsync("0001", $"k{i}", Noon.AddHours(i));
        Assert.Equal(["0001 k8 k3@16 k4@17 k5@18 k6@19 k7@20"], await KeysAsync());
    }

    [Fact]
    public async Task An_import_replaces_the_key_and_an_empty_cell_keeps_it()
    {
        await Storage.Registry.ImportAsync([], [new("0001", null, null, null, "imported")], []);
        await Storage.Registry.ImportAsync([], [new("0001", "东门", null, null, null)], []);
        Assert.Equal(["0001 imported"], await KeysAsync());
        await Storage.Registry.ImportAsync([], [new("0001", null, null, null, "again")], []);
        Assert.Equal(["0001 again"], await KeysAsync());
    }

    private Task SaveGroupAsync(string group) => Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord(group, group, null, null, null));

    private async Task<string[]> KeysAsync() =>
        [.. (await Storage.Registry.StationKeysAsync()).Select(k => string.Join(' ', [k.Group, k.Hash ?? "-", .. k.Former.Select(f => $"{f.Hash}@{f.Until.Hour}")]))];
}
