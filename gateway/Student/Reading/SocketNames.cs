using Sems.Gateway.Access;
using Sems.Grains.Cluster;
using Sems.Storage;

namespace Sems.Gateway.Student.Reading;

/// <summary>What stations and sockets are called, retired ones too.</summary>
internal sealed class SocketNames(IDatabaseReader database, MachineClock clock)
{
    private readonly FreshBook<Names> _book = new((group, cancel) => ReadAsync(database, group, cancel), clock);

    /// <summary>The station's name and the socket's; their numbers where nothing is known of them any more.</summary>
    public async ValueTask<(string Station, string Socket)> OfAsync(string group, string ammeter, CancellationToken cancel) =>
        await _book.FindAsync(group, cancel) is { } names ? (names.Station, names.Sockets.GetValueOrDefault(ammeter, ammeter)) : (group, ammeter);

    private static async Task<Names?> ReadAsync(IDatabaseReader database, string group, CancellationToken cancel)
    {
        if (await database.Registry.FindGroupAsync(group, cancel) is not { } station) return null;
        var sockets = await database.Registry.AmmetersAsync(group, cancel);
        return new Names(station.Name, sockets.ToDictionary(a => a.Ammeter, a => a.Name));
    }

    private sealed record Names(string Station, IReadOnlyDictionary<string, string> Sockets);
}
