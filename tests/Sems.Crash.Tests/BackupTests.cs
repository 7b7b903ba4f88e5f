using Sems.Bench.Proofs.Crash;

namespace Sems.Crash.Tests;

/// <summary>Backups taken under load and brought back; backups and restores that are killed.</summary>
public sealed class BackupTests : IDisposable
{
    private const int Backups = 3;
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(20160706)]
    public async Task Taken_under_load_it_has_whatever_was_answered_before_it_began_and_its_books_are_in_order(int seed)
    {
        var campus = new LoadedCampus(_directory["loaded"], seed);
        var answered = new List<IReadOnlyList<MeterState>>();
        await using (var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import))
        {
            var busy = new TaskCompletionSource();
            var work = campus.WorkUntilGoneAsync(server.Campus, 300, busy.SetResult);
            await busy.Task;
            for (var i = 0; i < Backups; i++)
            {
                answered.Add(campus.States);
                await GatewayVerb.DoAsync("backup", _directory[$"backup-{i}"], "--data", campus.Data);
                await GatewayVerb.DoAsync("check", "--data", campus.Data);
            }
            Assert.NotEqual(answered[0].Sum(state => state.Sessions.Count), answered[^1].Sum(state => state.Sessions.Count));
            server.Kill();
            await work;
        }

        for (var i = 0; i < Backups; i++)
        {
            var data = _directory[$"restored-{i}"];
            await GatewayVerb.DoAsync("check", "--data", _directory[$"backup-{i}"]);
            await GatewayVerb.DoAsync("restore", _directory[$"backup-{i}"], "--data", data);
            await using var server = await ServerProcess.ReadyAsync(data);
            await campus.ProveAtLeastAsync(server.Campus, answered[i]);
            await GatewayVerb.DoAsync("check", "--data", data);
        }
    }

    [Fact]
    public async Task Killed_at_any_moment_there_is_a_whole_backup_or_none()
    {
        var data = await DataAsync("data");
        var random = new Random(20160707);
        var whole = 0;
        for (var i = 0; i < 8; i++)
        {
            var target = _directory[$"backup-{i % 2}"];
            await KillOnceThereAsync(target + ".partial", random.Next(0, 400), "backup", target, "--data", data);
            if (!Directory.Exists(target)) continue;
            whole++;
            await GatewayVerb.DoAsync("restore", target, "--data", _directory[$"from-{i}"]);
            Directory.Delete(target, recursive: true);
        }
        Assert.NotEqual(8, whole);
        await GatewayVerb.DoAsync("backup", _directory["backup-0"], "--data", data);
        await GatewayVerb.DoAsync("backup", _directory["backup-1"], "--data", data);
        Assert.Empty(Directory.GetDirectories(_directory.Path, "*.partial"));
    }

    [Fact]
    public async Task Killed_at_any_moment_a_restore_leaves_the_old_data_or_the_new()
    {
        await GatewayVerb.DoAsync("backup", _directory["backup"], "--data", await DataAsync("new"));
        var data = await DataAsync("data");
        File.WriteAllText(Path.Combine(data, "appsettings.json"), "{}"); // the old one has settings
        var random = new Random(20160708);
        var replaced = 0;
        for (var i = 0; i < 8; i++)
        {
            await KillOnceThereAsync(data + ".restoring", random.Next(0, 400), "restore", _directory["backup"], "--data", data, "--replace");
            await GatewayVerb.DoAsync("check", "--data", data);
            var old = File.Exists(Path.Combine(data, "appsettings.json"));
            if (old) continue;
            replaced++;
            var aside = Directory.GetDirectories(_directory.Path, "data.re*").Single(d => File.Exists(Path.Combine(d, "appsettings.json")));
            Directory.Delete(data, recursive: true);
            Directory.Move(aside, data);
        }
        Assert.NotEqual(8, replaced);
        await GatewayVerb.DoAsync("restore", _directory["backup"], "--data", data, "--replace");
        Assert.Empty(Directory.GetDirectories(_directory.Path, "*.restoring"));
        Assert.False(File.Exists(Path.Combine(data, "appsettings.json")));
    }

    /// <summary>A data directory that takes a moment to copy.</summary>
    private async Task<string> DataAsync(string name)
    {
        var data = _directory[name];
        await using (var server = await ServerProcess.ReadyAsync(data)) await server.StopAsync();
        using var file = new DataFile(Path.Combine(data, "sems.db"));
        file.Run("CREATE TABLE weight AS SELECT randomblob(64000000) AS it");
        return data;
    }

    /// <summary>Runs a verb and kills it a while after a directory has appeared, unless it was quicker.</summary>
    private static async Task KillOnceThereAsync(string directory, int milliseconds, params string[] arguments)
    {
        await using var process = GatewayVerb.Start(arguments);
        var end = process.EndAsync();
        await Waiting.UntilAsync($"{directory} is there", () => Task.FromResult(Directory.Exists(directory) || end.IsCompleted));
        await Task.WhenAny(end, Task.Delay(milliseconds));
        if (!end.IsCompleted) process.Kill();
        await end;
    }
}
