using System.Globalization;

namespace Sems.Tests.Support;

/// <summary>A recorded charge that lies beside the repository on some machines; it is not part of it.</summary>
internal static class RealCharge
{
    internal sealed record Row(double Time, double CurrentA, double Energy);

    /// <summary>The rows in file order, or null where the recording is not there.</summary>
    public static IReadOnlyList<Row>? TryRead()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SEMS.sln"))) folder = folder.Parent;
        var file = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "campus-charge-2016-07-05.csv") : null;
        if (file is null || !File.Exists(file)) return null;
        return [.. File.ReadLines(file).Skip(1).Select(Parse)];
    }

    private static Row Parse(string line)
    {
        var cells = line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        return new Row(cells[0], cells[1], cells[2]);
    }
}
