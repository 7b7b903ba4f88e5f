using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace Sems.Analyze.Tests;

public sealed class ChargeAnswerTests : AnalyzeFolder
{
    [Fact]
    public void The_JSON_has_what_was_agreed()
    {
        var json = Answer.Of(Write(CurveText.Of("t_s,current_a,voltage_v,energy,power_w")), "--json").Json;
        var phases = json.GetProperty("phases").EnumerateArray().ToList();
        Assert.Equal("constant_current", phases[0].GetProperty("phase").GetString());
        Assert.Contains(phases, p => p.GetProperty("phase").GetString() == "taper");
        Assert.All(phases, p => Assert.InRange(p.GetProperty("confidence").GetDouble(), 0, 1));
        Assert.Equal((500, 500 + (4 * 3600) - 10), (phases[0].GetProperty("start_s").GetDouble(), phases[^1].GetProperty("end_s").GetDouble()));
        for (var i = 1; i < phases.Count; i++) Assert.Equal(phases[i - 1].GetProperty("end_s").GetDouble(), phases[i].GetProperty("start_s").GetDouble());
        Assert.Equal(JsonValueKind.Array, json.GetProperty("findings").ValueKind);
        var energy = json.GetProperty("energy_wh");
        Assert.Equal("counter", energy.GetProperty("source").GetString());
        Assert.InRange(energy.GetProperty("value").GetDouble(), energy.GetProperty("low").GetDouble(), energy.GetProperty("high").GetDouble());
        Assert.InRange(energy.GetProperty("value").GetDouble(), 910, 960);
        Assert.InRange(json.GetProperty("charge_ah").GetDouble(), 4.15, 4.35);
        Assert.True(json.GetProperty("features").GetProperty("plateau_a").GetDouble() > 1.69);
    }

    [Theory]
    [InlineData("current_a,t_s", "current_voltage")]
    [InlineData("power_w,current_a,t_s", "power")]
    [InlineData("t_s,what,current_a,energy", "counter")]
    public void Columns_are_found_by_their_names(string columns, string source) =>
        Assert.Equal(source, Answer.Of(Write(CurveText.Of(columns)), "--json").Json.GetProperty("energy_wh").GetProperty("source").GetString());

    [Fact]
    public void Unix_times_count_from_the_first_row()
    {
        var phases = Answer.Of(Write(CurveText.Of("time,current_a,energy")), "--json").Json.GetProperty("phases");
        Assert.Equal(0, phases[0].GetProperty("start_s").GetDouble());
    }

