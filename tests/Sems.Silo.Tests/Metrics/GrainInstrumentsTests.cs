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
            Assert.Equal("Sems.Grains", instrument.Meter.Name);
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
    public void There_are_four_instruments_with_units() => Assert.Equal(
        [("sems.grain.activations", "{activation}"), ("sems.grain.call.duration", "s"), ("sems.grain.calls", "{call}"), ("sems.grain.failures", "{call}")],
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

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen[string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}").Prepend(instrument.Name))] = value;
}
