using System.Diagnostics;
using System.Globalization;

namespace Sems.Bench.Processes;

/// <summary>Where PostgreSQL's programs are, and the user they run as: it refuses to be root.</summary>
public sealed record PostgresPrograms(string Directory, string? User)
{
    private static readonly string[] Homes = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

    /// <summary>Finds them: on the PATH, or where distributions put them.</summary>
    /// <exception cref="IOException">There are none; the message says what to do.</exception>
    public static PostgresPrograms Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = path.Concat(Versions()).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
        found ??= path.Select(d => Path.Combine(d, "initdb")).Where(File.Exists).Select(Resolved).FirstOrDefault(d => File.Exists(Path.Combine(d, "postgres")));
        return found is null
            ? throw new IOException("There is no PostgreSQL server here (initdb and postgres are not found): install one, on Debian by apt-get install postgresql")
            : new PostgresPrograms(found, UnprivilegedUser());
    }

    /// <summary>How to start one of the programs.</summary>
    public ProcessStartInfo Start(IEnumerable<string> before, string program, params IEnumerable<string> arguments)
    {
        string[] line = [.. User is null ? [] : new[] { "runuser", "-u", User, "--" }, .. before, Path.Combine(Directory, program), .. arguments];
        var start = new ProcessStartInfo(line[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in line.Skip(1)) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Gives a directory to the user.</summary>
    public async Task OwnAsync(string directory)
    {
        if (User is not null) await RunAsync(new ProcessStartInfo("chown") { ArgumentList = { "-R", User, directory }, RedirectStandardOutput = true, RedirectStandardError = true });
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="IOException">It failed; the message holds what it said.</exception>
    public static async Task RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new IOException($"{start.FileName} {start.ArgumentList.ElementAtOrDefault(3)} failed: {await said}{await complained}");
    }

    private static IEnumerable<string> Versions() => Homes.Where(System.IO.Directory.Exists)
        .SelectMany(home => System.IO.Directory.GetDirectories(home))
        .OrderByDescending(d => double.TryParse(Path.GetFileName(d).Replace("postgresql@", ""), CultureInfo.InvariantCulture, out var version) ? version : 0)
        .Select(d => Path.Combine(d, "bin"));

    private static string Resolved(string link) => Path.GetDirectoryName(new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? link)!;

    private static string? UnprivilegedUser()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return null;
        return File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
    }
}
