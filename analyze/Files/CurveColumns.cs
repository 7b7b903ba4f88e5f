namespace Sems.Analyze.Files;

/// <summary>Where a file has its columns, found by their names; -1 where it has none.</summary>
internal sealed record CurveColumns(int Time, bool IsUnix, int Current, int Voltage, int Energy, int Power, int Temperature, int Cycle, IReadOnlyList<string> Names)
{
    /// <summary>Finds the columns of a header.</summary>
    /// <exception cref="CurveFileException">One that is needed is missing, or stands twice.</exception>
    public static CurveColumns Find(string path, IReadOnlyList<string> header)
    {
        var names = header.Select(h => h.ToLowerInvariant()).ToList();
        var seconds = One("t_s");
        var unix = One("time");
        if (seconds < 0 && unix < 0) throw Missing("t_s or time");
        var current = One("current_a");
        if (current < 0) throw Missing("current_a");
        return new CurveColumns(seconds >= 0 ? seconds : unix, seconds < 0, current, One("voltage_v"), One("energy"), One("power_w"), One("temp_c"), One("cycle"), header);

        int One(string name)
        {
            var at = names.IndexOf(name);
            if (at >= 0 && names.LastIndexOf(name) != at) throw new CurveFileException($"{path}, line 1: the column {name} is there twice");
            return at;
        }

        CurveFileException Missing(string what) =>
            new($"{path}, line 1: the column {what} is missing (found: {string.Join(", ", header)}). Needed: t_s or time, current_a; optional: voltage_v, energy, power_w, temp_c, cycle");
    }
}
