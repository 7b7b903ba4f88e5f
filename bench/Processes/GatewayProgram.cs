namespace Sems.Bench.Processes;

/// <summary>A gateway to measure.</summary>
/// <param name="Engine">The engine it runs: "embedded" or "orleans".</param>
/// <param name="Path">Its sems-gateway.dll.</param>
/// <param name="OnPostgres">Whether its database is PostgreSQL; SQLite otherwise.</param>
public sealed record GatewayProgram(string Engine, string Path, bool OnPostgres = false)
{
    /// <summary>What it is called in a report: on SQLite by its engine alone.</summary>
    public string Name => OnPostgres ? Engine + "-pg" : Engine;

    /// <summary>The engine that is held to the bars.</summary>
    public const string Embedded = "embedded";

    /// <summary>Reads <c>engine=path</c>.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static GatewayProgram Parse(string text)
    {
        var sign = text.IndexOf('=');
        return sign > 0 && sign < text.Length - 1
            ? new GatewayProgram(text[..sign], text[(sign + 1)..])
            : throw new FormatException($"--gateway takes ENGINE=PATH, such as embedded=…/sems-gateway.dll; it is '{text}'");
    }

    /// <summary>The gateway that was built as this program was: same engine, same configuration.</summary>
    public static GatewayProgram Beside()
    {
        var framework = new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)); // …/project/bin/Engine/Configuration/net10.0
        var (configuration, engine) = (framework.Parent!, framework.Parent!.Parent!);
        var root = engine.Parent!;
        while (root.Parent is { } above && !Directory.Exists(System.IO.Path.Combine(root.FullName, "gateway"))) root = above;
        return new GatewayProgram(
            engine.Name.ToLowerInvariant(),
            System.IO.Path.Combine(root.FullName, "gateway", "bin", engine.Name, configuration.Name, framework.Name, "sems-gateway.dll"));
    }
}
