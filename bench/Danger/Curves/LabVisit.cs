using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>What a rider and a station do to a charge: they plug in, pause, pull and plug again, come early or late.</summary>
internal sealed class LabVisit
{
    private readonly Random _random;
    private readonly double _endS;
    private readonly double _batteryOutS;
    private double _unplugUntil = -1;
    private double _offUntil = -1;

    /// <summary>Begins one.</summary>
    /// <param name="random">Its chances.</param>
    /// <param name="fullS">When the battery would be full, s.</param>
    public LabVisit(Random random, double fullS)
    {
        _random = random;
        var early = random.Chance(0.3);
        _endS = early ? random.Between(300, Math.Max(600, fullS)) : Math.Min(fullS + (3600 * random.Between(0.05, 3)), 40 * 3600);
        _batteryOutS = random.Chance(0.2) ? _endS - random.Between(5, 40) : double.MaxValue;
        BeginS = 10 * random.Next(0, 4);
    }

    /// <summary>s since it began.</summary>
    public double T { get; private set; }

    /// <summary>When the charger was plugged in, s.</summary>
    public double BeginS { get; private set; }

    /// <summary>The rider has gone.</summary>
    public bool IsOver => T >= _endS;

    /// <summary>The charger is plugged in.</summary>
    public bool Plugged => T >= BeginS && T >= _unplugUntil;

    /// <summary>The battery is on its charger: whoever goes may pull that plug first.</summary>
    public bool OnBattery => T < _batteryOutS;

    /// <summary>The station has the switch closed.</summary>
    public bool Powered => T >= _offUntil;

    /// <summary>The charger got power just now: it draws a spike.</summary>
    public bool Inrush { get; private set; }

    /// <summary>Goes on to the next reading; how many seconds later it is.</summary>
    public double Step()
    {
        var seconds = 10 + (_random.Next(12) switch { 0 => -1, 1 => 1, _ => 0 });
        var had = Plugged && Powered;
        T += seconds;
        if (_random.Chance(seconds / 200_000)) _unplugUntil = T + _random.Between(10, 2400);
        if (_random.Chance(seconds / 250_000)) _offUntil = T + _random.Between(120, 3600);
        Inrush = !had && Plugged && Powered && _random.Chance(0.4);
        return seconds;
    }
}
