using Sems.Gateway.Live;
using Sems.GrainInterfaces;
using Sems.Storage;

namespace Sems.Gateway.Student.Reading;

/// <summary>The stations as students see them, asked once for all of them: a call per station, none per meter.</summary>
internal sealed class PlacesBook(IDatabaseReader database, IGrainFactory grains)
{
    private readonly SharedReading<IReadOnlyList<GroupOverview>> _reading = new(() => ReadAsync(database, grains), TimeSpan.FromSeconds(2));

    /// <summary>Every station in service, by number; at most 2 s old.</summary>
    public Task<IReadOnlyList<GroupOverview>> AllAsync(CancellationToken cancel) => _reading.ReadAsync(cancel);

    /// <summary>A station in service, or null.</summary>
    public async Task<GroupOverview?> FindAsync(string group, CancellationToken cancel) => (await AllAsync(cancel)).FirstOrDefault(s => s.Group == group);

    private static async Task<IReadOnlyList<GroupOverview>> ReadAsync(IDatabaseReader database, IGrainFactory grains)
    {
        var groups = await database.Registry.GroupsAsync();
        return [.. (await Task.WhenAll(groups.Select(g => grains.GetGrain<IAmmeterGroupGrain>(g.Group).Overview()))).OfType<GroupOverview>()];
    }
}
