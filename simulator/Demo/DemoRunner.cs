using System.Globalization;
using System.Security.Cryptography;
using Sems.Simulator.Campus;
using Sems.Simulator.Metrics;
using Sems.Simulator.Replay;
using Sems.Simulator.Stations;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Demo;

/// <summary>Runs a demo from the first file to the verdict.</summary>
public sealed class DemoRunner(DemoOptions options, TimeProvider time)
{
    private readonly SimulatorStats _stats = new();

    /// <summary>Runs it.</summary>
    /// <param name="stop">Set by Ctrl-C or SIGTERM: the demo ends at once, and the server with it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (!File.Exists(options.Server)) return Fail($"there is no server at {options.Server}");
        var recording = options.Replay is null ? null : ReplayFile.Read(options.Replay);
        var urls = options.Urls ?? ServerAddress.Choose();
        var address = ServerAddress.ToCall(urls);
        var password = Environment.GetEnvironmentVariable("SEMS_ADMIN_PASSWORD") is { Length: > 0 } given ? given : NewPassword();

        using var folder = new DemoFolder(options.Data);
        var campus = CampusGenerator.Generate(CampusSize.Demo, options.Seed);
        CampusCsv.Write(folder.Campus, recording is null ? campus : ReplayCampus.AddTo(campus));
        var clockFile = new DemoClockFile(folder.File("demo-clock.json"), time);
        var clock = clockFile.Begin(options.Speed);

