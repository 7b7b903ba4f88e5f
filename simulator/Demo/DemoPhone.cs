using Sems.Simulator.Campus;
using Sems.Simulator.Stations;
using Sems.Simulator.WeChat;

namespace Sems.Simulator.Demo;

/// <summary>A demo's stand-in for WeChat, with the phone to look at. It ends with the demo.</summary>
public sealed class DemoPhone : IAsyncDisposable
{
    private const int UsualPort = 5090;

    private readonly WechatStandIn _standIn;
    private readonly Uri _server;

    private DemoPhone(WechatStandIn standIn, Uri server) => (_standIn, _server) = (standIn, server);

    /// <summary>Where the page of the phone is.</summary>
    public Uri Address => _standIn.Address;

    /// <summary>The server's settings: it knows no WeChat but this one.</summary>
    public IReadOnlyDictionary<string, string> Settings => WechatSettings.For(_standIn, _server);

    /// <summary>Starts it.</summary>
    /// <param name="server">Where the demo's server will be.</param>
    /// <param name="stop">Ends the start.</param>
    public static async Task<DemoPhone> StartAsync(Uri server, CancellationToken stop) => new(
        await WechatStandIn.StartAsync(new WechatStandInOptions { Urls = ServerAddress.Choose(UsualPort), Gateway = server }, stop).ConfigureAwait(false), server);

    /// <summary>Puts the documented student's bike beside the phone.</summary>
    public void Attach(StationFleet fleet, CampusData campus, int seed) =>
        _standIn.Bike = new HandBike(fleet, campus.Students.First(s => s.StudentNumber == DocumentedExamples.StudentNumber), seed);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _standIn.DisposeAsync();
}
