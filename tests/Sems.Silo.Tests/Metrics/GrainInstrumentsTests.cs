using System.Diagnostics.Metrics;
using Sems.GrainInterfaces;

namespace Sems.Silo.Tests.Metrics;

public sealed class GrainInstrumentsTests : IDisposable
{
    private readonly MetricsRig _rig = new();
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, double> _seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> _units = new(StringComparer.Ordinal);

    public GrainInstrumentsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope != _rig.Meters) return;
            Assert.Equal(instrument.Name.Split('.')[1] == "storage" ? "Sems.Storage" : "Sems.Grains", instrument.Meter.Name);
            Assert.False(string.IsNullOrWhiteSpace(instrument.Description));
            _units[instrument.Name] = instrument.Unit;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public void The_instruments_have_units() => Assert.Equal(
        [
            ("sems.grain.activations", "{activation}"), ("sems.grain.call.duration", "s"), ("sems.grain.calls", "{call}"), ("sems.grain.failures", "{call}"),
            ("sems.grain.waiting_calls", "{call}"), ("sems.storage.commit.duration", "s"), ("sems.storage.commit.percentile", "s"),
            ("sems.storage.commits", "{transaction}"), ("sems.storage.queue", "{write}"),
        ],
        _units.Select(u => (u.Key, u.Value)));

    [Fact]
    public async Task Calls_failures_and_durations_carry_grain_and_method()
    {
        await _rig.CallAsync("Charge", 20);
        Assert.Equal(0.02, _seen["sems.grain.call.duration grain=AmmeterGrain method=Charge"], 6);
        await Assert.ThrowsAsync<FormatException>(() => _rig.CallAsync("Charge", 30, fails: true));
        Assert.Equal(0.03, _seen["sems.grain.call.duration grain=AmmeterGrain method=Charge"], 6);
        _listener.RecordObservableInstruments();
        Assert.Equal(2, _seen["sems.grain.calls grain=AmmeterGrain method=Charge"]);
        Assert.Equal(1, _seen["sems.grain.failures grain=AmmeterGrain method=Charge"]);
    }

    [Fact]
    public void Activations_carry_the_grain()
    {
        _rig.Instruments.Activations = [new ActivationCount("AmmeterGrain", 7), new ActivationCount("CardGrain", 2)];
        _listener.RecordObservableInstruments();
        Assert.Equal((7, 2), (_seen["sems.grain.activations grain=AmmeterGrain"], _seen["sems.grain.activations grain=CardGrain"]));
    }

    [Fact]
    public void Waiting_calls_are_only_there_where_they_are_known()
    {
        _listener.RecordObservableInstruments();
        Assert.DoesNotContain("sems.grain.waiting_calls", _seen.Keys);
        _rig.Instruments.WaitingCalls = 3;
        _listener.RecordObservableInstruments();
        Assert.Equal(3, _seen["sems.grain.waiting_calls"]);
    }

    [Fact]
    public void Storage_is_counted_once_a_transaction()
    {
        _rig.Queue = 12;
        _rig.Activity.Committed!(TimeSpan.FromMilliseconds(4));
        Assert.Equal(0.004, _seen["sems.storage.commit.duration"], 6);
        _listener.RecordObservableInstruments();
        Assert.Equal((1, 12), (_seen["sems.storage.commits"], _seen["sems.storage.queue"]));
        Assert.DoesNotContain("sems.storage.commit.percentile quantile=0.5", _seen.Keys);
        _rig.Storage.Note(new CallCounts(_rig.Clock.GetUtcNow(), 60, [])
        {
            Load = new SiloLoad { ManagedBytes = 1, RssBytes = 1, Queue = 0, Commits = _rig.Storage.Commits },
        });
        _listener.RecordObservableInstruments();
        Assert.InRange(_seen["sems.storage.commit.percentile quantile=0.99"], 0.004, 0.004 * 17 / 16);
        _rig.Storage.Dispose();
        Assert.Null(_rig.Activity.Committed);
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen[string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}").Prepend(instrument.Name))] = value;
}
