using Sems.Simulator.Replay;

namespace Sems.Simulator.Tests.Replay;

public class ReplayFileTests
{
    [Fact]
    public void Columns_come_in_any_order_and_numbers_keep_their_digits()
    {
        var rows = Read("energy,power_w,time,current_a,voltage_v,more\n0.0320,,1467753314.50,1.7200,221.0,x\n0.1,15,1467753324,0,,\n");
        Assert.Equal(new ReplayRow(2, "1467753314.50", "1.7200", "0.0320", "221.0", null), rows[0]);
        Assert.Equal(new ReplayRow(3, "1467753324", "0", "0.1", null, "15"), rows[1]);
    }

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("time,current_a,energy\n", "line 2: no sample follows the header")]
    [InlineData("time,amps,energy\n1,2,3\n", "line 1: column 'current_a' is missing (found: time, amps, energy)")]
    [InlineData("time,current_a,energy\n1,2,3\n1,2\n", "line 3: 2 fields, the header has 3")]
    [InlineData("time,current_a,energy\n1,2,3\n1,,3\n", "line 3: 'current_a' is empty")]
    [InlineData("time,current_a,energy\n1,2,3\n\n1,zwei,3\n", "line 4: current_a 'zwei' is not a number")]
    [InlineData("time,current_a,energy\n1,0x1,3\n", "line 2: current_a '0x1' is not a number")]
    [InlineData("time,current_a,energy\n1,NaN,3\n", "line 2: current_a 'NaN' is not a number")]
    [InlineData("time,current_a,energy\n1,.5,3\n", "line 2: current_a '.5' is not a number")]
    [InlineData("time,current_a,energy\n1,\"1\",\"3\n", "line 2: a quoted field does not end")]
    public void A_bad_file_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("/no/such.csv: there is no such file", Assert.Throws<InvalidDataException>(() => ReplayFile.Read("/no/such.csv")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0 10 20", "0 10 20")]
    [InlineData("0 10 420 430", "0 10 420 430")] // a silence is kept
    [InlineData("0 10 25 15 35", "0 10 25 25 35")] // a late sample
    [InlineData("0 10 10 20", "0 10 10 20")] // a repeat
    [InlineData("0 10 -127000000 -126999990", "0 10 10 20")] // the clock leaps back
    [InlineData("0 10 127000000 127000010", "0 10 10 20")] // the clock leaps ahead
    public void Pacing_follows_the_recording_but_not_its_leaps(string times, string offsets)
    {
        var rows = times.Split(' ').Select((t, i) => new ReplayRow(i + 2, t, "1", "1", null, null)).ToList();
        Assert.Equal(offsets.Split(' ').Select(o => long.Parse(o) * 1000), ReplayPacing.OffsetsMs(rows));
    }

    [Fact]
    public void The_real_recording_is_read_when_it_is_there()
    {
        var path = Path.Combine(RepositoryRoot(), "..", "shared", "data", "campus-charge-2016-07-05.csv");
        if (!File.Exists(path)) return;
        var rows = ReplayFile.Read(path);
        Assert.Equal((3745, 3743), (rows.Count, rows.DistinctBy(r => r.TimeS).Count()));
        Assert.InRange(ReplayPacing.OffsetsMs(rows)[^1], 38_000_000, 39_000_000);
    }

    private static string RepositoryRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "SEMS.sln"))) at = at.Parent!;
        return at.FullName;
    }

    private static IReadOnlyList<ReplayRow> Read(string text) => ReplayFile.Read(new StringReader(text));
}