        Console.WriteLine($"demo: {campus.Stations.Count} stations, {campus.Ammeters.Count} meters, {campus.Students.Count} students; data in {folder.Root}{(folder.IsKept ? "" : " (removed at the end)")}");
        await using var phone = await DemoPhone.StartAsync(address, folder, stop).ConfigureAwait(false);
        await using var server = ServerProcess.Start(
            options.Server, ServerArguments(urls, folder, clock), ServerEnvironment(password, phone), folder.File("server.log"));
        try
        {
            using var admin = new AdminClient(address, password);
            if (await WaitUntilReadyAsync(server, admin, stop).ConfigureAwait(false) is { } code) return code;
            if (await admin.EngineAsync(stop).ConfigureAwait(false) is { } engine) Console.WriteLine($"demo: the server runs the {engine} engine");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"demo: open {address}  administrator admin / {password}  student {DocumentedExamples.StudentNumber} / {campus.Students[0].Password}"));
            Console.WriteLine($"demo: phone {phone.Address}  the student's WeChat, beside it the messages and the bike");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"demo: simulated time runs {options.Speed:0.##} times as fast, from {ChinaTime.Local(clock.NowMs):yyyy-MM-dd HH:mm}; {(options.Seconds is { } s ? $"ends by itself after {s:0.#} s" : "Ctrl-C ends it")}"));
            return await LiveAsync(campus, recording, clock, clockFile, folder, server, phone, admin, address, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted();
        }
        finally
        {
            if (!await server.StopAsync().ConfigureAwait(false)) Console.Error.WriteLine("demo: the server did not stop within 15 s and was killed");
            clockFile.Write(clock, clean: true);
        }
    }

    private async Task<int> LiveAsync(
        CampusData campus, IReadOnlyList<ReplayRow>? recording, SimulationClock clock, DemoClockFile clockFile, DemoFolder folder,
        ServerProcess server, DemoPhone phone, AdminClient admin, Uri address, CancellationToken stop)
    {
        using var http = StationClient.CreateInvoker(connections: 8);
        var sessions = new DemoSessionsFile(folder.File("demo-sessions.csv"));
        var fetched = await sessions.EndLeftOverAsync(http, address, time, stop).ConfigureAwait(false);
        if (fetched > 0) Console.WriteLine($"demo: {fetched} bikes left from the last run were fetched");
        var before = await admin.OverviewAsync(stop).ConfigureAwait(false);

        using var fleet = new StationFleet(
            campus, address, clock, _stats, options.Seed, strict: options.Seconds is not null && before.SessionsOpen == 0, chargedBefore: before.Bills > 0);
        phone.Attach(fleet, campus, options.Seed);
        var verifier = new ReplayVerifier(admin);
        var player = recording is null ? null : new ReplayPlayer(recording, clock, new StationClient(http, address, _stats, time), _stats);
        if (player is not null) await verifier.RememberAsync(stop).ConfigureAwait(false);

        using var working = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var stations = fleet.RunAsync(working.Token);
        using var voices = new DemoVoices(fleet, address, time);
        var voicing = voices.RunAsync(working.Token);
        var menu = phone.GiveMenuAsync(options.Server, folder, working.Token);
        var replay = player?.PlayAsync(working.Token) ?? Task.CompletedTask;
        var watch = new DemoWatch(options, fleet, _stats, clock, admin, before);
        try
        {
            await watch.UntilEndAsync(stations, replay, player, server, tick: () =>
            {
                clockFile.Write(clock, clean: false);
                sessions.Write(OpenSessions(fleet, player));
                phone.Remember();
            }, stop).ConfigureAwait(false);
            if (server.Exited.IsCompleted) return Died(server);

            await CloseAsync(fleet, stations, server, stop).ConfigureAwait(false);
            if (server.Exited.IsCompleted) return Died(server);
            return await SumUpAsync(admin, before, verifier, player, recording, stop).ConfigureAwait(false);
        }
        finally
        {
            await working.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(stations, replay, menu, voicing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            sessions.Write(OpenSessions(fleet, player));
        }
    }

    /// <summary>Everybody comes for their bikes. A station that fails, or a server that dies, ends the wait.</summary>
    private static async Task CloseAsync(StationFleet fleet, Task stations, ServerProcess server, CancellationToken stop)
    {
        var closed = fleet.CloseAsync();
        var late = Task.Delay(TimeSpan.FromSeconds(90), stop);
        var first = await Task.WhenAny(closed, stations, server.Exited, late).ConfigureAwait(false);
        await first.ConfigureAwait(false);
        if (first == late) throw new TimeoutException("the stations could not end their sessions within 90 s");
    }

    private async Task<int> SumUpAsync(
        AdminClient admin, ServerOverview before, ReplayVerifier verifier, ReplayPlayer? player, IReadOnlyList<ReplayRow>? recording, CancellationToken stop)
    {
        // A bill may follow its end by a moment.
        var server = await admin.OverviewAsync(stop).ConfigureAwait(false);
        for (var wait = 0; wait < 50 && server.Since(before).Bills < _stats.SessionsCompleted; wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, stop).ConfigureAwait(false);
            server = await admin.OverviewAsync(stop).ConfigureAwait(false);
        }

        var added = server.Since(before);
        List<string> reasons = [.. DemoVerdict.Reasons(_stats, added)];
        RunReport.Write(Console.Out, _stats);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"server: {added.SessionsCompleted:N0} sessions completed, {added.Bills:N0} bills, ¥{added.BillsFen / 100m:N2}, {added.Samples:N0} samples kept, {added.SessionsOpen:N0} sessions open"));
        if (player is not null && await VerifyReplayAsync(verifier, player, recording!, stop).ConfigureAwait(false) is { } mismatch) reasons.Add("replay: " + mismatch);
        foreach (var reason in reasons) Console.WriteLine("FAILED: " + reason);
        if (reasons.Count == 0) Console.WriteLine("demo: all sessions billed, every reply as it should be");
        return reasons.Count == 0 ? 0 : 1;
    }

    private static async Task<string?> VerifyReplayAsync(ReplayVerifier verifier, ReplayPlayer player, IReadOnlyList<ReplayRow> recording, CancellationToken stop)
    {
        var outcome = await verifier.VerifyAsync(recording, stop).ConfigureAwait(false);
        var billed = outcome.BilledYuan is { } yuan ? string.Create(CultureInfo.InvariantCulture, $"billed once ¥{yuan:0.00}")
            : outcome.Kept is null ? "bill not found" : "billed once";
        Console.WriteLine($"replay: {player.Sent} samples sent, {player.Answered} answered 1, {outcome.Kept?.ToString(CultureInfo.InvariantCulture) ?? "?"} distinct kept, {billed}, {(outcome.Mismatch is null ? "curve equal" : "NOT EQUAL: " + outcome.Mismatch)}");
        if (outcome.Mismatch is not null) return outcome.Mismatch;
        if (player.Answered != player.Total) return $"{player.Total - player.Answered} of {player.Total} samples were not answered 1";
        return player.Ended ? null : "the session was not ended";
    }

    private async Task<int?> WaitUntilReadyAsync(ServerProcess server, AdminClient admin, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        var told = 0.0;
        while (!await admin.IsReadyAsync(stop).ConfigureAwait(false))
        {
            var waited = time.GetElapsedTime(began).TotalSeconds;
            if (server.Exited.IsCompleted) return Died(server);
            if (waited > 120) return Fail("the server was not ready within 120 s", server);
            if (waited - told >= 2)
            {
                told = waited;
                Console.WriteLine($"demo: waiting for the server ({waited:0} s)");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, stop).ConfigureAwait(false);
        }

        // Another server may be the one that answers at this address.
        return server.Exited.IsCompleted ? Died(server) : null;
    }

    private static IEnumerable<(string Group, string Ammeter, string Card)> OpenSessions(StationFleet fleet, ReplayPlayer? player)
    {
        foreach (var station in fleet.Stations)
            foreach (var (ammeter, card) in station.OpenSessions())
                yield return (station.Group, ammeter, card);
        if (player is { Sent: > 0, Ended: false }) yield return (ReplayCampus.Group, ReplayCampus.Ammeter, ReplayCampus.Student.CardNumber);
    }

    /// <summary>What other users of the machine shall not see among its arguments.</summary>
    private Dictionary<string, string> ServerEnvironment(string password, DemoPhone phone)
    {
        var environment = new Dictionary<string, string>(phone.Settings) { ["SEMS_ADMIN_PASSWORD"] = password };
        if (options.Storage is { } storage) environment["Storage"] = storage;
        return environment;
    }

    private static string[] ServerArguments(string urls, DemoFolder folder, SimulationClock clock) =>
    [
        "demo", "--urls", urls, "--data", folder.Root, "--import", folder.Campus,
        "--clock-epoch-real", clock.EpochRealMs.ToString(CultureInfo.InvariantCulture),
        "--clock-epoch-sim", clock.EpochSimMs.ToString(CultureInfo.InvariantCulture),
        "--speed", clock.Speed.ToString("R", CultureInfo.InvariantCulture),
    ];

    private int Interrupted()
    {
        RunReport.Write(Console.Out, _stats);
        if (options.Seconds is not null) return Fail("interrupted before the time was over");
        return _stats.Errors.Count == 0 ? 0 : 1;
    }

    private static int Died(ServerProcess server) => Fail($"the server ended by itself with exit code {server.ExitCode}", server);

    private static int Fail(string reason, ServerProcess? server = null)
    {
        Console.Error.WriteLine("demo: " + reason);
        if (server is null) return 1;
        Console.Error.WriteLine("demo: the last it said:");
        foreach (var line in server.Tail) Console.Error.WriteLine("  " + line);
        return 1;
    }

    private static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
}
