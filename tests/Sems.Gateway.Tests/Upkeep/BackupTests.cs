using Sems.Silo;
using Sems.Silo.Backups;
using Sems.Silo.Books;

namespace Sems.Gateway.Tests.Upkeep;

/// <summary>A backup of a running system, restored elsewhere, is that system; what is not whole is refused, and nothing is half-done.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_running_system_comes_back_elsewhere_as_it_was()
    {
        string? restored = null;
        await using var gateway = await TestGateway.StartAsync(options => restored is null ? options : options with { Data = restored });
        await File.WriteAllTextAsync(Path.Combine(gateway.Data, "appsettings.json"), """{"Charging":{"SessionsPerStudent":1}}""");
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        for (var i = 0; i < 60; i++) (await gateway.Client.SampleAsync("0001", "0001", 1.5, i, 1000 + (10 * i))).MustBeDone();
        (await gateway.Client.StartAsync("rose-card", "0001", "0002")).MustBeDone();
        (await gateway.Client.EndAsync("rose-card", "0001", "0002")).MustBeDone();
        await gateway.Client.ControlAsync("0001", "0003", "lock");
        var map = (await gateway.Client.PollAsync("0001")).Text;

        var (code, output, _) = await Verbs.RunAsync("backup", _directory["backup"], "--data", gateway.Data);
        Assert.Equal(0, code);
        Assert.StartsWith($"Backed up the {SiloEngine.Name} engine's data of ", output, StringComparison.Ordinal);
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 61, 2000)).MustBeDone(); // after it: not in it
        var manifest = BackupManifest.ReadFrom(_directory["backup"]);
        Assert.Equal(SiloEngine.Name, manifest.Engine);
        Assert.Equal(
            Directory.GetFiles(_directory["backup"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_directory["backup"], f)).Order(),
            manifest.Files.Select(file => file.Name).Append("manifest.json").Order());
        Assert.Contains("appsettings.json", manifest.Files.Select(file => file.Name));
        Assert.Equal(SiloEngine.Name == "orleans", manifest.Files.Any(file => file.Name == "grains.db"));
        Assert.True(BooksCheck.Run(_directory["backup"]).IsClean);
        Assert.Equal(manifest.Files.Count + 1, Directory.GetFiles(_directory["backup"], "*", SearchOption.AllDirectories).Length); // a check adds nothing
        await gateway.CloseAsync();

        (code, output, _) = await Verbs.RunAsync("restore", _directory["backup"], "--data", gateway.Data, "--replace");
        Assert.Equal(0, code);
        Assert.Contains($"what was there is in {gateway.Data}.replaced-", output, StringComparison.Ordinal);
        Assert.True(BooksCheck.Run(gateway.Data).IsClean);
        restored = _directory["restored"]; // not where it was: Orleans' pooled connections of this process still have the old files open
        Restore.Run(_directory["backup"], restored, replace: false);
        await gateway.RestartAsync();
        Assert.Equal(map, (await gateway.Client.PollAsync("0001")).Text);
        var charges = await gateway.Client.ChargesAsync();
        Assert.Equal(2, charges.Length);
        Assert.Equal(60, (await gateway.Client.CurveAsync(charges.Single(c => c.GetProperty("status").GetString() != "ended").GetProperty("id").GetInt64())).Length);
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        Assert.True(BooksCheck.Run(restored).IsClean);
    }

    [Fact]
    public async Task A_data_directory_that_is_in_use_or_not_empty_is_left_alone()
    {
        await using var gateway = await TestGateway.StartAsync();
        Backup.Take(gateway.Data, _directory["backup"]);
        var (code, _, error) = await Verbs.RunAsync("restore", _directory["backup"], "--data", gateway.Data, "--replace");
        Assert.Equal(1, code);
        Assert.Contains("is in use, stop SEMS first", error, StringComparison.Ordinal);
        Assert.Contains("--replace", Assert.Throws<BackupException>(() => Restore.Run(_directory["backup"], gateway.Data, replace: false)).Message, StringComparison.Ordinal);
        Assert.True((await gateway.Client.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        await gateway.CloseAsync();
        Assert.Throws<BackupException>(() => Restore.Run(_directory["backup"], gateway.Data, replace: false));

        Directory.CreateDirectory(_directory["mine"]);
        await File.WriteAllTextAsync(Path.Combine(_directory["mine"], "letter.txt"), "dear");
        Assert.Throws<DataDirectoryException>(() => Restore.Run(_directory["backup"], _directory["mine"], replace: true));
        Assert.Equal(["letter.txt"], Directory.GetFiles(_directory["mine"]).Select(Path.GetFileName));
        Assert.Empty(Directory.GetDirectories(_directory.Path, "*.restoring"));
    }

    [Fact]
    public async Task A_backup_goes_nowhere_where_something_is()
    {
        await using var gateway = await TestGateway.StartAsync();
        Directory.CreateDirectory(_directory["empty"]);
        Backup.Take(gateway.Data, _directory["empty"]);
        var refused = Assert.Throws<BackupException>(() => Backup.Take(gateway.Data, _directory["empty"]));
        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Throws<DataDirectoryException>(() => Backup.Take(_directory["nothing"], _directory["backup"]));
        Assert.Equal(["empty"], Directory.GetFileSystemEntries(_directory.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("no manifest", "is no backup")]
    [InlineData("a changed byte", "sems.db is not what the manifest says")]
    [InlineData("a missing file", "engine is missing")]
    [InlineData("another format", "another format")]
    [InlineData("a newer schema", "taken by a newer SEMS")]
    [InlineData("a file outside", "names a file outside it")]
    [InlineData("a broken manifest", "cannot be read")]
    public async Task What_is_not_whole_is_not_restored(string how, string why)
    {
        await using var gateway = await TestGateway.StartAsync();
        var backup = _directory["backup"];
        var manifest = Backup.Take(gateway.Data, backup);
        var file = Path.Combine(backup, BackupManifest.FileName);
        Action spoil = how switch
        {
            "no manifest" => () => File.Delete(file),
            "a missing file" => () => File.Delete(Path.Combine(backup, "engine")),
            "a broken manifest" => () => File.WriteAllText(file, """{"format":1}"""),
            "another format" => () => Write(manifest with { Format = 2 }),
            "a newer schema" => () => Write(manifest with { Schema = 9999 }),
            "a file outside" => () => Write(manifest with { Files = [manifest.Files[0] with { Name = "../backup2" }] }),
            _ => Flip,
        };
        spoil();
        var refused = Assert.Throws<BackupException>(() => Restore.Run(backup, _directory["data"], replace: false));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(["backup"], Directory.GetFileSystemEntries(_directory.Path).Select(Path.GetFileName));

        void Write(BackupManifest changed)
        {
            File.Delete(file);
            changed.WriteTo(backup);
        }

        void Flip()
        {
            using var database = new FileStream(Path.Combine(backup, "sems.db"), FileMode.Open);
            database.Position = database.Length / 2;
            var old = database.ReadByte();
            database.Position--;
            database.WriteByte((byte)(old ^ 1));
        }
    }
}
