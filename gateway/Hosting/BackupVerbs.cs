using System.CommandLine;
using System.Globalization;
using Sems.Silo.Backups;
using Sems.Storage;

namespace Sems.Gateway.Hosting;

/// <summary>The verbs <c>backup</c> and <c>restore</c>. Exit code 0: done; 1: not done, and nothing half-done.</summary>
internal static class BackupVerbs
{
    /// <summary><c>backup TARGET</c>.</summary>
    public static Command Backup(Option<string> data)
    {
        var target = new Argument<string>("target") { Description = "Directory to make; missing or empty" };
        var verb = new Command("backup", "Back a data directory up, while SEMS runs on it or not") { target, data };
        verb.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel, "backup", progress =>
        {
            var manifest = Silo.Backups.Backup.Take(parsed.GetValue(data)!, parsed.GetValue(target)!, progress, cancel);
            return $"Backed up {Describe(manifest)} to {Path.GetFullPath(parsed.GetValue(target)!)}";
        })));
        return verb;
    }

    /// <summary><c>restore SOURCE</c>.</summary>
    public static Command Restore(Option<string> data)
    {
        var source = new Argument<string>("source") { Description = "A backup" };
        var replace = new Option<bool>("--replace") { Description = "Move a data directory that is there aside" };
        var verb = new Command("restore", "Make a data directory out of a backup") { source, data, replace };
        verb.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel, "restore", progress =>
        {
            var (manifest, aside) = Silo.Backups.Restore.Run(parsed.GetValue(source)!, parsed.GetValue(data)!, parsed.GetValue(replace), progress, cancel);
            var former = aside is null ? "" : $"; what was there is in {aside}";
            return $"Restored {Describe(manifest)} to {Path.GetFullPath(parsed.GetValue(data)!)}{former}";
        })));
        return verb;
    }

    private static int Run(ParseResult parsed, CancellationToken cancel, string verb, Func<IProgress<StepProgress>, string> work)
    {
        using var progress = new ProgressLine(parsed.InvocationConfiguration.Error);
        try
        {
            var done = work(progress);
            progress.Clear();
            parsed.InvocationConfiguration.Output.WriteLine(done);
            return 0;
        }
        catch (Exception fault) when (UpkeepFaults.Tell(fault) is { } line)
        {
            progress.Clear();
            parsed.InvocationConfiguration.Error.WriteLine($"sems {verb}: {line}");
            return 1;
        }
    }

    private static string Describe(BackupManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"the {manifest.Engine} engine's data of {manifest.TakenAt:u} ({manifest.Files.Count} files, {manifest.Size / 1e6:0.0} MB)");
}
