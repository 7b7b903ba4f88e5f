using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Silo.Metrics;

namespace Sems.Silo.Tests.Metrics;

public sealed class ClusterReporterTests : IDisposable
{
    private readonly MetricsRig _rig = new();
    private readonly LogLines _log = new();
    private readonly FakeSilo _silo = new();
    private readonly FakeCluster _cluster;
    private readonly ClusterReporter _reporter;

    public ClusterReporterTests()
    {
        _cluster = new FakeCluster(_rig.Clock);
        _reporter = new ClusterReporter(
            _rig.Statistics, _rig.Instruments, _rig.Storage, _silo, FakeGrains.Of(_cluster), _rig.Machine, new ReportPeriod(TimeSpan.FromSeconds(5)), _log);
    }

    public void Dispose()
    {
        _reporter.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public async Task A_report_tells_calls_grains_and_memory()
    {
        await _rig.CallAsync("Charge", 1);
        await _reporter.ReportAsync(default);
        var overview = await _cluster.Overview();
        Assert.Equal((SiloEngine.Name, "AmmeterGrain", 3), (overview.Engine, overview.Activations.Single().Grain, overview.Activations.Single().Count));
        var silo = Assert.Single(overview.Silos);
        Assert.Equal(("here", "here/1", true, ManualTimeProvider.Start), (silo.Name, silo.Address, silo.Alive, silo.Since));
        Assert.True(silo.ManagedBytes > 0 && silo.RssBytes > 0);
        Assert.Equal(("AmmeterGrain", "Charge"), (overview.Methods.Single().Grain, overview.Methods.Single().Method));
    }

    [Fact]
    public async Task Commits_queues_and_memory_are_told_of_now_and_of_each_minute()
    {
        for (var i = 0; i < 50; i++) _rig.Activity.Committed!(TimeSpan.FromMilliseconds(2));
        _rig.Activity.Committed!(TimeSpan.FromMilliseconds(90));
        (_rig.Queue, _silo.WaitingCalls) = (9, null);
        await PassAsync();
        (_rig.Queue, _silo.WaitingCalls) = (4, 6);
        await PassAsync();
        var now = (await _cluster.Overview()).Silos.Single().Load!;
        Assert.Equal((5.1, 4, 6), (now.CommitsPerSecond, now.Queue, now.WaitingCalls));
        Assert.InRange(now.P50Ms!.Value, 2, 2 * 17 / 16.0);
        Assert.InRange(now.P99Ms!.Value, 90, 90 * 17 / 16.0);

        (_rig.Queue, _silo.WaitingCalls) = (0, 0);
        for (var i = 0; i < 24; i++) await PassAsync();
        var minutes = (await _cluster.Overview()).Points.Select(p => p.Load!).ToList();
        Assert.Equal([(9, 6, 51), (0, 0, 0)], minutes.Select(m => (m.Queue, m.WaitingCalls!.Value, (int)Math.Round(m.CommitsPerSecond * 60))));
        Assert.Equal([true, false], minutes.Select(m => m.P99Ms is not null));
        Assert.All(minutes, m => Assert.True(m.ManagedBytes > 0 && m.RssBytes > 0));
        Assert.Equal((0, null), ((await _cluster.Overview()).Silos.Single().Load!.CommitsPerSecond, (await _cluster.Overview()).Silos.Single().Load!.P50Ms));
    }

    [Fact]
    public async Task Each_minute_is_told_once_and_the_whole_hour_to_a_grain_that_forgot()
    {
        for (var i = 0; i < 24; i++) await PassAsync();
        Assert.Equal(2, _cluster.Minutes);
        Assert.Equal(2, (await _cluster.Overview()).Points.Length);
        _cluster.Forget();
        await PassAsync();
        await PassAsync();
        Assert.Equal(2, (await _cluster.Overview()).Points.Length);
    }

    [Fact]
    public async Task A_cluster_grain_that_fails_is_logged_once_until_it_works_again()
    {
        _cluster.Fails = true;
        for (var i = 0; i < 5; i++) await PassAsync();
        Assert.Equal([LogLevel.Warning], _log.Levels);
        _cluster.Fails = false;
        await PassAsync();
        await PassAsync();
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Levels);
        _cluster.Fails = true;
        await PassAsync();
        Assert.Equal([LogLevel.Warning, LogLevel.Information, LogLevel.Warning], _log.Levels);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData("", 5)]
    [InlineData("0.5", 0.5)]
    public void The_period_is_read(string? text, double seconds) => Assert.Equal(seconds, ReportPeriod.Read(Setting(text)).Time.TotalSeconds);

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("soon")]
    public void A_period_that_is_none_is_refused(string text) =>
        Assert.Contains("Metrics:ReportSeconds", Assert.Throws<FormatException>(() => ReportPeriod.Read(Setting(text))).Message, StringComparison.Ordinal);

    private static IConfiguration Setting(string? text) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Metrics:ReportSeconds", text)]).Build();

    private Task PassAsync()
    {
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        return _reporter.ReportAsync(default);
    }

    private sealed class FakeSilo : ILocalSilo
    {
        public string Name => "here";

        public string Address => "here/1";

        public int? WaitingCalls { get; set; }

        public Task<IReadOnlyList<ActivationCount>> CountActivationsAsync() =>
            Task.FromResult<IReadOnlyList<ActivationCount>>([new ActivationCount("AmmeterGrain", 3)]);
    }

    private sealed class FakeCluster(TimeProvider time) : IClusterGrain
    {
        private ClusterBook _book = new();

        public bool Fails { get; set; }

        public int Minutes { get; private set; }

        public void Forget() => _book = new ClusterBook();

        public Task<DateTimeOffset?> Report(SiloReport report)
        {
            if (Fails) throw new TimeoutException();
            Minutes += report.Minutes.Length;
            return Task.FromResult(_book.Note(report, time.GetUtcNow()));
        }

        public Task<ClusterOverview> Overview() => Task.FromResult(_book.Overview(time.GetUtcNow()));
    }

    private sealed class LogLines : ILogger<ClusterReporter>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Levels.Add(logLevel);
    }
}

/// <summary>A grain factory, of either engine, that knows one grain.</summary>
public class FakeGrains : DispatchProxy
{
    private IClusterGrain _cluster = null!;

    public static IGrainFactory Of(IClusterGrain cluster)
    {
        var grains = Create<IGrainFactory, FakeGrains>();
        ((FakeGrains)(object)grains)._cluster = cluster;
        return grains;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Assert.Equal(("GetGrain", IClusterGrain.Key), (targetMethod!.Name, args![0]));
        return _cluster;
    }
}
