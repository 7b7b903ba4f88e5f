using Sems.Simulator.Demo;
using Sems.Simulator.Tests.Support;

namespace Sems.Simulator.Tests.Demo;

public sealed class DemoClockFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    private DemoClockFile File => new(_folder.File("demo-clock.json"), _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_it_begins_at_half_past_four_before_now()
    {
        var clock = File.Begin(480);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), clock.NowMs);
        Assert.Equal(_time.GetUtcNow().ToUnixTimeMilliseconds(), clock.EpochRealMs);
    }

    [Fact]
    public void After_a_clean_stop_it_goes_on_from_there_however_much_later()
    {
        var clock = File.Begin(480);
        _time.Advance(TimeSpan.FromSeconds(90));
        File.Write(clock, clean: true);
        var stopped = clock.NowMs;
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(stopped + 1, File.Begin(480).NowMs);
    }

    [Fact]
    public void After_being_cut_off_it_never_goes_back()
    {
        var clock = File.Begin(480);
        _time.Advance(TimeSpan.FromSeconds(10));
        File.Write(clock, clean: false);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        var livedTo = clock.NowMs;
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(File.Begin(60).NowMs >= livedTo);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"sim_ms":"x","real_ms":1,"speed":1,"clean":true}""")]
    public void A_damaged_file_is_named(string text)
    {
        System.IO.File.WriteAllText(_folder.File("demo-clock.json"), text);
        Assert.Contains("demo-clock.json is damaged", Assert.Throws<InvalidDataException>(() => File.Begin(1)).Message, StringComparison.Ordinal);
    }
}
