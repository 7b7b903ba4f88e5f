using Sems.Simulator.Campus;
using Sems.Simulator.Stations;
using Sems.Simulator.WeChat;

namespace Sems.Simulator.Demo;

/// <summary>A demo's stand-in for WeChat, with the phone to look at. It ends with the demo.</summary>
public sealed class DemoPhone : IAsyncDisposable
{
    private const int UsualPort = 5090;
    private const int MostTries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WechatStandIn _standIn;
    private readonly Uri _server;
    private readonly DemoWechatFile _file;

    private DemoPhone(WechatStandIn standIn, Uri server, DemoWechatFile file) => (_standIn, _server, _file) = (standIn, server, file);

    /// <summary>Where the page of the phone is.</summary>
    public Uri Address => _standIn.Address;

    /// <summary>The server's settings: it knows no WeChat but this one.</summary>
    public IReadOnlyDictionary<string, string> Settings => WechatSettings.For(_standIn, _server);

    /// <summary>Starts it.</summary>
    /// <param name="server">Where the demo's server will be.</param>
    /// <param name="folder">The demo's data.</param>
    /// <param name="stop">Ends the start.</param>
    /// <exception cref="InvalidDataException">What the last run left is damaged.</exception>
    public static async Task<DemoPhone> StartAsync(Uri server, DemoFolder folder, CancellationToken stop)
    {
        var file = new DemoWechatFile(folder.File("demo-wechat.json"));
        var (account, users) = file.Read();
        file.Write(account, users);
        for (var left = MostTries; ; left--)
        {
            var options = new WechatStandInOptions { Urls = ServerAddress.Choose(UsualPort), Gateway = server, Account = account, Users = users };
            try
            {
                return new DemoPhone(await WechatStandIn.StartAsync(options, stop).ConfigureAwait(false), server, file);
            }
            catch (IOException) when (left > 1)
            {
                // another demo that starts now took the port between the look and the listening
            }
        }
    }

    /// <summary>Has the server's own verb give the account its menu. A failure is told and costs the demo no more than the menu.</summary>
    /// <param name="server">The server's .dll.</param>
    /// <param name="folder">The demo's data.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task GiveMenuAsync(string server, DemoFolder folder, CancellationToken stop)
    {
        await using var verb = ServerProcess.Start(server, ["wechat", "menu", "--data", folder.Root], Settings, folder.File("menu.log"));
        await Task.WhenAny(verb.Exited, Task.Delay(Patience, stop)).ConfigureAwait(false);
        if (stop.IsCancellationRequested || _standIn.Menu.Menu is not null) return;
        Console.Error.WriteLine($"demo: the account has no menu: {(verb.Exited.IsCompleted ? string.Join(' ', verb.Tail.TakeLast(1)) : "wechat menu did not end")}");
    }

    /// <summary>Puts the documented student's bike beside the phone.</summary>
    public void Attach(StationFleet fleet, CampusData campus, int seed) =>
        _standIn.Bike = new HandBike(fleet, campus.Students.First(s => s.StudentNumber == DocumentedExamples.StudentNumber), seed);

    /// <summary>Writes down who follows the account.</summary>
    public void Remember() => _file.Write(_standIn.Account, _standIn.Users.All);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _standIn.DisposeAsync();
}