    [Fact]
    public void Files_come_as_they_are_found_in_the_field()
    {
        var plain = Answer.Of(Write(CurveText.Of("t_s,current_a,energy")), "--json").Output;
        var text = CurveText.Of("t_s,current_a,energy");
        Assert.Equal(plain, Answer.Of(Zip(text), "--json").Output);
        Assert.Equal(plain, Answer.Of(Write("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal), "windows.csv"), "--json").Output);
        Assert.Equal(plain, Answer.Of(Write(text.Replace(',', ';'), "semicolons.csv"), "--json").Output);
        Assert.Equal(plain, Answer.Of(Write(text.Replace("t_s,current_a,energy", "\"T_S\", Current_A ,\"energy\"", StringComparison.Ordinal), "quoted.csv"), "--json").Output);
        Assert.Equal(plain, Answer.Of(Write(text + "\n\n,1.2,3\n99999,,\n99999,NaN,\n", "blank.csv"), "--json").Output);
    }

    [Fact]
    public void A_blank_cell_is_a_value_that_was_not_sent()
    {
        var lines = CurveText.Of("t_s,current_a,voltage_v,energy").Split('\n');
        for (var i = 10; i < lines.Length - 1; i += 3) lines[i] = string.Join(',', lines[i].Split(',')[..2]) + ",,";
        Assert.Equal("counter", Answer.Of(Write(string.Join('\n', lines)), "--json").Json.GetProperty("energy_wh").GetProperty("source").GetString());
    }

    [Fact]
    public void People_get_tables()
    {
        var answer = Answer.Of(Write(CurveText.Of("time,current_a,voltage_v,energy")));
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        foreach (var word in new[] { "charge.csv: 1,440 readings", "2016-07-05 21:15 UTC", "Phases", "constant current", "Findings", "Energy", "0.9", "Features" })
            Assert.Contains(word, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_is_an_SVG_with_text_and_round_ticks()
    {
        var file = Write(CurveText.Of("t_s,current_a,voltage_v,energy,power_w"));
        var answer = Answer.Of(file, "--plot", Path("plot.svg"), "--json");
        Assert.Equal(0, answer.Code);
        var svg = XDocument.Load(Path("plot.svg")).Root!;
        Assert.Equal(("297mm", "210mm"), ((string?)svg.Attribute("width"), (string?)svg.Attribute("height")));
        var words = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        foreach (var word in new[] { "充电曲线　charge", "电流 (A)", "电压 (V)", "功率 (W)", "恒流", "电流下降", "时间（小时:分）", "1.0", "1:00", "没有异常。" }) Assert.Contains(word, words);
        Assert.Contains(words, w => w.StartsWith("恒流 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_is_drawn_as_a_gap_and_findings_are_marked()
    {
        var lines = CurveText.Of("t_s,current_a,energy").Split('\n').ToList();
        lines.RemoveRange(200, 60);
        Answer.Of(Write(string.Join('\n', lines)), "--plot", Path("plot.svg"));
        var svg = XDocument.Load(Path("plot.svg")).Root!;
        Assert.Equal(2, svg.Descendants().Count(e => e.Name.LocalName == "polyline" && (string?)e.Attribute("class") == "current"));
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "rect" && (string?)e.Attribute("fill") == "url(#silent)");
        Assert.Contains(svg.Descendants(), e => e.Value == "有 610 秒没有收到采样");
    }

    [Fact]
    public void A_plot_of_nothing_says_why()
    {
        Assert.Equal(0, Answer.Of(Write("t_s,current_a\n5,1.5\n"), "--plot", Path("plot.svg")).Code);
        Assert.Contains(XDocument.Load(Path("plot.svg")).Root!.Descendants(), e => e.Value == "只有一个采样，画不出曲线");
    }

    [Fact]
    public void A_file_of_many_charges_says_what_to_do()
    {
        var file = Write(CurveText.Of("cycle,t_s,current_a,voltage_v", cycles: 3, volts: 4));
        Answer.Of(file).Refused("3 cycles from 0 to 2", "--cycle N", "--battery");
        Answer.Of(file, "--cycle", "7").Refused("no cycle 7", "3 cycles from 0 to 2");
        Assert.Equal("battery", Answer.Of(file, "--cycle", "1", "--json").Json.GetProperty("side").GetString());
        Answer.Of(Write(CurveText.Of("t_s,current_a")), "--cycle", "1").Refused("no column cycle");
    }

    [Theory]
    [InlineData("", "line 1", "no header")]
    [InlineData("t_s,voltage_v\n0,1\n", "line 1", "column current_a is missing", "found: t_s, voltage_v")]
    [InlineData("current_a\n1\n", "line 1", "column t_s or time is missing")]
    [InlineData("t_s,current_a,t_s\n0,1,0\n", "line 1", "column t_s is there twice")]
    [InlineData("t_s,current_a\n", "line 1", "no reading")]
    [InlineData("t_s,current_a\n0,\n", "line 2", "no reading")]
    [InlineData("t_s,current_a\n0,1.5\n10,abc\n", "line 3", "column current_a", "'abc' is not a number")]
    [InlineData("t_s,current_a\n0,1.5\n10,∞\n", "line 3", "column current_a")]
    [InlineData("t_s,current_a,power_w\n0,1.5,1e99\n", "line 2", "column power_w", "beyond")]
    [InlineData("t_s,current_a,energy\n0,1.5,1\n\n10,1.5\n", "line 4", "column energy", "2 cells")]
    [InlineData("cycle,t_s,current_a\n1.5,0,1\n", "line 2", "column cycle", "no whole number")]
    [InlineData("cycle,t_s,current_a\n,0,1\n", "line 2", "column cycle", "blank")]
    public void A_bad_file_is_refused_by_line_and_column(string text, params string[] said) => Answer.Of(Write(text), "--json").Refused([.. said, "charge.csv"]);

    [Fact]
    public void What_cannot_be_read_or_written_is_said()
    {
        Answer.Of(Path("none.csv")).Refused("none.csv", "no such file");
        Answer.Of(Folder).Refused("directory");
        var good = Write(CurveText.Of("t_s,current_a"));
        Answer.Of(good, "--plot", Path("no/such/plot.svg")).Refused("plot", "plot.svg");
        File.WriteAllBytes(Path("bad.gz"), [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Answer.Of(Path("bad.gz")).Refused("bad.gz");
    }

    [Theory]
    [InlineData]
    [InlineData("--jason", "x.csv")]
    [InlineData("a.csv", "b.csv")]
    [InlineData("a.csv", "--rated-ah", "2")]
    [InlineData("--battery", "a.csv")]
    [InlineData("--battery", "a.csv", "--rated-ah", "x", "--cells", "1")]
    [InlineData("--battery", "a.csv", "--rated-ah", "0", "--cells", "1")]
    [InlineData("--battery", "a.csv", "--rated-ah", "2", "--cells", "0")]
    [InlineData("--battery", "a.csv", "--rated-ah", "2", "--cells", "1", "--plot", "a.svg")]
    public void A_call_that_says_too_little_or_too_much_is_refused(params string[] args) => Answer.Of(args).Refused();

    /// <summary>A process of its own: paths are the caller's, the exit code is the command's.</summary>
    [Fact]
    public void It_runs_from_where_the_caller_is()
    {
        Write(CurveText.Of("t_s,current_a,voltage_v"));
        Assert.Equal((0, true, ""), Run("charge.csv", "--json", "--plot", "here.svg"));
        Assert.True(File.Exists(Path("here.svg")));
        var (code, told, error) = Run("missing.csv");
        Assert.Equal((2, false), (code, told));
        Assert.Contains("missing.csv", error, StringComparison.Ordinal);
    }

    private (int Code, bool Told, string Error) Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Commands.AnalyzeCommand).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Length > 0, error.Result);
    }
}
