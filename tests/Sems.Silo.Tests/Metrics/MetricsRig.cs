using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Cluster;
using Sems.Silo.Metrics;
using Sems.Storage;

namespace Sems.Silo.Tests.Metrics;

/// <summary>The filter and what it counts into, by a clock of its own.</summary>
internal sealed class MetricsRig : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public MetricsRig()
    {
        Activity = new WriteActivity(() => Queue);
        Machine = new MachineClock(Clock);
        Statistics = new CallStatistics(Machine);
        Instruments = new GrainInstruments(Meters, Statistics);
        Storage = new StorageInstruments(Meters, Activity);
        Filter = new GrainCallFilter(Statistics, Instruments, Machine);
    }

    public ManualTimeProvider Clock { get; } = new();

    public MachineClock Machine { get; }

    public CallStatistics Statistics { get; }

    public GrainInstruments Instruments { get; }

    /// <summary>The storage, of which this many writes wait.</summary>
    public int Queue { get; set; }

    public WriteActivity Activity { get; }

    public StorageInstruments Storage { get; }

    public GrainCallFilter Filter { get; }

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    /// <summary>A call that takes this long by the clock.</summary>
    public Task CallAsync(string method, double milliseconds, bool fails = false) => Filter.Invoke(FakeCall.Of(method, () =>
    {
        Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        return fails ? Task.FromException(new FormatException()) : Task.CompletedTask;
    }));

    /// <summary>Lets time pass, taking the counts every 5 s as the reporter does.</summary>
    public void Pass(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end;)
        {
            Clock.Advance(TimeSpan.FromSeconds(Math.Min(5, (end - Clock.GetUtcNow()).TotalSeconds)));
            Statistics.Tick();
        }
    }

    public void Dispose()
    {
        Storage.Dispose();
        _services.Dispose();
    }
}
