namespace Sems.Analyze.Tests;

public sealed class BatteryAnswerTests : AnalyzeFolder
{
    private string History => Zip(CurveText.Of("cycle,t_s,current_a,voltage_v", cycles: 3, volts: 4));

    [Fact]
    public void Each_cycle_has_its_health_and_interval()
    {
        var cycles = Answer.Of("--battery", History, "--rated-ah", "4.5", "--cells", "1", "--json").Json.GetProperty("cycles").EnumerateArray().ToList();
        Assert.Equal([0, 1, 2], cycles.Select(c => c.GetProperty("cycle").GetInt32()));
        Assert.All(cycles, c => Assert.InRange(c.GetProperty("soh_percent").GetDouble(), c.GetProperty("low").GetDouble(), c.GetProperty("high").GetDouble()));
    }

    [Fact]
    public void The_options_may_come_in_any_order() =>
        Assert.Equal(
            Answer.Of("--battery", History, "--rated-ah", "4.5", "--cells", "1", "--json").Output,
            Answer.Of("--json", "--cells", "1", "--rated-ah", "4.5", History, "--battery").Output);

    [Fact]
    public void What_comes_later_changes_nothing_before_it()
    {
        var two = Write(CurveText.Of("cycle,t_s,current_a,voltage_v", cycles: 2, volts: 4), "two.csv");
        string[] Lines(string file) => Answer.Of("--battery", file, "--rated-ah", "4.5", "--cells", "1").Output.Split('\n');
        Assert.Equal(Lines(two)[4..6], Lines(History)[4..6]);
    }

    [Fact]
    public void People_get_a_table_with_bars()
    {
        var answer = Answer.Of("--battery", History, "--rated-ah", "4.5", "--cells", "1");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("3 charges, rated 4.5 Ah, 1 cell", answer.Output, StringComparison.Ordinal);
        Assert.Equal(3, answer.Output.Split('\n').Count(line => line.Contains('█', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_without_cycles_is_refused() =>
        Answer.Of("--battery", Write(CurveText.Of("t_s,current_a,voltage_v")), "--rated-ah", "2", "--cells", "1").Refused("column cycle is missing");
}
